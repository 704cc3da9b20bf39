package corpus;

import dev.parfor.ParallelFor;

/** Conditions that step the index. */
final class SteppingHeaders {

    // SAFE
    @ParallelFor
    static void stepsFirst(int[] x) {
        for (int i = x.length; --i >= 0; ) {
            x[i] += i;
        }
    }

    // SAFE
    @ParallelFor
    static void stepsFirstFromParameter(int[] x, int n) {
        for (int i = n; --i >= 0; ) {
            x[i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void boundFirst(int[] x, int lo) {
        for (int i = x.length; lo <= --i; ) {
            x[i] += i;
        }
    }

    // SAFE: up from -1
    @ParallelFor
    static void upwards(int[] x) {
        for (int i = -1; ++i < x.length; ) {
            x[i] = 3 * i;
        }
    }

    // SAFE
    @ParallelFor
    static void untilEqual(int[] x) {
        for (int i = x.length; --i != -1; ) {
            x[i] += 2;
        }
    }

    // SAFE
    @ParallelFor
    static void greaterThan(int[] x) {
        for (int i = x.length; --i > 0; ) {
            x[i] ^= i;
        }
    }

    // SAFE
    @ParallelFor
    static void comparesFirst(int[] x) {
        for (int i = x.length; i-- > 0; ) {
            x[i] += i;
        }
    }

    // SAFE: any n, the least one of all included
    @ParallelFor
    static void comparesFirstAnyStart(int[] x, int n) {
        for (int i = n; i-- > 0; ) {
            x[i] += i;
        }
    }

    // SAFE
    @ParallelFor
    static void comparesFirstWithOther(int[] x) {
        for (int i = x.length; i-- > 3; ) {
            x[i] += i;
        }
    }

    // SAFE
    @ParallelFor
    static void comparesFirstUntilEqual(int[] x) {
        for (int i = x.length; i-- != 0; ) {
            x[i] += i;
        }
    }

    // SAFE
    @ParallelFor
    static void wideIndex(int[] x) {
        for (long i = x.length; --i >= 0; ) {
            x[(int) i] += 5;
        }
    }

    // SAFE
    @ParallelFor
    static void wideIndexFromNarrow(int[] x, int n) {
        for (long i = n; i-- > 0; ) {
            x[(int) i] += 7;
        }
    }

    // SAFE: the updates may as well end the body
    @ParallelFor
    static void besides(int[] x, int[] y) {
        int n = x.length;
        for (int i = n, j = 0; --i >= 0; j++) {
            x[i] = j;
        }
    }

    // SAFE: what the index is after the loop
    @ParallelFor
    static int indexAfter(int[] x) {
        int i;
        for (i = x.length; --i >= 0; ) {
            x[i] += i;
        }
        return i;
    }

    // SAFE: perhaps no iteration, and stepped all the same
    @ParallelFor
    static int indexAfterNone(int[] x, int n) {
        int i;
        for (i = Math.min(n, x.length); --i >= 0; ) {
            x[i] += n;
        }
        return i;
    }

    // SAFE
    @ParallelFor
    static int whileLoop(int[] x) {
        int i = x.length;
        while (--i >= 0) {
            x[i] *= 2;
        }
        return i;
    }

    // SAFE
    @ParallelFor
    static void continues(int[] x) {
        for (int i = x.length; --i >= 0; ) {
            if (x[i] < 0) {
                continue;
            }
            x[i] = -x[i];
        }
    }

    // SAFE: reduction
    @ParallelFor
    static long sum(int[] x) {
        long s = 0;
        for (int i = x.length; --i >= 0; ) {
            s += x[i];
        }
        return s;
    }

    // SAFE: inner loops as well
    @ParallelFor
    static void nested(int rows, int columns, int[][] out) {
        for (int r = 0; r < 3; r++) {
            int[] row = new int[4];
            for (int c = 4; --c >= 0; ) {
                row[c] = r * c;
            }
            rows += row[2];
        }
    }

    // GUARDED
    @ParallelFor
    static void copy(int[] from, int[] to) {
        for (int i = Math.min(from.length, to.length) - 1; --i >= 0; ) {
            to[i] = from[i + 1];
        }
    }

    // UNSAFE PF201: carried
    @ParallelFor
    static void carried(int[] x) {
        for (int i = x.length - 1; --i >= 0; ) {
            x[i] += x[i + 1];
        }
    }

    // UNSAFE PF104: stepped twice, by another amount than one
    @ParallelFor
    static void steppedTwice(int[] x) {
        for (int i = x.length; --i >= 0; i--) {
            x[i] = i;
        }
    }

    // UNSAFE PF104: stepped in the body as well
    @ParallelFor
    static void steppedInBody(int[] x) {
        for (int i = x.length; --i >= 0; ) {
            x[i] = i;
            i--;
        }
    }

    // UNSAFE PF104: the update sees the index after its step
    @ParallelFor
    static int updateReads(int[] x) {
        int j = 0;
        for (int i = x.length; --i >= 0; j += i * j) {
            x[i] = j;
        }
        return j;
    }

    // REFUSED PF104: what it is compared with is no number
    @ParallelFor
    static void comparesFirstWithVariable(int[] x, int lo) {
        for (int i = x.length; i-- > lo; ) {
            x[i] += i;
        }
    }

    // REFUSED PF104: the index is seen after the loop
    @ParallelFor
    static int comparesFirstIndexAfter(int[] x) {
        int i;
        for (i = x.length; i-- > 0; ) {
            x[i] += i;
        }
        return i;
    }

    // UNSAFE PF104: each step goes away from the bound
    @ParallelFor
    static void comparesUpwards(int[] x) {
        for (int i = 0; i++ > 0; ) {
            x[i] = i;
        }
    }

    // UNSAFE PF104: the bound moves with the index
    @ParallelFor
    static void boundMoves(int[] x) {
        for (int i = x.length; --i >= x[i]; ) {
            x[i] = i;
        }
    }

    // UNSAFE PF114: never gets there
    @ParallelFor
    static void awayFromBound(int[] x) {
        for (int i = 1; --i < 5; ) {
            x[i & 3] = i;
        }
    }

    /** From the greatest index on, the sum in the condition wraps around, and the loop runs three times. */
    // SAFE
    @ParallelFor
    static int beginsWhereTheConditionWraps(int n) {
        int from = (n & 1) == 0 ? Integer.MAX_VALUE : 0;
        int step = (n & 1) == 0 ? 1 << 30 : 1 + (n & 2);
        int runs = 0;
        for (int i = from; i + 1 < 10; i += step) {
            runs++;
        }
        return runs;
    }
}
