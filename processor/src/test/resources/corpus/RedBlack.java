package corpus;

import dev.parfor.ParallelFor;

/** Every other cell, of which a remainder says which: neighbours are of the other colour. */
final class RedBlack {

    // SAFE: pairs that begin at an even or at an odd place
    @ParallelFor
    static void oddEvenSort(int[] a, int phase) {
        for (int i = phase % 2; i < a.length - 1; i += 2) {
            if (a[i] > a[i + 1]) {
                int t = a[i];
                a[i] = a[i + 1];
                a[i + 1] = t;
            }
        }
    }

    // UNSAFE PF234: pairs that overlap, since `i` goes by one
    @ParallelFor
    static void bubble(int[] a, int phase) {
        for (int i = phase % 2; i < a.length - 1; i++) {
            if (a[i] > a[i + 1]) {
                int t = a[i];
                a[i] = a[i + 1];
                a[i + 1] = t;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void sweep(double[][] u, int colour) {
        for (int i = 1; i < u.length - 1; i++) {
            for (int j = 1 + ((i + colour) & 1); j < u[i].length - 1; j += 2) {
                u[i][j] = 0.25 * (u[i - 1][j] + u[i + 1][j] + u[i][j - 1] + u[i][j + 1]);
            }
        }
    }

    // GUARDED: the sum may wrap around, by a multiple of two
    @ParallelFor
    static void sweepFrom(double[][] u, int colour) {
        for (int i = 1; i < u.length - 1; i++) {
            for (int j = 2 + (i + colour) % 2; j < u[i].length - 1; j += 2) {
                u[i][j] = 0.25 * (u[i - 1][j] + u[i + 1][j] + u[i][j - 1] + u[i][j + 1]);
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void coloured(double[][] u, int colour) {
        for (int i = 1; i < u.length - 1; i++) {
            for (int j = 1; j < u[i].length - 1; j++) {
                if ((i + j) % 2 == colour) {
                    u[i][j] = 0.25 * (u[i - 1][j] + u[i + 1][j] + u[i][j - 1] + u[i][j + 1]);
                }
            }
        }
    }

    // UNSAFE PF221: the one beside it in the next row has this colour, too
    @ParallelFor
    static void diagonal(double[][] u, int colour) {
        for (int i = 1; i < u.length - 1; i++) {
            for (int j = 1; j < u[i].length - 1; j++) {
                if ((i + j) % 2 == colour) {
                    u[i][j] = 0.25 * (u[i - 1][j - 1] + u[i + 1][j + 1] + u[i][j - 1] + u[i][j + 1]);
                }
            }
        }
    }

    // UNSAFE PF221: of a third, the wrapped sums are other ones
    @ParallelFor
    static void ofThree(double[][] u, int colour) {
        for (int i = 1; i < u.length - 1; i++) {
            for (int j = 1; j < u[i].length - 1; j++) {
                if ((i + j + colour) % 3 == 1) {
                    u[i][j] = u[i - 1][j] + u[i + 1][j];
                }
            }
        }
    }

    // GUARDED: of one array
    @ParallelFor
    static void flat(double[] u, int w, int h, int colour) {
        for (int i = 1; i < h - 1; i++) {
            for (int j = 2 + (i + colour) % 2; j < w - 1; j += 2) {
                int k = i * w + j;
                u[k] = 0.25 * (u[k - 1] + u[k + 1] + u[k - w] + u[k + w]);
            }
        }
    }
}
