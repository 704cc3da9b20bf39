package dev.parfor.processor.frontend;

import dev.parfor.processor.frontend.HeaderExtras.Bound;
import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Type.Primitive;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a condition says about an index: {@code index relation bound}.
 *
 * @param bound in the loop IR: what the index is compared with, or would be in the plain spelling
 * @param form how it is spelled
 */
record CountedCondition(Operator relation, Expr bound, Bound form) {

    /** Each bound stands in the text of where the loop ends twice as often as the one behind it. */
    private static final int MOST_BOUNDS = 4;

    /** Empty where the condition says anything else. */
    static Optional<CountedCondition> of(Expr condition, Var index) {
        if (!(condition instanceof Expr.Binary binary)) {
            return Optional.empty();
        }
        if (binary.operator() == Operator.CONDITIONAL_AND) {
            return all(conjuncts(binary), index);
        }
        if (!binary.operator().isOrder() && binary.operator() != Operator.NOT_EQUAL) {
            return Optional.empty();
        }
        boolean left = isLocal(binary.left(), index);
        boolean right = isLocal(binary.right(), index);
        if (left != right) {
            return Optional.of(new CountedCondition(
                    left ? binary.operator() : binary.operator().mirrored(),
                    left ? binary.right() : binary.left(),
                    new Bound.Plain()));
        }
        return shifted(binary.operator(), binary.left(), binary.right(), index)
                .or(() -> shifted(binary.operator().mirrored(), binary.right(), binary.left(), index))
                .or(() -> shiftedBy(binary.operator(), binary.left(), binary.right(), index, true))
                .or(() -> shiftedBy(binary.operator().mirrored(), binary.right(), binary.left(), index, false));
    }

    /** {@code i + w <= n}; whether the sum wraps around is asked before the loop. */
    private static Optional<CountedCondition> shiftedBy(
            Operator relation, Expr sum, Expr bound, Var index, boolean sumFirst) {
        if (index.type() != Primitive.INT
                || !relation.isOrder()
                || !(sum instanceof Expr.Binary binary)
                || sum.type() != Primitive.INT
                || !isIntOrLess(bound.type())
                || LocalReads.in(bound).contains(index)) {
            return Optional.empty();
        }
        boolean subtracted = binary.operator() == Operator.SUBTRACT;
        boolean left = isLocal(binary.left(), index);
        boolean right = isLocal(binary.right(), index);
        if (left == right || !(binary.operator() == Operator.ADD || subtracted && left)) {
            return Optional.empty();
        }
        Expr by = left ? binary.right() : binary.left();
        if (!isIntOrLess(by.type()) || !isAtHandWithFields(by)) {
            return Optional.empty();
        }
        Expr wide = new Expr.Cast(bound.span(), Primitive.LONG, bound);
        Expr wideBy = new Expr.Cast(by.span(), Primitive.LONG, by);
        Expr moved = new Expr.Binary(
                bound.span(), subtracted ? Operator.ADD : Operator.SUBTRACT, wide, wideBy, Primitive.LONG);
        return Optional.of(new CountedCondition(relation, moved, new Bound.ShiftedBy(subtracted, sumFirst)));
    }

    /** {@code i + 1 < n}; not {@code <=}, where the sum wraps around before it is too large, nor where it is one of {@code long}. */
    private static Optional<CountedCondition> shifted(Operator relation, Expr sum, Expr bound, Var index) {
        Optional<Integer> by = index.type() == Primitive.INT ? shift(sum, index) : Optional.empty();
        boolean exact = by.isPresent()
                && (relation == Operator.LESS && by.get() > 0 || relation == Operator.GREATER && by.get() < 0);
        if (!exact || !isIntOrLess(bound.type()) || LocalReads.in(bound).contains(index)) {
            return Optional.empty();
        }
        Expr wide = new Expr.Cast(bound.span(), Primitive.LONG, bound);
        Expr literal = new Expr.Literal(sum.span(), Primitive.LONG, Optional.of((long) by.get()));
        Expr moved = new Expr.Binary(bound.span(), Operator.SUBTRACT, wide, literal, Primitive.LONG);
        return Optional.of(new CountedCondition(relation, moved, new Bound.Shifted(by.get())));
    }

    /** The constant that is added to the index. */
    private static Optional<Integer> shift(Expr e, Var index) {
        if (!(e instanceof Expr.Binary sum) || sum.type() != Primitive.INT) {
            return Optional.empty();
        }
        if (sum.operator() == Operator.ADD) {
            return isLocal(sum.left(), index)
                    ? constant(sum.right())
                    : isLocal(sum.right(), index) ? constant(sum.left()) : Optional.empty();
        }
        return sum.operator() == Operator.SUBTRACT && isLocal(sum.left(), index)
                ? constant(sum.right()).filter(c -> c != Integer.MIN_VALUE).map(c -> -c)
                : Optional.empty();
    }

    private static Optional<Integer> constant(Expr e) {
        return Folding.constant(e).filter(Integer.class::isInstance).map(Integer.class::cast);
    }

    static List<Expr> conjuncts(Expr e) {
        if (!(e instanceof Expr.Binary and) || and.operator() != Operator.CONDITIONAL_AND) {
            return List.of(e);
        }
        List<Expr> all = new ArrayList<>(conjuncts(and.left()));
        all.addAll(conjuncts(and.right()));
        return all;
    }

    /** The bounds are looked at more than once: they have to be values at hand. */
    private static Optional<CountedCondition> all(List<Expr> conjuncts, Var index) {
        if (conjuncts.size() > MOST_BOUNDS) {
            return Optional.empty();
        }
        Optional<CountedCondition> all = Optional.empty();
        for (int k = conjuncts.size() - 1; k >= 0; k--) {
            Optional<CountedCondition> one = of(conjuncts.get(k), index).filter(CountedCondition::isAtHand);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all = all.isEmpty() ? one : both(one.get(), all.get());
            if (all.isEmpty()) {
                return Optional.empty();
            }
        }
        return all;
    }

    private static Optional<CountedCondition> both(CountedCondition one, CountedCondition two) {
        Optional<Operator> common = common(one, two);
        if (common.isEmpty()) {
            return Optional.empty();
        }
        Operator relation = common.get();
        Expr m = one.boundFor(relation);
        Expr n = two.boundFor(relation);
        Type type = m.type() == Primitive.LONG || n.type() == Primitive.LONG ? Primitive.LONG : Primitive.INT;
        Expr order = new Expr.Binary(m.span(), relation, m, n, Primitive.BOOLEAN);
        return Optional.of(
                new CountedCondition(relation, new Expr.Conditional(m.span(), order, m, n, type), new Bound.Both()));
    }

    /** The relation in which both can be said: {@code i <= n} is {@code i < n + 1}, where the sum does not wrap around. */
    private static Optional<Operator> common(CountedCondition one, CountedCondition two) {
        if (one.relation() == two.relation()) {
            return Optional.of(one.relation()).filter(r -> r != Operator.NOT_EQUAL);
        }
        Operator strict = strict(one.relation());
        boolean fits = strict == strict(two.relation())
                && (one.relation() == strict || isIntOrLess(one.bound().type()))
                && (two.relation() == strict || isIntOrLess(two.bound().type()));
        return fits ? Optional.of(strict) : Optional.empty();
    }

    private static Operator strict(Operator relation) {
        return switch (relation) {
            case LESS_EQUAL -> Operator.LESS;
            case GREATER_EQUAL -> Operator.GREATER;
            default -> relation;
        };
    }

    private Expr boundFor(Operator other) {
        if (relation == other) {
            return bound;
        }
        Expr wide = new Expr.Cast(bound.span(), Primitive.LONG, bound);
        Expr by =
                new Expr.Literal(bound.span(), Primitive.LONG, Optional.of(relation == Operator.LESS_EQUAL ? 1L : -1L));
        return new Expr.Binary(bound.span(), Operator.ADD, wide, by, Primitive.LONG);
    }

    private boolean isAtHand() {
        return form instanceof Bound.Plain
                && (isIntOrLess(bound.type()) || bound.type() == Primitive.LONG)
                && isAtHandWithFields(bound);
    }

    /** With {@code n} or {@code this.n} in it as well: whether the loop writes them will be asked as of any bound. */
    static boolean isAtHandWithFields(Expr e) {
        if (e instanceof Expr.Binary binary && binary.type().isPrimitive()) {
            return isAtHandWithFields(binary.left()) && isAtHandWithFields(binary.right());
        }
        boolean field = e instanceof Expr.FieldGet get
                && !get.field().isVolatile()
                && get.receiver()
                        .filter(r -> !(r instanceof Expr.This || r instanceof Expr.Local))
                        .isEmpty();
        return field || isSize(e) || isAtHand(e);
    }

    /** How much a list or string holds; where the object's class is no such one as the walk knows, the loop runs as it is written. */
    private static boolean isSize(Expr e) {
        return e instanceof Expr.Call call
                && call.arguments().isEmpty()
                && Bodies.isJdk(call.method().owner())
                && (call.method().name().equals("size") || call.method().name().equals("length"))
                && call.receiver()
                        .filter(r -> r instanceof Expr.Local || isAtHandWithFields(r))
                        .isPresent();
    }

    /** Whether an expression has no effects and is the same each time, as long as nobody assigns the variables in it. */
    static boolean isAtHand(Expr e) {
        if (e instanceof Expr.Binary binary && binary.type().isPrimitive()) {
            return isAtHand(binary.left()) && isAtHand(binary.right());
        }
        return ExtrasChecks.isPlain(e) || e instanceof Expr.ArrayLength length && length.array() instanceof Expr.Local;
    }

    private static boolean isIntOrLess(Type type) {
        return type == Primitive.INT || type == Primitive.SHORT || type == Primitive.BYTE || type == Primitive.CHAR;
    }

    private static boolean isLocal(Expr e, Var var) {
        return e instanceof Expr.Local local && local.var().equals(var);
    }
}
