package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.Map;

/**
 * Exact SIV and RDIV test: one equation in two unknowns.
 *
 * <p><b>Question.</b> {@code a*x + b*y + c = 0} with {@code a} and {@code b} not zero. Are there integers {@code x} and
 * {@code y} within their bounds that satisfy it, at an allowed distance if they are source and sink of one loop?
 *
 * <p><b>Answer.</b> With {@code g = gcd(a, b)} there is none unless {@code g} divides {@code c}. Else the extended
 * Euclidean algorithm gives one solution and all are {@code x = x0 + (b/g)*k}, {@code y = y0 - (a/g)*k}. The bounds of
 * {@code x}, of {@code y} and of {@code y - x} become intervals for {@code k}; a solution exists exactly when they have an
 * integer in common. For the pair of unknowns alone the test is exact.
 *
 * <p><b>Arithmetic.</b> Unbounded integers; bounds of {@code k} are rounded inwards.
 *
 * <p><b>Source.</b> U. Banerjee, "Dependence Analysis for Supercomputing", 1988; in this form the exact SIV test of G.
 * Goff, K. Kennedy, C.-W. Tseng, "Practical Dependence Testing", PLDI 1991.
 */
final class ExactSivTest implements SubscriptTest {

    @Override
    public String name() {
        return "exact SIV/RDIV";
    }

    @Override
    public boolean appliesTo(SubscriptPair pair) {
        return pair.form() == SubscriptPair.Form.SIV || pair.form() == SubscriptPair.Form.RDIV;
    }

    @Override
    public Verdict test(SubscriptPair pair, PreparedProblem problem) {
        int x = pair.terms().firstKey();
        int y = pair.terms().lastKey();
        if (pair.level().isPresent()) {
            Level loop = problem.problem().levels().get(pair.level().getAsInt());
            x = loop.source();
            y = loop.sink();
        }
        BigInteger a = pair.terms().get(x);
        BigInteger b = pair.terms().get(y);
        BigInteger gcd = a.gcd(b);
        if (!Integers.divides(gcd, pair.constant())) {
            return new Verdict.Independent("exact SIV/RDIV: gcd does not divide the offset");
        }
        BigInteger stepX = b.divide(gcd);
        BigInteger stepY = a.divide(gcd).negate();
        BigInteger x0 = particular(a.divide(gcd), stepX, pair.constant().divide(gcd));
        BigInteger y0 = a.multiply(x0).add(pair.constant()).negate().divide(b);
        Interval k = within(problem.range(x), x0, stepX).intersect(within(problem.range(y), y0, stepY));
        BigInteger stepDistance = stepY.subtract(stepX);
        if (pair.level().isPresent()) {
            // Not zero: that would be a strong SIV pair.
            Interval distance = problem.distance(pair.level().getAsInt());
            k = k.intersect(within(distance, y0.subtract(x0), stepDistance));
        }
        if (k.isEmpty()) {
            return new Verdict.Independent("exact SIV/RDIV: no solution within the bounds");
        }
        BigInteger best = k.nearest(Integers.roundDiv(x0.negate(), stepX));
        Map<Integer, BigInteger> point = Map.of(x, x0.add(stepX.multiply(best)), y, y0.add(stepY.multiply(best)));
        Map<Integer, Interval> distances = pair.level().isEmpty()
                ? Map.of()
                : Map.of(pair.level().getAsInt(), k.times(stepDistance).plus(y0.subtract(x0)));
        return problem.dependent("exact SIV/RDIV", pair, point, distances);
    }

    /** An {@code x} with {@code a*x + c} divisible by {@code b}; {@code a} and {@code b} have no common divisor. */
    private static BigInteger particular(BigInteger a, BigInteger b, BigInteger c) {
        BigInteger modulus = b.abs();
        if (modulus.equals(BigInteger.ONE)) {
            return BigInteger.ZERO;
        }
        return a.mod(modulus).modInverse(modulus).multiply(c.negate()).mod(modulus);
    }

    /** The {@code k} for which {@code start + step*k} lies in the range. */
    private static Interval within(Interval range, BigInteger start, BigInteger step) {
        return range.plus(start.negate()).quotient(step);
    }
}
