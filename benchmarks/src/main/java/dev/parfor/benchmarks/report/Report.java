package dev.parfor.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns JMH's result files into a Markdown table: for each kernel and size the time of the sequential loop, and how many times
 * faster each variant is. Several files are rounds of one run; the median of the rounds' ratios counts, so that a change of the
 * machine's speed between rounds does no harm.
 *
 * <p>To be run on the machine that has measured, for that is the one it names.
 */
public final class Report {

    private static final String BASE = "sequential";

    private record Row(String kernel, int size) {}

    private final Map<Row, Map<String, List<Double>>> ratios = new LinkedHashMap<>();
    private final Map<Row, List<Double>> base = new LinkedHashMap<>();
    private final Set<String> variants = new LinkedHashSet<>(List.of("stream", "executor", "parfor AUTO"));
    private final Set<String> machines = new LinkedHashSet<>();

    private Report() {}

    /** @param files JMH's JSON files */
    public static void main(String[] files) throws IOException {
        Report report = new Report();
        for (String file : files) {
            report.add(Result.read(Files.readString(Path.of(file))));
        }
        System.out.print(report.text(machine()));
    }

    static String of(List<List<Result>> rounds, String machine) {
        Report report = new Report();
        rounds.forEach(report::add);
        return report.text(machine);
    }

    private void add(List<Result> round) {
        Map<Row, Double> sequential = new LinkedHashMap<>();
        for (Result r : round) {
            machines.add(r.machine());
            if (r.variant().equals(BASE)) {
                Row row = new Row(r.kernel(), r.size());
                sequential.put(row, r.score());
                base.computeIfAbsent(row, k -> new ArrayList<>()).add(microseconds(r));
            }
        }
        for (Result r : round) {
            Double one = sequential.get(new Row(r.kernel(), r.size()));
            if (one != null && !r.variant().equals(BASE)) {
                variants.add(r.variant());
                ratios.computeIfAbsent(new Row(r.kernel(), r.size()), k -> new LinkedHashMap<>())
                        .computeIfAbsent(r.variant(), v -> new ArrayList<>())
                        .add(one / r.score());
            }
        }
    }

    private static double microseconds(Result r) {
        return switch (r.unit()) {
            case "ns" -> r.score() / 1000;
            case "us" -> r.score();
            case "ms" -> r.score() * 1000;
            case "s" -> r.score() * 1_000_000;
            default -> throw new IllegalArgumentException("a unit that is no time: " + r.unit());
        };
    }

    private String text(String machine) {
        variants.removeIf(v -> ratios.values().stream().noneMatch(m -> m.containsKey(v)));
        StringBuilder text = new StringBuilder();
        text.append(machine).append("; ").append(String.join(", ", machines)).append(".\n\n");
        text.append("| kernel | size | sequential, µs |");
        variants.forEach(v -> text.append(' ').append(v).append(" |"));
        text.append("\n|---|---:|---:|").append("---:|".repeat(variants.size())).append('\n');
        ratios.forEach((row, ofRow) -> {
            text.append(format("| %s | %d | %.3g |", row.kernel(), row.size(), median(base.get(row))));
            variants.forEach(v -> text.append(cell(ofRow.containsKey(v) ? median(ofRow.get(v)) : Double.NaN)));
            text.append('\n');
        });
        means(text, "geometric mean, from 100 µs", 100, Double.POSITIVE_INFINITY);
        means(text, "geometric mean, below 100 µs", 0, 100);
        return text.toString();
    }

    private void means(StringBuilder text, String name, double from, double to) {
        List<Row> rows = ratios.keySet().stream()
                .filter(r -> median(base.get(r)) >= from && median(base.get(r)) < to)
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        text.append("| ").append(name).append(" | | |");
        for (String v : variants) {
            text.append(cell(Math.exp(rows.stream()
                    .filter(r -> ratios.get(r).containsKey(v))
                    .collect(Collectors.averagingDouble(
                            r -> Math.log(median(ratios.get(r).get(v))))))));
        }
        text.append('\n');
    }

    private static String cell(double ratio) {
        return Double.isNaN(ratio) ? " |" : format(ratio < 0.1 ? " %.2g |" : " %.2f |", ratio);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The processor's name where Linux tells it, else its architecture. */
    private static String machine() throws IOException {
        String name = System.getProperty("os.arch");
        Path cpus = Path.of("/proc/cpuinfo");
        if (Files.isReadable(cpus)) {
            name = Files.readAllLines(cpus).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(name);
        }
        return name + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                + System.getProperty("os.name");
    }
}
