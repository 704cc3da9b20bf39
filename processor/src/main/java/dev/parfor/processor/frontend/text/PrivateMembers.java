package dev.parfor.processor.frontend.text;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Uses of private members of the class and its nest mates, which generated code makes through bridges. */
final class PrivateMembers {

    private final MethodContext in;
    private final Types types;

    PrivateMembers(MethodContext in) {
        this.in = in;
        this.types = in.frontend().trees().types();
    }

    /** Whether a use of this member needs a bridge. */
    boolean isBridged(Element member) {
        return member != null
                && member.getModifiers().contains(Modifier.PRIVATE)
                && (member instanceof ExecutableElement || member.getKind().isField())
                && !in.reach().isInside(member.getEnclosingElement());
    }

    /** An expression without the parentheses around it. */
    static TreePath withoutParentheses(TreePath expression) {
        TreePath path = expression;
        while (path.getLeaf() instanceof ParenthesizedTree p) {
            path = new TreePath(path, p.getExpression());
        }
        return path;
    }

    void get(TreePath access, VariableElement field) {
        use(access, field)
                .ifPresent(f -> in.source()
                        .range(access.getLeaf())
                        .ifPresent(range -> in.edits()
                                .replace(
                                        range,
                                        cutter -> List.of(
                                                new Piece.PrivateGet(f.ref, f.type, f.receiver.apply(cutter))))));
    }

    void set(TreePath assignment, TreePath target, VariableElement field, ExpressionTree value) {
        use(target, field)
                .ifPresent(f -> edit(
                        assignment,
                        value,
                        (cutter, text) -> new Piece.PrivateSet(f.ref, f.type, f.receiver.apply(cutter), text)));
    }

    void update(TreePath assignment, TreePath target, VariableElement field, String operator, ExpressionTree value) {
        use(target, field)
                .ifPresent(f -> edit(
                        assignment,
                        value,
                        (cutter, text) ->
                                new Piece.PrivateUpdate(f.ref, f.type, f.receiver.apply(cutter), operator, text)));
    }

    void step(TreePath expression, TreePath target, VariableElement field, String operator) {
        use(target, field)
                .ifPresent(f -> in.source()
                        .range(expression.getLeaf())
                        .ifPresent(range -> in.edits()
                                .replace(
                                        range,
                                        cutter -> List.of(new Piece.PrivateUpdate(
                                                f.ref,
                                                f.type,
                                                f.receiver.apply(cutter),
                                                operator,
                                                SourceText.EMPTY)))));
    }

    private interface WithValue {
        Piece piece(Cutter cutter, SourceText value);
    }

    private void edit(TreePath whole, ExpressionTree value, WithValue replacement) {
        Optional<Range> range = in.source().range(whole.getLeaf());
        Optional<Range> valueRange = in.source().range(value);
        if (range.isPresent() && valueRange.isPresent()) {
            in.edits().replace(range.get(), cutter -> List.of(replacement.piece(cutter, cutter.cut(valueRange.get()))));
        }
    }

    /** A private field where it is used. */
    private record FieldUse(FieldRef ref, TypeText type, Function<Cutter, SourceText> receiver) {}

    private Optional<FieldUse> use(TreePath access, VariableElement field) {
        if (!in.reach().type((TypeElement) field.getEnclosingElement(), access.getLeaf())) {
            return Optional.empty();
        }
        Optional<Function<Cutter, SourceText>> receiver = receiver(access, field);
        Optional<TypeText> type =
                text(in.useTypes().asMember(field, receiverType(access, field)), access.getLeaf(), field);
        return receiver.isPresent() && type.isPresent()
                ? Optional.of(new FieldUse(in.frontend().symbols().field(field), type.get(), receiver.get()))
                : Optional.empty();
    }

    /** The object whose member is used, as text; empty where that can't be said. */
    private Optional<Function<Cutter, SourceText>> receiver(TreePath access, Element member) {
        boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
        if (access.getLeaf() instanceof MemberSelectTree select) {
            TreePath object = new TreePath(access, select.getExpression());
            if (isStatic) {
                if (in.isType(object) || object.getLeaf() instanceof IdentifierTree) {
                    return Optional.of(cutter -> SourceText.EMPTY);
                }
                in.refusals().notMovable(access.getLeaf(), select.toString());
                return Optional.empty();
            }
            return in.source().range(select.getExpression()).map(r -> cutter -> cutter.cut(r));
        }
        if (isStatic) {
            return Optional.of(cutter -> SourceText.EMPTY);
        }
        Optional<TypeElement> holder = in.reach().holder(member, access);
        if (holder.isPresent() && in.reach().isHome(holder.get())) {
            return Optional.of(cutter -> new SourceText(List.of(new Piece.Self())));
        }
        in.refusals().notMovable(access.getLeaf(), outerMember(member));
        return Optional.empty();
    }

    /** {@code Outer.this.name}: the object around an object of the class has no name outside of it. */
    static String outerMember(Element member) {
        return member.getEnclosingElement().getSimpleName() + ".this." + member.getSimpleName();
    }

    private TypeMirror receiverType(TreePath access, Element member) {
        if (access.getLeaf() instanceof MemberSelectTree select) {
            return in.type(new TreePath(access, select.getExpression()));
        }
        return member.getEnclosingElement().asType();
    }

    void call(TreePath call, TreePath select, ExecutableElement method) {
        MethodInvocationTree node = (MethodInvocationTree) call.getLeaf();
        if (!in.reach().type((TypeElement) method.getEnclosingElement(), node)) {
            return;
        }
        TypeMirror instantiated = method.getTypeParameters().isEmpty() ? null : in.type(select);
        ExecutableType type = instantiated instanceof ExecutableType t
                ? t
                : (ExecutableType) in.useTypes().asMember(method, receiverType(select, method));
        Optional<Function<Cutter, SourceText>> receiver = receiver(select, method);
        if (receiver.isPresent()) {
            call(node, method, type, type.getReturnType(), receiver.get(), node.getArguments());
        }
    }

    /** {@code new T(...)} of a class that needs no object around it. */
    void create(TreePath creation, ExecutableElement constructor) {
        NewClassTree node = (NewClassTree) creation.getLeaf();
        TypeMirror created = in.type(creation);
        TypeElement owner = (TypeElement) constructor.getEnclosingElement();
        if (Reach.isInner(owner) || !constructor.getTypeParameters().isEmpty()) {
            in.refusals().unreachable(node, "new " + owner.getSimpleName(), "private");
        } else if (in.reach().type(owner, node)) {
            ExecutableType type = (ExecutableType) in.useTypes().asMember(constructor, created);
            call(node, constructor, type, created, cutter -> SourceText.EMPTY, node.getArguments());
        }
    }

    private void call(
            Tree whole,
            ExecutableElement method,
            ExecutableType type,
            TypeMirror returns,
            Function<Cutter, SourceText> receiver,
            List<? extends ExpressionTree> arguments) {
        Optional<Range> range = in.source().range(whole);
        List<Range> argumentRanges = new ArrayList<>();
        arguments.forEach(a -> in.source().range(a).ifPresent(argumentRanges::add));
        Optional<CallTypes> signature = signature(whole, method, type, returns);
        if (range.isPresent() && signature.isPresent() && argumentRanges.size() == arguments.size()) {
            in.edits()
                    .replace(
                            range.get(),
                            cutter -> List.of(signature
                                    .get()
                                    .call(
                                            receiver.apply(cutter),
                                            argumentRanges.stream()
                                                    .map(cutter::cut)
                                                    .toList())));
        }
    }

    /** A private method or constructor with its types where it is used. */
    record CallTypes(MethodRef method, TypeText returns, List<TypeText> parameters, List<TypeText> thrown) {
        Piece call(SourceText receiver, List<SourceText> arguments) {
            return new Piece.PrivateCall(method, returns, parameters, thrown, receiver, arguments);
        }
    }

    /** Empty where one of the types can't be named: refused then. */
    Optional<CallTypes> signature(Tree at, ExecutableElement method, ExecutableType type, TypeMirror returns) {
        Optional<TypeText> result = text(returns, at, method);
        List<TypeText> parameters = new ArrayList<>();
        type.getParameterTypes().forEach(p -> text(p, at, method).ifPresent(parameters::add));
        List<? extends TypeMirror> checked =
                type.getThrownTypes().stream().filter(in.useTypes()::isChecked).toList();
        List<TypeText> thrown = new ArrayList<>();
        checked.forEach(t -> text(t, at, method).ifPresent(thrown::add));
        boolean complete = result.isPresent()
                && parameters.size() == type.getParameterTypes().size()
                && thrown.size() == checked.size();
        return complete
                ? Optional.of(new CallTypes(in.frontend().symbols().method(method), result.get(), parameters, thrown))
                : Optional.empty();
    }

    private Optional<TypeText> text(TypeMirror type, Tree at, Element member) {
        TypeMirror written = in.useTypes().upwards(type);
        if (mentionsInside(written, member)) {
            written = types.erasure(written);
        }
        if (!in.reach().type(written, at, member.getSimpleName().toString())) {
            return Optional.empty();
        }
        Optional<TypeText> text = in.useTypes().text(written);
        if (text.isEmpty()) {
            in.refusals().notMovable(at, member.getSimpleName().toString());
        }
        return text;
    }

    /** Whether a bridge would have to name a class or type variable that only the method's text knows. */
    private boolean mentionsInside(TypeMirror type, Element member) {
        if (type == null) {
            return false;
        }
        if (type instanceof ArrayType array) {
            return mentionsInside(array.getComponentType(), member);
        }
        if (type instanceof WildcardType wildcard) {
            return mentionsInside(wildcard.getExtendsBound(), member)
                    || mentionsInside(wildcard.getSuperBound(), member);
        }
        if (type instanceof TypeVariable variable && type.getKind() == TypeKind.TYPEVAR) {
            Element declarer = variable.asElement().getEnclosingElement();
            return declarer.equals(member) || in.reach().isInside(declarer);
        }
        return type.getKind() == TypeKind.DECLARED
                && type instanceof DeclaredType declared
                && (in.reach().isInside(declared.asElement())
                        || declared.getTypeArguments().stream().anyMatch(a -> mentionsInside(a, member)));
    }
}
