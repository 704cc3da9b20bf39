package dev.parfor.tools.measure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was measured of a method.
 *
 * @param sequential by size
 * @param runs of the variant as it is, each size on each team
 * @param schedules of the largest size on the largest team
 * @param causes what keeps the largest size on the largest team from being faster
 */
public record Result(
        String method,
        SortedMap<Integer, Timing> sequential,
        List<Run> runs,
        List<ScheduleRun> schedules,
        Causes causes) {

    public Result {
        sequential = new TreeMap<>(sequential);
        runs = List.copyOf(runs);
        schedules = List.copyOf(schedules);
    }

    public record Run(int size, int threads, Timing timing) {}

    public record ScheduleRun(String schedule, Timing timing) {}

    double speedup(Run run) {
        return sequential.get(run.size()).nanos() / run.timing().nanos();
    }

    int largestSize() {
        return sequential.lastKey();
    }

    int largestTeam() {
        return runs.stream().mapToInt(Run::threads).max().orElse(1);
    }

    /** Of one size, by team. */
    List<Run> ofSize(int size) {
        return runs.stream().filter(r -> r.size() == size).toList();
    }

    /** By size, on one team. */
    SortedMap<Integer, Double> speedupsOn(int threads) {
        SortedMap<Integer, Double> all = new TreeMap<>();
        runs.stream().filter(r -> r.threads() == threads).forEach(r -> all.put(r.size(), speedup(r)));
        return all;
    }

    /** From which size on the largest team pays. */
    OptionalDouble breakEven() {
        return Speedup.breakEven(speedupsOn(largestTeam()));
    }

    /** The speed-up of the largest size on the largest team. */
    double speedup() {
        return speedupsOn(largestTeam()).get(largestSize());
    }
}
