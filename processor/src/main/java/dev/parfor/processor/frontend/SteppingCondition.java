package dev.parfor.processor.frontend;

import dev.parfor.processor.frontend.HeaderExtras.Bound;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type.Primitive;
import dev.parfor.processor.ir.Var;
import java.util.List;
import java.util.Optional;

/**
 * A condition that steps the index: {@code for (int i = n; --i >= 0;)} is {@code for (int i = n - 1; i >= 0; i--)}, in arithmetic that
 * wraps around as well.
 *
 * <p>In {@code i-- > b} the index is compared before it is stepped; what the body sees is compared with {@code b - 1}. The two agree but
 * where the step wraps around, which no index above {@code b} does; so the index starts at {@code max(n, b) - 1}, and in
 * {@code i-- != b}, where nothing wraps around, at {@code n - 1}.
 *
 * @param step in the condition
 */
record SteppingCondition(Expr.Step step, CountedCondition condition) {

    /** The condition of a loop whose header does nothing to the index else. */
    static Optional<SteppingCondition> of(Stmt.Loop loop) {
        if (!loop.testFirst()
                || loop.condition().isEmpty()
                || !(loop.condition().get() instanceof Expr.Binary b)
                || !b.operator().isOrder() && b.operator() != Operator.NOT_EQUAL) {
            return Optional.empty();
        }
        Optional<SteppingCondition> found = of(b.operator(), b.left(), b.right());
        if (found.isEmpty()) {
            found = of(b.operator().mirrored(), b.right(), b.left());
        }
        return found.filter(c -> loop.updates().stream()
                .allMatch(u -> LocalWrites.in(u).of(c.index()).isEmpty()
                        && !LocalReads.in(u).contains(c.index())));
    }

    private static Optional<SteppingCondition> of(Operator relation, Expr stepped, Expr bound) {
        if (!(stepped instanceof Expr.Step step)
                || !(step.target() instanceof Expr.Local index)
                || index.type() != Primitive.INT && index.type() != Primitive.LONG) {
            return Optional.empty();
        }
        if (step.prefix()) {
            return Optional.of(new SteppingCondition(
                    step,
                    new CountedCondition(
                            relation, bound, new Bound.Stepping(step.delta(), Optional.empty(), Optional.empty()))));
        }
        Optional<Long> constant = Folding.constant(bound)
                .filter(Integer.class::isInstance)
                .map(v -> (long) (Integer) v)
                .filter(v -> v > Integer.MIN_VALUE);
        boolean falls = step.delta() < 0 && (relation == Operator.GREATER || relation == Operator.NOT_EQUAL);
        if (constant.isEmpty() || !falls) {
            return Optional.empty();
        }
        Optional<Long> least = relation == Operator.GREATER ? constant : Optional.empty();
        Expr before = new Expr.Literal(bound.span(), Primitive.INT, Optional.of((int) (constant.get() - 1)));
        return Optional.of(new SteppingCondition(
                step,
                new CountedCondition(
                        relation, before, new Bound.Stepping(step.delta(), Optional.of(constant.get()), least))));
    }

    Var index() {
        return ((Expr.Local) step.target()).var();
    }

    Update update() {
        Expr by = new Expr.Literal(step.span(), Primitive.INT, Optional.of(step.delta()));
        return new Update(step, index(), by);
    }

    /** Where the first iteration finds the index. */
    static Expr first(Expr start, Var index, int delta) {
        Expr wide = start.type().equals(index.type()) ? start : new Expr.Cast(start.span(), index.type(), start);
        Object one = index.type() == Primitive.LONG ? (Object) 1L : (Object) 1;
        Expr literal = new Expr.Literal(start.span(), index.type(), Optional.of(one));
        Operator operator = delta < 0 ? Operator.SUBTRACT : Operator.ADD;
        return new Expr.Binary(start.span(), operator, wide, literal, index.type());
    }

    /** Whether the start of the index is said in the way that the spelling needs. */
    static boolean allows(Bound.Stepping form, Expr start, boolean declared) {
        boolean isIntegral = List.of(Primitive.INT, Primitive.SHORT, Primitive.BYTE, Primitive.CHAR, Primitive.LONG)
                .contains(start.type());
        return isIntegral && (form.least().isEmpty() || declared && CountedCondition.isAtHand(start));
    }
}
