package corpus;

import dev.parfor.ParallelFor;
import java.util.List;

/** Loops that count without saying so in the usual place. */
final class Counting {

    // ---- the step at the end of the body

    // SAFE
    @ParallelFor
    static void whileLoop(int[] x) {
        int i = 0;
        while (i < x.length) {
            x[i] += i;
            i++;
        }
    }

    // SAFE: the index is read after the loop
    @ParallelFor
    static int indexAfter(int[] x, int n) {
        int i = 2;
        while (n > i) {
            x[i] = i * n;
            i += 3;
        }
        return i;
    }

    // SAFE
    @ParallelFor
    static long stepInBody(int[] x) {
        long s = 0;
        for (int i = x.length - 1; i >= 0; ) {
            s += x[i];
            --i;
        }
        return s;
    }

    // SAFE: others are updated beside the index
    @ParallelFor
    static int othersBeside(int[] x) {
        int k = 5;
        int i = 0;
        int m = 1;
        while (i < x.length) {
            int t = x[i] * 2;
            x[i] = t + k + m;
            k += 2;
            i = i + 1;
            m++;
        }
        return k + m;
    }

    // SAFE
    @ParallelFor
    static void inSwitch(int[] x, int kind) {
        switch (kind) {
            case 1:
            case 2:
                int i = 0;
                while (i != x.length) {
                    x[i] = kind;
                    i++;
                }
                break;
            default:
                x[0] = 1;
        }
    }

    // SAFE
    @ParallelFor
    static void insideAnother(int[][] x) {
        for (@ParallelFor int r = 0; r < x.length; r++) {
            int c = 0;
            int n = 0;
            while (c < n) {
                c++;
            }
        }
        for (int r = 0; r < x.length; r++) {
            int c = 0;
            while (c < 3) {
                c++;
            }
        }
    }

    // SAFE: the body is the step
    @ParallelFor
    static int nothingElse(int n) {
        int i = 0;
        while (i < n) i++;
        return i;
    }

    // UNSAFE PF201: reads the cell before
    @ParallelFor
    static void carried(int[] x) {
        int i = 1;
        while (i < x.length) {
            x[i] += x[i - 1];
            i++;
        }
    }

    // UNSAFE PF103: the iterations that continue do not step
    @ParallelFor
    static void continues(int[] x) {
        int i = 0;
        while (i < x.length) {
            if (x[i] > 5) {
                x[i]--;
                continue;
            }
            i++;
        }
    }

    // UNSAFE PF105: the index goes on by one or two
    @ParallelFor
    static void stepsTwice(int[] x) {
        int i = 0;
        while (i < x.length) {
            if (x[i] > 3) {
                i++;
            }
            if (i < x.length) {
                x[i] = 1;
            }
            i++;
        }
    }

    // UNSAFE PF104: the index may stay where it is
    @ParallelFor
    static void stepsSometimes(int[] x) {
        int i = 0;
        int n = 0;
        while (i < x.length && n < 100) {
            if (x[i] >= 0) {
                i++;
            }
            n++;
        }
        x[0] = n;
    }

    // REFUSED PF103: what stands behind the step sees the next index
    @ParallelFor
    static void seenBehind(int[] x) {
        int i = 0;
        int k = 0;
        while (i < x.length) {
            x[i] = k;
            i++;
            k += i;
        }
    }

    // UNSAFE PF106: the bound is another one each time
    @ParallelFor
    static int boundMoves(int[] x, int n) {
        int i = 0;
        int m = Math.min(n, x.length);
        while (i < m) {
            x[i] = m;
            i++;
            m -= 2;
        }
        return m;
    }

    // UNSAFE PF106: it is the second bound that moves
    @ParallelFor
    static int eitherMoves(int[] x, int n) {
        int i = 0;
        int m = Math.min(n, x.length);
        while (i < x.length && i < m) {
            x[i] = m;
            i++;
            m--;
        }
        return m;
    }

    // REFUSED PF103: the body runs at least once
    @ParallelFor
    static void doLoop(int[] x) {
        int i = 0;
        do {
            x[i] = i;
            i++;
        } while (i < x.length);
    }

    // ---- other conditions

    // SAFE
    @ParallelFor
    static void shifted(int[] x) {
        for (int i = 0; i + 1 < x.length; i++) {
            x[i] = i;
        }
    }

    // GUARDED
    @ParallelFor
    static void shiftedReads(int[] x, int[] y) {
        for (int i = 0; 1 + i < x.length; i++) {
            y[i] = x[i] + x[i + 1];
        }
    }

    // SAFE: four at a time
    @ParallelFor
    static int fours(int[] x) {
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            x[i] += 1;
            x[i + 1] += 2;
            x[i + 2] += 3;
            x[i + 3] += 4;
        }
        return i;
    }

    // SAFE: the sum wraps around near the end of int, and then the loop runs as it is written
    @ParallelFor
    static int nearTheEnd(int from, int n, int by) {
        int sum = 0;
        for (int i = from; i + 100 < n; i += 50) {
            sum += i;
        }
        return sum + by;
    }

    // SAFE
    @ParallelFor
    static int downShifted(int[] x) {
        int s = 0;
        for (int i = x.length; i - 1 > 0; i--) {
            s += x[i - 1];
        }
        return s;
    }

    // SAFE: whether the difference wraps around is asked before the loop
    @ParallelFor
    static int shiftedTheOtherWay(int n) {
        int s = 0;
        for (int i = 0; i - 1 < Math.min(n, 50); i++) {
            s += i;
        }
        return s;
    }

    // REFUSED PF104: a multiple of the index
    @ParallelFor
    static void scaled(int[] x) {
        for (int i = 0; i * 2 < x.length; i++) {
            x[i] = i;
        }
    }

    // SAFE: at most as far as the shorter one
    @ParallelFor
    static void both(int[] x, int n) {
        for (int i = 0; i < n && i < x.length; i++) {
            x[i] += n;
        }
    }

    // GUARDED
    @ParallelFor
    static void shorter(int[] x, int[] y) {
        for (int i = 0; i < x.length && y.length > i; i++) {
            x[i] = y[i] + y[y.length - 1 - i];
        }
    }

    // SAFE: the second array is not looked at where the first is empty
    @ParallelFor
    static int bothMayBeNull(int[] x, int[] y) {
        int s = 0;
        int i = 0;
        while (i < x.length && i < y.length) {
            s += x[i] * y[i];
            i++;
        }
        return s + i;
    }

    // SAFE
    @ParallelFor
    static long bothDown(int[] x, long m, int k) {
        long s = 0;
        int n = Math.max(k, 0);
        for (int i = x.length - 1; i >= m && i >= n; i--) {
            s += x[i];
        }
        return s;
    }

    // UNSAFE PF104: another condition
    @ParallelFor
    static int untilNegative(int[] x) {
        int s = 0;
        for (int i = 0; i < x.length && x[i] >= 0; i++) {
            s += x[i];
        }
        return s;
    }

    // REFUSED PF104: the larger of two
    @ParallelFor
    static void either(int[] x, int n) {
        for (int i = 0; i < n || i < x.length; i++) {
            x[i] = n;
        }
    }

    // GUARDED
    @ParallelFor
    static void bothOfLists(int[] x, List<Integer> y) {
        for (int i = 0; i < x.length && i < y.size(); i++) {
            x[i] = 1;
        }
    }

    // UNSAFE PF201: reads the cell before
    @ParallelFor
    static void carriedToo(int[] x, int n) {
        for (int i = 1; i < n && i < x.length; i++) {
            x[i] += x[i - 1];
        }
    }

    // ---- two indices

    // SAFE
    @ParallelFor
    static void reverse(int[] x) {
        for (int i = 0, j = x.length - 1; i < j; i++, j--) {
            int kept = x[i];
            x[i] = x[j];
            x[j] = kept;
        }
    }

    // SAFE: the other one is the index
    @ParallelFor
    static int reverseRange(int[] x, int from, int to) {
        int j = to - 1;
        int i = from;
        while (j > i) {
            int kept = x[i];
            x[i] = x[j];
            x[j] = kept;
            j--;
            i++;
        }
        return i * 100 + j;
    }

    // SAFE
    @ParallelFor
    static long pairs(int[] x) {
        long s = 0;
        for (int i = 0, j = x.length; i < j; --j, ++i) {
            s += x[i] * (j - i);
        }
        return s;
    }

    // UNSAFE PF201: the cell in the middle is both
    @ParallelFor
    static void overlapping(int[] x) {
        for (int i = 0, j = x.length - 1; i < j; i++, j--) {
            x[i] = x[j] + 1;
            x[j - 1] = 3;
        }
    }

    // REFUSED PF106: may step beyond the ends of int
    @ParallelFor
    static void meetInOne(int[] x) {
        for (int i = 0, j = x.length - 1; i <= j; i++, j--) {
            x[i] = x[j];
        }
    }

    // UNSAFE PF106: one of them at times
    @ParallelFor
    static void atTimes(int[] x) {
        for (int i = 0, j = x.length - 1; i < j; i++, j--) {
            if (x[j] > 2) {
                j--;
            }
            x[i] = 1;
        }
    }

    // ---- an index that outlives the loop

    // UNSAFE PF110: the handler sees how far it came
    @ParallelFor
    static int howFar(int[] x) {
        int i = 0;
        try {
            while (i < x.length) {
                if (x[i] < 0) {
                    throw new IllegalStateException();
                }
                i++;
            }
        } catch (IllegalStateException e) {
            return i;
        }
        return -1;
    }

    // UNSAFE PF110: likewise
    @ParallelFor
    static int howFarInFor(int[] x) {
        int i;
        int reached = -1;
        try {
            for (i = 0; i < x.length; i++) {
                reached = 10 / x[i];
            }
        } catch (ArithmeticException e) {
            return reached;
        }
        return i;
    }

    // SAFE: nobody looks
    @ParallelFor
    static int whetherAny(int[] x) {
        int i = 0;
        try {
            while (i < x.length) {
                if (x[i] < 0) {
                    throw new IllegalStateException();
                }
                i++;
            }
        } catch (IllegalStateException e) {
            return 1;
        }
        return -1;
    }
}
