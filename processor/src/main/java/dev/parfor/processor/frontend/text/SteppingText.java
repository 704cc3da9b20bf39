package dev.parfor.processor.frontend.text;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.parfor.processor.frontend.HeaderExtras.Bound;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A condition that steps the index, as the header that says the same without: {@code i = (n) - 1; i >= 0}.
 *
 * @param index that is stepped
 * @param other what it is compared with
 */
record SteppingText(Bound.Stepping form, ExpressionTree index, ExpressionTree other) {

    static Optional<SteppingText> of(ExpressionTree condition, Bound bound) {
        if (!(bound instanceof Bound.Stepping form)
                || !(HeaderReader.withoutParentheses(condition) instanceof BinaryTree tree)) {
            return Optional.empty();
        }
        return stepped(tree.getLeftOperand())
                .map(i -> new SteppingText(form, i, tree.getRightOperand()))
                .or(() -> stepped(tree.getRightOperand()).map(i -> new SteppingText(form, i, tree.getLeftOperand())));
    }

    private static Optional<ExpressionTree> stepped(ExpressionTree operand) {
        return HeaderReader.withoutParentheses(operand) instanceof UnaryTree unary
                        && Operators.step(unary.getKind()).isPresent()
                ? Optional.of(unary.getExpression())
                : Optional.empty();
    }

    /**
     * Where the first iteration finds the index.
     *
     * @param wide the index is a {@code long}, and stepped as one
     */
    SourceText start(SourceText written, boolean wide) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece.Verbatim("("));
        pieces.addAll(written.pieces());
        form.least().ifPresent(least -> {
            pieces.add(new Piece.Verbatim(") > (" + least + ") ? ("));
            pieces.addAll(written.pieces());
            pieces.add(new Piece.Verbatim(") : (" + least));
        });
        pieces.add(new Piece.Verbatim(")"));
        if (form.least().isPresent()) {
            pieces.add(0, new Piece.Verbatim("("));
            pieces.add(new Piece.Verbatim(")"));
        }
        pieces.add(new Piece.Verbatim((form.delta() < 0 ? " - 1" : " + 1") + (wide ? "L" : "")));
        return new SourceText(pieces);
    }

    Optional<SourceText> bound(Function<Tree, Optional<SourceText>> cut) {
        return form.compared().isPresent()
                ? Optional.of(SourceText.verbatim(String.valueOf(form.compared().get() - 1)))
                : cut.apply(other);
    }
}
