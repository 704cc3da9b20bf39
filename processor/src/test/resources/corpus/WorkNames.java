package corpus;

import dev.parfor.ParallelFor;
import java.util.Arrays;

/** Work arrays that the body also reaches by other names, or that are looked at when the loop has ended. */
final class WorkNames {

    // SAFE
    @ParallelFor
    static void oneOfTwo(int[] y) {
        double[] even = new double[3];
        double[] odd = new double[3];
        for (int i = 0; i < y.length; i++) {
            Arrays.fill(even, i);
            Arrays.fill(odd, -i);
            double[] w = y[i] % 2 == 0 ? even : odd;
            y[i] = (int) w[1];
        }
    }

    // SAFE
    @ParallelFor
    static void byAnotherName(int[] y) {
        double[] t = new double[3];
        for (int i = 0; i < y.length; i++) {
            double[] w = t;
            w[0] = i;
            y[i] = (int) w[0] + (int) t[0];
        }
    }

    // UNSAFE PF201: the handler reads what the body has made of `w`
    @ParallelFor
    static void inAHandler(int[] y) {
        double[] t = new double[4];
        double[] u = new double[4];
        for (int i = 0; i < y.length; i++) {
            t[i & 1] = i + 1;
            double[] w = u;
            try {
                w = t;
                t[2] = 1 / (y[i] % 3);
            } catch (ArithmeticException e) {
                y[i] = (int) w[0];
            }
        }
    }

    // UNSAFE PF201: `w` is `t` in the second round
    @ParallelFor
    static void inTheNextRound(int[] y) {
        double[] t = new double[4];
        for (int i = 0; i < y.length; i++) {
            double s = 0;
            double[] w = null;
            for (int j = 0; j < 2; j++) {
                if (w != null) {
                    s += w[0];
                }
                w = t;
                t[i & 1] = i + 1;
            }
            y[i] = (int) s;
        }
    }

    // UNSAFE PF201: too many names to follow
    @ParallelFor
    static void oneOfSeven(int[] y) {
        double[] a = new double[3];
        double[] b = new double[3];
        double[] c = new double[3];
        double[] d = new double[3];
        double[] e = new double[3];
        double[] f = new double[3];
        double[] g = new double[3];
        for (int i = 0; i < y.length; i++) {
            int q = y[i] & 7;
            a[i & 1] = i;
            b[i & 1] = i;
            c[i & 1] = i;
            d[i & 1] = i;
            e[i & 1] = i;
            f[i & 1] = i;
            g[i & 1] = i;
            y[i] = (int) (q == 0 ? a : q == 1 ? b : q == 2 ? c : q == 3 ? d : q == 4 ? e : q == 5 ? f : g)[0];
        }
    }

    // UNSAFE PF202: which of two elements is the greater one is asked of each iteration's own, and none is left in the end
    @ParallelFor
    static int greatest(int[] y) {
        int[] t = new int[64];
        int best = 0;
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < t.length; k++) {
                t[k] = (k * 7 + i * 5) % 31;
            }
            if (t[i & 63] > t[best]) {
                best = i & 63;
            }
        }
        return best;
    }

    // SAFE
    @ParallelFor
    static int resultOf(int[] x, int k) {
        int[] t = new int[2];
        for (int i = 0; i < x.length; i++) {
            t[i & 1] = x[i];
            if (x[i] == k) {
                return t[i & 1] + i;
            }
        }
        return -1;
    }

    // SAFE
    @ParallelFor
    static int[] copyOf(int[] x, int k) {
        int[] t = new int[2];
        for (int i = 0; i < x.length; i++) {
            t[0] = x[i];
            t[1] = i;
            if (x[i] == k) {
                return t.clone();
            }
        }
        return null;
    }

    // UNSAFE PF117: half of what is returned is from the iteration before
    @ParallelFor
    static int[] returned(int[] x, int k) {
        int[] t = new int[2];
        for (int i = 0; i < x.length; i++) {
            t[i & 1] = i;
            if (x[i] == k) {
                return t;
            }
        }
        return null;
    }

    // UNSAFE PF117: likewise, by a function that is
    @ParallelFor
    static java.util.function.IntUnaryOperator returnedInAFunction(int[] x, int k) {
        int[] t = new int[2];
        for (int i = 0; i < x.length; i++) {
            t[i & 1] = i;
            if (x[i] == k) {
                return j -> t[j & 1];
            }
        }
        return null;
    }

    // UNSAFE PF202: the text of an array is the same in all iterations
    @ParallelFor
    static void textOf(String[] z) {
        int[] t = new int[1];
        for (@ParallelFor int i = 0; i < z.length; i++) {
            t[0] = i;
            z[i] = "" + t + t[0];
        }
        for (int i = 1; i < z.length; i++) {
            z[i] = z[i].startsWith(z[0].substring(0, z[0].length() - 1)) ? "same" : "another";
        }
    }
}
