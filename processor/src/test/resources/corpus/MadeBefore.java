package corpus;

import dev.parfor.ParallelFor;
import java.util.Arrays;

/** Arrays that the method has made before the loop: nobody knows them by another name, so no guard need look. */
final class MadeBefore {

    private double[] kept = new double[0];

    // SAFE
    @ParallelFor
    static double[] smoothed(double[] x) {
        double[] out = new double[x.length];
        for (int i = 1; i < x.length - 1; i++) {
            out[i] = (x[i - 1] + x[i] + x[i + 1]) / 3;
        }
        return out;
    }

    // SAFE
    @ParallelFor
    static double twoOfThem(int n) {
        double[] a = new double[n + 1];
        double[] b = new double[n + 1];
        Arrays.fill(a, 2);
        for (int i = 0; i < n; i++) {
            b[i] = a[i + 1] * i;
        }
        double[] last = b;
        return last[n / 2];
    }

    // SAFE
    @ParallelFor
    double[] keptLater(double[] x) {
        double[] out = new double[x.length];
        for (int i = 1; i < x.length; i++) {
            out[i] = x[i - 1] + (kept.length > i ? kept[i] : 0);
        }
        kept = out;
        return out;
    }

    // SAFE
    @ParallelFor
    static int[] counts(int[] x) {
        int[] h = new int[16];
        for (int i = 0; i < x.length; i++) {
            h[x[i] & 15]++;
        }
        return h;
    }

    // GUARDED
    @ParallelFor
    static double[] keptBefore(double[] x, double[][] all) {
        double[] out = new double[x.length];
        all[0] = out;
        double[] y = all[all.length - 1];
        for (int i = 1; i < Math.min(x.length, y.length); i++) {
            out[i] = y[i - 1];
        }
        return out;
    }

    // GUARDED
    @ParallelFor
    static double[] underTwoNames(double[] x) {
        double[] out = new double[x.length + 1];
        double[] y = x.length > 5 ? out : x;
        for (int i = 0; i < Math.min(x.length, y.length - 1); i++) {
            out[i] = y[i + 1] + i;
        }
        return out;
    }

    // GUARDED
    @ParallelFor
    static double[] setAgain(double[] x) {
        double[] out = new double[3];
        out = x.length > 3 ? x : out;
        for (int i = 0; i < x.length - 1 && i < out.length; i++) {
            out[i] = x[i + 1] + i;
        }
        return out;
    }

    // GUARDED
    @ParallelFor
    double[] keptInTheRoundBefore(double[] x) {
        double[] out = new double[x.length];
        for (int round = 0; round < 3; round++) {
            double[] before = round == 0 ? x : kept;
            for (@ParallelFor int i = 1; i < Math.min(x.length, before.length); i++) {
                out[i] = before[i - 1] + x[i];
            }
            kept = out;
        }
        return out;
    }

    // GUARDED
    @ParallelFor
    static double[] knownToAFunction(double[] x) {
        double[] out = new double[x.length];
        java.util.function.Supplier<double[]> other = () -> out;
        double[] y = x.length % 2 == 0 ? other.get() : x;
        for (int i = 1; i < x.length; i++) {
            out[i] = y[i - 1] + 1;
        }
        return out;
    }

    // UNSAFE PF201: iteration 2 reads what iteration 1 has written
    @ParallelFor
    static double[] fromItself(double[] x) {
        double[] out = new double[x.length];
        for (int i = 1; i < x.length; i++) {
            out[i] = Math.sqrt(out[i / 2] + x[i]);
        }
        return out;
    }
}
