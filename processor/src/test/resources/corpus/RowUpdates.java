package corpus;

import dev.parfor.ParallelFor;

/** Updates of cells in rows of which only the data knows which one: joint histograms, sums by label, products of all pairs. */
final class RowUpdates {

    private final long[][] sums = new long[4][5];

    /** Rows of which two are one, or one is missing, or one is {@code x}. */
    static int[][] rows(int[] x, int width) {
        int[][] rows = new int[5][width];
        if (x.length % 4 == 1) {
            rows[3] = rows[1];
        } else if (x.length % 4 == 2) {
            rows[2] = null;
        } else if (x.length % 8 == 3 && x.length >= width) {
            rows[4] = x;
        }
        return rows;
    }

    static int hash(int[][] rows) {
        int h = 0;
        for (int[] row : rows) {
            for (int k = 0; row != null && k < row.length; k++) {
                h = h * 31 + row[k];
            }
        }
        return h;
    }

    // GUARDED
    @ParallelFor
    static int[][] joint(int[] x, int[] y) {
        int[][] h = new int[8][4];
        for (int i = 0; i < x.length && i < y.length; i++) {
            h[x[i] & 7][y[i] & 3]++;
        }
        return h;
    }

    // GUARDED: two of the rows may be one, or `x`
    @ParallelFor
    static int shared(int[] x) {
        int[][] h = rows(x, 3);
        for (int i = 0; i < x.length; i++) {
            int k = (x[i] & 1) + (i & 2);
            h[k == 2 ? 3 : k][i % 3] += x[i] & 15;
        }
        return hash(h);
    }

    // GUARDED: one is missing, and some iterations find out
    @ParallelFor
    static int missing(int[] x) {
        int[][] h = rows(x, 2);
        for (int i = 0; i < x.length; i++) {
            if ((x[i] & 255) != 77 || h.length < 5) {
                h[(x[i] & 3) == 2 && x.length < 20 ? 0 : x[i] & 3][1]--;
            }
        }
        return hash(h);
    }

    // GUARDED
    @ParallelFor
    static double[][] byLabel(double[][] points, int[] label) {
        double[][] sum = new double[3][4];
        for (int i = 0; i < points.length && i < label.length; i++) {
            int c = (label[i] & 63) % 3;
            for (int d = 0; d < sum[c].length && d < points[i].length; d++) {
                sum[c][d] += points[i][d];
            }
        }
        return sum;
    }

    // GUARDED
    @ParallelFor
    static long[][] pairs(long[][] points) {
        long[][] sum = new long[3][3];
        for (int i = 0; i < points.length; i++) {
            for (int a = 0; a < sum.length && a < points[i].length; a++) {
                for (int b = 0; b <= a; b++) {
                    sum[a][b] += points[i][a] * points[i][b];
                }
            }
        }
        return sum;
    }

    // GUARDED: in a field
    @ParallelFor
    long held(int[] x) {
        for (int i = 0; i < x.length; i++) {
            sums[x[i] & 3][(i + x[i]) & 3] += x[i];
        }
        return sums[1][1] * 31 + sums[3][2];
    }

    // GUARDED: products begin with one
    @ParallelFor
    static int product(int[] x) {
        int[][] h = {{3, 5}, {7, 9}, {11, 13, 15}};
        for (int i = 0; i < x.length; i++) {
            h[(x[i] & 7) % 3][i & 1] *= x[i] | 1;
        }
        return hash(h);
    }

    // GUARDED
    @ParallelFor
    static int most(int[] x) {
        int[][] h = new int[4][2];
        for (int i = 0; i < x.length; i++) {
            h[x[i] & 3][i & 1] = Math.max(h[x[i] & 3][i & 1], x[i]);
        }
        return hash(h);
    }

    // GUARDED
    @ParallelFor
    static boolean[][] seen(int[] x, int[] y) {
        boolean[][] h = new boolean[4][4];
        for (int i = 0; i < x.length && i < y.length; i++) {
            h[x[i] & 3][y[i] & 3] |= x[i] > 3;
        }
        return h;
    }

    // UNSAFE PF231: a row by a name of its own
    @ParallelFor
    static int named(int[] x) {
        int[][] h = rows(x, 3);
        for (int i = 0; i < x.length; i++) {
            int[] row = h[x[i] & 1];
            row[i % 3] += x[i];
        }
        return hash(h);
    }

    // UNSAFE PF231: counts are looked at on the way
    @ParallelFor
    static int looked(int[] x) {
        int[][] h = new int[4][4];
        int late = 0;
        for (int i = 0; i < x.length; i++) {
            h[x[i] & 3][i & 3]++;
            late += h[1][2];
        }
        return hash(h) + late;
    }

    // UNSAFE PF221 PF231: rows are replaced
    @ParallelFor
    static int replaced(int[] x) {
        int[][] h = new int[4][4];
        for (int i = 0; i < x.length; i++) {
            h[x[i] & 3][i & 3]++;
            if (x[i] == 12) {
                h[1] = h[2];
            }
        }
        return hash(h);
    }

    // UNSAFE PF221: a row is kept
    @ParallelFor
    static int kept(int[] x, int[][] out) {
        int[][] h = new int[4][4];
        for (int i = 0; i < x.length && i < out.length; i++) {
            h[x[i] & 3][i & 3]++;
            out[i] = h[x[i] & 3];
        }
        return hash(h);
    }

    // GUARDED: the same rows by another name
    @ParallelFor
    static int otherName(int[] x) {
        int[][] h = rows(x, 4);
        int[][] g = x.length % 8 == 0 ? h : rows(x, 4);
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            h[x[i] & 1][i & 3] += 3;
            sum += g[0][0] + x[i];
        }
        return sum + hash(h);
    }

    // UNSAFE PF231: which row depends on what is counted
    @ParallelFor
    static int ofItself(int[] x) {
        int[][] h = new int[4][4];
        for (int i = 0; i < x.length; i++) {
            h[h[x[i] & 3][0] & 3][i & 3]++;
        }
        return hash(h);
    }

    // UNSAFE PF231: two operations
    @ParallelFor
    static int mixed(int[] x) {
        int[][] h = new int[4][4];
        for (int i = 0; i < x.length; i++) {
            h[x[i] & 3][i & 3]++;
            h[i & 3][x[i] & 3] *= 3;
        }
        return hash(h);
    }
}
