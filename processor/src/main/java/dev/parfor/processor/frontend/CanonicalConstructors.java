package dev.parfor.processor.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Classes of the user's compilation that must not be attributed, because javac would not compile them afterwards. In a {@link
 * SideCompilation} nothing is compiled afterwards.
 *
 * <p>Attribution puts a call of {@code super()} at the head of each constructor and leaves it there. In a later round javac takes the
 * one in a record's canonical constructor for the user's, which is not allowed. It attributes a class together with all that is
 * declared around and in it, and with its superclasses.
 */
final class CanonicalConstructors {

    private final TypedTrees trees;
    private final Map<Tree, Optional<String>> known = new IdentityHashMap<>();

    CanonicalConstructors(TypedTrees trees) {
        this.trees = trees;
    }

    /** A record with a canonical constructor in its source that would be attributed with the tree at this path. */
    Optional<String> attributedWith(TreePath path) {
        if (!trees.areUsers()) {
            return Optional.empty();
        }
        Tree top = outermost(path).getLeaf();
        Optional<String> found = known.get(top);
        if (found == null) {
            found = search(outermost(path));
            known.put(top, found);
        }
        return found;
    }

    private static TreePath outermost(TreePath path) {
        TreePath top = path;
        for (TreePath p = path; p != null; p = p.getParentPath()) {
            if (p.getLeaf() instanceof ClassTree) {
                top = p;
            }
        }
        return top;
    }

    private Optional<String> search(TreePath start) {
        Deque<TreePath> open = new ArrayDeque<>(List.of(start));
        Set<Tree> seen = new HashSet<>();
        while (!open.isEmpty()) {
            TreePath top = open.pop();
            if (seen.add(top.getLeaf())) {
                Scan scan = new Scan(top.getCompilationUnit(), open);
                scan.scan(top, null);
                if (scan.record.isPresent()) {
                    return scan.record;
                }
            }
        }
        return Optional.empty();
    }

    private final class Scan extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final Deque<TreePath> open;
        private Optional<String> record = Optional.empty();

        Scan(CompilationUnitTree unit, Deque<TreePath> open) {
            this.unit = unit;
            this.open = open;
        }

        @Override
        public Void visitClass(ClassTree tree, Void unused) {
            boolean isRecord = tree.getKind().name().equals("RECORD");
            if (isRecord && tree.getMembers().stream().anyMatch(this::isCanonical)) {
                record = record.or(() -> Optional.of(tree.getSimpleName().toString()));
            }
            // A local class has an element only after attribution, and asking for it would be just that.
            if (isMember()
                    && trees.element(getCurrentPath()).orElse(null) instanceof TypeElement type
                    && type.getSuperclass() instanceof DeclaredType parent) {
                trees.path((TypeElement) parent.asElement()).ifPresent(p -> open.add(outermost(p)));
            }
            return super.visitClass(tree, null);
        }

        private boolean isMember() {
            for (TreePath p = getCurrentPath(); p != null; p = p.getParentPath()) {
                if (!(p.getLeaf() instanceof ClassTree || p.getLeaf() instanceof CompilationUnitTree)) {
                    return false;
                }
            }
            return true;
        }

        /** Written in the source, and begun by no call of another constructor, as all but the canonical one are. */
        private boolean isCanonical(Tree member) {
            return member instanceof MethodTree method
                    && method.getName().contentEquals("<init>")
                    && trees.end(unit, method) >= 0
                    && method.getBody() != null
                    && method.getBody().getStatements().stream()
                            .findFirst()
                            .filter(CanonicalConstructors::isConstructorCall)
                            .isEmpty();
        }
    }

    private static boolean isConstructorCall(StatementTree statement) {
        return statement instanceof ExpressionStatementTree s
                && s.getExpression() instanceof MethodInvocationTree call
                && call.getMethodSelect().toString().equals("this");
    }
}
