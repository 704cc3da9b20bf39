package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Every small loop, answered a second time by running it: with an index of three bits, and then the same loops moved to
 * where the types int and long begin and end.
 */
class TripCountTest {

    private static final int MIN = -4;
    private static final int MAX = 3;
    /** Steps larger than the type's whole range are possible, the compiler's conversions see to that. */
    private static final int STEPS = 9;

    private enum Comparison {
        LESS_THAN,
        AT_MOST,
        GREATER_THAN,
        AT_LEAST,
        NOT_EQUAL;

        boolean holds(long i, long bound) {
            return switch (this) {
                case LESS_THAN -> i < bound;
                case AT_MOST -> i <= bound;
                case GREATER_THAN -> i > bound;
                case AT_LEAST -> i >= bound;
                case NOT_EQUAL -> i != bound;
            };
        }

        long count(long start, long bound, long step, long min, long max) {
            return switch (this) {
                case LESS_THAN -> TripCount.lessThan(start, bound, step, min, max);
                case AT_MOST -> TripCount.atMost(start, bound, step, min, max);
                case GREATER_THAN -> TripCount.greaterThan(start, bound, step, min, max);
                case AT_LEAST -> TripCount.atLeast(start, bound, step, min, max);
                case NOT_EQUAL -> TripCount.notEqual(start, bound, step, min, max);
            };
        }

        long count(long start, long bound, long step) {
            return switch (this) {
                case LESS_THAN -> TripCount.lessThan(start, bound, step);
                case AT_MOST -> TripCount.atMost(start, bound, step);
                case GREATER_THAN -> TripCount.greaterThan(start, bound, step);
                case AT_LEAST -> TripCount.atLeast(start, bound, step);
                case NOT_EQUAL -> TripCount.notEqual(start, bound, step);
            };
        }

        long count(int start, int bound, int step) {
            return switch (this) {
                case LESS_THAN -> TripCount.lessThan(start, bound, step);
                case AT_MOST -> TripCount.atMost(start, bound, step);
                case GREATER_THAN -> TripCount.greaterThan(start, bound, step);
                case AT_LEAST -> TripCount.atLeast(start, bound, step);
                case NOT_EQUAL -> TripCount.notEqual(start, bound, step);
            };
        }
    }

    /** The loop run with an index that may not leave {@code min} to {@code max}. */
    private static long byRunning(Comparison comparison, long start, long bound, long step, long min, long max) {
        long trips = 0;
        for (long i = start; comparison.holds(i, bound); i += step) {
            trips++;
            boolean leaves = step >= 0 ? i > max - step : i < min - step;
            if (leaves || step == 0) {
                return TripCount.NONE;
            }
        }
        return trips;
    }

    /** The bound may be of a wider type than the index, so it runs beyond the ends. */
    @Test
    void agreesWithRunningTheLoop() {
        for (Comparison comparison : Comparison.values()) {
            for (int start = MIN; start <= MAX; start++) {
                for (int bound = MIN - 3; bound <= MAX + 3; bound++) {
                    for (int step = -STEPS; step <= STEPS; step++) {
                        assertThat(comparison.count(start, bound, step, MIN, MAX))
                                .as("%s: start %d, bound %d, step %d", comparison, start, bound, step)
                                .isEqualTo(byRunning(comparison, start, bound, step, MIN, MAX));
                    }
                }
            }
        }
    }

    /** Loops of the three-bit type, moved so that one of its ends is that of int. */
    @Test
    void agreesAtTheEndsOfInt() {
        for (Comparison comparison : Comparison.values()) {
            for (int start = 0; start < 12; start++) {
                for (int bound = 0; bound < 12; bound++) {
                    for (int step = -5; step <= 5; step++) {
                        String loop = "%s: start %d, bound %d, step %d".formatted(comparison, start, bound, step);
                        int max = Integer.MAX_VALUE;
                        assertThat(comparison.count(max - start, max - bound, step))
                                .as("MAX - " + loop)
                                .isEqualTo(byRunning(
                                        comparison, (long) max - start, (long) max - bound, step, max - 100L, max));
                        int min = Integer.MIN_VALUE;
                        assertThat(comparison.count(min + start, min + bound, step))
                                .as("MIN + " + loop)
                                .isEqualTo(byRunning(
                                        comparison, (long) min + start, (long) min + bound, step, min, min + 100L));
                    }
                }
            }
        }
    }

    /** The same at the ends of long; the reference runs the loop shifted to where nothing overflows. */
    @Test
    void agreesAtTheEndsOfLong() {
        for (Comparison comparison : Comparison.values()) {
            for (int start = 0; start < 12; start++) {
                for (int bound = 0; bound < 12; bound++) {
                    for (int step = -5; step <= 5; step++) {
                        String loop = "%s: start %d, bound %d, step %d".formatted(comparison, start, bound, step);
                        assertThat(comparison.count(Long.MAX_VALUE - start, Long.MAX_VALUE - bound, (long) step))
                                .as("MAX - " + loop)
                                .isEqualTo(byRunning(comparison, -start, -bound, step, -1000, 0));
                        assertThat(comparison.count(Long.MIN_VALUE + start, Long.MIN_VALUE + bound, (long) step))
                                .as("MIN + " + loop)
                                .isEqualTo(byRunning(comparison, start, bound, step, 0, 1000));
                    }
                }
            }
        }
    }

    @Test
    void loopsFromOneEndToTheOther() {
        assertThat(TripCount.lessThan(Integer.MIN_VALUE, Integer.MAX_VALUE, 1)).isEqualTo((1L << 32) - 1);
        assertThat(TripCount.lessThan(Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE))
                .as("2^31 - 1 divides the distance once with a rest of 1")
                .isEqualTo(TripCount.NONE);
        assertThat(TripCount.atMost(0, Integer.MAX_VALUE, 1)).isEqualTo(TripCount.NONE);
        assertThat(TripCount.atMost(0, Integer.MAX_VALUE - 1, 1)).isEqualTo(Integer.MAX_VALUE);
        assertThat(TripCount.atLeast(Integer.MAX_VALUE, Integer.MIN_VALUE, -1)).isEqualTo(TripCount.NONE);
        assertThat(TripCount.lessThan(Long.MIN_VALUE, Long.MAX_VALUE, 1L))
                .as("2^64 - 1 iterations are no long")
                .isEqualTo(TripCount.NONE);
        assertThat(TripCount.lessThan(Long.MIN_VALUE, Long.MAX_VALUE, 3L)).isEqualTo(6148914691236517205L);
        assertThat(TripCount.lessThan(Long.MIN_VALUE, Long.MAX_VALUE, 2L))
                .as("the last step passes the end")
                .isEqualTo(TripCount.NONE);
        assertThat(TripCount.lessThan(Long.MIN_VALUE, Long.MAX_VALUE - 1, 2L)).isEqualTo(Long.MAX_VALUE);
        assertThat(TripCount.greaterThan(Long.MAX_VALUE, -1L, Long.MIN_VALUE)).isEqualTo(1);
        assertThat(TripCount.greaterThan(0L, Long.MIN_VALUE, Long.MIN_VALUE)).isEqualTo(1);
        assertThat(TripCount.greaterThan(-1L, Long.MIN_VALUE, Long.MIN_VALUE)).isEqualTo(TripCount.NONE);
        assertThat(TripCount.notEqual(Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE))
                .isEqualTo(TripCount.NONE);
        assertThat(TripCount.notEqual(0L, Long.MIN_VALUE, Long.MIN_VALUE)).isEqualTo(1);
    }

    @Test
    void anIntIndexUnderALongBound() {
        long min = Integer.MIN_VALUE;
        long max = Integer.MAX_VALUE;
        assertThat(TripCount.lessThan(0, max, 1, min, max)).isEqualTo(max);
        assertThat(TripCount.lessThan(0, max + 1, 1, min, max)).isEqualTo(TripCount.NONE);
        assertThat(TripCount.lessThan(0, Long.MAX_VALUE, 1, min, max)).isEqualTo(TripCount.NONE);
        assertThat(TripCount.atMost(0, Long.MIN_VALUE, 1, min, max)).isZero();
        assertThat(TripCount.greaterThan(0, Long.MIN_VALUE, -1, min, max)).isEqualTo(TripCount.NONE);
        assertThat(TripCount.atLeast(0, min + 1, -1, min, max)).isEqualTo(-min);
        assertThat(TripCount.notEqual(0, max + 1, 1, min, max)).isEqualTo(TripCount.NONE);
    }
}
