package dev.parfor.processor.frontend.text;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.SourceText.Piece;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** {@code new T(...)}: private constructors, and inner classes, which belong to an object. */
final class Creations {

    private final MethodContext in;
    private final PrivateMembers privates;

    Creations(MethodContext in, PrivateMembers privates) {
        this.in = in;
        this.privates = privates;
    }

    /** The class name, if it has to stay a simple name: {@code outer.new Inner()}. */
    Optional<Tree> creation(TreePath path) {
        NewClassTree node = (NewClassTree) path.getLeaf();
        Tree name = className(node.getIdentifier());
        Element created = in.element(new TreePath(path, name));
        if (!(created instanceof TypeElement type) || in.reach().isInside(type)) {
            return Optional.empty();
        }
        if (in.element(path) instanceof ExecutableElement constructor && privates.isBridged(constructor)) {
            privates.create(path, constructor);
            return Optional.empty();
        }
        if (isQualified(node, name)) {
            return Optional.of(name);
        }
        return Reach.isInner(type) ? ofSelf(path, type, name) : Optional.empty();
    }

    /** Moves an inner class's creation to {@code self.new Inner()}, where the object around it was implied. */
    private Optional<Tree> ofSelf(TreePath path, TypeElement type, Tree name) {
        Optional<TypeElement> holder = in.reach().holder(type, path);
        if (holder.isPresent() && in.reach().isInside(holder.get())) {
            return Optional.empty();
        }
        int start = in.source().start(path.getLeaf());
        Range keyword = new Range(start, start + "new".length());
        Optional<Range> place = in.source().range(name);
        boolean movable = holder.isPresent()
                && in.reach().isHome(holder.get())
                && place.isPresent()
                && in.source().says(keyword, "new");
        if (!movable) {
            in.refusals().notMovable(path.getLeaf(), "new " + type.getSimpleName());
        } else if (in.reach().type(type, path.getLeaf())) {
            in.edits().replace(keyword, List.of(new Piece.Self(), new Piece.Verbatim(".new")));
            in.edits()
                    .replace(
                            place.get(),
                            List.of(new Piece.Verbatim(type.getSimpleName().toString())));
        }
        return Optional.of(name);
    }

    /** The compiler moves the object before {@code .new} of an anonymous class to the front of the arguments. */
    private boolean isQualified(NewClassTree node, Tree name) {
        if (node.getEnclosingExpression() != null) {
            return true;
        }
        List<? extends ExpressionTree> arguments = node.getArguments();
        return !arguments.isEmpty()
                && in.source().start(arguments.get(0)) < in.source().start(name);
    }

    private static Tree className(Tree identifier) {
        Tree name = identifier;
        while (true) {
            if (name instanceof ParameterizedTypeTree parameterized) {
                name = parameterized.getType();
            } else if (name instanceof AnnotatedTypeTree annotated) {
                name = annotated.getUnderlyingType();
            } else {
                return name;
            }
        }
    }
}
