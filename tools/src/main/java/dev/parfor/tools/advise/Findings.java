package dev.parfor.tools.advise;

import dev.parfor.processor.advice.Advice.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was found, the loop that matters most first: by its share of the time where there is a recording, then parallel
 * loops, refused ones, and those inside of parallel ones.
 *
 * @param samples all of the recording; 0 without one
 * @param recording its file; empty without one
 * @param problems what kept loops from being judged
 */
record Findings(List<Finding> loops, long samples, String recording, List<String> problems) {

    Findings {
        loops = List.copyOf(loops);
        problems = List.copyOf(problems);
    }

    /** @param loops in source order, those of one file together */
    static Findings of(List<Loop> loops, Optional<Recording> recording, List<String> problems) {
        Map<Loop, Recording.Count> counts = recording.map(r -> r.counts(loops)).orElse(Map.of());
        Map<String, Integer> seen = new HashMap<>();
        List<Finding> all = new ArrayList<>();
        Optional<Loop> parallel = Optional.empty();
        for (Loop loop : loops) {
            boolean isInside = parallel.filter(p -> loop.depth() > p.depth() && isWithin(loop, p))
                    .isPresent();
            if (!isInside) {
                parallel = loop.verdict().isParallel() ? Optional.of(loop) : Optional.empty();
            }
            int nth = seen.merge(loop.type() + " " + loop.where() + " " + loop.loop(), 1, Integer::sum);
            Recording.Count count = counts.getOrDefault(loop, Recording.Count.NONE);
            all.add(new Finding(loop, nth, isInside, count.samples(), count.own()));
        }
        all.sort(Comparator.comparingLong((Finding f) -> -f.samples()).thenComparingInt(Findings::rank));
        return new Findings(
                all,
                recording.map(Recording::samples).orElse(0L),
                recording.map(Recording::name).orElse(""),
                problems);
    }

    private static boolean isWithin(Loop loop, Loop outer) {
        return loop.file().equals(outer.file()) && loop.line() >= outer.line() && loop.lastLine() <= outer.lastLine();
    }

    private static int rank(Finding finding) {
        return finding.isInsideParallel() ? 2 : finding.loop().verdict().isParallel() ? 0 : 1;
    }

    boolean hasRecording() {
        return samples > 0;
    }

    /** Of the recording's time, 0 to 1. */
    double share(long part) {
        return samples == 0 ? 0 : (double) part / samples;
    }

    /** How many loops have each verdict. */
    Map<Verdict, Integer> counts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        loops.forEach(f -> counts.merge(f.loop().verdict(), 1, Integer::sum));
        return counts;
    }

    long files() {
        return loops.stream().map(f -> f.loop().file()).distinct().count();
    }
}
