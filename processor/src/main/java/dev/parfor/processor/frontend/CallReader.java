package dev.parfor.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Method calls and object creation. */
final class CallReader {

    private final BodyReader body;
    private final NameReader names;

    CallReader(BodyReader body) {
        this.body = body;
        this.names = new NameReader(body);
    }

    Expr call(MethodInvocationTree tree, TreePath path) {
        TreePath select = new TreePath(path, tree.getMethodSelect());
        Element element = body.element(select).orElse(null);
        if (!(element instanceof ExecutableElement method)) {
            return unreadable(path);
        }
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        if (!(tree.getMethodSelect() instanceof MemberSelectTree member)) {
            Optional<Expr> receiver = isStatic || method.getKind() == ElementKind.CONSTRUCTOR
                    ? Optional.empty()
                    : Optional.of(names.implied(method, select));
            return call(tree, path, method, receiver, false);
        }
        TreePath qualifier = new TreePath(select, member.getExpression());
        if (isStatic) {
            return names.isDroppable(qualifier, member.getExpression())
                    ? call(tree, path, method, Optional.empty(), false)
                    : new Expr.Unreadable(body.span(path), body.type(path), "STATIC_MEMBER_OF_EXPRESSION");
        }
        Expr receiver = body.expression(select, member.getExpression());
        if (method.getSimpleName().contentEquals("clone") && receiver.type() instanceof Type.Array array) {
            MethodRef clone = body.symbols().arrayClone(array);
            return new Expr.Call(body.span(path), clone, Optional.of(receiver), List.of(), false, array);
        }
        return call(tree, path, method, Optional.of(receiver), isSuper(member.getExpression()));
    }

    private Expr unreadable(TreePath path) {
        return new Expr.Unreadable(
                body.span(path), body.type(path), path.getLeaf().getKind().name());
    }

    private Expr call(
            MethodInvocationTree tree,
            TreePath path,
            ExecutableElement method,
            Optional<Expr> receiver,
            boolean exact) {
        MethodRef ref = body.symbols().method(method);
        TreePath select = new TreePath(path, tree.getMethodSelect());
        List<Expr> arguments =
                arguments(path, tree.getArguments(), method, body.trees().type(select));
        return new Expr.Call(body.span(path), ref, receiver, arguments, exact, body.type(path));
    }

    /** Whether an expression is {@code super} or {@code T.super}. */
    static boolean isSuper(ExpressionTree tree) {
        return (tree instanceof IdentifierTree identifier
                        && identifier.getName().contentEquals("super"))
                || (tree instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals("super"));
    }

    Expr create(NewClassTree tree, TreePath path) {
        Element element = body.element(path).orElse(null);
        if (!(element instanceof ExecutableElement constructor) || tree.getEnclosingExpression() != null) {
            return unreadable(path);
        }
        Span span = body.span(path);
        MethodRef ref = body.symbols().method(constructor);
        boolean anonymous = tree.getClassBody() != null;
        if (anonymous) {
            body.trees()
                    .anonymous(
                            (TypeElement) constructor.getEnclosingElement(), new TreePath(path, tree.getClassBody()));
        }
        Type type = anonymous ? body.type(new TreePath(path, tree.getIdentifier())) : body.type(path);
        List<Expr> arguments = anonymous
                ? plain(path, tree.getArguments())
                : arguments(path, tree.getArguments(), constructor, Optional.empty());
        return new Expr.New(span, ref, arguments, type, anonymous);
    }

    private List<Expr> plain(TreePath path, List<? extends ExpressionTree> arguments) {
        List<Expr> read = new ArrayList<>();
        arguments.forEach(a -> read.add(body.expression(path, a)));
        return read;
    }

    /**
     * The arguments of a call, those of variable arity as the array that Java makes of them.
     *
     * @param here the method's type at this call, type variables replaced
     */
    List<Expr> arguments(
            TreePath path, List<? extends ExpressionTree> trees, ExecutableElement method, Optional<TypeMirror> here) {
        List<Expr> read = plain(path, trees);
        if (!method.isVarArgs()) {
            return read;
        }
        int fixed = method.getParameters().size() - 1;
        TypeMirror array = here.filter(t -> t instanceof ExecutableType)
                .map(t -> ((ExecutableType) t).getParameterTypes())
                .filter(p -> p.size() == fixed + 1)
                .map(p -> (TypeMirror) p.get(fixed))
                .orElseGet(() -> method.getParameters().get(fixed).asType());
        if (read.size() == fixed + 1 && isPassedAsArray(new TreePath(path, trees.get(fixed)), array)) {
            return read;
        }
        if (read.size() < fixed) {
            return read;
        }
        List<Expr> arguments = new ArrayList<>(read.subList(0, fixed));
        arguments.add(new Expr.NewArray(
                body.span(path),
                body.typeReader().type(body.trees().types().erasure(array)),
                List.of(),
                Optional.of(read.subList(fixed, read.size()))));
        return arguments;
    }

    /** Whether the last argument is the array itself: applicability without variable arity goes first (JLS 15.12.2). */
    private boolean isPassedAsArray(TreePath argument, TypeMirror array) {
        TypeMirror type = body.trees().type(argument).orElse(null);
        if (type == null || type.getKind() == TypeKind.NULL) {
            return true;
        }
        var types = body.trees().types();
        return types.isAssignable(types.erasure(type), types.erasure(array));
    }

    /** Whether this is {@code this(...)} or {@code super(...)}, which a constructor begins with. */
    static boolean isConstructorCall(MethodInvocationTree tree) {
        ExpressionTree select = tree.getMethodSelect();
        return isSuper(select)
                || (select instanceof IdentifierTree identifier
                        && identifier.getName().contentEquals("this"));
    }
}
