package dev.parfor.examples;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Runs a loop and its parallel variant in turns, checks that they agree and says how long each took.
 *
 * <p>Both are run equally often, so that a loop that updates its input in place may be compared as well. The times
 * are medians of interleaved runs after a warm-up, which is enough to see a speed-up; for numbers to quote there are
 * the benchmarks.
 */
final class Comparison {

    private static final int WARM_UP = 3;
    private static final int FEWEST_RUNS = 5;
    private static final int MOST_RUNS = 101;
    private static final long ENOUGH_NANOS = 1_000_000_000L;

    private Comparison() {}

    /** One line of the table. */
    record Row(String what, double sequentialMillis, double parallelMillis, String agreement) {

        static final String HEADER =
                String.format("%-40s %12s %12s %9s  %s", "loop", "sequential", "parallel", "speed-up", "results");

        double speedUp() {
            return sequentialMillis / parallelMillis;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-40s %9.2f ms %9.2f ms %8.2fx  %s",
                    what,
                    sequentialMillis,
                    parallelMillis,
                    speedUp(),
                    agreement);
        }
    }

    /** Whether two results agree: the words for the table, or an exception. */
    interface Agreement<T> {
        String check(T expected, T actual);
    }

    /** Equal in every bit: floating-point numbers, arrays of any depth and everything with {@code equals}. */
    static <T> Agreement<T> sameBits() {
        return (expected, actual) -> {
            if (!Objects.deepEquals(expected, actual)) {
                throw new IllegalStateException("the parallel variant differs from its twin");
            }
            return "same bits";
        };
    }

    /**
     * Equal to within {@code tolerance} of the expected value: for floating-point sums, which a variant associates in
     * blocks. That the blocks don't depend on the number of threads is what the caller checks in addition.
     */
    static Agreement<double[]> within(double tolerance) {
        return (expected, actual) -> {
            double worst = 0;
            for (int i = 0; i < expected.length; i++) {
                double scale = Math.max(Math.abs(expected[i]), Double.MIN_NORMAL);
                worst = Math.max(worst, Math.abs(expected[i] - actual[i]) / scale);
            }
            if (!(worst <= tolerance) || expected.length != actual.length) {
                throw new IllegalStateException("relative difference " + worst + " is more than " + tolerance);
            }
            return String.format(Locale.ROOT, "within %.0e", Math.max(worst, 1e-16));
        };
    }

    /** Compares the results of the last runs and times all of them. */
    static <T> Row of(String what, Supplier<T> sequential, Supplier<T> parallel, Agreement<T> agreement) {
        for (int i = 0; i < WARM_UP; i++) {
            sequential.get();
            parallel.get();
        }
        long[] sequentialNanos = new long[MOST_RUNS];
        long[] parallelNanos = new long[MOST_RUNS];
        long spent = 0;
        int runs = 0;
        T expected = null;
        T actual = null;
        while (runs < FEWEST_RUNS || runs < MOST_RUNS && spent < ENOUGH_NANOS) {
            long start = System.nanoTime();
            expected = sequential.get();
            long middle = System.nanoTime();
            actual = parallel.get();
            long end = System.nanoTime();
            sequentialNanos[runs] = middle - start;
            parallelNanos[runs] = end - middle;
            spent += end - start;
            runs++;
        }
        String verdict = agreement.check(expected, actual);
        return new Row(what, median(sequentialNanos, runs) / 1e6, median(parallelNanos, runs) / 1e6, verdict);
    }

    /** Prints rows under a header. */
    static void print(List<Row> rows) {
        System.out.println(Row.HEADER);
        rows.forEach(System.out::println);
    }

    private static double median(long[] nanos, int count) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[count / 2];
    }
}
