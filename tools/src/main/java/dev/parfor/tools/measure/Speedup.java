package dev.parfor.tools.measure;

import java.util.OptionalDouble;
import java.util.SortedMap;

/** Numbers about parallel running times. */
final class Speedup {

    private Speedup() {}

    /** Speed-up divided by the number of threads: 1 if nothing is lost. */
    static double efficiency(double speedup, int threads) {
        return speedup / threads;
    }

    /**
     * The share of the work that seems to be serial: (1/s - 1/p) / (1 - 1/p). Where it grows with p, it is no serial part, but what threads cost. Below 0 where the speed-up is
     * more than the number of threads.
     *
     * <p><b>Source.</b> A. H. Karp, H. P. Flatt, "Measuring parallel processor performance", Communications of the ACM 33(5), 1990.
     *
     * @return nothing for a single thread
     */
    static OptionalDouble serialFraction(double speedup, int threads) {
        return threads < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of((1 / speedup - 1.0 / threads) / (1 - 1.0 / threads));
    }

    /** The efficiency that is left at most if a share of the sequential time stays serial (Amdahl). */
    static double efficiencyWithSerialShare(double share, int threads) {
        return 1 / (1 + (threads - 1) * share);
    }

    /**
     * The size from which on the variant is at least as fast: between two sizes measured, by a straight line through the logarithms of size and speed-up.
     *
     * @param speedups of each size
     * @return the smallest size if it is faster from there on; nothing if it is slower at the largest size
     */
    static OptionalDouble breakEven(SortedMap<Integer, Double> speedups) {
        double found = Double.NaN;
        int lastSize = 0;
        double last = Double.NaN;
        for (var point : speedups.entrySet()) {
            double now = point.getValue();
            if (now < 1) {
                found = Double.NaN;
            } else if (Double.isNaN(last)) {
                found = point.getKey();
            } else if (last < 1) {
                double part = Math.log(1 / last) / Math.log(now / last);
                found = lastSize * Math.pow((double) point.getKey() / lastSize, part);
            }
            last = now;
            lastSize = point.getKey();
        }
        return Double.isNaN(found) ? OptionalDouble.empty() : OptionalDouble.of(found);
    }
}
