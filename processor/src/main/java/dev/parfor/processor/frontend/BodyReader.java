package dev.parfor.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the statements and expressions of one method or initializer whose class is attributed. */
final class BodyReader {

    private final Frontend frontend;
    private final TypeElement enclosing;
    private final ExprReader exprs = new ExprReader(this);
    private final StmtReader stmts = new StmtReader(this);
    private final SwitchReader switches = new SwitchReader(this);
    private final Map<Tree, Integer> ids = new IdentityHashMap<>();
    private final Jumps jumps = new Jumps();
    private boolean erroneous;

    /** @param enclosing the class of {@code this} */
    BodyReader(Frontend frontend, TypeElement enclosing) {
        this.frontend = frontend;
        this.enclosing = enclosing;
    }

    Expr expression(TreePath parent, ExpressionTree tree) {
        return exprs.read(parent, tree);
    }

    Stmt statement(TreePath parent, StatementTree tree) {
        return stmts.read(parent, tree);
    }

    /** Whether anything was read that javac has an error for. */
    boolean isErroneous() {
        return erroneous;
    }

    void markErroneous() {
        erroneous = true;
    }

    /** The number by which jumps name a loop, switch or labelled statement that was read. */
    int id(Tree statement) {
        return ids.computeIfAbsent(statement, s -> ids.size() + 1);
    }

    Jumps jumps() {
        return jumps;
    }

    SwitchReader switches() {
        return switches;
    }

    TypedTrees trees() {
        return frontend.trees();
    }

    Symbols symbols() {
        return frontend.symbols();
    }

    TypeReader typeReader() {
        return frontend.typeReader();
    }

    TypeElement enclosing() {
        return enclosing;
    }

    Span span(TreePath path) {
        return trees().span(path);
    }

    /** The static type of an expression; {@code Object} where javac has an error. */
    Type type(TreePath path) {
        return mirror(path).map(typeReader()::type).orElse(Type.OBJECT);
    }

    Optional<TypeMirror> mirror(TreePath path) {
        Optional<TypeMirror> mirror = trees().type(path);
        if (mirror.isEmpty() || mirror.get().getKind() == TypeKind.ERROR) {
            erroneous = true;
        }
        return mirror;
    }

    Optional<Element> element(TreePath path) {
        Optional<Element> element = trees().element(path);
        if (element.isEmpty()) {
            erroneous = true;
        }
        return element;
    }

    /** The variable that a tree declares. */
    Var declared(TreePath parent, VariableTree tree) {
        Element element = trees().element(new TreePath(parent, tree)).orElse(null);
        if (element instanceof VariableElement variable) {
            erroneous |= hasError(variable.asType());
            return symbols().var(variable);
        }
        erroneous = true;
        return Var.of(-1, tree.getName().toString(), Type.OBJECT);
    }

    private static boolean hasError(TypeMirror type) {
        return switch (type.getKind()) {
            case ERROR -> true;
            case ARRAY -> hasError(((ArrayType) type).getComponentType());
            case DECLARED -> ((DeclaredType) type).getTypeArguments().stream().anyMatch(BodyReader::hasError);
            default -> false;
        };
    }
}
