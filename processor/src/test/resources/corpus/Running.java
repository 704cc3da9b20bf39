package corpus;

import dev.parfor.FloatingReduction;
import dev.parfor.ParallelFor;

/** Values that run through a loop and are stored on the way: prefix sums, running extremes, and what looks like them. */
final class Running {

    private int[] own = new int[300];

    // SAFE
    @ParallelFor
    static int sums(int[] x, int[] out) {
        int s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[i];
            out[i] = s;
        }
        return s;
    }

    // SAFE
    @ParallelFor
    static long inPlace(long[] x, long s) {
        for (int i = 0; i < x.length; i++) {
            s += x[i];
            x[i] = s;
        }
        return s;
    }

    // GUARDED
    @ParallelFor
    static void exclusive(int[] x, int[] out) {
        int s = 7;
        for (int i = 0; i < x.length; i++) {
            out[i] = s;
            s += x[i];
        }
    }

    // SAFE
    @ParallelFor
    static int exclusiveInPlace(int[] x) {
        int s = 0;
        for (int i = 0; i < x.length; i++) {
            int v = x[i];
            x[i] = s;
            s += v;
        }
        return s;
    }

    // SAFE
    @ParallelFor
    static void downwards(int[] x, int[] out) {
        int s = 1;
        for (int i = x.length - 1; i >= 0; i--) {
            s *= x[i] | 1;
            out[i] = s;
        }
    }

    // SAFE approximate
    @ParallelFor
    static double floating(double[] x, double[] out) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[i] * 2;
            out[i] = s;
        }
        return s;
    }

    // SAFE
    @ParallelFor
    static int greatest(int[] x, int[] out) {
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < x.length; i++) {
            most = Math.max(most, x[i]);
            out[i] = most;
        }
        return most;
    }

    // SAFE
    @ParallelFor
    static double least(double[] x, double[] out) {
        double least = 1e9;
        for (int i = 0; i < x.length; i++) {
            least = Math.min(least, x[i]);
            out[i] = least;
        }
        return least;
    }

    // SAFE
    @ParallelFor
    static void bits(int[] x, boolean[] seen, int[] out) {
        int mask = 0;
        int flips = 0;
        for (int i = 0; i < x.length; i++) {
            mask |= x[i] & 255;
            flips ^= x[i];
            out[i] = mask * 1000 + flips;
            seen[i] = mask == 255;
        }
    }

    // SAFE
    @ParallelFor
    static int conditional(int[] x, int[] rank) {
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                n++;
                rank[i] = n;
            } else {
                rank[i] = -n;
            }
        }
        return n;
    }

    // SAFE
    @ParallelFor
    static void withPrivate(int[] x, int[] y, int[] out) {
        int s = 0;
        int k = 5;
        for (int i = 0; i < x.length; i++) {
            int d = x[i] - y[i];
            k += 3;
            if (d < 0) {
                d = -d;
            }
            s += d + k;
            out[i] = s / (d + 2);
        }
    }

    // SAFE
    @ParallelFor
    void intoOwn(int[] x) {
        int s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[i];
            this.own[i] = s;
        }
    }

    // SAFE: in parentheses, also of one array
    @ParallelFor
    static void inParentheses(int[] x, int[] out) {
        int s = 0;
        for (int i = 0; i < x.length && i < out.length; i++) {
            (s) += x[i];
            ((out[i])) = (s);
            (x[i])++;
        }
    }

    // SAFE
    @ParallelFor
    static byte narrow(byte[] x, byte[] out) {
        byte s = 3;
        for (byte v : x) {
            s += v;
        }
        int i = 0;
        for (int j = 0; j < x.length; j++) {
            i += x[j];
            out[j] = (byte) i;
        }
        return s;
    }

    // SAFE
    @ParallelFor
    static long throwing(int[] x, long[] out) {
        long s = 0;
        for (int i = 0; i < x.length; i++) {
            s += 100 / (x[i] + 3);
            out[i] = s / (x[i] - 5);
        }
        return s;
    }

    // UNSAFE PF311: what was stored is read again before it is added
    @ParallelFor
    static int storedBefore(int[] x, int[] y) {
        int s = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = y[i] + 1;
            s += x[i];
            y[i] = s;
        }
        return s;
    }

    // UNSAFE PF311: the sum decides
    @ParallelFor
    static int capped(int[] x, int[] out) {
        int s = 0;
        for (int i = 0; i < x.length; i++) {
            if (s < 100) {
                s += x[i];
            }
            out[i] = s;
        }
        return s;
    }

    // UNSAFE PF301: not associative
    @ParallelFor
    static void decays(int[] x, int[] out) {
        int s = 0;
        for (int i = 0; i < x.length; i++) {
            s = s / 2 + x[i];
            out[i] = s;
        }
    }

    // UNSAFE PF311: read by the next iteration
    @ParallelFor
    static void ahead(int[] x) {
        int s = 0;
        for (int i = 0; i < x.length - 1; i++) {
            s += x[i];
            x[i + 1] = s;
        }
    }

    // UNSAFE PF311: it is where to store
    @ParallelFor
    static void scatter(int[] x, int[] out) {
        int s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[i] & 3;
            out[s] = i;
        }
    }

    // UNSAFE PF311: what the store throws is caught, and counted
    @ParallelFor
    static int caught(int[] x, int[] out) {
        int s = 0;
        for (int i = 0; i < x.length; i++) {
            try {
                s += x[i];
                out[i + 3] = s;
            } catch (ArrayIndexOutOfBoundsException e) {
                s += 1;
            }
        }
        return s;
    }

    // UNSAFE PF311: bits are wanted
    @ParallelFor(floating = FloatingReduction.STRICT)
    static void strict(double[] x, double[] out) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[i];
            out[i] = s;
        }
    }

    // REFUSED PF201: a sum in the array itself
    @ParallelFor
    static void overCells(int[] x) {
        for (int i = 1; i < x.length; i++) {
            x[i] += x[i - 1];
        }
    }
}
