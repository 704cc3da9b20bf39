package dev.parfor.tools.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** What the terminal shows. */
final class TextReport {

    private static final String ROW = "    %8s  %12s  %8s  %10s  %10s  %10s  %10s%n";

    private TextReport() {}

    static String of(Measurements all) {
        StringBuilder text = new StringBuilder();
        text.append("parfor: ")
                .append(all.className())
                .append(", ")
                .append(all.machine())
                .append('\n');
        text.append(Measurements.CAVEAT).append('\n');
        if (all.isDisturbed()) {
            text.append(Measurements.DISTURBANCE).append('\n');
        }
        all.results().forEach(r -> method(text, r));
        if (!all.problems().isEmpty()) {
            text.append('\n');
            all.problems().forEach(p -> text.append("not measured: ").append(p).append('\n'));
        }
        return text.toString();
    }

    private static void method(StringBuilder text, Result result) {
        text.append('\n').append(result.method()).append('\n');
        text.append("  ").append(sentence(result)).append('\n');
        text.append("  ").append(breakEven(result)).append('\n');
        for (int size : result.sequential().keySet()) {
            Timing alone = result.sequential().get(size);
            text.append("  size ").append(Units.size(size)).append('\n');
            text.append(String.format(
                    Locale.ROOT,
                    ROW,
                    "threads",
                    "time",
                    "speed-up",
                    "efficiency",
                    "serial",
                    "processors",
                    "allocated"));
            text.append(row("method", alone, "", "", ""));
            for (Result.Run run : result.ofSize(size)) {
                double speedup = result.speedup(run);
                text.append(row(
                        Integer.toString(run.threads()),
                        run.timing(),
                        Units.number(speedup),
                        Units.number(Speedup.efficiency(speedup, run.threads())),
                        Units.fraction(Speedup.serialFraction(speedup, run.threads()))));
            }
        }
        text.append("  schedules, size ")
                .append(Units.size(result.largestSize()))
                .append(", ")
                .append(result.largestTeam())
                .append(" threads:");
        result.schedules()
                .forEach(s -> text.append("  ")
                        .append(s.schedule())
                        .append(' ')
                        .append(Units.time(s.timing().nanos())));
        text.append('\n');
    }

    private static String row(String threads, Timing timing, String speedup, String efficiency, String serial) {
        return String.format(
                Locale.ROOT,
                ROW,
                threads,
                Units.time(timing.nanos()),
                speedup,
                efficiency,
                serial,
                Units.number(timing.processors()),
                Units.bytes(timing.bytes()));
    }

    static String sentence(Result result) {
        return result.causes()
                .sentence(result.sequential().get(result.largestSize()).nanos());
    }

    static String breakEven(Result result) {
        if (result.breakEven().isEmpty()) {
            return "Break-even: not reached by size " + Units.size(result.largestSize()) + " on " + result.largestTeam()
                    + " threads.";
        }
        double exact = result.breakEven().getAsDouble();
        boolean always = exact <= result.sequential().firstKey();
        // more than two digits would be noise
        double size = new BigDecimal(exact).round(new MathContext(2)).doubleValue();
        return "Break-even: " + (always ? "below size " : "at about size ") + Units.size(size) + " on "
                + result.largestTeam() + " threads.";
    }
}
