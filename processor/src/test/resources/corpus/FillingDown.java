package corpus;

import dev.parfor.ParallelFor;

/** Arrays that are filled from their end. */
final class FillingDown {

    // GUARDED
    @ParallelFor
    static int oddFromTheEnd(int[] x, int[] out) {
        int k = out.length;
        for (int i = 0; i < x.length; i++) {
            if ((x[i] & 1) != 0) {
                out[--k] = x[i];
            }
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    static int behind(int[] x, int[] out) {
        int k = out.length - 1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 1) {
                out[k--] = x[i] + i;
            }
        }
        return k;
    }

    // GUARDED: two arrays by one position, in statements of their own
    @ParallelFor
    static int two(long[] x, long[] values, int[] places) {
        int k = Math.min(values.length, places.length) - 1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                values[k] = x[i];
                places[k] = i;
                k--;
            }
        }
        return k;
    }

    // GUARDED: moved first
    @ParallelFor
    static int movedFirst(int[] x, int[] out) {
        int k = out.length;
        for (int e : x) {
            if (e > 0) {
                k -= 1;
                out[k] = e;
            }
        }
        return k;
    }

    // GUARDED: from anywhere, where there may be no room at all
    @ParallelFor
    static int anywhere(int[] x, int[] out, int end) {
        int k = end - 1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                out[k--] = i;
            }
        }
        return k;
    }

    // SAFE: several in an iteration
    @ParallelFor
    static int several(int[] x, String[] out) {
        int k = out.length;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < (x[i] & 3); j++) {
                out[--k] = "s" + i;
            }
        }
        return k;
    }

    // GUARDED: shorts, which are put in order one by one
    @ParallelFor
    static int shorts(short[] x, short[] out) {
        int k = out.length;
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
                k = k - 1;
                out[k] = x[i];
            }
        }
        return k;
    }

    // UNSAFE PF301: up and down
    @ParallelFor
    static int upAndDown(int[] x, int[] out) {
        int k = out.length / 2;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                out[k--] = i;
            } else if (x[i] < 0) {
                out[k++] = i;
            }
        }
        return k;
    }

    // UNSAFE PF301: by twos
    @ParallelFor
    static int byTwos(int[] x, int[] out) {
        int k = out.length - 1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                out[k] = i;
                k -= 2;
            }
        }
        return k;
    }

    // UNSAFE PF301: subtracted from one
    @ParallelFor
    static int mirrored(int[] x, int[] out) {
        int k = out.length;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                k = 1 - k;
                out[k] = i;
            }
        }
        return k;
    }

    // UNSAFE PF301: what was stored is read
    @ParallelFor
    static int reads(int[] x, int[] out) {
        int k = out.length - 1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                out[k] = out[k] + i;
                k--;
            }
        }
        return k;
    }

    // UNSAFE PF301: both ends of one array
    @ParallelFor
    static int partition(int[] x, int[] out) {
        int low = 0;
        int high = out.length;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 2) {
                out[low++] = x[i];
            } else {
                out[--high] = x[i];
            }
        }
        return low;
    }
}
