package dev.parfor.tools.measure;

import com.samskivert.mustache.Mustache;
import dev.parfor.tools.measure.Chart.Axis;
import dev.parfor.tools.measure.Chart.Point;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The measurements as one page that loads nothing and runs no script. Each chart has its numbers in a table below. */
final class HtmlReport {

    /** Lines in one chart that can be told apart. */
    private static final int MOST_LINES = 4;

    private HtmlReport() {}

    static String of(Measurements all) {
        Map<String, Object> values = Map.of(
                "title",
                "Parfor: " + all.className(),
                "machine",
                all.machine().toString(),
                "disturbance",
                all.isDisturbed() ? List.of(Measurements.DISTURBANCE) : List.of(),
                "caveat",
                Measurements.CAVEAT,
                "problems",
                all.problems(),
                "methods",
                all.results().stream().map(HtmlReport::method).toList());
        return Mustache.compiler().compile(resource("measure.html")).execute(values);
    }

    private static Map<String, Object> method(Result result) {
        return Map.of(
                "name", result.method(),
                "sentence", TextReport.sentence(result),
                "breakEven", TextReport.breakEven(result),
                "size", Units.size(result.largestSize()),
                "threads", result.largestTeam(),
                "speedup", speedup(result),
                "schedules", schedules(result),
                "even", even(result),
                "rows", rows(result),
                "causes", causes(result));
    }

    /** Speed-up against the number of threads, for the largest sizes. */
    private static String speedup(Result result) {
        List<Integer> teams = result.runs().stream()
                .map(Result.Run::threads)
                .distinct()
                .sorted()
                .toList();
        int most = result.largestTeam();
        double highest = Math.max(
                most, result.runs().stream().mapToDouble(result::speedup).max().orElse(1));
        Axis x = new Axis(
                "threads",
                Math.min(1, teams.get(0)),
                Math.max(2, most),
                teams.stream().map(Integer::doubleValue).toList(),
                false);
        Chart chart = new Chart(x, Axis.linear("speed-up", highest), "Speed-up against the number of threads")
                .reference("ideal", List.of(new Point(1, 1), new Point(Math.max(2, most), Math.max(2, most))));
        List<Integer> sizes = List.copyOf(result.sequential().keySet());
        for (int size : sizes.subList(Math.max(0, sizes.size() - MOST_LINES), sizes.size())) {
            List<Point> points = result.ofSize(size).stream()
                    .map(r -> new Point(r.threads(), result.speedup(r)))
                    .toList();
            chart.line("size " + Units.size(size), points);
        }
        return chart.svg();
    }

    /** Time of each schedule, below that of the method itself. */
    private static String schedules(Result result) {
        List<String> names = new ArrayList<>(List.of("sequential"));
        List<Double> times = new ArrayList<>(
                List.of(result.sequential().get(result.largestSize()).nanos()));
        result.schedules().forEach(s -> {
            names.add(s.schedule());
            times.add(s.timing().nanos());
        });
        return Chart.bars(names, times, times.stream().map(Units::time).toList(), "Time of each schedule");
    }

    /** Speed-up against size, on each team: above 1 the variant pays. */
    private static String even(Result result) {
        List<Integer> sizes = List.copyOf(result.sequential().keySet());
        double from = Math.max(1, sizes.get(0));
        double to = Math.max(from * 2, result.largestSize());
        double highest =
                result.runs().stream().mapToDouble(result::speedup).max().orElse(1);
        Axis x = new Axis(
                "size",
                from,
                to,
                sizes.stream().filter(s -> s > 0).map(Integer::doubleValue).toList(),
                true);
        Chart chart = new Chart(
                        x, Axis.linear("speed-up", Math.max(1.5, highest)), "Speed-up against the size of the problem")
                .reference("break-even", List.of(new Point(from, 1), new Point(to, 1)));
        List<Integer> teams = result.runs().stream()
                .map(Result.Run::threads)
                .distinct()
                .sorted()
                .toList();
        for (int threads : teams.subList(Math.max(0, teams.size() - MOST_LINES), teams.size())) {
            List<Point> points = new ArrayList<>();
            result.speedupsOn(threads).forEach((size, s) -> points.add(new Point(Math.max(1, size), s)));
            chart.line(threads + (threads == 1 ? " thread" : " threads"), points);
        }
        return chart.svg();
    }

    private static List<Map<String, String>> rows(Result result) {
        List<Map<String, String>> rows = new ArrayList<>();
        result.sequential().forEach((size, alone) -> {
            rows.add(row(Units.size(size), "method", alone, "", "", ""));
            for (Result.Run run : result.ofSize(size)) {
                double speedup = result.speedup(run);
                rows.add(row(
                        "",
                        Integer.toString(run.threads()),
                        run.timing(),
                        Units.number(speedup),
                        Units.number(Speedup.efficiency(speedup, run.threads())),
                        Units.fraction(Speedup.serialFraction(speedup, run.threads()))));
            }
        });
        return rows;
    }

    private static Map<String, String> row(
            String size, String threads, Timing timing, String speedup, String efficiency, String serial) {
        Map<String, String> row = new TreeMap<>();
        row.put("size", size);
        row.put("threads", threads);
        row.put("time", Units.time(timing.nanos()));
        row.put("speedup", speedup);
        row.put("efficiency", efficiency);
        row.put("serial", serial);
        row.put("processors", Units.number(timing.processors()));
        row.put("allocated", Units.bytes(timing.bytes()));
        return row;
    }

    private static List<Map<String, String>> causes(Result result) {
        Causes causes = result.causes();
        return List.of(
                cause("speed of a computation without memory, on all threads at once", causes.machine()),
                cause("speed of independent copies of the sequential method", causes.copies()),
                cause("idle share of the threads' time in the loop", causes.imbalance()),
                cause("share of the sequential time spent outside of the loop", causes.serial()),
                cause("share of calls whose loop ran on the calling thread", causes.alone()));
    }

    private static Map<String, String> cause(String name, double value) {
        return Map.of("name", name, "value", Units.number(value));
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
