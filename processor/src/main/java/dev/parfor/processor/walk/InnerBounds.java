package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What bounds an inner loop: a comparison, alone or in a conjunction, of an induction variable with something that the loop does not
 * change. The variable may have something added to it ({@code j + 1 < n}), or step where it is tested ({@code j-- > 0}).
 */
final class InnerBounds {

    private final Walk walk;
    private final Expressions expressions;
    private final InnerLoops loops;

    InnerBounds(Walk walk, Expressions expressions, InnerLoops loops) {
        this.walk = walk;
        this.expressions = expressions;
        this.loops = loops;
    }

    /**
     * The bound that a condition sets. Of a loop that tests at its end, it is that of all iterations but the first.
     *
     * @param gains what each induction variable gains in an iteration, its test included
     * @param head where everything that the loop changes is unknown
     * @param mark what is older is the same in all iterations
     */
    Optional<InnerBound> of(Stmt.Loop loop, Expr condition, Map<Var, Poly> gains, State head, int mark) {
        if (condition instanceof Expr.Binary b && b.operator() == Operator.CONDITIONAL_AND) {
            return of(loop, b.left(), gains, head, mark)
                    .map(x -> x.in(Optional.empty()))
                    .or(() -> of(loop, b.right(), gains, head, mark).map(x -> x.in(Optional.of(b.left()))));
        }
        if (!(condition instanceof Expr.Binary b) || !b.operator().isOrder() && b.operator() != Operator.NOT_EQUAL) {
            return Optional.empty();
        }
        return of(loop, b.left(), b.operator(), b.right(), gains, head, mark)
                .or(() -> of(loop, b.right(), b.operator().mirrored(), b.left(), gains, head, mark));
    }

    private Optional<InnerBound> of(
            Stmt.Loop loop, Expr index, Operator relation, Expr limit, Map<Var, Poly> gains, State head, int mark) {
        int steps = index instanceof Expr.Step ? 1 : 0;
        Optional<Var> variable = variable(index)
                .filter(gains::containsKey)
                // Nothing else in the test may change it, before or after it is compared.
                .filter(v -> AssignedVars.places(loop.condition().orElseThrow(), v) == steps);
        if (variable.isEmpty()) {
            return Optional.empty();
        }
        Poly gain = gains.get(variable.get());
        // A step that is not a number is called 0 here; which way it goes is known at run time.
        long by = gain.isConstant() ? gain.constantTerm() : 0;
        boolean less = relation == Operator.LESS || relation == Operator.LESS_EQUAL;
        boolean towards;
        if (relation == Operator.NOT_EQUAL) {
            towards = Math.abs(by) == 1 && loop.testFirst() && index instanceof Expr.Local;
        } else if (gain.isConstant()) {
            towards = by != 0 && less == by > 0;
        } else {
            towards = index instanceof Expr.Local;
        }
        if (!towards
                || AssignedVars.hasAssignment(limit)
                || !limit.type().isIntegral()
                        && !(Arithmetic.unboxed(limit.type()).isIntegral())) {
            return Optional.empty();
        }
        boolean wider = index.type() == Type.Primitive.INT && limit.type() == Type.Primitive.LONG;
        Optional<Poly> offset = offset(loop, index, variable.get(), head, mark);
        // The limit as the loop's condition sees it in every iteration: nothing that the loop changes may be in it.
        Value value = evaluated(limit, head);
        if (wider || offset.isEmpty() || !(value instanceof Value.Num n) || !InnerLoops.existedBefore(n.poly(), mark)) {
            return Optional.empty();
        }
        return Optional.of(
                new InnerBound(variable.get(), offset.get(), relation, n, index, limit, by, false, List.of(), true));
    }

    /** The variable that is compared, where nothing but it can change in what is. */
    private static Optional<Var> variable(Expr index) {
        if (index instanceof Expr.Local local) {
            return Optional.of(local.var());
        }
        if (index instanceof Expr.Step step && step.target() instanceof Expr.Local local) {
            return Optional.of(local.var()).filter(v -> v.type() == step.type());
        }
        boolean sum = index instanceof Expr.Binary b
                && (b.operator() == Operator.ADD || b.operator() == Operator.SUBTRACT)
                && !AssignedVars.hasAssignment(b);
        if (!sum) {
            return Optional.empty();
        }
        Expr.Binary b = (Expr.Binary) index;
        return variable(b.left())
                .filter(v -> v.type() == b.type())
                .or(() -> b.operator() == Operator.ADD
                        ? variable(b.right()).filter(v -> v.type() == b.type())
                        : Optional.empty());
    }

    /** What is compared, less what the variable is where an iteration begins. */
    private Optional<Poly> offset(Stmt.Loop loop, Expr index, Var variable, State head, int mark) {
        if (index instanceof Expr.Local) {
            return Optional.of(Poly.ZERO);
        }
        try {
            if (index instanceof Expr.Step step) {
                // At its end, an iteration of a loop tests what the next one begins with, or what that was before the
                // step.
                long seen = step.prefix() ? step.delta() : 0;
                return Optional.of(Poly.constant(loop.testFirst() ? seen : seen - step.delta()));
            }
            if (evaluated(index, head) instanceof Value.Num n && head.locals.get(variable) instanceof Value.Num begin) {
                return Optional.of(n.poly().minus(begin.poly())).filter(rest -> InnerLoops.existedBefore(rest, mark));
            }
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Value evaluated(Expr e, State head) {
        return loops.silently(() -> {
                    walk.now = head.copy();
                    return expressions.eval(e);
                })
                .result();
    }
}
