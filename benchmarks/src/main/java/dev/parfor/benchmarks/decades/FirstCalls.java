package dev.parfor.benchmarks.decades;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Prints what the first ten calls take together in a fresh Java machine, of the plain loop and of its variant: classes are loaded, code is
 * interpreted and compiled meanwhile, and {@code AUTO} knows nothing.
 *
 * <p>Each Java machine makes ten calls of one of them; the two take turns, and the numbers are medians over the turns.
 */
public final class FirstCalls {

    private static final int TURNS = 9;
    private static final int CALLS = 10;
    private static final int LEAST = 1_000;
    private static final int MOST = 10_000_000;

    private static volatile double sink;

    private FirstCalls() {}

    /** @param args nothing, or what such a Java machine is to run: a loop, its length, {@code plain} or {@code variant} */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 3) {
            System.out.println(run(args[0], Integer.parseInt(args[1]), args[2]));
            return;
        }
        System.out.println("| loop | iterations | plain | variant | variant / plain |");
        System.out.println("|---|---|---|---|---|");
        for (String name : Loop.NAMES) {
            for (int n = LEAST; n <= MOST; n *= 10) {
                print(name, n);
            }
        }
    }

    private static void print(String name, int n) throws IOException, InterruptedException {
        double[] plain = new double[TURNS];
        double[] variant = new double[TURNS];
        for (int t = 0; t < TURNS; t++) {
            plain[t] = fresh(name, n, "plain");
            variant[t] = fresh(name, n, "variant");
        }
        Arrays.sort(plain);
        Arrays.sort(variant);
        double before = plain[TURNS / 2] / 1e6;
        double after = variant[TURNS / 2] / 1e6;
        System.out.printf(
                Locale.ROOT, "| %s | %,d | %.2f ms | %.2f ms | %.2f |%n", name, n, before, after, after / before);
    }

    private static double fresh(String name, int n, String side) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstCalls.class.getName(),
                        name,
                        Integer.toString(n),
                        side)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(name + " of " + n + " has failed: " + out);
        }
        return Double.parseDouble(out.strip());
    }

    /** Nanoseconds of ten calls. */
    private static long run(String name, int n, String side) {
        Loop loop = Loop.named(name, n);
        Loop.Run run = side.equals("plain") ? loop.plain() : loop.parallel();
        double sum = 0;
        long start = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            sum += run.of(n);
        }
        long elapsed = System.nanoTime() - start;
        sink = sum;
        return elapsed;
    }
}
