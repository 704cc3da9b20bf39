package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.Map;

/**
 * Weak-zero SIV test: one subscript stands still.
 *
 * <p><b>Question.</b> One iteration {@code i} accesses {@code x[a*i + c1]}, the other access is to {@code x[c2]}. Is there
 * an {@code i} in the loop that hits {@code c2}, and another iteration on the side of it that is asked for?
 *
 * <p><b>Answer.</b> The only candidate is {@code i = (c2 - c1) / a}. It must be a whole number in the loop, and an
 * iteration of the other access must lie at an allowed distance from it. Bound propagation has narrowed the range of {@code
 * i} to those that have such a partner, so only the range is asked. The test is exact.
 *
 * <p><b>Arithmetic.</b> Unbounded integers.
 *
 * <p><b>Source.</b> G. Goff, K. Kennedy, C.-W. Tseng, "Practical Dependence Testing", PLDI 1991. The variable may also be
 * one of no loop; then only its range is asked.
 */
final class WeakZeroSivTest implements SubscriptTest {

    @Override
    public String name() {
        return "weak-zero SIV";
    }

    @Override
    public boolean appliesTo(SubscriptPair pair) {
        return pair.form() == SubscriptPair.Form.WEAK_ZERO_SIV;
    }

    @Override
    public Verdict test(SubscriptPair pair, PreparedProblem problem) {
        int variable = pair.terms().firstKey();
        BigInteger stride = pair.terms().get(variable);
        if (!Integers.divides(stride, pair.constant())) {
            return new Verdict.Independent("weak-zero SIV: stride does not divide the offset");
        }
        BigInteger value = pair.constant().negate().divide(stride);
        if (!problem.range(variable).contains(value)) {
            return new Verdict.Independent("weak-zero SIV: only iteration " + value + " would meet, outside the loop");
        }
        int level = problem.levelOf(variable).orElse(-1);
        if (level < 0) {
            return problem.dependent("weak-zero SIV", pair, Map.of(variable, value), Map.of());
        }
        Interval distances = distances(problem, level, variable, value);
        return problem.dependent("weak-zero SIV", pair, Map.of(variable, value), Map.of(level, distances));
    }

    /** All distances that the level can have when one of its two variables has the given value. */
    private static Interval distances(PreparedProblem problem, int level, int variable, BigInteger value) {
        Level loop = problem.problem().levels().get(level);
        if (loop.source() == loop.sink()) {
            return problem.distance(level);
        }
        Interval reached = variable == loop.source()
                ? problem.range(loop.sink()).plus(value.negate())
                : problem.range(loop.source()).negate().plus(value);
        return problem.distance(level).intersect(reached);
    }
}
