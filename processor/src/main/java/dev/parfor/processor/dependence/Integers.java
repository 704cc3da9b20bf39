package dev.parfor.processor.dependence;

import java.math.BigInteger;

/** Division and divisors of integers of any size. */
final class Integers {

    private Integers() {}

    static BigInteger of(long value) {
        return BigInteger.valueOf(value);
    }

    /** The largest integer at most {@code dividend / divisor}; the divisor is not zero. */
    static BigInteger floorDiv(BigInteger dividend, BigInteger divisor) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        boolean negative = parts[1].signum() != 0 && (parts[1].signum() < 0) != (divisor.signum() < 0);
        return negative ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** The smallest integer at least {@code dividend / divisor}; the divisor is not zero. */
    static BigInteger ceilDiv(BigInteger dividend, BigInteger divisor) {
        return floorDiv(dividend.negate(), divisor).negate();
    }

    /** The integer nearest to {@code dividend / divisor}; the remainder is at most half the divisor. */
    static BigInteger roundDiv(BigInteger dividend, BigInteger divisor) {
        BigInteger two = BigInteger.TWO;
        return floorDiv(dividend.multiply(two).add(divisor), divisor.multiply(two));
    }

    static boolean divides(BigInteger divisor, BigInteger number) {
        return number.mod(divisor.abs()).signum() == 0;
    }

    static boolean fitsLong(BigInteger value) {
        return value.bitLength() <= 63;
    }
}
