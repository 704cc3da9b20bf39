package dev.parfor.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Lambdas and method references. */
final class FunctionReader {

    private final BodyReader body;
    private final NameReader names;

    FunctionReader(BodyReader body) {
        this.body = body;
        this.names = new NameReader(body);
    }

    Expr lambda(LambdaExpressionTree tree, TreePath path) {
        List<Var> parameters = new ArrayList<>();
        for (VariableTree parameter : tree.getParameters()) {
            parameters.add(body.declared(path, parameter));
        }
        Stmt read = body.jumps().withinFunction(() -> lambdaBody(tree, path));
        return new Expr.Lambda(body.span(path), body.type(path), parameters, read);
    }

    private Stmt lambdaBody(LambdaExpressionTree tree, TreePath path) {
        if (tree.getBody() instanceof StatementTree statement) {
            return body.statement(path, statement);
        }
        ExpressionTree expression = (ExpressionTree) tree.getBody();
        Expr value = body.expression(path, expression);
        boolean isVoid = body.mirror(path).filter(this::returnsVoid).isPresent();
        return isVoid ? new Stmt.Eval(value.span(), value) : new Stmt.Return(value.span(), Optional.of(value));
    }

    /** Whether the one abstract method of a functional interface has no result. */
    private boolean returnsVoid(TypeMirror function) {
        TypeMirror erased = body.trees().types().erasure(function);
        if (!(erased instanceof DeclaredType declared)) {
            return false;
        }
        var elements = body.trees().elements();
        TypeElement object = elements.getTypeElement("java.lang.Object");
        for (ExecutableElement method :
                ElementFilter.methodsIn(elements.getAllMembers((TypeElement) declared.asElement()))) {
            boolean ofObject = ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                    .anyMatch(o -> o.getSimpleName().equals(method.getSimpleName())
                            && elements.overrides(method, o, (TypeElement) declared.asElement()));
            if (method.getModifiers().contains(Modifier.ABSTRACT) && !ofObject) {
                return method.getReturnType().getKind() == TypeKind.VOID;
            }
        }
        return false;
    }

    Expr reference(MemberReferenceTree tree, TreePath path) {
        Element element = body.element(path).orElse(null);
        if (!(element instanceof ExecutableElement method) || isArrayConstructor(tree, path)) {
            return new Expr.Unreadable(
                    body.span(path), body.type(path), tree.getKind().name());
        }
        TreePath qualifier = new TreePath(path, tree.getQualifierExpression());
        Optional<Expr> receiver = method.getKind() == ElementKind.CONSTRUCTOR || names.isType(qualifier)
                ? Optional.empty()
                : Optional.of(body.expression(path, tree.getQualifierExpression()));
        return new Expr.MethodReference(
                body.span(path), body.type(path), body.symbols().method(method), receiver);
    }

    private boolean isArrayConstructor(MemberReferenceTree tree, TreePath path) {
        return body.trees()
                .type(new TreePath(path, tree.getQualifierExpression()))
                .filter(t -> t.getKind() == TypeKind.ARRAY)
                .isPresent();
    }
}
