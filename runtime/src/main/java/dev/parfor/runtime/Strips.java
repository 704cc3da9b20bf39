package dev.parfor.runtime;

/**
 * How large the pieces of a chunk are between two questions whether the loop must end.
 *
 * <p>A question per iteration would cost up to five times the loop, and the cost of an iteration isn't known; so a strip
 * is what earlier runs of the loop say, or one iteration where there are none, and is doubled as long as it takes less
 * than some microseconds.
 */
final class Strips {

    private static final long SHORT_NANOS = 5_000;
    private static final long LONG_NANOS = 50_000;
    private static final long MOST = 1L << 61;

    private Strips() {}

    /** For a loop whose iterations take so long; {@code nanos <= 0} if that is not known. */
    static long first(float nanos) {
        return nanos > 0 ? Math.max(1, (long) (LONG_NANOS / nanos)) : 1;
    }

    static long adapt(long strip, long elapsed) {
        if (elapsed < SHORT_NANOS) {
            return Math.min(MOST, strip * 2);
        }
        return elapsed > LONG_NANOS ? Math.max(1, (long) ((double) strip * LONG_NANOS / elapsed)) : strip;
    }
}
