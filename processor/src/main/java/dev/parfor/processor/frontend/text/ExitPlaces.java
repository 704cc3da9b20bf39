package dev.parfor.processor.frontend.text;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Name;

/** Marks the statements of a meant loop that end it. */
final class ExitPlaces {

    private final MethodContext in;

    ExitPlaces(MethodContext in) {
        this.in = in;
    }

    static boolean isJump(StatementTree statement) {
        return statement instanceof BreakTree || statement instanceof ContinueTree || statement instanceof ReturnTree;
    }

    /** @param jump path of a {@code break}, {@code continue} or {@code return} */
    void read(TreePath jump) {
        Optional<Range> place = in.source().range(jump.getLeaf());
        Optional<Range> loop = place.flatMap(p -> in.loopAt(p.start()));
        if (loop.isEmpty()) {
            return;
        }
        Range range = place.get();
        kind(jump, loop.get())
                .ifPresent(kind -> in.edits()
                        .replace(
                                range,
                                cutter -> List.of(new Piece.Exit(kind, cutter.inside(range), value(jump, cutter)))));
    }

    private Optional<SourceText> value(TreePath jump, Cutter cutter) {
        return jump.getLeaf() instanceof ReturnTree tree && tree.getExpression() != null
                ? in.source().range(tree.getExpression()).map(cutter::cut)
                : Optional.empty();
    }

    private Optional<Piece.ExitKind> kind(TreePath jump, Range loop) {
        if (jump.getLeaf() instanceof ReturnTree) {
            return isInFunction(jump, loop) ? Optional.empty() : Optional.of(Piece.ExitKind.RETURN);
        }
        boolean leaves = jump.getLeaf() instanceof BreakTree;
        Name label = leaves ? ((BreakTree) jump.getLeaf()).getLabel() : ((ContinueTree) jump.getLeaf()).getLabel();
        for (TreePath p = jump.getParentPath(); p != null; p = p.getParentPath()) {
            Tree tree = p.getLeaf();
            boolean isTarget = label == null
                    ? isLoop(tree) || leaves && tree instanceof SwitchTree
                    : tree instanceof LabeledStatementTree labeled
                            && labeled.getLabel().equals(label);
            if (isTarget) {
                return kind(tree, leaves, loop);
            }
        }
        return Optional.empty();
    }

    private Optional<Piece.ExitKind> kind(Tree target, boolean leaves, Range loop) {
        Tree statement = target;
        while (statement instanceof LabeledStatementTree labeled) {
            statement = labeled.getStatement();
        }
        Optional<Range> range = in.source().range(statement);
        if (range.equals(Optional.of(loop))) {
            return leaves ? Optional.of(Piece.ExitKind.BREAK) : Optional.empty();
        }
        boolean isInside = range.isPresent() && loop.contains(range.get());
        return isInside ? Optional.empty() : Optional.of(Piece.ExitKind.JUMP);
    }

    private boolean isInFunction(TreePath jump, Range loop) {
        for (TreePath p = jump; p != null; p = p.getParentPath()) {
            Tree tree = p.getLeaf();
            boolean isFunction = tree instanceof LambdaExpressionTree || tree instanceof ClassTree;
            if (isFunction && in.source().range(tree).filter(loop::contains).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLoop(Tree tree) {
        return tree instanceof ForLoopTree
                || tree instanceof EnhancedForLoopTree
                || tree instanceof WhileLoopTree
                || tree instanceof DoWhileLoopTree;
    }
}
