package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.Map;
import java.util.Optional;

/**
 * Loops that end because a square outgrows its limit, {@code t * t <= n}, or an index the square root of an {@code int}. The square must
 * get there before it wraps around: shown, or guarded.
 */
final class Squares {

    /** The greatest numbers whose squares are an {@code int} and a {@code long}. */
    private static final long GREATEST_OF_INT = 46_340;

    private static final long GREATEST_OF_LONG = 3_037_000_499L;

    private static final long LARGEST_STEP = 64;

    private final Walk walk;
    private final Expressions expressions;
    private final InnerLoops loops;

    Squares(Walk walk, Expressions expressions, InnerLoops loops) {
        this.walk = walk;
        this.expressions = expressions;
        this.loops = loops;
    }

    /**
     * Whether a loop ends by its test.
     *
     * @param gains what each induction variable gains in an iteration
     * @param head where everything that the loop changes is unknown
     * @param mark what is older is the same in all iterations
     */
    boolean end(Stmt.Loop loop, State entry, State head, Map<Var, Poly> gains, int mark) {
        return loop.testFirst()
                && loop.condition().isPresent()
                && ends(loop.condition().get(), entry, head, gains, mark);
    }

    private boolean ends(Expr condition, State entry, State head, Map<Var, Poly> gains, int mark) {
        if (!(condition instanceof Expr.Binary test) || AssignedVars.hasAssignment(test)) {
            return false;
        }
        if (test.operator() == Operator.CONDITIONAL_AND) {
            return ends(test.left(), entry, head, gains, mark) || ends(test.right(), entry, head, gains, mark);
        }
        Operator relation = test.operator();
        boolean mirrored = relation == Operator.GREATER || relation == Operator.GREATER_EQUAL;
        if (!mirrored && relation != Operator.LESS && relation != Operator.LESS_EQUAL) {
            return false;
        }
        Expr less = mirrored ? test.right() : test.left();
        Expr limit = mirrored ? test.left() : test.right();
        return isRoot(limit)
                        && less instanceof Expr.Local t
                        && steps(t.var(), gains).isPresent()
                || outgrows(less, limit, entry, head, gains, mark);
    }

    /** {@code Math.sqrt} of an {@code int}: at most 46341, which any index gets past. */
    static boolean isRoot(Expr e) {
        return e instanceof Expr.Call call
                && call.method().owner().equals("java.lang.Math")
                && call.method().name().equals("sqrt")
                && unconverted(call.arguments().get(0)).type() instanceof Type.Primitive p
                && p.isIntegral()
                && p != Type.Primitive.LONG;
    }

    private static Expr unconverted(Expr e) {
        return e instanceof Expr.Cast c && c.type() == Type.Primitive.DOUBLE ? c.operand() : e;
    }

    private static Optional<Long> steps(Var t, Map<Var, Poly> gains) {
        return Optional.ofNullable(gains.get(t))
                .filter(Poly::isConstant)
                .map(Poly::constantTerm)
                .filter(by -> by > 0 && by <= LARGEST_STEP);
    }

    private boolean outgrows(Expr square, Expr limit, State entry, State head, Map<Var, Poly> gains, int mark) {
        Optional<Var> t = root(square);
        Optional<Long> step = t.flatMap(v -> steps(v, gains));
        if (step.isEmpty()
                || !(entry.locals.get(t.get()) instanceof Value.Num start)
                || !start.poly().isConstant()) {
            return false;
        }
        boolean wide = square.type() == Type.Primitive.LONG;
        long greatest =
                !wide ? GREATEST_OF_INT : t.get().type() == Type.Primitive.LONG ? GREATEST_OF_LONG : Integer.MAX_VALUE;
        // One of so many numbers in a row is met, and its square is beyond the limit.
        long least = greatest - step.get() + 1;
        long first = start.poly().constantTerm();
        if (first < 0 || first >= least) {
            return false;
        }
        Value value = loops.silently(() -> {
                    walk.now = head.copy();
                    return expressions.eval(limit);
                })
                .result();
        return value instanceof Value.Num n
                && InnerLoops.existedBefore(n.poly(), mark)
                && isAtMost(n, least * least - 1, entry);
    }

    /** {@code t} of {@code t * t}, or of {@code (long) t * t}. */
    private static Optional<Var> root(Expr e) {
        return e instanceof Expr.Binary product
                        && product.operator() == Operator.MULTIPLY
                        && unwidened(product.left()) instanceof Expr.Local a
                        && unwidened(product.right()) instanceof Expr.Local b
                        && a.var().equals(b.var())
                ? Optional.of(a.var())
                : Optional.empty();
    }

    private static Expr unwidened(Expr e) {
        return e instanceof Expr.Cast c && c.type() == Type.Primitive.LONG ? c.operand() : e;
    }

    private boolean isAtMost(Value.Num n, long most, State entry) {
        State now = walk.now;
        walk.now = entry;
        try {
            Poly rest = n.poly().negated().plus(most);
            if (walk.fits(n.poly(), n.bits()) && walk.prover.implies(walk.soundFacts(), rest)) {
                return true;
            }
            boolean early = n.poly().atoms().stream()
                    .allMatch(a -> a instanceof Atom.Symbol || a instanceof Atom.Index i && i.isParallel());
            Optional<Guard.RangeExpr> values = early ? RangeBuilder.of(rest) : Optional.empty();
            Optional<Guard.RangeExpr> all = early ? RangeBuilder.of(n.poly()) : Optional.empty();
            if (values.isEmpty() || all.isEmpty()) {
                return false;
            }
            walk.guard(new Guard.Fits(all.get(), n.bits()));
            walk.guard(new Guard.AtLeast(values.get(), 0));
            return true;
        } catch (ArithmeticException tooLarge) {
            return false;
        } finally {
            walk.now = now;
        }
    }
}
