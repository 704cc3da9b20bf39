package dev.parfor.runtime;

/**
 * Every value that an expression can take in a loop, as an interval; for guards.
 *
 * <p><b>Question.</b> With the operands' ranges known, which values can their sum, difference or product have, before
 * any wrap-around?
 *
 * <p><b>Answer.</b> A range that contains all of them, the smallest such interval as long as everything fits a
 * {@code long}; an end beyond that becomes unbounded. A check answers {@code true} only if it holds for every value; an
 * unbounded end fails every check on that side. The empty range (of a loop that runs zero times) passes every check, and
 * arithmetic on it gives the empty range.
 *
 * <p><b>Arithmetic.</b> Saturating; no method throws.
 *
 * <p><b>Source.</b> R. E. Moore, "Interval Analysis", Prentice-Hall 1966, chapter 2.
 */
public final class Range {

    private static final Range EMPTY = new Range(1, 0, false, false);
    static final Range EVERYTHING = new Range(Long.MIN_VALUE, Long.MAX_VALUE, true, true);

    private final long lo;
    private final long hi;
    /** Values below {@code Long.MIN_VALUE} are possible; then {@code lo} is {@code Long.MIN_VALUE}. */
    private final boolean openBelow;
    /** Values above {@code Long.MAX_VALUE} are possible; then {@code hi} is {@code Long.MAX_VALUE}. */
    private final boolean openAbove;

    private Range(long lo, long hi, boolean openBelow, boolean openAbove) {
        this.lo = lo;
        this.hi = hi;
        this.openBelow = openBelow;
        this.openAbove = openAbove;
    }

    /** One value. */
    public static Range of(long value) {
        return new Range(value, value, false, false);
    }

    /** The values {@code lo} to {@code hi}, both included; none if {@code lo > hi}. */
    public static Range of(long lo, long hi) {
        return lo > hi ? EMPTY : new Range(lo, hi, false, false);
    }

    /** The sums of a value of this range and one of the other. */
    public Range plus(Range other) {
        if (isEmpty() || other.isEmpty()) {
            return EMPTY;
        }
        long low = lo + other.lo;
        boolean lowWraps = ((lo ^ low) & (other.lo ^ low)) < 0;
        long high = hi + other.hi;
        boolean highWraps = ((hi ^ high) & (other.hi ^ high)) < 0;
        return saturated(
                low,
                lowWraps,
                lo < 0,
                openBelow || other.openBelow,
                high,
                highWraps,
                hi < 0,
                openAbove || other.openAbove);
    }

    /** The sums of a value of this range and {@code constant}. */
    public Range plus(long constant) {
        return plus(of(constant));
    }

    /** The differences of a value of this range and one of the other. */
    public Range minus(Range other) {
        if (isEmpty() || other.isEmpty()) {
            return EMPTY;
        }
        // a - b wraps around exactly if a and b differ in sign and the result's sign is that of b
        long low = lo - other.hi;
        boolean lowWraps = ((lo ^ other.hi) & (lo ^ low)) < 0;
        long high = hi - other.lo;
        boolean highWraps = ((hi ^ other.lo) & (hi ^ high)) < 0;
        return saturated(
                low,
                lowWraps,
                lo < 0,
                openBelow || other.openAbove,
                high,
                highWraps,
                hi < 0,
                openAbove || other.openBelow);
    }

    /** The products of a value of this range and one of the other. */
    public Range times(Range other) {
        if (isEmpty() || other.isEmpty()) {
            return EMPTY;
        }
        if (isUnbounded() || other.isUnbounded()) {
            // only a factor of exactly zero tames an unbounded one
            return isZero() || other.isZero() ? of(0) : EVERYTHING;
        }
        return product(lo, other.lo)
                .hull(product(lo, other.hi))
                .hull(product(hi, other.lo))
                .hull(product(hi, other.hi));
    }

    /** The products of a value of this range and {@code factor}. */
    public Range times(long factor) {
        return times(of(factor));
    }

    /**
     * The quotients of a value of this range and {@code divisor}, rounded towards zero or down.
     *
     * @param divisor positive
     */
    public Range dividedBy(long divisor) {
        if (isEmpty()) {
            return EMPTY;
        }
        return new Range(Math.floorDiv(lo, divisor), hi / divisor, openBelow, openAbove)
                .hull(of(Math.floorDiv(hi, divisor)));
    }

    /** The quotients of a value of this range and one of {@code divisor}; every number where that may be less than 1. */
    public Range dividedBy(Range divisor) {
        if (isEmpty() || divisor.isEmpty()) {
            return EMPTY;
        }
        if (divisor.openBelow || divisor.openAbove || divisor.lo < 1) {
            return EVERYTHING;
        }
        return dividedBy(divisor.lo).hull(dividedBy(divisor.hi));
    }

    /** From the smallest value of this range to the largest of the other; empty where that lies below it. */
    public Range upTo(Range other) {
        return isEmpty() || other.isEmpty() || lo > other.hi
                ? EMPTY
                : new Range(lo, other.hi, openBelow, other.openAbove);
    }

    /** Whether every value is an {@code int}. */
    public boolean fitsInt() {
        return within(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Whether every value is a {@code long}. */
    public boolean fitsLong() {
        return within(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Whether every value lies in {@code lo} to {@code hi}, both included. */
    public boolean within(long lo, long hi) {
        return isEmpty() || !isUnbounded() && lo <= this.lo && this.hi <= hi;
    }

    /**
     * Whether any two values differ by less than every value of {@code stride}: all values fit one window of that width.
     * {@code false} if {@code stride} may be zero or negative.
     */
    public boolean narrowerThan(Range stride) {
        if (isEmpty() || stride.isEmpty()) {
            return true;
        }
        if (isUnbounded() || stride.openBelow || stride.lo <= 0) {
            return false;
        }
        long width = hi - lo; // as unsigned, exact
        return Long.compareUnsigned(width, stride.lo) < 0;
    }

    @Override
    public String toString() {
        if (isEmpty()) {
            return "empty";
        }
        return (openBelow ? "(-inf" : "[" + lo) + ", " + (openAbove ? "+inf)" : hi + "]");
    }

    /** The least value, where there is one. */
    long lo() {
        return lo;
    }

    /** The greatest value, where there is one. */
    long hi() {
        return hi;
    }

    boolean isEmpty() {
        return lo > hi;
    }

    private boolean isUnbounded() {
        return openBelow || openAbove;
    }

    private boolean isZero() {
        return lo == 0 && hi == 0;
    }

    /**
     * A range from ends that may have wrapped around, downwards or upwards. A low end too high for a {@code long} is
     * rounded down and a high end too low is rounded up; the other end of such a range is unbounded and says so.
     */
    private static Range saturated(
            long low,
            boolean lowWraps,
            boolean lowGoesDown,
            boolean openBelow,
            long high,
            boolean highWraps,
            boolean highGoesDown,
            boolean openAbove) {
        boolean below = openBelow || lowWraps && lowGoesDown;
        boolean above = openAbove || highWraps && !highGoesDown;
        long lo = below ? Long.MIN_VALUE : lowWraps ? Long.MAX_VALUE : low;
        long hi = above ? Long.MAX_VALUE : highWraps ? Long.MIN_VALUE : high;
        return new Range(lo, hi, below, above);
    }

    private Range hull(Range other) {
        return new Range(
                Math.min(lo, other.lo),
                Math.max(hi, other.hi),
                openBelow || other.openBelow,
                openAbove || other.openAbove);
    }

    private static Range product(long a, long b) {
        long low = a * b;
        if (Math.multiplyHigh(a, b) == low >> 63) {
            return of(low);
        }
        return (a < 0) == (b < 0)
                ? new Range(Long.MAX_VALUE, Long.MAX_VALUE, false, true)
                : new Range(Long.MIN_VALUE, Long.MIN_VALUE, true, false);
    }
}
