package dev.parfor.processor.dependence;

import java.math.BigInteger;

/**
 * GCD test: has the equation any integer solution at all?
 *
 * <p><b>Question.</b> {@code a1*x1 + ... + an*xn + c = 0} with not all {@code ai} zero. Are there integers {@code xi},
 * wherever they lie, that satisfy it?
 *
 * <p><b>Answer.</b> Exactly when the greatest common divisor of all {@code ai} divides {@code c}. Bounds are ignored, so
 * the test can prove independence but never dependence.
 *
 * <p><b>Arithmetic.</b> Unbounded integers.
 *
 * <p><b>Source.</b> U. Banerjee, "Dependence Analysis for Supercomputing", 1988; R. Allen, K. Kennedy, "Optimizing
 * Compilers for Modern Architectures", 2001.
 */
final class GcdTest implements SubscriptTest {

    @Override
    public String name() {
        return "GCD";
    }

    @Override
    public boolean appliesTo(SubscriptPair pair) {
        return pair.form() != SubscriptPair.Form.ZIV;
    }

    @Override
    public Verdict test(SubscriptPair pair, PreparedProblem problem) {
        BigInteger gcd = pair.terms().values().stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        if (!Integers.divides(gcd, pair.constant())) {
            return new Verdict.Independent("GCD: " + gcd + " divides all strides but not the offset");
        }
        return new Verdict.Unknown("GCD: there are integer solutions, within the bounds or not");
    }
}
