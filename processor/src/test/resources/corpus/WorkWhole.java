package corpus;

import dev.parfor.ParallelFor;
import java.util.Arrays;

/** Work arrays that are read as a whole, which is known to be written where their length is known. */
final class WorkWhole {

    // GUARDED
    @ParallelFor
    static void medianOfThree(int[] x, int[] y) {
        int[] window = new int[3];
        for (int i = 1; i < Math.min(x.length, y.length) - 1; i++) {
            window[0] = x[i - 1];
            window[1] = x[i];
            window[2] = x[i + 1];
            Arrays.sort(window);
            y[i] = window[1];
        }
    }

    // GUARDED
    @ParallelFor
    static void medianFilter(int[][] x, int[][] y) {
        int[] window = new int[9];
        for (int i = 1; i < y.length - 1; i++) {
            for (int j = 1; j < y[i].length - 1; j++) {
                int count = 0;
                for (int a = -1; a <= 1; a++) {
                    for (int b = -1; b <= 1; b++) {
                        window[count++] = x[i + a][j + b];
                    }
                }
                Arrays.sort(window);
                y[i][j] = window[4];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void asLongAsSaid(int[] x, int[] y, int side) {
        int[] t = new int[side + 1];
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            for (int k = 0; k <= side; k++) {
                t[k] = x[i] ^ k;
            }
            Arrays.sort(t);
            y[i] = t[0];
        }
    }

    // SAFE
    @ParallelFor
    static void asLongAsAnother(int[][] rows, int[] y) {
        for (int r = 0; r < rows.length; r++) {
            int[] row = rows[r];
            int[] t = new int[row.length];
            for (@ParallelFor int i = 0; i < y.length; i++) {
                for (int k = 0; k < row.length; k++) {
                    t[k] = i ^ k;
                }
                int s = 0;
                for (int v : t) {
                    s = 31 * s + v;
                }
                y[i] += s + Arrays.hashCode(t);
            }
        }
    }

    // SAFE
    @ParallelFor
    static void listed(int[] y) {
        int[] t = {1, 2};
        for (int i = 0; i < y.length; i++) {
            t[0] = y[i];
            t[1] = i;
            int[] copy = t.clone();
            y[i] = copy[0] - copy[1];
        }
    }

    // UNSAFE PF202: one element is left from the iteration before
    @ParallelFor
    static void oneTooLong(int[] y) {
        int[] t = new int[4];
        for (int i = 0; i < y.length; i++) {
            t[0] = y[i];
            t[1] = i;
            t[2] = -i;
            Arrays.sort(t);
            y[i] = t[1];
        }
    }

    // UNSAFE PF202: the variable has changed since
    @ParallelFor
    static void lengthChanges(int[] y, int side) {
        int[] t = new int[side];
        side--;
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < side; k++) {
                t[k] = y[i];
            }
            Arrays.sort(t);
            y[i] = side > 0 ? t[0] - t[side] : 0;
            if (side > 0) {
                t[side] = i;
            }
        }
    }

    // UNSAFE PF202: it may be the longer one
    @ParallelFor
    static void oneOfTwoLengths(int[] y, boolean longer) {
        int[] t = new int[3];
        if (longer) {
            t = new int[4];
        }
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < 3; k++) {
                t[k] = y[i];
            }
            Arrays.sort(t);
            y[i] = t[0];
            t[t.length - 1] = i;
        }
    }
}
