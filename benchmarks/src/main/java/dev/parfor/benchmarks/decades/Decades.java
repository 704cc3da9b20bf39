package dev.parfor.benchmarks.decades;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints, for loops of 0 to ten million iterations, the time of the plain loop, that of the variant under {@code AUTO},
 * and their ratio.
 *
 * <p>Not with JMH, since one process has to see all lengths of one loop, in turn, as programs do. Plain loop and variant
 * run in turns of some milliseconds; the numbers are medians over the turns.
 */
public final class Decades {

    private static final int TURNS = 21;
    private static final long TURN_NANOS = 3_000_000;

    private static volatile double sink;

    private Decades() {}

    public static void main(String[] args) {
        int most = 10_000_000;
        System.out.println("| loop | iterations | plain | variant | variant / plain |");
        System.out.println("|---|---|---|---|---|");
        for (String name : args.length == 0 ? Loop.NAMES : List.of(args)) {
            measure(Loop.named(name, most), most);
        }
    }

    private static void measure(Loop loop, int most) {
        for (int n = 1; n <= most; n *= 10) {
            // before numbers count, both have met all lengths
            turn(loop.plain(), n, 200_000_000);
            turn(loop.parallel(), n, 200_000_000);
        }
        print(loop, 0);
        for (int n = 1; n <= most; n *= 10) {
            print(loop, n);
        }
    }

    private static void print(Loop loop, int n) {
        turn(loop.plain(), n, 10 * TURN_NANOS);
        turn(loop.parallel(), n, 10 * TURN_NANOS);
        double[] plain = new double[TURNS];
        double[] parallel = new double[TURNS];
        for (int t = 0; t < TURNS; t++) {
            plain[t] = turn(loop.plain(), n, TURN_NANOS);
            parallel[t] = turn(loop.parallel(), n, TURN_NANOS);
        }
        Arrays.sort(plain);
        Arrays.sort(parallel);
        double before = plain[TURNS / 2];
        double after = parallel[TURNS / 2];
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %s | %s | %.2f |%n",
                loop.name(),
                n,
                time(before),
                time(after),
                after / before);
    }

    /** Nanoseconds a call. */
    private static double turn(Loop.Run run, int n, long nanos) {
        int batch = Math.max(1, 20_000 / (n + 20));
        long calls = 0;
        long start = System.nanoTime();
        long elapsed;
        double sum = 0;
        do {
            for (int i = 0; i < batch; i++) {
                sum += run.of(n);
            }
            calls += batch;
            elapsed = System.nanoTime() - start;
        } while (elapsed < nanos);
        sink = sum;
        return (double) elapsed / calls;
    }

    private static String time(double nanos) {
        return nanos < 10_000
                ? String.format(Locale.ROOT, "%.1f ns", nanos)
                : String.format(Locale.ROOT, "%,.1f µs", nanos / 1000);
    }
}
