package dev.parfor.processor.frontend;

import dev.parfor.processor.frontend.HeaderExtras.Bound;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type.Primitive;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two indices that meet: {@code for (int i = a, j = b; i < j; i++, j--)}. As long as {@code i < j}, neither of them wraps around, so
 * that there are {@code (b - a + 1) >> 1} iterations in exact arithmetic, or none where that is not above zero. Not so for {@code
 * <=}, which may step beyond the ends of {@code int}.
 */
final class MeetingIndices {

    private MeetingIndices() {}

    /** The condition on the lower index, where the loop is of this kind. */
    static Optional<CountedCondition> of(Stmt.Loop loop, Var index, Expr start) {
        Optional<Expr.Local> other = other(loop, index);
        if (other.isEmpty()
                || index.type() != Primitive.INT
                || other.get().type() != Primitive.INT
                || !CountedCondition.isAtHand(start)
                || !steps(loop, index, 1)
                || !steps(loop, other.get().var(), -1)) {
            return Optional.empty();
        }
        Expr condition = loop.condition().orElseThrow();
        Expr distance = sum(Operator.SUBTRACT, wide(other.get()), wide(start));
        Expr one = new Expr.Literal(condition.span(), Primitive.LONG, Optional.of(1L));
        Expr count = sum(Operator.SHIFT_RIGHT, sum(Operator.ADD, distance, one), one);
        return Optional.of(
                new CountedCondition(Operator.LESS, sum(Operator.ADD, wide(start), count), new Bound.Meeting()));
    }

    private static Expr wide(Expr e) {
        return new Expr.Cast(e.span(), Primitive.LONG, e);
    }

    private static Expr sum(Operator operator, Expr left, Expr right) {
        return new Expr.Binary(left.span(), operator, left, right, Primitive.LONG);
    }

    /** What the condition says that the index is less than. */
    private static Optional<Expr.Local> other(Stmt.Loop loop, Var index) {
        return loop.condition()
                .flatMap(c -> CountedCondition.of(c, index))
                .filter(c -> c.relation() == Operator.LESS)
                .map(CountedCondition::bound)
                .filter(Expr.Local.class::isInstance)
                .map(Expr.Local.class::cast)
                .filter(local -> !local.var().equals(index));
    }

    /** Whether a variable is changed once in each iteration, at its end, by this. */
    private static boolean steps(Stmt.Loop loop, Var var, int by) {
        List<Expr> atEnd = new ArrayList<>(loop.updates());
        BodyStep.candidates(loop).forEach(s -> atEnd.add(s.step()));
        long all = LocalWrites.in(loop.body()).of(var).size()
                + loop.updates().stream()
                        .mapToLong(u -> LocalWrites.in(u).of(var).size())
                        .sum();
        return all == 1
                && atEnd.stream()
                        .anyMatch(e -> Update.stepOf(e, var)
                                .flatMap(Folding::constant)
                                .filter(c -> c instanceof Integer i && i == by)
                                .isPresent());
    }
}
