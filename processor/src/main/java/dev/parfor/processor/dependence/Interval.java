package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.Objects;

/**
 * The integers from {@code lo} to {@code hi}, both included.
 *
 * <p>All operations are those of sets of integers and exact; none can overflow.
 *
 * @param lo {@code null} when there is no lower bound
 * @param hi {@code null} when there is no upper bound
 */
record Interval(BigInteger lo, BigInteger hi) {

    static final Interval ALL = new Interval(null, null);

    static Interval exactly(BigInteger value) {
        return new Interval(value, value);
    }

    static Interval atLeast(BigInteger lo) {
        return new Interval(lo, null);
    }

    /** Written out, because it is asked at every step of propagation. */
    @Override
    public boolean equals(Object o) {
        return this == o || o instanceof Interval i && Objects.equals(lo, i.lo) && Objects.equals(hi, i.hi);
    }

    @Override
    public int hashCode() {
        return Objects.hash(lo, hi);
    }

    boolean isEmpty() {
        return lo != null && hi != null && lo.compareTo(hi) > 0;
    }

    boolean isSingle() {
        return lo != null && lo.equals(hi);
    }

    boolean contains(BigInteger value) {
        return (lo == null || lo.compareTo(value) <= 0) && (hi == null || hi.compareTo(value) >= 0);
    }

    Interval negate() {
        return new Interval(hi == null ? null : hi.negate(), lo == null ? null : lo.negate());
    }

    Interval plus(BigInteger value) {
        return new Interval(lo == null ? null : lo.add(value), hi == null ? null : hi.add(value));
    }

    /** All sums of one number of each. */
    Interval plus(Interval other) {
        return new Interval(
                lo == null || other.lo == null ? null : lo.add(other.lo),
                hi == null || other.hi == null ? null : hi.add(other.hi));
    }

    /** The smallest interval around all products with {@code factor}. */
    Interval times(BigInteger factor) {
        if (factor.signum() == 0) {
            return exactly(BigInteger.ZERO);
        }
        Interval product =
                new Interval(lo == null ? null : lo.multiply(factor), hi == null ? null : hi.multiply(factor));
        return factor.signum() > 0 ? product : new Interval(product.hi, product.lo);
    }

    /** All integers whose product with {@code factor}, which is not zero, lies here. */
    Interval quotient(BigInteger factor) {
        Interval from = factor.signum() > 0 ? this : negate();
        BigInteger divisor = factor.abs();
        return new Interval(
                from.lo == null ? null : Integers.ceilDiv(from.lo, divisor),
                from.hi == null ? null : Integers.floorDiv(from.hi, divisor));
    }

    Interval intersect(Interval other) {
        BigInteger newLo = lo == null ? other.lo : other.lo == null ? lo : lo.max(other.lo);
        BigInteger newHi = hi == null ? other.hi : other.hi == null ? hi : hi.min(other.hi);
        return new Interval(newLo, newHi);
    }

    /** The member nearest to {@code value}; this interval is not empty. */
    BigInteger nearest(BigInteger value) {
        if (lo != null && value.compareTo(lo) < 0) {
            return lo;
        }
        return hi != null && value.compareTo(hi) > 0 ? hi : value;
    }
}
