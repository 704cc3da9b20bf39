package corpus;

import dev.parfor.ParallelFor;

/** Running values whose loops do in another order what their text says, or do not use what they go over. */
final class RunningOrder {

    // UNSAFE PF311: the header adds what the body has stored
    @ParallelFor
    static int addedInHeader(int[] x, int[] out) {
        int s = 0;
        for (int i = 0; i < x.length; s += out[i], i++) {
            out[i] = s + x[i];
        }
        return s;
    }

    // UNSAFE PF311: the same, of another array
    @ParallelFor
    static int addedOfAnother(int[] x, int[] out) {
        int s = 0;
        for (int i = 0; i < x.length; s += out[i], i++) {
            x[i] = s;
            out[i] = 5;
        }
        return s;
    }

    // GUARDED what the header adds stays as it was
    @ParallelFor
    static int addedOfOthers(int[] x, int[] out) {
        int s = 0;
        for (int i = 0; i < x.length; s += x[i], i++) {
            out[i] = s;
        }
        return s;
    }

    // GUARDED the first pass has no use for the rows
    @ParallelFor
    static int countedRows(int[] x, int[][] rows) {
        int q = 0;
        for (int[] row : rows) {
            if (x[0] != 1) {
                continue;
            }
            row[0] += q;
            q++;
        }
        return q;
    }

    // GUARDED nor for rows that are not in a variable
    @ParallelFor
    static int countedHalf(boolean first, int[][] rows, int[][] others) {
        int q = 0;
        for (int[] row : first ? rows : others) {
            row[0] += q;
            q++;
        }
        return q;
    }
}
