package dev.parfor.tools.measure;

import java.util.List;

/**
 * All that was measured of a class.
 *
 * @param problems why methods or sizes are missing
 */
public record Measurements(String className, Machine machine, List<Result> results, List<String> problems) {

    /** What the numbers are not. */
    static final String CAVEAT =
            "Medians of calls in one Java machine after a warm-up, not JMH: no forks, and what the compiler has learned from one size helps the next."
                    + " Arguments are made once for each row.";

    static final String DISTURBANCE =
            "The machine did other work: a single thread did not get a processor for itself. These numbers mean little.";
    private static final double DISTURBED = 0.7;

    public Measurements {
        results = List.copyOf(results);
        problems = List.copyOf(problems);
    }

    /** Whether other programs had the processors: a single thread that computes should get all of one. */
    boolean isDisturbed() {
        return results.stream()
                .anyMatch(r -> r.sequential().get(r.largestSize()).processors() < DISTURBED);
    }

    /** For the terminal. */
    public String text() {
        return TextReport.of(this);
    }

    /** One object. */
    public String json() {
        return JsonReport.of(this);
    }

    /** One page that loads nothing. */
    public String page() {
        return HtmlReport.of(this);
    }
}
