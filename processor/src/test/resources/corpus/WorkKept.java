package corpus;

import dev.parfor.ParallelFor;
import java.util.Arrays;

/** Work arrays that others see: they have to hold what the last iteration leaves in them. */
final class WorkKept {

    // GUARDED: of the caller's
    @ParallelFor
    static void ofCaller(int[][] x, int[] out, int[] work) {
        for (int i = 0; i < Math.min(x.length, out.length); i++) {
            for (int j = 0; j < work.length; j++) {
                work[j] = i * j + out[i];
            }
            out[i] = work.length > 2 ? work[0] + work[2] : i;
        }
    }

    // SAFE: the method's own, and read after the loop
    @ParallelFor
    static int readLater(int n, int from) {
        int[] work = new int[5];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 5; j++) {
                work[j] = i + from * j;
            }
            work[2] += work[4];
        }
        return work[2] * 7 + work[4];
    }

    // GUARDED: cells that are set one by one
    @ParallelFor
    static void pair(int[] x, int[] pair) {
        if (pair.length < 2) {
            return;
        }
        for (int i = 0; i < x.length; i++) {
            pair[0] = x[i] + i;
            pair[1] = x[i] - i;
            x[i] = pair[0] * pair[1];
        }
    }

    // GUARDED: a part in the middle, and the rest stays
    @ParallelFor
    static void part(int[] x, int[] work, int lo, int hi) {
        for (int i = 0; i < x.length; i++) {
            for (int j = lo; j < hi; j++) {
                work[j] = x[i] + j;
            }
            int s = 0;
            for (int j = lo; j < hi; j++) {
                work[j] += s;
                s += work[j];
            }
            x[i] = s;
        }
    }

    // GUARDED: filled
    @ParallelFor
    static void filled(int[] x, int[] work) {
        for (int i = 0; i < x.length; i++) {
            Arrays.fill(work, x[i]);
            int s = 0;
            for (int j = 0; j < work.length; j++) {
                work[j] += j;
                s += work[j];
            }
            x[i] = s;
        }
    }

    // GUARDED: two work arrays, which may be one
    @ParallelFor
    static void two(int[] x, int[] first, int[] second) {
        if (first.length < 1 || second.length < 1) {
            return;
        }
        for (int i = 0; i < x.length; i++) {
            first[0] = x[i] + i;
            second[0] = 3 * i;
            x[i] = first[0] - second[0];
        }
    }

    // GUARDED: with a sum, in blocks
    @ParallelFor
    static long withSum(int[] x, int[] work) {
        if (work.length < 1) {
            return 0;
        }
        long s = 0;
        for (int i = 0; i < x.length; i++) {
            work[0] = x[i] * i;
            s += work[0] + 1;
            x[i]++;
        }
        return s;
    }

    // GUARDED: down, the last iteration is the one with the least index
    @ParallelFor
    static void down(int[] x, int[] work) {
        if (work.length < 1) {
            return;
        }
        for (int i = x.length - 1; i >= 0; i--) {
            work[0] = x[i] * 5;
            x[i] = work[0] + i;
        }
    }

    // UNSAFE PF202: not written by each iteration
    @ParallelFor
    static void sometimes(int[] x, int[] work) {
        if (work.length < 2) {
            return;
        }
        for (int i = 0; i < x.length; i++) {
            work[0] = x[i];
            if (x[i] > 0) {
                work[1] = x[i];
            }
            x[i] = work[0] + i;
        }
    }

    // UNSAFE PF202: each iteration writes so much more
    @ParallelFor
    static void growing(int[] x, int[] work) {
        for (int i = 0; i < Math.min(x.length, work.length); i++) {
            for (int j = 0; j <= i; j++) {
                work[j] = x[i] + j;
            }
            x[i] = work[0];
        }
    }

    // UNSAFE PF202: each iteration writes so much less
    @ParallelFor
    static void shrinking(int[] x, int[] work) {
        for (int i = 0; i < Math.min(x.length, work.length); i++) {
            for (int j = i; j < work.length; j++) {
                work[j] = x[i] + j;
            }
            x[i] = work[i];
        }
    }

    // UNSAFE PF202: what it reads is the iteration's own only where the data says so
    @ParallelFor
    static void readsMore(int[] x, int[] work) {
        if (work.length < 2) {
            return;
        }
        for (int i = 0; i < x.length; i++) {
            int before = work[1];
            work[0] = x[i];
            work[1] = x[i] + 1;
            x[i] = work[0] + before;
        }
    }

    // UNSAFE PF202: a cell that the data chooses
    @ParallelFor
    static void anywhere(int[] x, int[] work) {
        for (int i = 0; i < x.length; i++) {
            Arrays.fill(work, 0, 1, 0);
            work[x[i]] = i;
            x[i] = i;
        }
    }

    // UNSAFE PF202: an iteration can end the loop
    @ParallelFor
    static int ends(int[] x, int[] work) {
        if (work.length < 1) {
            return 0;
        }
        for (int i = 0; i < x.length; i++) {
            work[0] = x[i];
            if (work[0] == 3) {
                return i;
            }
        }
        return -1;
    }

    // UNSAFE PF202: a handler could look
    @ParallelFor
    static int handled(int[] x, int[] work) {
        if (work.length < 1) {
            return 0;
        }
        try {
            for (int i = 0; i < x.length; i++) {
                work[0] = x[i];
                x[i] = 5 / work[0];
            }
        } catch (ArithmeticException e) {
            return work[0] + 1;
        }
        return 0;
    }

    static int[] kept;

    static void reset() {
        kept = null;
    }

    // UNSAFE PF202: the array itself is kept
    @ParallelFor
    static void goesOut(int[] x, int[] work) {
        if (work.length < 1) {
            return;
        }
        for (int i = 0; i < x.length; i++) {
            work[0] = x[i];
            kept = work;
            x[i] = work[0] + 1;
        }
    }

    // GUARDED: what another name may stand for is read
    @ParallelFor
    static void otherName(int[] x, int[] work, int[] other) {
        if (work.length < 1 || other.length < 1) {
            return;
        }
        for (int i = 0; i < x.length; i++) {
            work[0] = x[i] * 3;
            x[i] = work[0] + other[0];
        }
    }

    // GUARDED: a row that may be the work array
    @ParallelFor
    static void rowMayBe(int[][] rows, int[] x, int[] work) {
        if (work.length < 1) {
            return;
        }
        for (int i = 0; i < Math.min(x.length, rows.length); i++) {
            work[0] = i;
            int[] row = x[i] > 0 ? rows[i] : rows[rows.length - 1 - i];
            x[i] = row[0] + work[0];
        }
    }

    // GUARDED: two parts, and what lies between and beside them stays
    @ParallelFor
    static void twoParts(int[] x, int[] work) {
        if (work.length < 8) {
            return;
        }
        for (int i = 0; i < x.length; i++) {
            work[1] = x[i] + i;
            work[5] = x[i] - i;
            work[6] = work[1];
            x[i] = work[5] * work[6];
        }
    }

    private int width;
    private int[] out = new int[10];

    // GUARDED: as many as a field says
    @ParallelFor
    void ofField(int[] x, int[] work) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < width; j++) {
                work[j] = x[i] + j;
            }
            x[i] = width > 0 ? work[width - 1] : 0;
        }
    }

    private static void spread(int x, int[] to, int n) {
        for (int j = n - 1; j >= 0; j--) {
            to[j] = x * j;
        }
    }

    private static int sum(int[] of, int n) {
        int s = 0;
        for (int j = 0; j < n; j++) {
            s += of[j];
        }
        return s;
    }

    // GUARDED: by methods, downwards, and a part of a row of many
    @ParallelFor
    static void byMethods(int[] x, int[] work, int n) {
        for (int i = 0; i < x.length; i++) {
            spread(x[i], work, n);
            x[i] = sum(work, n);
        }
    }

    // GUARDED: a row of floating-point numbers, from somewhere
    @ParallelFor
    static void fromSomewhere(double[] x, double[] work, int from) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < 3; j++) {
                work[from + j] = x[i] / (j + 1);
            }
            x[i] = work[from] + work[from + 2];
        }
    }

    // GUARDED: an iteration that skips the rest has written all the same
    @ParallelFor
    static void skips(int[] x, int[] work) {
        if (work.length < 2) {
            return;
        }
        for (int i = 0; i < x.length; i++) {
            work[0] = x[i] + i;
            work[1] = x[i] - i;
            if (work[0] > 7) {
                continue;
            }
            x[i] = work[0] + work[1];
        }
    }

    // UNSAFE PF202: an iteration that skips the rest has not
    @ParallelFor
    static void skipsWriting(int[] x, int[] work) {
        if (work.length < 2) {
            return;
        }
        for (int i = 0; i < x.length; i++) {
            work[0] = x[i] + i;
            if (work[0] > 7) {
                continue;
            }
            work[1] = x[i] - i;
            x[i] = work[0] + work[1];
        }
    }

    // UNSAFE PF202: filled from where the iteration is
    @ParallelFor
    static void filledFrom(int[] x, int[] work) {
        for (int i = 0; i < Math.min(x.length, work.length); i++) {
            Arrays.fill(work, i, work.length, x[i]);
            x[i] = work[i] + 1;
        }
    }

    // UNSAFE PF202: filled as far as the data says
    @ParallelFor
    static void filledTo(int[] x, int[] work) {
        for (int i = 0; i < x.length; i++) {
            int n = Math.min(x[i] & 7, work.length);
            Arrays.fill(work, 0, n, i);
            int s = 0;
            for (int j = 0; j < n; j++) {
                s += work[j];
            }
            x[i] = s;
        }
    }

    // UNSAFE PF202: copied as far as the iteration is
    @ParallelFor
    static void copied(int[] x, int[] y, int[] work) {
        for (int i = 0; i < Math.min(y.length, Math.min(x.length, work.length)); i++) {
            System.arraycopy(x, 0, work, 0, i + 1);
            y[i] = work[i] + work[0];
        }
    }

    // UNSAFE PF202: one more in some iterations
    @ParallelFor
    static void oneMore(int[] x, int[] work) {
        if (work.length < 3) {
            return;
        }
        for (int i = 0; i < x.length; i++) {
            work[0] = i;
            work[1] = x[i];
            work[x[i] > 0 ? 1 : 2] = 7;
            x[i] = work[0] + work[1];
        }
    }

    // UNSAFE PF202: how many is what the loop changes
    @ParallelFor
    static void changingCount(int[] x, int[] work, int[] count) {
        if (count.length < 1) {
            return;
        }
        for (int i = 0; i < x.length; i++) {
            int n = Math.min(count[0] & 7, work.length);
            for (int j = 0; j < n; j++) {
                work[j] = x[i];
            }
            count[0] = x[i];
            x[i] = n > 0 ? work[n - 1] : 0;
        }
    }

    // UNSAFE PF202: an inner loop that may end early
    @ParallelFor
    static void innerEnds(int[] x, int[] work) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < work.length; j++) {
                if (x[i] == j) {
                    break;
                }
                work[j] = x[i];
            }
            x[i] = i;
        }
    }

    // UNSAFE PF202: where an iteration catches what its own writing throws
    @ParallelFor
    static void caught(int[] x, int[] work) {
        for (int i = 0; i < x.length; i++) {
            try {
                work[0] = 12 / x[i];
                x[i] = work[0];
            } catch (ArithmeticException e) {
                x[i] = 5;
            }
        }
    }
}
