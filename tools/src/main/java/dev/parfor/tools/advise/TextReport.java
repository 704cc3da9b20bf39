package dev.parfor.tools.advise;

import dev.parfor.processor.advice.Advice.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The findings for a terminal. */
final class TextReport {

    static final int[] CORES = {2, 4, 8, 16};

    private TextReport() {}

    /** @param limit how many loops are listed at most */
    static String of(Findings findings, int limit) {
        StringBuilder out = new StringBuilder(summary(findings)).append('\n');
        findings.problems().forEach(p -> out.append(p).append('\n'));
        if (findings.hasRecording()) {
            out.append(findings.samples())
                    .append(" samples in ")
                    .append(findings.recording())
                    .append(
                            "; x2 to x16: how much faster the program could become on so many cores, if this loop were parallel\n");
        }
        List<Finding> listed = findings.loops().stream()
                .filter(f -> findings.hasRecording() ? f.samples() > 0 : !f.isInsideParallel())
                .toList();
        if (!listed.isEmpty()) {
            out.append('\n');
            String head = findings.hasRecording() ? "  share    x2    x4    x8   x16  " : "";
            out.append(head).append(String.format("%-11s %s%n", "verdict", "loop"));
        }
        listed.stream().limit(limit).forEach(f -> out.append(row(findings, f)));
        if (listed.size() > limit) {
            out.append("... and ").append(listed.size() - limit).append(" more; --limit shows more\n");
        }
        return out.toString();
    }

    static String summary(Findings findings) {
        int parallel = findings.counts().entrySet().stream()
                .filter(e -> e.getKey().isParallel())
                .mapToInt(e -> e.getValue())
                .sum();
        String counts = Stream.of(Verdict.values())
                .map(v -> findings.counts().get(v) + " " + Loop.words(v))
                .collect(Collectors.joining(", "));
        return "parfor: " + parallel + " of " + findings.loops().size() + " loops in " + findings.files()
                + (findings.files() == 1 ? " file" : " files") + " could run in parallel as written (" + counts + ")";
    }

    private static String row(Findings findings, Finding finding) {
        Loop loop = finding.loop();
        StringBuilder front = new StringBuilder();
        if (findings.hasRecording()) {
            double share = findings.share(finding.samples());
            front.append(String.format(Locale.ROOT, "%5.1f %%", 100 * share));
            for (int cores : CORES) {
                front.append(String.format(Locale.ROOT, " %5.2f", Amdahl.gain(share, cores)));
            }
            front.append("  ");
        }
        String indent = " ".repeat(front.length() + 12);
        List<String> lines = new ArrayList<>();
        lines.add(front + String.format("%-11s ", Loop.words(loop.verdict())) + finding.line() + "  " + loop.where()
                + (finding.isInsideParallel() ? "  (inside a parallel loop)" : ""));
        if (loop.verdict().isParallel()) {
            lines.add(indent + "write: "
                    + (loop.annotation().startsWith("for (") ? loop.marked() : loop.annotation() + " on the method"));
        } else {
            lines.add(indent + loop.loop());
            loop.reasons().stream().limit(1).forEach(r -> lines.add(indent + r.firstLine()));
        }
        return String.join("\n", lines) + "\n";
    }
}
