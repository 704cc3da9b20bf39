package dev.parfor.runtime;

import dev.parfor.runtime.LoopStatistics.GuardOutcome;
import dev.parfor.runtime.LoopStatistics.Outcome;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Adds up what loops did, one row for each loop in the source:
 *
 * <pre>{@code
 * Statistics statistics = new Statistics();
 * Team team = Team.shared().withStatistics(statistics);
 * VectorsParallel.dot(team, a, b);
 * System.out.println(statistics);
 * }</pre>
 *
 * <p>Any number of threads may use one at once.
 */
public final class Statistics implements StatisticsListener {

    private final Map<String, Sums> loops = new ConcurrentHashMap<>();

    /** With no loop yet. */
    public Statistics() {}

    /**
     * The calls of one loop, added up.
     *
     * @param loop method, file and line
     * @param calls how often it was called
     * @param parallelCalls how often it was given out to the team
     * @param iterations the sum of the trip counts
     * @param elapsed the sum of what callers waited for it
     * @param busy the time of all threads in it, in sum
     * @param balanced what {@code busy} would have been had every thread that took part been as long at it as the busiest
     * @param outcomes how the calls ended
     * @param guards what became of the guards
     * @param decisions why the calls went the way they went
     */
    public record Loop(
            String loop,
            long calls,
            long parallelCalls,
            long iterations,
            Duration elapsed,
            Duration busy,
            Duration balanced,
            Map<Outcome, Long> outcomes,
            Map<GuardOutcome, Long> guards,
            Map<String, Long> decisions) {

        /** How many threads were busy with it on average while it ran. */
        public double effectiveCores() {
            return elapsed.isZero() ? 1 : (double) busy.toNanos() / elapsed.toNanos();
        }

        /** How much longer the busiest thread was at it than the average, as a fraction, over all calls. */
        public double imbalance() {
            return busy.isZero() ? 0 : Math.max(0, (double) balanced.toNanos() / busy.toNanos() - 1);
        }
    }

    private static final class Sums {
        private long calls;
        private long parallelCalls;
        private long iterations;
        private long elapsed;
        private long busy;
        private double balanced;
        private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        private final Map<GuardOutcome, Long> guards = new EnumMap<>(GuardOutcome.class);
        private final Map<String, Long> decisions = new TreeMap<>();

        synchronized void add(LoopStatistics one) {
            long busyNow = one.busy().toNanos();
            calls++;
            parallelCalls += one.isParallel() ? 1 : 0;
            iterations += one.tripCount();
            elapsed += one.elapsed().toNanos();
            busy += busyNow;
            balanced += busyNow * (1 + one.imbalance());
            outcomes.merge(one.outcome(), 1L, Long::sum);
            guards.merge(one.guards(), 1L, Long::sum);
            decisions.merge(one.decision(), 1L, Long::sum);
        }

        synchronized Loop of(String loop) {
            return new Loop(
                    loop,
                    calls,
                    parallelCalls,
                    iterations,
                    Duration.ofNanos(elapsed),
                    Duration.ofNanos(busy),
                    Duration.ofNanos((long) balanced),
                    Map.copyOf(outcomes),
                    Map.copyOf(guards),
                    Map.copyOf(decisions));
        }
    }

    @Override
    public void loopEnded(LoopStatistics loop) {
        loops.computeIfAbsent(loop.loop(), name -> new Sums()).add(loop);
    }

    /** A row for each loop that was called, the one that took longest first. */
    public List<Loop> loops() {
        return loops.entrySet().stream()
                .map(e -> e.getValue().of(e.getKey()))
                .sorted(Comparator.comparing(Loop::elapsed).reversed().thenComparing(Loop::loop))
                .toList();
    }

    /** Forgets everything. */
    public void clear() {
        loops.clear();
    }

    /** A table for people. */
    @Override
    public String toString() {
        List<Loop> rows = loops();
        int width = rows.stream().mapToInt(r -> r.loop().length()).max().orElse(4);
        StringBuilder text = new StringBuilder();
        text.append(format(
                "%-" + width + "s %9s %9s %12s %6s %9s  %s%n",
                "loop",
                "calls",
                "on team",
                "ms",
                "cores",
                "imbalance",
                "why"));
        for (Loop row : rows) {
            text.append(format(
                    "%-" + width + "s %9d %9d %12.3f %6.2f %9.2f  %s%n",
                    row.loop(),
                    row.calls(),
                    row.parallelCalls(),
                    row.elapsed().toNanos() / 1e6,
                    row.effectiveCores(),
                    row.imbalance(),
                    why(row)));
        }
        return text.toString();
    }

    private static String why(Loop row) {
        String decisions = counted(row.decisions());
        Map<String, Long> ends = new TreeMap<>();
        row.outcomes().forEach((outcome, calls) -> {
            if (outcome != Outcome.COMPLETED) {
                ends.put(outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '), calls);
            }
        });
        return ends.isEmpty() ? decisions : decisions + "; " + counted(ends);
    }

    private static String counted(Map<String, Long> calls) {
        return calls.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
