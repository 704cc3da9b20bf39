package corpus;

import dev.parfor.ParallelFor;

/** Extremes kept in a wider type than that of what is compared. */
final class WideExtremes {

    // SAFE
    @ParallelFor
    static long ints(int[] x) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < x.length; i++) {
            int v = x[i] * 3;
            if (v < least) {
                least = v;
            }
        }
        return least;
    }

    // SAFE
    @ParallelFor
    static double intsWithTheirPlace(int[] x) {
        double most = Double.NEGATIVE_INFINITY;
        int at = -1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] >= most) {
                most = x[i];
                at = i;
            }
        }
        return most + at;
    }

    // SAFE
    @ParallelFor
    static float roundedLongs(long[] x) {
        float most = -1;
        int at = -1;
        for (int i = 0; i < x.length; i++) {
            long v = x[i] * 1_000_000_007L;
            if (v > most) {
                most = v;
                at = i;
            }
        }
        return most + at;
    }

    // SAFE
    @ParallelFor
    static int chars(char[] x) {
        int most = 0;
        for (char c : x) {
            most = c > most ? c : most;
        }
        return most;
    }

    // UNSAFE PF301: what is kept is not what was compared
    @ParallelFor
    static byte narrowed(int[] x) {
        byte least = 100;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < least) {
                least = (byte) x[i];
            }
        }
        return least;
    }
}
