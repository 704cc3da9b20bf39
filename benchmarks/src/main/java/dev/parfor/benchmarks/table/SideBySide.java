package dev.parfor.benchmarks.table;

import dev.parfor.benchmarks.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Measures one kernel in one Java machine, all forms in turns of some milliseconds, and the same kernel in C right after it.
 *
 * <p>Not with JMH, whose forms follow each other by seconds: what a machine does meanwhile would be taken for a difference.
 *
 * <p>Prints a line for each form: kernel, kind, size class, size, form, microseconds of a call, sum of the result.
 */
public final class SideBySide {

    private static final int MOST_TURNS = 15;
    private static final int LEAST_TURNS = 3;
    private static final long TURN_NANOS = 12_000_000;
    private static final long WARM_NANOS = 1_000_000_000;
    /** All turns of all forms at one size. */
    private static final long ALL_NANOS = 900_000_000;

    private static volatile Object sink;

    private SideBySide() {}

    /** @param args the kernel's name, and the program in C if there is one */
    public static void main(String[] args) throws Exception {
        Kernel kernel = Kernel.ALL.stream()
                .filter(k -> k.name().equals(args[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(args[0]));
        Path c = args.length > 1 ? Path.of(args[1]) : null;
        Workers workers = new Workers();
        measure(kernel, "small", kernel.small(), workers, c);
        measure(kernel, "large", kernel.large(), workers, c);
        workers.close();
    }

    private static void measure(Kernel kernel, String sizeClass, int size, Workers workers, Path c) throws Exception {
        Forms forms = new Forms(kernel.type(), size, workers);
        int count = Forms.NAMES.size();
        double[] totals = new double[count];
        double slowest = 0;
        for (int f = 0; f < count; f++) {
            totals[f] = Forms.total(forms.call(f));
            slowest += Math.max(TURN_NANOS, turn(forms, f, WARM_NANOS));
        }
        int turns = (int) Math.max(LEAST_TURNS, Math.min(MOST_TURNS, ALL_NANOS / slowest));
        double[][] nanos = new double[count][turns];
        for (int t = 0; t < turns; t++) {
            for (int k = 0; k < count; k++) {
                int f = (k + t) % count;
                nanos[f][t] = turn(forms, f, TURN_NANOS);
            }
        }
        for (int f = 0; f < count; f++) {
            Arrays.sort(nanos[f]);
            print(kernel, sizeClass, size, Forms.NAMES.get(f), nanos[f][turns / 2] / 1000, totals[f]);
        }
        if (c != null && Files.isExecutable(c)) {
            inC(kernel, sizeClass, size, c, turns);
        }
    }

    private static void inC(Kernel kernel, String sizeClass, int size, Path c, int turns)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        c.toString(),
                        kernel.name(),
                        Integer.toString(size),
                        Integer.toString(turns),
                        Long.toString(TURN_NANOS / 1000))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .trim()
                .split(" ");
        if (process.waitFor() == 0) {
            print(kernel, sizeClass, size, "C", Double.parseDouble(line[0]), Double.parseDouble(line[1]));
        }
    }

    /** Nanoseconds a call, of as many calls as fit, at least one. */
    private static double turn(Forms forms, int form, long nanos) throws ReflectiveOperationException {
        long start = System.nanoTime();
        long elapsed;
        long calls = 0;
        do {
            sink = forms.call(form);
            calls++;
            elapsed = System.nanoTime() - start;
        } while (elapsed < nanos);
        return (double) elapsed / calls;
    }

    private static void print(Kernel kernel, String sizeClass, int size, String form, double micros, double total) {
        System.out.printf(
                Locale.ROOT,
                "%s\t%s\t%s\t%d\t%s\t%.6g\t%.17g%n",
                kernel.name(),
                kernel.kind(),
                sizeClass,
                size,
                form,
                micros,
                total);
    }
}
