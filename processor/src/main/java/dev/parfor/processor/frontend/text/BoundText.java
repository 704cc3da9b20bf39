package dev.parfor.processor.frontend.text;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.parfor.processor.frontend.HeaderExtras.Bound;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The text of where an index ends, of every spelling of a condition.
 *
 * @param isIndex whether an expression is the index and nothing else
 * @param start where the index starts
 */
record BoundText(Predicate<ExpressionTree> isIndex, Function<Tree, Optional<SourceText>> cut, SourceText start) {

    /** The relations with the index on the left, by those as written and mirrored. */
    private static final Map<Tree.Kind, String> RELATIONS = Map.of(
            Tree.Kind.LESS_THAN, "<",
            Tree.Kind.LESS_THAN_EQUAL, "<=",
            Tree.Kind.GREATER_THAN, ">",
            Tree.Kind.GREATER_THAN_EQUAL, ">=",
            Tree.Kind.NOT_EQUAL_TO, "!=");

    private static final Map<String, String> MIRRORED = Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=", "!=", "!=");

    private record Compared(String relation, SourceText bound) {}

    Optional<SourceText> of(ExpressionTree condition, Bound form) {
        if (!(HeaderReader.withoutParentheses(condition) instanceof BinaryTree tree)) {
            return Optional.empty();
        }
        if (form instanceof Bound.Both) {
            return all(conjuncts(tree)).map(Compared::bound);
        }
        if (form instanceof Bound.Shifted shifted) {
            ExpressionTree bound = sums(tree.getLeftOperand()) ? tree.getRightOperand() : tree.getLeftOperand();
            int by = shifted.by();
            String moved = ") " + (by < 0 ? "+ " + -(long) by : "- " + by) + "L";
            return cut.apply(bound).map(n -> join("(long) (", n, moved));
        }
        Optional<SourceText> bound = compared(tree).map(Compared::bound);
        return form instanceof Bound.Meeting ? bound.map(this::middle) : bound;
    }

    private SourceText middle(SourceText other) {
        return join("(long) (", start, ") + ((long) ", other, " - (", start, ") + 1 >> 1)");
    }

    private static List<ExpressionTree> conjuncts(ExpressionTree condition) {
        if (!(HeaderReader.withoutParentheses(condition) instanceof BinaryTree and)
                || and.getKind() != Tree.Kind.CONDITIONAL_AND) {
            return List.of(condition);
        }
        List<ExpressionTree> all = new ArrayList<>(conjuncts(and.getLeftOperand()));
        all.addAll(conjuncts(and.getRightOperand()));
        return all;
    }

    private Optional<Compared> all(List<ExpressionTree> conjuncts) {
        Optional<Compared> first = compared(conjuncts.get(0));
        return conjuncts.size() == 1
                ? first
                : first.flatMap(m -> all(conjuncts.subList(1, conjuncts.size())).map(n -> both(m, n)));
    }

    private Optional<Compared> compared(ExpressionTree condition) {
        if (!(HeaderReader.withoutParentheses(condition) instanceof BinaryTree tree)
                || !RELATIONS.containsKey(tree.getKind())) {
            return Optional.empty();
        }
        String relation = RELATIONS.get(tree.getKind());
        if (isIndex.test(tree.getLeftOperand())) {
            return cut.apply(tree.getRightOperand()).map(n -> new Compared(relation, n));
        }
        return isIndex.test(tree.getRightOperand())
                ? cut.apply(tree.getLeftOperand()).map(n -> new Compared(MIRRORED.get(relation), n))
                : Optional.empty();
    }

    /** Whether an operand is the index and something that is added. */
    private boolean sums(ExpressionTree operand) {
        return HeaderReader.withoutParentheses(operand) instanceof BinaryTree sum
                && (isIndex.test(sum.getLeftOperand()) || isIndex.test(sum.getRightOperand()));
    }

    /** Both with one relation, the strict one where they have two. */
    private Compared both(Compared m, Compared n) {
        return m.relation().equals(n.relation())
                ? new Compared(m.relation(), both(m, n.bound()))
                : new Compared(strict(m).relation(), both(strict(m), strict(n).bound()));
    }

    private static Compared strict(Compared c) {
        return switch (c.relation()) {
            case "<=" -> new Compared("<", join("(long) (", c.bound(), ") + 1L"));
            case ">=" -> new Compared(">", join("(long) (", c.bound(), ") - 1L"));
            default -> c;
        };
    }

    /** The second bound is looked at only where the loop itself would: if the first does not end it at once. */
    private SourceText both(Compared m, SourceText n) {
        String relation = ") " + m.relation() + " (";
        return join(
                "(", start, relation, m.bound(), ") ? ((", m.bound(), relation, n, ") ? (", m.bound(), ") : (", n,
                ")) : (", m.bound(), ")");
    }

    private static SourceText join(Object... parts) {
        List<Piece> pieces = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof SourceText text) {
                pieces.addAll(text.pieces());
            } else {
                pieces.add(new Piece.Verbatim((String) part));
            }
        }
        return new SourceText(pieces);
    }
}
