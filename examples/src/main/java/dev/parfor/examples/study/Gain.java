package dev.parfor.examples.study;

import com.sun.management.OperatingSystemMXBean;
import dev.parfor.runtime.Team;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Measures what the annotations of the case study gain, beside what Amdahl's law predicts.
 *
 * <p>Runs as written and on teams take turns, after a warm-up, so that all of them meet the same machine. Medians are printed of the time that passes, and of the
 * time on a processor, of the calling thread and of all threads. Other work on the machine makes the first longer, and hardly the others: what the calling
 * thread saves is the gain to expect where its helpers have processors of their own, and what all threads together need more is the price.
 */
final class Gain {

    private static final int WARM_UP = 3;

    /** Milliseconds of one run. */
    private record Times(double passed, double caller, double all) {}

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final BufferedImage picture;
    private final Survey.Result expected;

    private Gain(BufferedImage picture) {
        this.picture = picture;
        this.expected = Survey.of(picture, Optional.empty());
    }

    /** Arguments: the share of the time that the annotated loops had in a recording, in percent, and how many runs of each. */
    public static void main(String[] args) throws IOException {
        new Gain(Survey.photograph()).run(Double.parseDouble(args[0]) / 100, Integer.parseInt(args[1]));
    }

    private void run(double share, int runs) {
        Map<Integer, Optional<Team>> teams = new TreeMap<>(Map.of(0, Optional.empty()));
        int processors = Runtime.getRuntime().availableProcessors();
        for (int threads = 1; threads <= processors; threads *= 2) {
            teams.put(threads, Optional.of(Team.of(threads)));
        }
        Map<Integer, List<Times>> all = new TreeMap<>();
        for (int run = -WARM_UP; run < runs; run++) {
            for (int threads : teams.keySet()) {
                Times times = time(teams.get(threads));
                if (run >= 0) {
                    all.computeIfAbsent(threads, t -> new ArrayList<>()).add(times);
                }
            }
        }
        teams.values().forEach(team -> team.ifPresent(Team::close));
        System.out.printf(
                Locale.ROOT,
                "%d processors, load %.1f, Java %d, medians of %d runs%n",
                processors,
                system.getSystemLoadAverage(),
                Runtime.version().feature(),
                runs);
        System.out.println("threads   time passed  gain   calling thread  gain   all threads  predicted gain");
        double passed = median(all.get(0), Times::passed);
        double caller = median(all.get(0), Times::caller);
        all.forEach((threads, times) -> System.out.printf(
                Locale.ROOT,
                "%-7s %9.0f ms %6.2f %13.0f ms %5.2f %10.0f ms %15.2f%n",
                threads == 0 ? "plain" : threads,
                median(times, Times::passed),
                passed / median(times, Times::passed),
                median(times, Times::caller),
                caller / median(times, Times::caller),
                median(times, Times::all),
                1 / (1 - share + share / Math.max(1, threads))));
    }

    private Times time(Optional<Team> team) {
        long start = System.nanoTime();
        long caller = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long all = system.getProcessCpuTime();
        Survey.Result result = Survey.of(picture, team);
        Times times = new Times(
                (System.nanoTime() - start) / 1e6,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - caller) / 1e6,
                (system.getProcessCpuTime() - all) / 1e6);
        if (!result.equals(expected)) {
            throw new IllegalStateException("something else was found");
        }
        return times;
    }

    private static double median(List<Times> times, ToDoubleFunction<Times> part) {
        double[] sorted = times.stream().mapToDouble(part).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
