package dev.parfor.processor.random;

import dev.parfor.processor.corpus.Verdict;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts verdicts by theme, and refusals of loops that showed no conflict by theme and code. <i>No conflict</i>: on no input.
 * <i>Apart</i>: on none whose arrays, objects and indices are all different, so that a guard would help.
 */
final class Tally {

    private static final class Row {
        private int all;
        private int proved;
        private int guarded;
        private int ranAsRegion;
        private int refusedThoughIndependent;
        private int refusedThoughApart;
    }

    private final Map<String, Row> rows = new TreeMap<>();
    private final Map<String, Integer> needless = new TreeMap<>();
    private final Map<String, String> examples = new TreeMap<>();

    void add(Program program, Verdict verdict, Checker.Seen seen) {
        for (String name : new String[] {program.theme(), "together"}) {
            Row row = rows.computeIfAbsent(name, n -> new Row());
            row.all++;
            row.proved += verdict.isAccepted() && !verdict.isGuarded() ? 1 : 0;
            row.guarded += verdict.isGuarded() ? 1 : 0;
            row.ranAsRegion += seen.regions() > 0 ? 1 : 0;
            row.refusedThoughIndependent += !verdict.isAccepted() && seen.independent() ? 1 : 0;
            row.refusedThoughApart += !verdict.isAccepted() && seen.apart() ? 1 : 0;
        }
        if (!verdict.isAccepted() && seen.apart()) {
            for (String refusal : verdict.codes()) {
                String code = program.theme() + " " + refusal + (seen.independent() ? "" : " apart");
                needless.merge(code, 1, Integer::sum);
                examples.merge(code, " " + program.seed(), (a, b) -> a.length() > 60 ? a : a + b);
            }
        }
    }

    int accepted() {
        Row together = rows.get("together");
        return together.proved + together.guarded;
    }

    int regions() {
        return rows.get("together").ranAsRegion;
    }

    String table() {
        StringBuilder text = new StringBuilder("%-12s %6s %7s %8s %8s %8s %12s %8s\n"
                .formatted("random loops", "all", "proved", "guarded", "regions", "refused", "no conflict", "apart"));
        rows.forEach((name, row) -> text.append("%-12s %6d %7d %8d %8d %8d %12d %8d\n"
                .formatted(
                        name,
                        row.all,
                        row.proved,
                        row.guarded,
                        row.ranAsRegion,
                        row.all - row.proved - row.guarded,
                        row.refusedThoughIndependent,
                        row.refusedThoughApart)));
        text.append("refused without a conflict seen, by form and code:\n");
        needless.forEach(
                (code, count) -> text.append("%-25s %5d  seeds%s\n".formatted(code, count, examples.get(code))));
        return text.toString();
    }
}
