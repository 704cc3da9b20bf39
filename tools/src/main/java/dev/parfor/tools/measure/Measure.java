package dev.parfor.tools.measure;

import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.Team;
import dev.parfor.tools.Bar;
import dev.parfor.tools.UserError;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Runs the methods of a class and their variants. Each team gets the classes anew, so that what {@code AUTO} has learned on one of them does not
 * decide on the next.
 */
public final class Measure {

    /** Of larger sizes none is run whose sequential call would take about so long or longer. */
    private static final double LONGEST_NANOS = 1e9;

    private final MeasuredClasses classes;
    private final Plan plan;
    private final PrintWriter progress;
    private final Stopwatch stopwatch;
    private final List<String> problems = new ArrayList<>();

    /**
     * What to run.
     *
     * @param factories a class that makes arguments, as a harness class does
     * @param methods a part of the names of those methods to measure
     * @param sizes empty for the usual ones
     * @param millis for each warm-up and each measurement
     */
    public record Plan(
            String classPath,
            String className,
            Optional<String> factories,
            Optional<String> methods,
            List<Integer> sizes,
            List<Integer> teams,
            long millis) {

        private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
        private static final List<Integer> NESTED_SIZES = List.of(10, 30, 100, 300, 1_000);

        public Plan {
            sizes = List.copyOf(sizes);
            teams = List.copyOf(teams);
        }

        List<Integer> sizesFor(Pair pair) {
            return !sizes.isEmpty() ? sizes : pair.nested() ? NESTED_SIZES : SIZES;
        }
    }

    /** @param progress where it is said what is being measured */
    public Measure(Plan plan, PrintWriter progress) {
        this.plan = plan;
        this.progress = progress;
        this.classes = new MeasuredClasses(plan.classPath());
        this.stopwatch = new Stopwatch(Stopwatch.meters(), plan.millis(), plan.millis());
    }

    public Measurements run() {
        Pairs found = pairs();
        List<Pair> all = found.all();
        problems.addAll(found.problems());
        int most = plan.teams().stream().mapToInt(Integer::intValue).max().orElse(1);
        List<Result> results = new ArrayList<>();
        try (Bar bar = Bar.onTerminal("measure")) {
            List<Pair> wanted = all.stream()
                    .filter(p -> plan.methods().map(m -> p.name().contains(m)).orElse(true))
                    .toList();
            double machine = new Contention(stopwatch).ofMachine(most);
            for (int i = 0; i < wanted.size(); i++) {
                Pair pair = wanted.get(i);
                bar.progress(pair.name(), i, wanted.size());
                progress.println("measuring " + pair.name() + " ...");
                measure(pair, machine, most).ifPresent(results::add);
            }
            bar.progress("", wanted.size(), wanted.size());
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
        if (results.isEmpty()) {
            throw new UserError(
                    "nothing was measured" + (problems.isEmpty() ? "" : ": " + String.join("; ", problems)));
        }
        return new Measurements(plan.className(), Machine.here(), results, problems);
    }

    private Pairs pairs() {
        return new Pairs(classes.load(), plan.className(), plan.factories());
    }

    /** The same method of classes that were loaded for it. */
    private Pair fresh(Pair pair) {
        return pairs().all().stream()
                .filter(p -> p.name().equals(pair.name()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Result> measure(Pair pair, double machine, int most) {
        try {
            SortedMap<Integer, Timing> sequential = sequential(fresh(pair));
            List<Result.Run> runs = new ArrayList<>();
            for (int threads : plan.teams()) {
                Pair own = fresh(pair);
                try (Team team = Team.of(threads)) {
                    for (int size : sequential.keySet()) {
                        runs.add(new Result.Run(size, threads, parallel(own, team, size)));
                    }
                }
            }
            int size = sequential.lastKey();
            List<Result.ScheduleRun> schedules = new ArrayList<>();
            for (Schedule schedule : Schedule.values()) {
                try (Team team = Team.of(most)) {
                    Timing timing = parallel(fresh(pair), team.withSchedule(schedule), size);
                    schedules.add(new Result.ScheduleRun(schedule.name(), timing));
                }
            }
            Timing alone = sequential.get(size);
            double best = runs.stream()
                    .filter(r -> r.size() == size && r.threads() == most)
                    .mapToDouble(r -> alone.nanos() / r.timing().nanos())
                    .findFirst()
                    .orElseThrow();
            return Optional.of(new Result(
                    pair.name(), sequential, runs, schedules, causes(pair, size, most, alone.nanos(), machine, best)));
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable failure) {
            problems.add(pair.name() + ": " + failure + "; --inputs names a class that makes other arguments");
            return Optional.empty();
        }
    }

    private SortedMap<Integer, Timing> sequential(Pair pair) throws Throwable {
        SortedMap<Integer, Timing> timings = new TreeMap<>();
        for (int size : new TreeSet<>(plan.sizesFor(pair))) {
            if (!timings.isEmpty()) {
                double growth = (double) size / timings.lastKey();
                if (timings.get(timings.lastKey()).nanos() * growth > LONGEST_NANOS) {
                    problems.add(pair.name() + ": size " + Units.size(size) + " is left out; a call would take long");
                    break;
                }
            }
            Object[] arguments = pair.arguments().make(size);
            timings.put(size, stopwatch.time(() -> pair.sequential(arguments)));
        }
        return timings;
    }

    private Timing parallel(Pair pair, Team team, int size) throws Throwable {
        Object[] arguments = pair.arguments().make(size);
        return stopwatch.time(() -> pair.parallel(team, arguments));
    }

    private Causes causes(Pair pair, int size, int threads, double nanos, double machine, double speedup)
            throws Throwable {
        Pair own = fresh(pair);
        double copies = threads < 2
                ? 1
                : new Contention(stopwatch)
                        .share(threads, nanos, () -> {
                            Object[] arguments = own.arguments().make(size);
                            return () -> own.sequential(arguments);
                        })
                        .relativeSpeed();
        try (Team team = Team.of(threads)) {
            Object[] arguments = own.arguments().make(size);
            stopwatch.time(() -> own.parallel(team, arguments));
            int calls = (int) Math.max(3, Math.min(1_000, plan.millis() * 1e6 / nanos));
            LoopRecording recording = LoopRecording.of(calls, () -> own.parallel(team, arguments));
            double perCall = recording.callNanos() / calls;
            return new Causes(
                    threads,
                    Speedup.efficiency(speedup, threads),
                    machine,
                    Math.min(copies, machine),
                    recording.imbalance(),
                    Math.min(1, recording.outside() * perCall / nanos),
                    recording.alone(),
                    recording.fallback());
        }
    }
}
