package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.Map;

/**
 * Strong SIV test: two subscripts of one induction variable that move in step.
 *
 * <p><b>Question.</b> Source iteration {@code i} accesses {@code x[a*i + c1]}, sink iteration {@code j} of the same loop
 * {@code x[a*j + c2]}, with the same stride {@code a != 0}. Do any {@code i} and {@code j} in the loop, in the order that
 * is asked for, meet in one cell?
 *
 * <p><b>Answer.</b> They meet exactly when {@code j - i = (c1 - c2) / a} is a whole number {@code d}, {@code d} is a
 * distance that the order allows, and some {@code i} has both {@code i} and {@code i + d} in the loop. Then {@code d} is
 * the distance of every solution. The test is exact.
 *
 * <p><b>Arithmetic.</b> Unbounded integers, and a division where a product of stride and trip count would do, too.
 *
 * <p><b>Source.</b> G. Goff, K. Kennedy, C.-W. Tseng, "Practical Dependence Testing", PLDI 1991, section 4.2.1. We differ
 * in one point: the result carries a witness iteration, because the diagnostic shows it to the user.
 */
final class StrongSivTest implements SubscriptTest {

    @Override
    public String name() {
        return "strong SIV";
    }

    @Override
    public boolean appliesTo(SubscriptPair pair) {
        return pair.form() == SubscriptPair.Form.STRONG_SIV;
    }

    @Override
    public Verdict test(SubscriptPair pair, PreparedProblem problem) {
        int level = pair.level().orElseThrow();
        Level loop = problem.problem().levels().get(level);
        BigInteger stride = pair.terms().get(loop.source());
        if (!Integers.divides(stride, pair.constant())) {
            return new Verdict.Independent("strong SIV: stride does not divide the offset");
        }
        BigInteger distance = pair.constant().divide(stride);
        Interval sources = problem.range(loop.source())
                .intersect(problem.range(loop.sink()).plus(distance.negate()));
        if (!problem.distance(level).contains(distance) || sources.isEmpty()) {
            return new Verdict.Independent("strong SIV: no two iterations in this order have distance " + distance);
        }
        BigInteger source = sources.nearest(BigInteger.ZERO);
        return problem.dependent(
                "strong SIV",
                pair,
                Map.of(loop.source(), source, loop.sink(), source.add(distance)),
                Map.of(level, Interval.exactly(distance)));
    }
}
