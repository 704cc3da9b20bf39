package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Plan.Role;
import java.util.Optional;
import java.util.Set;

/**
 * Which sums and extremes of integers gain from several accumulators.
 *
 * <p>A compiler may reorder these itself, and does where it believes that it pays; four accumulators then take that away.
 * Measured on Java 17 and 25, the time with one accumulator by that with four: {@code s += x[i]} of one type 3.3 for {@code int}
 * and 2.9 for {@code long}, {@code s ^= x[i]}, {@code s |= x[i]} and {@code s &= x[i]} 2.9 to 3.2, counting by a comparison 2.0, on both. A scalar product 0.8 and 0.2, a
 * {@code long} sum of {@code int} 1.5 and 0.5, a product 3.9 and 0.5: these are left as they are.
 *
 * <p>{@code m = Math.max(m, x[i])} of {@code int} 2.5 and 2.3. Of {@code long}, Java 17 makes a branch of it, which is hardly ever taken: 0.6 with two accumulators, where Java 25 has
 * 2.0. Anything but an element, {@code Math.abs(x[i])}, two extremes at a time: Java 25 makes vectors of these itself, and four accumulators would take fifteen times as long.
 */
final class IntegralChains {

    private static final Set<Operator> COMPARISONS = Set.of(
            Operator.LESS,
            Operator.LESS_EQUAL,
            Operator.GREATER,
            Operator.GREATER_EQUAL,
            Operator.EQUAL,
            Operator.NOT_EQUAL);

    private static final Set<Operator> BY_ELEMENTS = Set.of(Operator.ADD, Operator.XOR, Operator.AND, Operator.OR);

    private IntegralChains() {}

    /**
     * Whether the whole body is one of the forms that gain.
     *
     * @param overElements whether the loop goes over an array's elements, so that a variable may be one
     */
    static boolean gain(Role.Reduction reduction, Stmt body, boolean overElements) {
        Var sum = reduction.var();
        Stmt only = only(body);
        if (sum.type() != Type.Primitive.INT && sum.type() != Type.Primitive.LONG) {
            return false;
        }
        if (only instanceof Stmt.If count) {
            return reduction.operator() == Operator.ADD
                    && count.otherwise().isEmpty()
                    && isComparison(count.condition())
                    && only(count.then()) instanceof Stmt.Eval eval
                    && isCount(eval.expression(), sum);
        }
        return BY_ELEMENTS.contains(reduction.operator())
                && only instanceof Stmt.Eval eval
                && eval.expression() instanceof Expr.Compound update
                && is(update.target(), sum)
                && isElementOf(update.value(), sum, overElements);
    }

    /** Whether the whole body is {@code m = Math.max(m, x[i])} or the like. */
    static boolean gain(Role.MathExtreme extreme, Stmt body, boolean overElements) {
        Var most = extreme.var();
        return most.type() == Type.Primitive.INT
                && only(body) instanceof Stmt.Eval eval
                && eval.expression() instanceof Expr.Assign update
                && is(update.target(), most)
                && update.value() instanceof Expr.Call call
                && call.arguments().size() == 2
                && (is(call.arguments().get(0), most)
                                && isElementOf(call.arguments().get(1), most, overElements)
                        || is(call.arguments().get(1), most)
                                && isElementOf(call.arguments().get(0), most, overElements));
    }

    private static boolean isElementOf(Expr value, Var sum, boolean overElements) {
        return (isElement(value) || overElements && value instanceof Expr.Local && !is(value, sum))
                && value.type().equals(sum.type());
    }

    private static Stmt only(Stmt statement) {
        Stmt inner = statement;
        while (inner instanceof Stmt.Block block && block.statements().size() == 1) {
            inner = block.statements().get(0);
        }
        return inner;
    }

    private static boolean isCount(Expr expression, Var sum) {
        if (expression instanceof Expr.Step step) {
            return step.delta() == 1 && is(step.target(), sum);
        }
        return expression instanceof Expr.Compound update
                && update.operator() == Operator.ADD
                && is(update.target(), sum)
                && update.value() instanceof Expr.Literal one
                && one.value().equals(Optional.of(1));
    }

    private static boolean isComparison(Expr condition) {
        return condition instanceof Expr.Binary binary
                && COMPARISONS.contains(binary.operator())
                && isSimple(binary.left())
                && isSimple(binary.right());
    }

    private static boolean isSimple(Expr side) {
        return side.type() instanceof Type.Primitive
                && (side instanceof Expr.Literal || side instanceof Expr.Local || isElement(side));
    }

    private static boolean isElement(Expr value) {
        return value instanceof Expr.ArrayGet get
                && get.array() instanceof Expr.Local
                && get.index() instanceof Expr.Local;
    }

    private static boolean is(Expr target, Var var) {
        return target instanceof Expr.Local local && local.var().equals(var);
    }
}
