package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.List;
import java.util.Optional;

/** Splits control at a condition, and keeps what integer comparisons say on each side. */
final class Conditions {

    private final Walk walk;
    private final Expressions expressions;

    Conditions(Walk walk, Expressions expressions) {
        this.walk = walk;
        this.expressions = expressions;
    }

    /**
     * Where control is when the condition was true, and when it was false; {@code null} where that can't be.
     *
     * @param compared the values whose order decides, where it does
     */
    record Split(State whenTrue, State whenFalse, Optional<Compared> compared) {
        Split(State whenTrue, State whenFalse) {
            this(whenTrue, whenFalse, Optional.empty());
        }
    }

    /**
     * Two {@code int} values of which the first is less, or at most as great, where the condition holds; not less, or greater, where it
     * does not.
     */
    record Compared(Value.Num less, Value.Num greater) {

        private static Optional<Compared> of(Operator operator, Value.Num x, Value.Num y) {
            boolean rising = operator == Operator.LESS || operator == Operator.LESS_EQUAL;
            return operator.isOrder() && x.bits() == Integer.SIZE && y.bits() == Integer.SIZE
                    ? Optional.of(rising ? new Compared(x, y) : new Compared(y, x))
                    : Optional.empty();
        }

        Compared negated() {
            return new Compared(greater, less);
        }
    }

    /**
     * The lesser or the greater of two values, where a variable or expression is one of them if the condition holds and the other one if
     * not.
     */
    Optional<Value> extreme(Split split, Value whenTrue, Value whenFalse, Type type) {
        if (split.compared().isEmpty()
                || !(whenTrue instanceof Value.Num a)
                || !(whenFalse instanceof Value.Num b)
                || a.poly().equals(b.poly())) {
            return Optional.empty();
        }
        Poly less = split.compared().get().less().poly();
        Poly greater = split.compared().get().greater().poly();
        if (a.poly().equals(less) && b.poly().equals(greater)) {
            return walk.extreme("min", a, b, type);
        }
        return a.poly().equals(greater) && b.poly().equals(less) ? walk.extreme("max", a, b, type) : Optional.empty();
    }

    /** Behind an {@code if}: variables that are now the lesser or the greater of the two values that it compares. */
    void extremes(Split split, State afterThen, State afterElse) {
        if (split.compared().isEmpty() || afterThen == null || afterElse == null) {
            return;
        }
        afterThen.locals.forEach((v, a) -> {
            Value b = afterElse.locals.get(v);
            if (b != null) {
                extreme(split, a, b, v.type()).ifPresent(x -> walk.now.locals.put(v, x));
            }
        });
    }

    /** Evaluates from {@link Walk#now}; leaves it to the caller to go on with one side or both. */
    Split split(Expr e) {
        if (walk.now == null) {
            return new Split(null, null);
        }
        if (e instanceof Expr.Literal literal && literal.value().isPresent()) {
            boolean value = Boolean.TRUE.equals(literal.value().get());
            return value ? new Split(walk.now, null) : new Split(null, walk.now);
        }
        if (e instanceof Expr.Unary u && u.sign() == Expr.Unary.Sign.NOT) {
            Split inner = split(u.operand());
            return new Split(
                    inner.whenFalse(), inner.whenTrue(), inner.compared().map(Compared::negated));
        }
        if (e instanceof Expr.Binary b) {
            if (b.operator() == Operator.CONDITIONAL_AND) {
                Split left = split(b.left());
                walk.now = left.whenTrue();
                Split right = split(b.right());
                return new Split(right.whenTrue(), walk.join(left.whenFalse(), right.whenFalse()));
            }
            if (b.operator() == Operator.CONDITIONAL_OR) {
                Split left = split(b.left());
                walk.now = left.whenFalse();
                Split right = split(b.right());
                return new Split(walk.join(left.whenTrue(), right.whenTrue()), right.whenFalse());
            }
            if (b.operator().isOrder() || b.operator() == Operator.EQUAL || b.operator() == Operator.NOT_EQUAL) {
                return compare(b);
            }
        }
        if (e instanceof Expr.InstanceOf i) {
            return test(i);
        }
        expressions.eval(e);
        return both();
    }

    /** A condition whose value is wanted, not its two sides. */
    Value asValue(Expr e) {
        if (walk.now == null) {
            return Value.OTHER;
        }
        boolean certain = walk.now.certain;
        if (e instanceof Expr.InstanceOf i) {
            Split s = test(i);
            // Bindings may be in scope after `if (!(x instanceof T t)) return;`, so their value stays known.
            walk.now = s.whenTrue() == null ? s.whenFalse() : s.whenTrue();
            walk.restore(certain);
            return Value.OTHER;
        }
        Split s = split(e);
        walk.now = walk.join(s.whenTrue(), s.whenFalse());
        walk.restore(certain);
        return Value.OTHER;
    }

    private Split both() {
        if (walk.now == null) {
            return new Split(null, null);
        }
        return new Split(walk.now.uncertain(), walk.now.uncertain());
    }

    private Split test(Expr.InstanceOf e) {
        Value v = expressions.eval(e.operand());
        if (walk.now == null) {
            return new Split(null, null);
        }
        if (e.deconstructs()) {
            walk.refuse(new Refusal.Shape(
                    Refusal.Shape.Kind.UNREAD, walk.root(e.span()), "record pattern", Optional.empty()));
        }
        Split s = both();
        boolean single = e.bindings().size() == 1 && !e.deconstructs();
        e.bindings().forEach(b -> {
            Value bound = single && v instanceof Value.Ref ? v : walk.top(b.type(), b.name());
            walk.stores.local(b, bound);
            s.whenTrue().locals.put(b, bound);
            s.whenFalse().locals.put(b, bound);
        });
        return s;
    }

    private Split compare(Expr.Binary e) {
        Value left = expressions.eval(e.left());
        Value right = expressions.eval(e.right());
        if (walk.now == null) {
            return new Split(null, null);
        }
        walk.escapeCompared(e, left, right);
        Split s = both();
        Type a = Arithmetic.unboxed(e.left().type());
        Type b = Arithmetic.unboxed(e.right().type());
        boolean numbers = a.isIntegral()
                && b.isIntegral()
                && (e.left().type().isPrimitive() || e.right().type().isPrimitive());
        if (numbers && left instanceof Value.Num x && right instanceof Value.Num y) {
            try {
                facts(e.operator(), x, y, true).forEach(f -> add(s.whenTrue(), f));
                facts(e.operator(), x, y, false).forEach(f -> add(s.whenFalse(), f));
                return new Split(s.whenTrue(), s.whenFalse(), Compared.of(e.operator(), x, y));
            } catch (ArithmeticException tooLarge) {
                // Coefficients beyond long: nothing is known of the two sides, which is always right.
                return s;
            }
        }
        return s;
    }

    private static void add(State state, Fact fact) {
        if (!state.facts.contains(fact)) {
            state.facts.add(fact);
        }
    }

    private static List<Fact> facts(Operator operator, Value.Num x, Value.Num y, boolean holds) {
        Fact.Exact[] exact = {new Fact.Exact(x.poly(), x.bits()), new Fact.Exact(y.poly(), y.bits())};
        Poly difference = y.poly().minus(x.poly());
        switch (operator) {
            case LESS:
                return List.of(Fact.atLeastZero(holds ? difference.plus(-1) : difference.negated(), exact));
            case GREATER_EQUAL:
                return facts(Operator.LESS, x, y, !holds);
            case GREATER:
                return facts(Operator.LESS, y, x, holds);
            case LESS_EQUAL:
                return facts(Operator.LESS, y, x, !holds);
            case EQUAL:
                return List.of(new Fact(holds ? Fact.Kind.ZERO : Fact.Kind.NOT_ZERO, difference, List.of(exact)));
            case NOT_EQUAL:
                return facts(Operator.EQUAL, x, y, !holds);
            default:
                return List.of();
        }
    }
}
