package dev.parfor.benchmarks;

import java.util.Random;

/** Inputs: the same in each run, and the same as those of the kernels in C. */
final class Numbers {

    private Numbers() {}

    /** From -1 to 1. */
    static double[] doubles(int n, long seed) {
        Random random = new Random(seed);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 2 * random.nextDouble() - 1;
        }
        return x;
    }

    static int[] ints(int n, int bound, long seed) {
        Random random = new Random(seed);
        int[] x = new int[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextInt(bound);
        }
        return x;
    }
}
