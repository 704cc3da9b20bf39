package dev.parfor.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Trust;
import dev.parfor.processor.ir.Type;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Names: local variables, fields with their written or implied receivers, {@code this}, constants, array lengths. */
final class NameReader {

    private final BodyReader body;

    NameReader(BodyReader body) {
        this.body = body;
    }

    Expr identifier(IdentifierTree tree, TreePath path) {
        if (tree.getName().contentEquals("this") || tree.getName().contentEquals("super")) {
            return self(path);
        }
        return body.element(path)
                .map(e -> variable(e, path))
                .orElseGet(() -> new Expr.Unreadable(
                        body.span(path), Type.OBJECT, tree.getKind().name()));
    }

    Expr.This self(TreePath path) {
        return new Expr.This(body.span(path), body.typeReader().ref(body.enclosing()), false);
    }

    private Expr variable(Element element, TreePath path) {
        if (!(element instanceof VariableElement variable)) {
            return new Expr.Unreadable(
                    body.span(path), Type.OBJECT, element.getKind().name());
        }
        if (variable.getConstantValue() != null) {
            Type type = body.typeReader().type(variable.asType());
            return new Expr.Literal(body.span(path), type, Optional.of(variable.getConstantValue()));
        }
        if (Symbols.isLocal(variable)) {
            return new Expr.Local(body.span(path), body.symbols().var(variable));
        }
        Optional<Expr> receiver = variable.getModifiers().contains(Modifier.STATIC)
                ? Optional.empty()
                : Optional.of(implied(variable, path));
        return new Expr.FieldGet(body.span(path), receiver, field(variable, path));
    }

    private FieldRef field(VariableElement variable, TreePath path) {
        TypeMirror here = body.mirror(path).orElse(variable.asType());
        return body.symbols().field(variable, here.getKind() == TypeKind.ERROR ? variable.asType() : here);
    }

    /** The {@code this} that a member named without a receiver belongs to: of this class or of one around it. */
    Expr.This implied(Element member, TreePath path) {
        TypeElement owner = (TypeElement) member.getEnclosingElement();
        boolean outer = false;
        for (Element e = body.enclosing(); e != null; e = e.getEnclosingElement()) {
            if (e instanceof TypeElement type) {
                if (hasMember(type, member, owner)) {
                    return new Expr.This(body.span(path), body.typeReader().ref(type), outer);
                }
                outer = true;
            }
        }
        return new Expr.This(body.span(path), body.typeReader().ref(owner), true);
    }

    private boolean hasMember(TypeElement type, Element member, TypeElement owner) {
        if (member.getModifiers().contains(Modifier.PRIVATE)) {
            return type.equals(owner);
        }
        return body.trees()
                .types()
                .isSubtype(
                        body.trees().types().erasure(type.asType()),
                        body.trees().types().erasure(owner.asType()));
    }

    Expr select(MemberSelectTree tree, TreePath path) {
        TreePath qualifier = new TreePath(path, tree.getExpression());
        if (tree.getIdentifier().contentEquals("class")) {
            return classLiteral(tree, path, qualifier);
        }
        if (tree.getIdentifier().contentEquals("this") || tree.getIdentifier().contentEquals("super")) {
            return qualifiedThis(path, qualifier);
        }
        if (isArrayLength(tree, qualifier)) {
            return new Expr.ArrayLength(body.span(path), body.expression(path, tree.getExpression()));
        }
        Element element = body.element(path).orElse(null);
        if (!(element instanceof VariableElement variable) || !Symbols.isField(variable)) {
            return new Expr.Unreadable(
                    body.span(path), Type.OBJECT, tree.getKind().name());
        }
        if (variable.getModifiers().contains(Modifier.STATIC)) {
            return staticField(variable, path, qualifier, tree.getExpression());
        }
        Expr receiver = body.expression(path, tree.getExpression());
        return new Expr.FieldGet(body.span(path), Optional.of(receiver), field(variable, path));
    }

    private boolean isArrayLength(MemberSelectTree tree, TreePath qualifier) {
        return tree.getIdentifier().contentEquals("length")
                && body.trees()
                        .type(qualifier)
                        .filter(t -> t.getKind() == TypeKind.ARRAY)
                        .isPresent();
    }

    private Expr staticField(VariableElement variable, TreePath path, TreePath qualifier, ExpressionTree written) {
        if (!isDroppable(qualifier, written)) {
            return new Expr.Unreadable(body.span(path), body.type(path), "STATIC_MEMBER_OF_EXPRESSION");
        }
        if (variable.getConstantValue() != null) {
            Type type = body.typeReader().type(variable.asType());
            return new Expr.Literal(body.span(path), type, Optional.of(variable.getConstantValue()));
        }
        return new Expr.FieldGet(body.span(path), Optional.empty(), field(variable, path));
    }

    /** Whether the written qualifier of a static member names a type, or has nothing to evaluate. */
    boolean isDroppable(TreePath path, Tree qualifier) {
        if (isType(path)) {
            return true;
        }
        if (qualifier instanceof ParenthesizedTree p) {
            return isDroppable(new TreePath(path, p.getExpression()), p.getExpression());
        }
        return qualifier instanceof IdentifierTree;
    }

    /** Whether a tree names a type or package rather than a value. */
    boolean isType(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
            return body.trees()
                    .element(path)
                    .filter(e -> e instanceof TypeElement
                            || e.getKind() == ElementKind.PACKAGE
                            || e.getKind() == ElementKind.TYPE_PARAMETER)
                    .isPresent();
        }
        return switch (tree.getKind()) {
            case PRIMITIVE_TYPE, ARRAY_TYPE, PARAMETERIZED_TYPE, ANNOTATED_TYPE -> true;
            default -> false;
        };
    }

    private Expr qualifiedThis(TreePath path, TreePath qualifier) {
        Span span = body.span(path);
        Element element = body.element(qualifier).orElse(null);
        if (!(element instanceof TypeElement type)) {
            return new Expr.Unreadable(
                    span, Type.OBJECT, path.getLeaf().getKind().name());
        }
        // Interface.super and Outer.super differ in what stands before the dot
        boolean encloses = false;
        for (Element e = body.enclosing().getEnclosingElement(); e != null; e = e.getEnclosingElement()) {
            encloses |= e.equals(type);
        }
        return encloses
                ? new Expr.This(span, body.typeReader().ref(type), true)
                : new Expr.This(span, body.typeReader().ref(body.enclosing()), false);
    }

    private Expr classLiteral(MemberSelectTree tree, TreePath path, TreePath qualifier) {
        Type type = body.type(path);
        String name = body.trees()
                        .type(qualifier)
                        .map(t -> body.typeReader().type(t).toString())
                        .orElseGet(() -> tree.getExpression().toString())
                + ".class";
        FieldRef field = new FieldRef(
                "java.lang.Class", name, type, true, true, false, false, false, Optional.empty(), Trust.NONE);
        return new Expr.FieldGet(body.span(path), Optional.empty(), field);
    }
}
