package corpus;

import dev.parfor.ParallelFor;

/** Arrays that are filled from a running position on, which moves before a cell is filled. */
final class FillingAhead {

    private int[] own = new int[300];

    // SAFE
    @ParallelFor
    static int positive(int[] x) {
        int[] kept = new int[x.length];
        int last = -1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                last++;
                kept[last] = x[i];
            }
        }
        return last < 0 ? 0 : kept[last];
    }

    // GUARDED
    @ParallelFor
    static int inOneStep(int[] x, int[] kept) {
        int last = -1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                kept[++last] = x[i];
            }
        }
        return last;
    }

    // GUARDED: one for all, a second one for some
    @ParallelFor
    static int oneOrTwo(int[] x, int[] out) {
        int last = -1;
        for (int i = 0; i < x.length / 2; i++) {
            last++;
            out[last] = x[i];
            if (x[i] % 3 == 0) {
                last++;
                out[last] = -x[i];
            }
        }
        return last;
    }

    // SAFE: from anywhere, also from where no array begins
    @ParallelFor
    static void fromAnywhere(int[] x, long[] kept, int last) {
        for (int i = 0; i < x.length; i++) {
            if ((x[i] & 1) == 0) {
                last += 1;
                kept[last] = x[i];
            }
        }
    }

    // GUARDED: two arrays
    @ParallelFor
    static int twoArrays(int[] x, int[] values, double[] at) {
        int last = -1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                last = last + 1;
                values[last] = x[i];
                at[last] = i;
            }
        }
        return last;
    }

    // GUARDED: several rows
    @ParallelFor
    static int inRows(int[][] x, int[] kept) {
        int last = -1;
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < x[i].length; k++) {
                if (x[i][k] > 0) {
                    ++last;
                    kept[last] = x[i][k];
                }
            }
        }
        return last;
    }

    // GUARDED: a field
    @ParallelFor
    int intoField(int[] x) {
        int last = 4;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                own[++last] = x[i];
            }
        }
        return last;
    }

    // GUARDED: what leaves comes after the cell
    @ParallelFor
    static int leavesLater(int[] x, int[] kept, int[] sums) {
        int last = -1;
        for (int i = 0; i < x.length; i++) {
            last++;
            kept[last] = i;
            if (x[i] > 0) {
                continue;
            }
            sums[i] = x[i];
        }
        return last;
    }

    // REFUSED PF311: a cell may stay empty
    @ParallelFor
    static int leavesBetween(int[] x, int[] kept) {
        int last = -1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] % 5 != 0) {
                last++;
                if (x[i] < 0) {
                    continue;
                }
                kept[last] = i;
            }
        }
        return last;
    }

    // UNSAFE PF311: a cell is filled again
    @ParallelFor
    static int again(int[] x, int[] kept) {
        int last = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                last++;
            }
            kept[last] = x[i];
        }
        return last;
    }

    // REFUSED PF234: moves on both sides
    @ParallelFor
    static int bothSides(int[] x, int[] kept) {
        int last = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                kept[++last] = x[i];
            } else {
                kept[last++] = x[i];
            }
        }
        return last;
    }

    // REFUSED PF311: one array gets fewer
    @ParallelFor
    static int fewer(int[] x, int[] values, int[] at) {
        int last = -1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                last++;
                values[last] = x[i];
                if (x[i] > 9) {
                    at[last] = i;
                }
            }
        }
        return last;
    }

    // REFUSED PF311: what was stored is read
    @ParallelFor
    static int reads(int[] x, int[] kept) {
        int last = -1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                last++;
                kept[last] = x[i];
                kept[last] += 1;
            }
        }
        return last;
    }

    // REFUSED PF311: an exception between the move and the element
    @ParallelFor
    static int caught(int[] x, int[] kept) {
        int last = -1;
        for (int i = 0; i < x.length; i++) {
            try {
                last++;
                kept[last] = 10 / x[i];
            } catch (ArithmeticException e) {
                continue;
            }
        }
        return last;
    }
}
