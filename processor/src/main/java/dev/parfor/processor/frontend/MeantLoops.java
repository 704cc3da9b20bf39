package dev.parfor.processor.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.parfor.processor.ir.Refusal.Misuse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The loops that are meant in an attributed method: those with a mark on their variable, or, where there is none and the
 * method is marked, each loop that stands in no other. Lambdas and classes inside the method are other places.
 *
 * @param misuses what is wrong with the attributes of marks on loops
 */
record MeantLoops(List<MeantLoop> loops, List<Misuse> misuses) {

    /** A loop of a method, and its mark. */
    private record Found(TreePath path, Optional<Marks> marks, boolean outermost, boolean inMarked) {}

    static MeantLoops in(Frontend frontend, TreePath method, boolean warnByDefault) {
        List<Found> all = new Scanner(frontend).loops(method);
        List<Misuse> misuses = new ArrayList<>();
        Optional<Marks> ofMethod = frontend.trees().element(method).flatMap(Marks::of);
        boolean marked = all.stream().anyMatch(f -> f.marks().isPresent());
        List<MeantLoop> loops = new ArrayList<>();
        for (Found found : all) {
            if (marked ? found.marks().isPresent() : found.outermost()) {
                found.marks()
                        .ifPresent(
                                m -> misuses.addAll(m.misuses(frontend.trees().span(found.path()))));
                Marks marks = found.marks().orElseGet(Marks::none).over(ofMethod.orElseGet(Marks::none));
                loops.add(new MeantLoop(
                        loops.size() + 1,
                        found.path(),
                        marks.options(warnByDefault),
                        marked && found.inMarked(),
                        HeaderExtras.NONE));
            }
        }
        return new MeantLoops(loops, misuses);
    }

    /** Every loop of a method that this package could be asked to read, whether marked or not. */
    static List<MeantLoop> allIn(Frontend frontend, TreePath method) {
        List<MeantLoop> loops = new ArrayList<>();
        for (Found found : new Scanner(frontend).loops(method)) {
            loops.add(new MeantLoop(
                    loops.size() + 1, found.path(), Marks.none().options(false), false, HeaderExtras.NONE));
        }
        return loops;
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {

        private final Frontend frontend;
        private final List<Found> found = new ArrayList<>();
        private int depth;
        private int marked;

        Scanner(Frontend frontend) {
            this.frontend = frontend;
        }

        List<Found> loops(TreePath method) {
            MethodTree tree = (MethodTree) method.getLeaf();
            if (tree.getBody() != null) {
                scan(new TreePath(method, tree.getBody()), null);
            }
            return found;
        }

        private Void loop(List<? extends Tree> declarations, Runnable inside) {
            Optional<Marks> marks = Optional.empty();
            for (Tree declaration : declarations) {
                if (declaration instanceof VariableTree variable && marks.isEmpty()) {
                    marks = frontend.trees()
                            .element(new TreePath(getCurrentPath(), variable))
                            .flatMap(Marks::of);
                }
            }
            found.add(new Found(getCurrentPath(), marks, depth == 0, marked > 0));
            int inMarked = marks.isPresent() ? 1 : 0;
            depth++;
            marked += inMarked;
            inside.run();
            depth--;
            marked -= inMarked;
            return null;
        }

        @Override
        public Void visitForLoop(ForLoopTree tree, Void unused) {
            return loop(tree.getInitializer(), () -> super.visitForLoop(tree, null));
        }

        @Override
        public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
            return loop(List.of(tree.getVariable()), () -> super.visitEnhancedForLoop(tree, null));
        }

        @Override
        public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
            return loop(List.of(), () -> super.visitWhileLoop(tree, null));
        }

        @Override
        public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
            return loop(List.of(), () -> super.visitDoWhileLoop(tree, null));
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
            return null;
        }

        @Override
        public Void visitClass(ClassTree tree, Void unused) {
            return null;
        }
    }
}
