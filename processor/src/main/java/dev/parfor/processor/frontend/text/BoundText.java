package dev.parfor.processor.frontend.text;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.parfor.processor.frontend.HeaderExtras.Bound;
import dev.parfor.processor.frontend.SearchCondition;
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

    private static final Map<String, String> OPPOSITE = Map.of("<", ">=", "<=", ">", ">", "<=", ">=", "<");

    private record Compared(String relation, SourceText bound) {}

    Optional<SourceText> of(ExpressionTree condition, Bound form) {
        Test test = Test.of(condition);
        if (form instanceof Bound.Plain) {
            return compared(test).map(Compared::bound);
        }
        if (!(test.plain() instanceof BinaryTree tree)) {
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
        if (form instanceof Bound.ShiftedBy shifted) {
            ExpressionTree bound = shifted.sumFirst() ? tree.getRightOperand() : tree.getLeftOperand();
            return by(condition, shifted)
                    .flatMap(w -> cut.apply(bound)
                            .map(n -> shifted.sumFirst()
                                    ? join("-(", w, ") + (", n, ")")
                                    : join("(long) (", n, ") - (", w, ")")));
        }
        Optional<SourceText> bound = compared(test).map(Compared::bound);
        return form instanceof Bound.Meeting ? bound.map(this::middle) : bound;
    }

    /** What the condition adds to the index, as a {@code long}. */
    Optional<SourceText> by(ExpressionTree condition, Bound.ShiftedBy form) {
        if (!(Test.of(condition).plain() instanceof BinaryTree tree)
                || !(HeaderReader.withoutParentheses(form.sumFirst() ? tree.getLeftOperand() : tree.getRightOperand())
                        instanceof BinaryTree sum)) {
            return Optional.empty();
        }
        ExpressionTree by = isIndex.test(sum.getLeftOperand()) ? sum.getRightOperand() : sum.getLeftOperand();
        return cut.apply(by).map(w -> join(form.subtracted() ? "-(long) (" : "(long) (", w, ")"));
    }

    /** What the condition says of the index beside what it is searched for; no iteration where that is found before. */
    Optional<SourceText> searching(ExpressionTree condition, SearchCondition search) {
        List<ExpressionTree> conjuncts = conjuncts(condition);
        if (conjuncts.size() != 2) {
            return Optional.empty();
        }
        Optional<Compared> counting = compared(Test.of(conjuncts.get(1 - search.position())));
        Optional<SourceText> test = cut.apply(conjuncts.get(search.position()));
        return counting.flatMap(c -> test.map(t -> searching(c, t, search.position() == 0)));
    }

    private SourceText searching(Compared counting, SourceText test, boolean testFirst) {
        SourceText n = counting.bound();
        boolean inclusive =
                counting.relation().endsWith("=") && !counting.relation().equals("!=");
        SourceText end = inclusive ? join("(long) (", n, ")") : join("(", n, ")");
        SourceText none = !inclusive
                ? join("(", start, ")")
                : join("(long) (", start, counting.relation().equals("<=") ? ") - 1L" : ") + 1L");
        SourceText counts = join("(", start, ") " + counting.relation() + " (", n, ") && ");
        return join(testFirst ? "" : counts, "(", test, ") ? ", end, " : ", none);
    }

    static ExpressionTree withoutNegations(ExpressionTree condition) {
        return Test.of(condition).plain();
    }

    /**
     * A condition without parentheses and negations.
     *
     * @param negated whether there is an odd number of these
     */
    private record Test(ExpressionTree plain, boolean negated) {
        static Test of(ExpressionTree condition) {
            ExpressionTree tree = HeaderReader.withoutParentheses(condition);
            if (tree instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
                Test operand = of(not.getExpression());
                return new Test(operand.plain(), !operand.negated());
            }
            return new Test(tree, false);
        }
    }

    private SourceText middle(SourceText other) {
        return join("(long) (", start, ") + ((long) ", other, " - (", start, ") + 1 >> 1)");
    }

    static List<ExpressionTree> conjuncts(ExpressionTree condition) {
        if (!(HeaderReader.withoutParentheses(condition) instanceof BinaryTree and)
                || and.getKind() != Tree.Kind.CONDITIONAL_AND) {
            return List.of(condition);
        }
        List<ExpressionTree> all = new ArrayList<>(conjuncts(and.getLeftOperand()));
        all.addAll(conjuncts(and.getRightOperand()));
        return all;
    }

    private Optional<Compared> all(List<ExpressionTree> conjuncts) {
        Optional<Compared> first = compared(Test.of(conjuncts.get(0)));
        return conjuncts.size() == 1
                ? first
                : first.flatMap(m -> all(conjuncts.subList(1, conjuncts.size())).map(n -> both(m, n)));
    }

    private Optional<Compared> compared(Test test) {
        if (!(test.plain() instanceof BinaryTree tree)) {
            return Optional.empty();
        }
        Optional<String> said = relation(tree, test.negated());
        if (said.isEmpty()) {
            return Optional.empty();
        }
        String relation = said.get();
        if (isIndex.test(tree.getLeftOperand())) {
            return cut.apply(tree.getRightOperand()).map(n -> new Compared(relation, n));
        }
        return isIndex.test(tree.getRightOperand())
                ? cut.apply(tree.getLeftOperand()).map(n -> new Compared(MIRRORED.get(relation), n))
                : Optional.empty();
    }

    private static Optional<String> relation(BinaryTree tree, boolean negated) {
        if (negated && tree.getKind() == Tree.Kind.EQUAL_TO) {
            return Optional.of("!=");
        }
        Optional<String> relation = Optional.ofNullable(RELATIONS.get(tree.getKind()));
        return negated ? relation.flatMap(r -> Optional.ofNullable(OPPOSITE.get(r))) : relation;
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
