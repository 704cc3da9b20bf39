package dev.parfor.processor.frontend.text;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Members of an inner class of a generic one. Its receiver has a raw type in the generated class, which cannot say the type
 * arguments of the class around: a member whose type needs them has another type there.
 */
final class RawReceiver extends TreePathScanner<Void, Void> {

    private final MethodContext in;
    private final TypeElement home;
    private final Types types;

    private RawReceiver(MethodContext in, TypeElement home) {
        this.in = in;
        this.home = home;
        this.types = in.frontend().trees().types();
    }

    /** Refuses what a raw receiver changes in a body. */
    static void check(MethodContext in, TypeElement home, TreePath body) {
        if (Reach.isInnerOfGeneric(home)) {
            new RawReceiver(in, home).scan(body, null);
        }
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
        member(tree, tree.getName().toString());
        return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
        if (tree.getExpression() instanceof IdentifierTree self
                && self.getName().contentEquals("this")) {
            member(tree, tree.getIdentifier().toString());
        }
        return super.visitMemberSelect(tree, null);
    }

    private void member(Tree tree, String name) {
        Element element = in.element(getCurrentPath());
        boolean ofReceiver = element != null
                && !element.getModifiers().contains(Modifier.STATIC)
                && element.getEnclosingElement() instanceof TypeElement owner
                && in.reach().isSubclass(home, owner);
        if (ofReceiver && dependsOnArguments(element)) {
            in.refusals().notMovable(tree, name);
        }
    }

    private boolean dependsOnArguments(Element member) {
        if (member instanceof VariableElement) {
            return !isErased(member.asType());
        }
        return member instanceof ExecutableElement method
                && !(isErased(method.getReturnType())
                        && method.getParameters().stream().allMatch(p -> isErased(p.asType())));
    }

    private boolean isErased(TypeMirror type) {
        return type.getKind().isPrimitive() || types.isSameType(type, types.erasure(type));
    }
}
