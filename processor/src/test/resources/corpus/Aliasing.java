package corpus;

import dev.parfor.ParallelFor;

/** Two names for one array, one row, one element. */
final class Aliasing {

    // SAFE
    @ParallelFor
    static void copyInStep(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i];
        }
    }

    // GUARDED
    @ParallelFor
    static void shift(int[] x, int[] y) {
        for (int i = 0; i < x.length - 1; i++) {
            y[i] = x[i + 1];
        }
    }

    // GUARDED
    @ParallelFor
    static void reverse(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = x[x.length - 1 - i];
        }
    }

    // GUARDED
    @ParallelFor
    static void threeArrays(double[] a, double[] b, double[] c) {
        for (int i = 1; i < a.length; i++) {
            a[i] = b[i - 1] + c[i];
        }
    }

    // UNSAFE PF201: b[i] is read by the next iteration, whatever the guards say
    @ParallelFor
    static void threeArraysCarried(double[] a, double[] b, double[] c) {
        for (int i = 1; i < a.length; i++) {
            a[i] = b[i - 1] + c[i];
            b[i] = a[i] * 0.5;
        }
    }

    // GUARDED
    @ParallelFor
    static void twoOutputs(int[] x, int[] y, int[] z) {
        for (int i = 0; i < z.length - 1; i++) {
            x[i] = z[i];
            y[i + 1] = -z[i];
        }
    }

    // SAFE
    @ParallelFor
    static void differentTypes(int[] x, long[] y) {
        for (int i = 0; i < x.length - 1; i++) {
            y[i] = x[i + 1];
        }
    }

    // SAFE
    @ParallelFor
    static void writesFreshArray(int[] x) {
        int[] y = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[x.length - 1 - i];
        }
        for (int i = 0; i < x.length; i++) {
            x[i] = y[i];
        }
    }

    // GUARDED
    @ParallelFor
    static int[] copyOfClone(int[] x) {
        int[] y = x.clone();
        for (int i = 1; i < x.length; i++) {
            y[i] = x[i - 1] + x[i];
        }
        return y;
    }

    // UNSAFE PF201: y is x
    @ParallelFor
    static void localAlias(int[] x) {
        int[] y = x;
        for (int i = 1; i < x.length; i++) {
            y[i] = x[i - 1] + 1;
        }
    }

    // GUARDED
    @ParallelFor
    static void aliasByCondition(int[] x, int[] z, boolean same) {
        int[] y = same ? x : z;
        for (int i = 1; i < x.length; i++) {
            y[i] = x[i - 1] + 1;
        }
    }

    // GUARDED
    @ParallelFor
    static void writesOwnRow(int[][] x) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] += i * j;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void writesOwnRowByName(double[][] x, double f) {
        for (int i = 0; i < x.length; i++) {
            double[] row = x[i];
            for (int j = 0; j < row.length; j++) {
                row[j] *= f;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void forEachRow(long[][] x) {
        for (long[] row : x) {
            for (int j = 1; j < row.length; j++) {
                row[j] += row[j - 1];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void rowsToRows(int[][] from, int[][] into) {
        for (int i = 0; i < from.length; i++) {
            for (int j = 0; j < from[i].length; j++) {
                into[i][j] = from[i][from[i].length - 1 - j];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void transpose(double[][] from, double[][] into) {
        for (int i = 0; i < from.length; i++) {
            for (int j = 0; j < from.length; j++) {
                into[j][i] = from[i][j];
            }
        }
    }

    // SAFE
    @ParallelFor
    static void readsRowsOnly(int[][] x, long[] sums) {
        for (int i = 0; i < x.length; i++) {
            long sum = 0;
            for (int j = 0; j < x[i].length; j++) {
                sum += x[i][j];
            }
            sums[i] = sum;
        }
    }

    // GUARDED
    @ParallelFor
    static void sumsMayBeARow(int[][] x, int[] sums) {
        for (int i = 0; i < x.length; i++) {
            int sum = 0;
            for (int j = 0; j < x[i].length; j++) {
                sum += x[i][j];
            }
            sums[i] = sum;
        }
    }

    // UNSAFE PF221: the row above is written by the iteration before
    @ParallelFor
    static void rowAbove(int[][] x) {
        for (int i = 1; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] += x[i - 1][j];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void columnOfEachRow(int[][] x, int k) {
        for (int i = 0; i < x.length; i++) {
            x[i][0] = x[i][1] + k;
        }
    }

    // UNSAFE PF221: the same column of the last row is read
    @ParallelFor
    static void columnAndLastRow(int[][] x) {
        for (int i = 0; i < x.length; i++) {
            x[i][0] += x[x.length - 1][0];
        }
    }

    // SAFE: the row written is the one just made
    @ParallelFor
    static void replacesRows(int[][] x, int w) {
        for (int i = 0; i < x.length; i++) {
            x[i] = new int[4];
            x[i][0] = i;
        }
    }

    // UNSAFE PF201: the rows move down by one
    @ParallelFor
    static void movesRows(int[][] x) {
        for (int i = 0; i < x.length - 1; i++) {
            x[i] = x[i + 1];
        }
    }

    // SAFE
    @ParallelFor
    static void clonesRows(int[][] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i].clone();
        }
    }

    // SAFE
    @ParallelFor
    static int[][] freshRows(int h, int w) {
        int[][] made = new int[h][];
        for (int i = 0; i < h; i++) {
            int[] row = new int[w];
            for (int j = 0; j < w; j++) {
                row[j] = i * w + j;
            }
            made[i] = row;
        }
        return made;
    }

    // GUARDED
    @ParallelFor
    static int[][] freshMatrix(int h, int w) {
        int[][] made = new int[h][w];
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < w; j++) {
                made[i][j] = i - j;
            }
        }
        return made;
    }

    // SAFE
    @ParallelFor
    static void scratchInIteration(int[] x) {
        for (int i = 0; i < x.length; i++) {
            int[] scratch = new int[3];
            scratch[0] = x[i];
            scratch[1] = scratch[0] * 2;
            scratch[2] += scratch[1];
            x[i] = scratch[2];
        }
    }

    // SAFE: each iteration fills the scratch array before it reads
    @ParallelFor
    static void scratchOutside(int[] x) {
        int[] scratch = new int[3];
        for (int i = 0; i < x.length; i++) {
            scratch[0] = x[i];
            scratch[1] = scratch[0] * 2;
            scratch[2] = scratch[1] + 1;
            x[i] = scratch[2];
        }
    }

    // UNSAFE PF201: the scratch array is kept
    @ParallelFor
    static int[] scratchKept(int[] x) {
        int[] scratch = new int[2];
        for (int i = 0; i < x.length; i++) {
            scratch[i & 1] += x[i];
            x[i] = scratch[0];
        }
        return scratch;
    }

    // UNSAFE PF301: the arrays change places at each step
    @ParallelFor
    static void swapsArrays(int[] x, int[] y, int n) {
        int[] from = x;
        int[] into = y;
        for (int i = 1; i < n; i++) {
            into[i] = from[i - 1] + 1;
            int[] kept = from;
            from = into;
            into = kept;
        }
    }

    // SAFE
    @ParallelFor
    static void picksRowBySymbol(int[][] x, int[] y, int k) {
        for (int i = 0; i < x.length; i++) {
            y[i] = x[k][i] + 1;
        }
    }

    // GUARDED: two iterations may pick one row, and work on copies
    @ParallelFor
    static void picksRowByData(int[][] x, int[] idx) {
        for (int i = 0; i < idx.length; i++) {
            x[idx[i] & 1][0] += i;
        }
    }

    // UNSAFE PF202: every second iteration writes the spare row
    @ParallelFor
    static void ownOrSpareRow(int[][] x, int[] spare) {
        for (int i = 0; i < x.length; i++) {
            int[] row = (i & 1) == 0 ? x[i] : spare;
            row[0] += i;
        }
    }

    // GUARDED
    @ParallelFor
    static void rowsOfList(java.util.ArrayList<int[]> rows) {
        for (int i = 0; i < rows.size(); i++) {
            int[] row = rows.get(i);
            row[0] += i;
        }
    }

    // UNSAFE PF221: the rows are replaced by one row before they are written
    @ParallelFor
    static void replacedByOne(int[][] x, int[] spare) {
        for (int i = 0; i < x.length; i++) {
            x[i] = spare;
            x[i][0] += i;
        }
    }

    // UNSAFE PF221: a row written may have been moved to where another iteration writes
    @ParallelFor
    static void movesAndWritesRows(int[][] x, int[][] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = x[x.length - 1 - i];
            x[i][0] = y[i][0] + 1;
        }
    }

    // GUARDED
    @ParallelFor
    static void cube(double[][][] x) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                for (int k = 0; k < x[i][j].length; k++) {
                    x[i][j][k] = i + j * k;
                }
            }
        }
    }

    // SAFE
    @ParallelFor
    static void objectsInArray(Object[] x, String[] y) {
        for (int i = 0; i < y.length; i++) {
            x[i] = y[i];
        }
    }

    // GUARDED
    @ParallelFor
    static void covariantArrays(Object[] x, String[] y) {
        for (int i = 0; i < y.length - 1; i++) {
            x[i] = y[i + 1];
        }
    }

    // GUARDED
    @ParallelFor
    static void nullIsNoObject(int[] x, int[] y) {
        for (int i = 1; i < x.length; i++) {
            if (y != null) {
                x[i] = y[i - 1];
            }
        }
    }
}
