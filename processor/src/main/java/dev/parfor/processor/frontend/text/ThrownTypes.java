package dev.parfor.processor.frontend.text;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.TypeText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/** What a loop may throw without an error at its place: what the method declares and what is caught around the loop. */
final class ThrownTypes {

    private final MethodContext in;

    ThrownTypes(MethodContext in) {
        this.in = in;
    }

    /** The types of the {@code throws} clause first, then those that {@code catch} clauses name, inner ones first. */
    List<TypeText> of(TreePath loop) {
        Set<TypeText> caught = new LinkedHashSet<>();
        Tree child = loop.getLeaf();
        TreePath path = loop.getParentPath();
        while (!(path.getLeaf() instanceof MethodTree method)) {
            if (path.getLeaf() instanceof TryTree attempt && attempt.getBlock() == child) {
                for (CatchTree clause : attempt.getCatches()) {
                    add(new TreePath(path, clause), clause, caught);
                }
            }
            child = path.getLeaf();
            path = path.getParentPath();
        }
        Set<TypeText> thrown = new LinkedHashSet<>();
        for (Tree declared : method.getThrows()) {
            add(in.type(new TreePath(path, declared)), declared, thrown);
        }
        thrown.addAll(caught);
        return List.copyOf(thrown);
    }

    private void add(TreePath path, CatchTree clause, Set<TypeText> caught) {
        Tree type = clause.getParameter().getType();
        List<Tree> alternatives =
                type instanceof UnionTypeTree union ? new ArrayList<>(union.getTypeAlternatives()) : List.of(type);
        for (Tree alternative : alternatives) {
            TypeMirror mirror = in.type(new TreePath(path, alternative));
            if (mirror != null && in.useTypes().isChecked(mirror)) {
                add(mirror, alternative, caught);
            }
        }
    }

    private void add(TypeMirror type, Tree at, Set<TypeText> thrown) {
        if (type != null && in.reach().type(type, at, at.toString())) {
            in.useTypes().text(type).ifPresent(thrown::add);
        }
    }
}
