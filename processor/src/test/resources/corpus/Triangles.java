package corpus;

import dev.parfor.ParallelFor;

/** Triangles whose rows lie one after the other in an array. */
final class Triangles {

    // GUARDED: a row begins where the numbers of all rows before it add up to
    @ParallelFor
    static void lower(int[] x, int h) {
        for (int i = 0; i < h; i++) {
            for (int j = 0; j <= i; j++) {
                x[i * (i + 1) / 2 + j] = i - 2 * j;
            }
        }
    }

    // GUARDED: without the diagonal
    @ParallelFor
    static void strictlyLower(int[] x, int h) {
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < i; j++) {
                x[i * (i - 1) / 2 + j] = i - 2 * j;
            }
        }
    }

    // GUARDED: the beginning of the row in a variable, by a shift
    @ParallelFor
    static int shifted(int[] x, int h) {
        int sum = 0;
        for (int i = 0; i < h; i++) {
            int row = i * i + i >> 1;
            int s = 0;
            for (int j = 0; j < i; j++) {
                s += x[row + j];
            }
            x[row + i] = s;
            sum += s;
        }
        return sum;
    }

    // GUARDED: the upper half, by columns, from one on
    @ParallelFor
    static void columns(int[] x, int h) {
        for (int j = 1; j <= h; j++) {
            for (int i = 1; i <= j; i++) {
                x[i - 1 + j * (j - 1) / 2] = i + j;
            }
        }
    }

    // GUARDED: the upper half by rows
    @ParallelFor
    static void upper(int[] x, int h) {
        for (int i = 0; i < h; i++) {
            for (int j = i; j < h; j++) {
                x[i * (2 * h - i + 1) / 2 + j - i] = i + 3 * j;
            }
        }
    }

    // GUARDED: likewise, spelled otherwise
    @ParallelFor
    static void upperOtherwise(int[] x, int h) {
        for (int i = 0; i < h; i++) {
            for (int j = i; j < h; j++) {
                x[i * h - i * (i - 1) / 2 + j - i] += i + 3 * j;
            }
        }
    }

    // GUARDED: down, with an array of rows
    @ParallelFor
    static void down(int[][] rows, int[] x, int h) {
        for (int i = h - 1; i >= 0; i--) {
            for (int j = 0; j <= i; j++) {
                rows[i][j] = x[i * (i + 1) / 2 + j];
                x[i * (i + 1) / 2 + j] = 0;
            }
        }
    }

    // GUARDED: a diagonal alone
    @ParallelFor
    static int diagonal(int[] x, int h) {
        int last = 0;
        for (int i = 0; i < h; i++) {
            last += x[i * (i + 3) / 2];
            x[i * (i + 3) / 2] = i;
        }
        return last;
    }

    // REFUSED PF231: a pyramid of layers
    @ParallelFor
    static void layers(int[] x, int h) {
        for (int i = 0; i < h; i++) {
            x[i * (i + 1) * (i + 2) / 6] = i;
        }
    }

    // GUARDED: so few rows that nothing wraps around
    @ParallelFor
    static void few(int[] x, int[] y) {
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j <= i; j++) {
                x[i * (i + 1) / 2 + j] = y[j];
            }
        }
    }

    // UNSAFE PF231: one too many in each row
    @ParallelFor
    static void tooLong(int[] x, int h) {
        for (int i = 0; i < h; i++) {
            for (int j = 0; j <= i + 1; j++) {
                x[i * (i + 1) / 2 + j] = i - 2 * j;
            }
        }
    }

    // UNSAFE PF231: the rows begin one too early
    @ParallelFor
    static void tooEarly(int[] x, int h) {
        for (int i = 0; i < h; i++) {
            for (int j = 0; j <= i; j++) {
                x[i * (i - 1) / 2 + j] = i - 2 * j;
            }
        }
    }

    // UNSAFE PF231: rounded, in every other row
    @ParallelFor
    static void rounded(int[] x, int h) {
        for (int i = 0; i < h; i++) {
            for (int j = 0; j <= i; j++) {
                x[(i * i + 1) / 2 + j] = i - 2 * j;
            }
        }
    }

    // UNSAFE PF231: a third is no half
    @ParallelFor
    static void thirds(int[] x, int h) {
        for (int i = 0; i < h; i++) {
            for (int j = 0; j <= i; j++) {
                x[i * (i + 1) / 3 + j] = i - 2 * j;
            }
        }
    }

    // UNSAFE PF231: rows before the first one count backwards
    @ParallelFor
    static void fromBelow(int[] x, int from, int h) {
        for (int i = -Math.abs(from); i < h; i++) {
            x[i * (i + 1) / 2] = i;
        }
    }

    // UNSAFE PF231: both halves of what is symmetric
    @ParallelFor
    static void bothHalves(int[] x, int h) {
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < h; j++) {
                int row = Math.max(i, j);
                x[row * (row + 1) / 2 + Math.min(i, j)] = i - j;
            }
        }
    }
}
