package dev.parfor.runtime;

/**
 * How often a counted loop runs, in exact arithmetic.
 *
 * <p><b>Question.</b> How many iterations has {@code for (i = start; i < bound; i += step)}, and the same with
 * {@code <=}, {@code >}, {@code >=}, {@code !=}, if its index is an {@code int}, a {@code long}, or any type with the
 * given smallest and largest value?
 *
 * <p><b>Answer.</b> The exact number; or {@link #NONE} where the loop has no simple count: it would not end, its index
 * would overflow on the way, or the index's value after the loop, {@code start + tripCount * step}, is not a value of its
 * type (then Java's loop wraps around and goes on). A step of zero or of the wrong sign is {@code NONE} unless the loop
 * runs zero times.
 *
 * <p><b>Arithmetic.</b> The distance from start to bound is below 2^64 and kept as an unsigned {@code long}; everything
 * else is division and comparison of such distances. A count above {@link Long#MAX_VALUE} is {@code NONE}.
 *
 * <p><b>Source.</b> Elementary; the wrap-around cases are those of the Java Language Specification, 15.18.2. No method
 * throws.
 */
public final class TripCount {

    /** The loop has no trip count; run it as it is written. */
    public static final long NONE = -1;

    private TripCount() {}

    /** For {@code i < bound}. */
    public static long lessThan(int start, int bound, int step) {
        if (start >= bound) {
            return 0;
        }
        return step == 1 ? (long) bound - start : lessThan(start, bound, step, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** For {@code i < bound}. */
    public static long lessThan(long start, long bound, long step) {
        return lessThan(start, bound, step, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** For {@code i < bound} where the index's type holds {@code min} to {@code max}. */
    public static long lessThan(long start, long bound, long step, long min, long max) {
        if (start >= bound) {
            return 0;
        }
        return step <= 0 || bound > max ? NONE : count(bound - start, step, max - bound);
    }

    /** For {@code i <= bound}. */
    public static long atMost(int start, int bound, int step) {
        return atMost(start, bound, step, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** For {@code i <= bound}. */
    public static long atMost(long start, long bound, long step) {
        return atMost(start, bound, step, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** For {@code i <= bound} where the index's type holds {@code min} to {@code max}. */
    public static long atMost(long start, long bound, long step, long min, long max) {
        if (start > bound) {
            return 0;
        }
        return bound >= max ? NONE : lessThan(start, bound + 1, step, min, max);
    }

    /** For {@code i > bound}. */
    public static long greaterThan(int start, int bound, int step) {
        return greaterThan(start, bound, step, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** For {@code i > bound}. */
    public static long greaterThan(long start, long bound, long step) {
        return greaterThan(start, bound, step, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** For {@code i > bound} where the index's type holds {@code min} to {@code max}. */
    public static long greaterThan(long start, long bound, long step, long min, long max) {
        if (start <= bound) {
            return 0;
        }
        return step >= 0 || bound < min ? NONE : count(start - bound, -step, bound - min);
    }

    /** For {@code i >= bound}. */
    public static long atLeast(int start, int bound, int step) {
        return atLeast(start, bound, step, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** For {@code i >= bound}. */
    public static long atLeast(long start, long bound, long step) {
        return atLeast(start, bound, step, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** For {@code i >= bound} where the index's type holds {@code min} to {@code max}. */
    public static long atLeast(long start, long bound, long step, long min, long max) {
        if (start < bound) {
            return 0;
        }
        return bound <= min ? NONE : greaterThan(start, bound - 1, step, min, max);
    }

    /** Whether a condition that adds to the index wraps around where the index starts. */
    public static boolean wraps(int start, long by) {
        return start + by != (int) (start + by);
    }

    /** For {@code i != bound}. */
    public static long notEqual(int start, int bound, int step) {
        return notEqual(start, bound, step, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** For {@code i != bound}. */
    public static long notEqual(long start, long bound, long step) {
        return notEqual(start, bound, step, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** For {@code i != bound} where the index's type holds {@code min} to {@code max}. */
    public static long notEqual(long start, long bound, long step, long min, long max) {
        if (start == bound) {
            return 0;
        }
        if (bound < min || bound > max) {
            return NONE;
        }
        if (start < bound) {
            return step <= 0 ? NONE : count(bound - start, step, 0);
        }
        return step >= 0 ? NONE : count(start - bound, -step, 0);
    }

    /**
     * The steps that cover a distance, if the last one overshoots it by no more than {@code room}. All but the result
     * are unsigned; {@code step} is not zero ({@code -Long.MIN_VALUE} is 2^63, as it should be).
     */
    private static long count(long distance, long step, long room) {
        long steps = Long.divideUnsigned(distance, step);
        long rest = Long.remainderUnsigned(distance, step);
        if (rest != 0) {
            if (Long.compareUnsigned(step - rest, room) > 0) {
                return NONE;
            }
            steps++;
        }
        return steps < 0 ? NONE : steps;
    }
}
