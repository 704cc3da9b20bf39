package dev.parfor.benchmarks.table;

import java.util.List;
import java.util.Locale;

/** The geometric mean of some ratios, with its 95 % confidence interval by Student's t on their logarithms. */
record Interval(double mean, double low, double high) {

    /** Quantile 0.975 for 1, 2, ... degrees of freedom. */
    private static final double[] T = {12.71, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228};

    static Interval of(List<Double> ratios) {
        int n = ratios.size();
        double mean = ratios.stream().mapToDouble(Math::log).average().orElse(Double.NaN);
        if (n < 2) {
            return new Interval(Math.exp(mean), 0, Double.POSITIVE_INFINITY);
        }
        double squares = ratios.stream()
                .mapToDouble(r -> Math.log(r) - mean)
                .map(d -> d * d)
                .sum();
        double half = T[Math.min(n - 2, T.length - 1)] * Math.sqrt(squares / (n - 1) / n);
        return new Interval(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half));
    }

    /** Whether all of this one lies below all of the other one. */
    boolean isBelow(Interval other) {
        return high < other.low;
    }

    @Override
    public String toString() {
        return high == Double.POSITIVE_INFINITY
                ? String.format(Locale.ROOT, "%.2f", mean)
                : String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", mean, low, high);
    }
}
