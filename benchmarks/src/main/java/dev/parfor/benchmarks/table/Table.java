package dev.parfor.benchmarks.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Makes a Markdown table of the lines that {@link SideBySide} has printed, one file for each round: how many times faster than
 * the sequential loop each form is, the geometric mean over the rounds with its confidence interval, and geometric means over
 * the kernels, of which each round has one.
 */
public final class Table {

    private static final String BASE = "sequential";
    private static final String OURS = "parfor";
    private static final List<String> FORMS = List.of("stream", "executor", OURS, "C");

    /** A kernel at one size. */
    private record Row(String kernel, String kind, String sizeClass, int size) {}

    private record Time(double micros, double total) {}

    private final List<Map<Row, Map<String, Time>>> rounds = new ArrayList<>();

    private Table() {}

    /** @param files one for each round */
    public static void main(String[] files) throws IOException {
        List<List<String>> rounds = new ArrayList<>();
        for (String file : files) {
            rounds.add(Files.readAllLines(Path.of(file)));
        }
        System.out.print(of(rounds));
    }

    static String of(List<List<String>> rounds) {
        Table table = new Table();
        for (List<String> lines : rounds) {
            Map<Row, Map<String, Time>> round = new LinkedHashMap<>();
            for (String line : lines) {
                String[] part = line.split("\t");
                round.computeIfAbsent(
                                new Row(part[0], part[1], part[2], Integer.parseInt(part[3])),
                                row -> new LinkedHashMap<>())
                        .put(part[4], new Time(Double.parseDouble(part[5]), Double.parseDouble(part[6])));
            }
            table.rounds.add(round);
        }
        return table.text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        text.append("| kernel | kind | size | sequential, µs | stream | executor | Parfor | C, OpenMP |\n");
        text.append("|---|---|---:|---:|---|---|---|---|\n");
        List<String> behind = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<Row> rows = List.copyOf(rounds.get(0).keySet());
        for (Row row : rows) {
            text.append(
                    String.format(Locale.ROOT, "| %s | %s | %d | %.0f |", row.kernel, row.kind, row.size, median(row)));
            for (String form : FORMS) {
                List<Double> ratios = ratios(row, BASE, form);
                text.append(' ')
                        .append(ratios.isEmpty() ? "" : Interval.of(ratios))
                        .append(" |");
            }
            text.append('\n');
            compare(row, behind);
            check(row, wrong);
        }
        text.append('\n');
        means(text, "small sizes", row -> row.sizeClass.equals("small"));
        means(text, "large sizes", row -> row.sizeClass.equals("large"));
        means(text, "all", row -> true);
        text.append("\nBehind the executor, intervals apart: ")
                .append(list(behind))
                .append(".\n");
        text.append("Results that differ: ").append(list(wrong)).append(".\n");
        return text.toString();
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /** How many times faster the second form is than the first, round by round. */
    private List<Double> ratios(Row row, String first, String second) {
        List<Double> ratios = new ArrayList<>();
        for (Map<Row, Map<String, Time>> round : rounds) {
            Map<String, Time> times = round.getOrDefault(row, Map.of());
            if (times.containsKey(first) && times.containsKey(second)) {
                ratios.add(times.get(first).micros / times.get(second).micros);
            }
        }
        return ratios;
    }

    private double median(Row row) {
        double[] sorted = rounds.stream()
                .filter(round -> round.containsKey(row))
                .mapToDouble(round -> round.get(row).get(BASE).micros)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private void compare(Row row, List<String> behind) {
        if (Interval.of(ratios(row, BASE, OURS)).isBelow(Interval.of(ratios(row, BASE, "executor")))) {
            behind.add(row.kernel + " " + row.size);
        }
    }

    private void check(Row row, List<String> wrong) {
        for (Map<Row, Map<String, Time>> round : rounds) {
            Map<String, Time> times = round.getOrDefault(row, Map.of());
            for (Map.Entry<String, Time> form : times.entrySet()) {
                double expected = times.get(BASE).total;
                if (Math.abs(form.getValue().total - expected) > 1e-6 * Math.max(1, expected)) {
                    String what = row.kernel + " " + row.size + " " + form.getKey();
                    if (!wrong.contains(what)) {
                        wrong.add(what);
                    }
                }
            }
        }
    }

    private void means(StringBuilder text, String name, Predicate<Row> which) {
        text.append("Geometric means, ").append(name).append(": ");
        List<String> parts = new ArrayList<>();
        for (String form : FORMS) {
            add(parts, which, BASE, form, form.equals("C") ? "C" : form.equals(OURS) ? "Parfor" : form);
        }
        add(parts, which, "stream", OURS, "Parfor against streams");
        add(parts, which, "executor", OURS, "Parfor against the executor");
        add(parts, which, "C", OURS, "Parfor against C");
        text.append(String.join("; ", parts)).append(".\n");
    }

    private void add(List<String> parts, Predicate<Row> which, String first, String second, String label) {
        List<Double> ofRounds = new ArrayList<>();
        for (Map<Row, Map<String, Time>> round : rounds) {
            round.entrySet().stream()
                    .filter(e -> which.test(e.getKey()))
                    .map(Map.Entry::getValue)
                    .filter(times -> times.containsKey(first) && times.containsKey(second))
                    .mapToDouble(times -> Math.log(times.get(first).micros / times.get(second).micros))
                    .average()
                    .ifPresent(mean -> ofRounds.add(Math.exp(mean)));
        }
        if (!ofRounds.isEmpty()) {
            parts.add(label + " " + Interval.of(ofRounds));
        }
    }
}
