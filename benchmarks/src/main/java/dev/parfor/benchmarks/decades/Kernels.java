package dev.parfor.benchmarks.decades;

import dev.parfor.ParallelFor;

/** Four loops: bound by memory, two sums of which the plain ones wait for each addition or don't, and one of arithmetic. */
final class Kernels {

    private Kernels() {}

    @ParallelFor
    static void saxpy(double a, double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] += a * x[i];
        }
    }

    @ParallelFor
    static double dot(double[] x, double[] y, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    @ParallelFor
    static int intSum(int[] x, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[i];
        }
        return sum;
    }

    @ParallelFor
    static void roots(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            double t = x[i];
            y[i] = Math.sqrt(t + Math.sqrt(t + Math.sqrt(t + Math.sqrt(t + 1))));
        }
    }
}
