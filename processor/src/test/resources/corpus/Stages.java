package corpus;

import dev.parfor.ParallelFor;

/** Stages of transforms: blocks of cells, each as long as the step of the loop, which is computed. */
final class Stages {

    // GUARDED: two halves of a block
    @ParallelFor
    static void butterflies(int[] x, int n, int half) {
        if (half <= 0 || half > 100) {
            return;
        }
        for (int i = 0; i < n; i += 2 * half) {
            for (int j = 0; j < half; j++) {
                int a = x[i + j];
                int b = x[i + j + half];
                x[i + j] = a + b;
                x[i + j + half] = a - b;
            }
        }
    }

    // GUARDED: by a shift, with an index that goes through the cells
    @ParallelFor
    static void shifted(int[] x, int n, int half) {
        if (half <= 0 || half > 100) {
            return;
        }
        for (int i = 0; i < n; i += half << 1) {
            for (int j = i; j < i + half; j++) {
                int b = x[j + half];
                x[j + half] = x[j] - b;
                x[j] += b;
            }
        }
    }

    // UNSAFE PF233: the step is as long as a half
    @ParallelFor
    static void tooShort(int[] x, int n, int half) {
        if (half <= 0 || half > 100) {
            return;
        }
        for (int i = 0; i < n; i += half + 0 * n) {
            for (int j = 0; j < half; j++) {
                x[i + j] += x[i + j + half];
                x[i + j + half] = j;
            }
        }
    }

    // UNSAFE PF233: one too many
    @ParallelFor
    static void oneTooMany(int[] x, int n, int half) {
        if (half <= 0 || half > 100) {
            return;
        }
        for (int i = 0; i < n; i += 2 * half) {
            for (int j = 0; j <= half; j++) {
                x[i + j] += x[i + j + half];
                x[i + j + half] = j;
            }
        }
    }

    // UNSAFE PF234: the step wraps around to something shorter; three quarters of it are not that
    @ParallelFor
    static void quarters(int[] x, int n, int quarter) {
        if (quarter <= 0 || quarter > 100) {
            return;
        }
        for (int i = 0; i < n; i += 3 * quarter) {
            for (int j = 0; j < 4 * quarter; j++) {
                x[i + j] = i - j;
            }
        }
    }
}
