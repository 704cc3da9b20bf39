package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.Map;

/**
 * Weak-crossing SIV test: two subscripts that move towards each other.
 *
 * <p><b>Question.</b> Source iteration {@code i} accesses {@code x[a*i + c1]}, sink iteration {@code j} of the same loop
 * {@code x[-a*j + c2]}, with {@code a != 0}. Do any {@code i} and {@code j} in the loop, in the order that is asked for,
 * meet in one cell?
 *
 * <p><b>Answer.</b> They meet exactly when {@code i + j = (c2 - c1) / a} is a whole number {@code s}. With {@code j = s -
 * i} the bounds of {@code i}, of {@code j} and of the distance {@code s - 2*i} are three intervals for {@code i}; there is
 * a meeting exactly when they have an integer in common. The test is exact.
 *
 * <p><b>Arithmetic.</b> Unbounded integers; bounds of {@code i} are rounded inwards.
 *
 * <p><b>Source.</b> G. Goff, K. Kennedy, C.-W. Tseng, "Practical Dependence Testing", PLDI 1991, where only the crossing
 * point {@code s / 2} is asked to lie in the loop; here the order of source and sink counts, too.
 */
final class WeakCrossingSivTest implements SubscriptTest {

    @Override
    public String name() {
        return "weak-crossing SIV";
    }

    @Override
    public boolean appliesTo(SubscriptPair pair) {
        return pair.form() == SubscriptPair.Form.WEAK_CROSSING_SIV;
    }

    @Override
    public Verdict test(SubscriptPair pair, PreparedProblem problem) {
        int level = pair.level().orElseThrow();
        Level loop = problem.problem().levels().get(level);
        BigInteger stride = pair.terms().get(loop.source());
        if (!Integers.divides(stride, pair.constant())) {
            return new Verdict.Independent("weak-crossing SIV: stride does not divide the offset");
        }
        BigInteger sum = pair.constant().negate().divide(stride);
        BigInteger minusTwo = BigInteger.TWO.negate();
        Interval sources = problem.range(loop.source())
                .intersect(problem.range(loop.sink()).negate().plus(sum))
                .intersect(problem.distance(level).plus(sum.negate()).quotient(minusTwo));
        if (sources.isEmpty()) {
            return new Verdict.Independent("weak-crossing SIV: the subscripts cross outside the loop");
        }
        BigInteger source = sources.nearest(BigInteger.ZERO);
        return problem.dependent(
                "weak-crossing SIV",
                pair,
                Map.of(loop.source(), source, loop.sink(), sum.subtract(source)),
                Map.of(level, sources.times(minusTwo).plus(sum)));
    }
}
