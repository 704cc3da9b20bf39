package corpus;

import dev.parfor.ParallelFor;

/** Arrays and strings that variables of other types hold, and that the loop casts each time. */
final class CastArrays {

    // GUARDED
    @ParallelFor
    static void oneCell(int[] x, int[] of) {
        Object o = x;
        for (int i = 0; i < of.length; i++) {
            ((int[]) o)[0] += of[i];
        }
    }

    // SAFE
    @ParallelFor
    static void oneCellOfRow(int[][] x, int n) {
        Object o = x;
        for (int i = 0; i < n; i++) {
            ((int[][]) o)[0][0] += i;
        }
    }

    // GUARDED
    @ParallelFor
    static void rowAndArray(int[][] x, int[] y) {
        Object rows = x;
        Object array = y;
        int n = Math.min(x[0].length, y.length - 1);
        for (int i = 0; i < n; i++) {
            ((int[][]) rows)[0][i] += ((int[]) array)[i + 1];
        }
    }

    // GUARDED
    @ParallelFor
    static void rows(int[][] x) {
        Object o = x;
        for (int i = 0; i < x.length; i++) {
            int[][] all = (int[][]) o;
            for (int j = 0; j < all[i].length; j++) {
                all[i][j] = all[i][j] * 2 + i;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void lengthOfArray(int[] x, int[] out) {
        Object o = x;
        for (int i = 0; i < out.length; i++) {
            out[i + x.length - ((int[]) o).length] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void lengthOfString(String s, int[] out) {
        Object o = s;
        for (int i = 0; i < out.length; i++) {
            out[i] = ((String) o).length() + i;
        }
    }

    // UNSAFE PF201: what the array has at the place is read by the next
    @ParallelFor
    static void neighbours(int[] x) {
        Object o = x;
        for (int i = 0; i < x.length - 1; i++) {
            ((int[]) o)[i + 1] = ((int[]) o)[i] + 1;
        }
    }

    // REFUSED PF231: a copy of it would need its type
    @ParallelFor
    static void histogram(int[] x, int[] of) {
        Object o = x;
        for (int i = 0; i < of.length; i++) {
            ((int[]) o)[of[i] & 7]++;
        }
    }
}
