package corpus;

import dev.parfor.ParallelFor;

/** Subscripts that come from arrays: what a look at those before the loop can tell. */
final class IndexArrays {

    private final int[] order = {3, 1, 2, 0};

    // GUARDED approximate
    @ParallelFor
    static void add(double[] y, int[] next, double[] x) {
        for (int i = 0; i < next.length; i++) {
            y[next[i]] += x[i];
        }
    }

    // GUARDED
    @ParallelFor
    void throughAField(float[] y) {
        for (int i = 0; i < order.length; i++) {
            y[order[i]] = i;
        }
    }

    // GUARDED
    @ParallelFor
    static void ofOneType(int[] y, int[] next) {
        for (int i = 0; i < next.length; i++) {
            y[next[i]] = i;
        }
    }

    // GUARDED
    @ParallelFor
    static void partWithOffset(double[] y, int[] next, int lo, int hi, int c) {
        for (int i = lo; i < hi; i++) {
            y[c + next[i + 1]] = i;
        }
    }

    // GUARDED
    @ParallelFor
    static void inBlocks(double[] y, int[] next, int k) {
        for (int i = 0; i < next.length; i++) {
            for (int j = 0; j < k; j++) {
                y[next[i] * k + j] = i - j;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void rowsOfIndices(double[] y, int[] next, int w, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < w; j++) {
                y[next[i * w + j]] = i;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void longIndices(double[] y, long[] next) {
        for (int i = 0; i < next.length; i++) {
            y[(int) next[i]] = i;
        }
    }

    // GUARDED
    @ParallelFor
    static void threeCellsEach(double[] y, int[] next) {
        for (int i = 0; i < next.length; i++) {
            int p = next[i] * 3;
            y[p] = 1;
            y[p + 1] = y[p];
            y[p + 2] = y[p + 1];
        }
    }

    // GUARDED
    @ParallelFor
    static void permutedRows(double[][] y, int[] perm) {
        for (int i = 0; i < perm.length; i++) {
            if (perm[i] < y.length) {
                for (int j = 0; j < y[perm[i]].length; j++) {
                    y[perm[i]][j] = i - j;
                }
            }
        }
    }

    // UNSAFE PF221: the row of the last column is that of any other iteration
    @ParallelFor
    static void permutedRowsAndNext(double[][] y, int[] perm) {
        for (int i = 0; i + 1 < perm.length; i++) {
            if (perm[i] < y.length && perm[i + 1] < y.length) {
                for (int j = 0; j < y[perm[i]].length; j++) {
                    y[perm[i + 1]][0] += y[perm[i]][j];
                }
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void segments(double[] y, int[] start, int n) {
        for (int i = 0; i < n; i++) {
            for (int k = start[i]; k < start[i + 1]; k++) {
                y[k] = i;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void sparseRows(double[] values, int[] start, int[] column, double[] x, int n) {
        for (int i = 0; i < n; i++) {
            int end = start[i + 1];
            for (int k = start[i]; k < end; k++) {
                values[k] *= x[column[k]];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void endToEnd(double[][] rows, double[] y, int[] offset) {
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            int length = offset[i + 1] - offset[i];
            for (int j = 0; j < length; j++) {
                y[offset[i] + j] = row[j];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void readAgain(long[] z, int[] y, int[] next) {
        for (int i = 0; i < next.length; i++) {
            int p = next[i];
            y[i] = 1;
            z[i + (next[i] - p)] = i;
        }
    }

    // UNSAFE PF231: the array is written by its own name
    @ParallelFor
    static void ownIndex(int[] next) {
        for (int i = 0; i < next.length; i++) {
            next[next[i]] = i;
        }
    }

    // UNSAFE PF231: each element is used by two iterations
    @ParallelFor
    static void twiceEach(double[] y, int[] next) {
        for (int i = 0; i < next.length; i++) {
            y[next[i / 2]] = i;
        }
    }

    // UNSAFE PF231: distinct elements that are folded onto each other
    @ParallelFor
    static void folded(double[] y, int[] next) {
        for (int i = 0; i < next.length; i++) {
            y[next[i] & 3] = i;
        }
    }

    // UNSAFE PF231: an element and its neighbour
    @ParallelFor
    static void neighbours(double[] y, int[] next) {
        for (int i = 0; i < next.length - 1; i++) {
            y[next[i]] += y[next[i + 1]];
        }
    }

    // UNSAFE PF231: a segment and the first cell of the next one
    @ParallelFor
    static void oneTooFar(double[] y, int[] start, int n) {
        for (int i = 0; i < n; i++) {
            for (int k = start[i]; k <= start[i + 1]; k++) {
                y[k] = i;
            }
        }
    }

    // UNSAFE PF231: blocks that are wider than what they are apart
    @ParallelFor
    static void blocksTooWide(double[] y, int[] next, int k) {
        for (int i = 0; i < next.length; i++) {
            for (int j = 0; j <= k; j++) {
                y[next[i] * k + j] = i;
            }
        }
    }

    // UNSAFE PF231: ends that have nothing to do with the next start
    @ParallelFor
    static void otherEnds(double[] y, int[] start, int[] end) {
        for (int i = 0; i < start.length; i++) {
            for (int k = start[i]; k < end[i]; k++) {
                y[k] = i;
            }
        }
    }
}
