package corpus;

import dev.parfor.ParallelFor;

/** Steps that are computed: parts of a width, as merge sorts and fast transforms have them. */
final class ComputedSteps {

    // GUARDED
    @ParallelFor
    static void mergePass(int[] a, int[] out, int width) {
        if (width < 1) {
            return;
        }
        for (int lo = 0; lo < a.length; lo += 2 * width) {
            int mid = Math.min(lo + width, a.length);
            int hi = Math.min(lo + 2 * width, a.length);
            int i = lo;
            int j = mid;
            for (int k = lo; k < hi; k++) {
                if (i < mid && (j >= hi || a[i] <= a[j])) {
                    out[k] = a[i++];
                } else {
                    out[k] = a[j++];
                }
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void butterflies(double[] x, int half) {
        if (half < 1) {
            return;
        }
        int n = x.length;
        for (int s = 0; s < n; s += half * 2) {
            for (int k = 0; k < half; k++) {
                double t = x[s + k + half];
                double u = x[s + k];
                x[s + k] = u + t;
                x[s + k + half] = u - t;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void inclusive(int[] x, int width) {
        if (width < 1) {
            return;
        }
        for (int lo = 0; lo < x.length - width; lo += width + 1) {
            for (int k = 0; k <= width; k++) {
                x[lo + k] = lo - x[lo + k] * 3;
            }
        }
    }

    // SAFE: the part's number is enough
    @ParallelFor
    static void firsts(int[] x, int width) {
        if (width < 1) {
            return;
        }
        for (int lo = 0; lo < x.length; lo += 2 * width) {
            x[lo] = lo;
        }
    }

    // UNSAFE PF234: one more than the part has
    @ParallelFor
    static void oneMore(int[] x, int width) {
        if (width < 1) {
            return;
        }
        for (int lo = 0; lo < x.length - 2 * width; lo += 2 * width) {
            for (int k = 0; k <= 2 * width; k++) {
                x[lo + k] = lo;
            }
        }
    }

    // UNSAFE PF202: parts of three times the width
    @ParallelFor
    static void wider(int[] x, int width) {
        if (width < 1) {
            return;
        }
        for (int lo = 0; lo < x.length; lo += 2 * width) {
            int hi = Math.min(lo + 3 * width, x.length);
            for (int k = lo; k < hi; k++) {
                x[k] = lo;
            }
        }
    }
}
