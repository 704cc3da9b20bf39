package dev.parfor.processor.frontend.text;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/**
 * References to private methods, {@code this::m}, {@code T::m} and {@code T::new}, as lambdas with written parameter types.
 * Other receivers are evaluated when the reference is made, not when it is called, and are refused.
 */
final class PrivateReferences {

    private final MethodContext in;
    private final PrivateMembers members;

    PrivateReferences(MethodContext in, PrivateMembers members) {
        this.in = in;
        this.members = members;
    }

    void reference(TreePath path, ExecutableElement method) {
        MemberReferenceTree node = (MemberReferenceTree) path.getLeaf();
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        TreePath qualifier = new TreePath(path, node.getQualifierExpression());
        Optional<Receiver> receiver = receiver(node, method, qualifier);
        Optional<ExecutableType> function = in.useTypes().functionType(in.type(path));
        boolean simple = receiver.isPresent()
                && function.isPresent()
                && !method.isVarArgs()
                && method.getTypeParameters().isEmpty()
                && !(isConstructor(node) && !owner.getTypeParameters().isEmpty());
        if (!simple) {
            in.refusals().unreachable(node, node.toString(), "private");
        } else if (in.reach().type(owner, node)) {
            lambda(node, method, receiver.get(), function.get());
        }
    }

    private static boolean isConstructor(MemberReferenceTree node) {
        return node.getMode() == MemberReferenceTree.ReferenceMode.NEW;
    }

    /** What a method is called on. */
    private enum Receiver {
        NONE,
        SELF,
        FIRST_PARAMETER
    }

    private Optional<Receiver> receiver(MemberReferenceTree node, ExecutableElement method, TreePath qualifier) {
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        if (isConstructor(node)) {
            return Reach.isInner(method.getEnclosingElement()) ? Optional.empty() : Optional.of(Receiver.NONE);
        }
        if (in.isType(qualifier)) {
            return Optional.of(isStatic ? Receiver.NONE : Receiver.FIRST_PARAMETER);
        }
        boolean isThis = qualifier.getLeaf() instanceof IdentifierTree id
                && id.getName().contentEquals("this")
                && in.reach().isHome(in.reach().innermost(qualifier));
        return isThis ? Optional.of(Receiver.SELF) : Optional.empty();
    }

    private void lambda(
            MemberReferenceTree node, ExecutableElement method, Receiver receiver, ExecutableType function) {
        TypeMirror object = receiver == Receiver.FIRST_PARAMETER
                ? function.getParameterTypes().get(0)
                : method.getEnclosingElement().asType();
        ExecutableType type = (ExecutableType) in.useTypes().asMember(method, object);
        TypeMirror returns = isConstructor(node) ? method.getEnclosingElement().asType() : type.getReturnType();
        Optional<PrivateMembers.CallTypes> call = members.signature(node, method, type, returns);
        List<TypeText> parameterTypes = new ArrayList<>();
        for (TypeMirror parameter : function.getParameterTypes()) {
            if (in.reach().type(parameter, node, node.toString())) {
                in.useTypes().text(parameter).ifPresent(parameterTypes::add);
            }
        }
        Optional<Range> range = in.source().range(node);
        if (call.isEmpty()
                || range.isEmpty()
                || parameterTypes.size() != function.getParameterTypes().size()) {
            return;
        }
        List<Piece> pieces = new ArrayList<>();
        List<SourceText> names = new ArrayList<>();
        pieces.add(new Piece.Verbatim("("));
        for (TypeText parameter : parameterTypes) {
            String name = fresh("argument" + (names.size() + 1));
            pieces.add(new Piece.Verbatim(names.isEmpty() ? "" : ", "));
            pieces.addAll(UseTypes.pieces(parameter));
            pieces.add(new Piece.Verbatim(" " + name));
            names.add(SourceText.verbatim(name));
        }
        pieces.add(new Piece.Verbatim(") -> "));
        SourceText on = SourceText.EMPTY;
        if (receiver == Receiver.SELF) {
            on = new SourceText(List.of(new Piece.Self()));
        } else if (receiver == Receiver.FIRST_PARAMETER) {
            on = names.remove(0);
        }
        pieces.add(call.get().call(on, names));
        in.edits().replace(range.get(), pieces);
    }

    private String fresh(String wanted) {
        String name = wanted;
        while (!in.declarations().identifiers().add(name)) {
            name += "_";
        }
        return name;
    }
}
