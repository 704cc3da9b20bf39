package corpus;

import dev.parfor.ParallelFor;

/** How loops count. */
final class Headers {

    // SAFE
    @ParallelFor
    static void lessThanParameter(int[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void atMost(int[] x, int n) {
        for (int i = 1; i <= n; i++) {
            x[i - 1] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void boundOnTheLeft(int[] x) {
        for (int i = 0; x.length > i; ++i) {
            x[i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void down(int[] x) {
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] += i;
        }
    }

    // SAFE
    @ParallelFor
    static void downStrictly(int[] x) {
        for (int i = x.length; i > 0; --i) {
            x[i - 1] += i;
        }
    }

    // UNSAFE PF201: going down does not help
    @ParallelFor
    static void downCarried(int[] x) {
        for (int i = x.length - 2; i >= 0; i--) {
            x[i] += x[i + 1];
        }
    }

    // UNSAFE PF201: safe when going up in order only
    @ParallelFor
    static void shiftDown(int[] x) {
        for (int i = x.length - 1; i > 0; i--) {
            x[i] = x[i - 1];
        }
    }

    // SAFE
    @ParallelFor
    static void stepTwo(int[] x) {
        for (int i = 0; i < x.length; i += 2) {
            x[i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void stepTwoReadsOdd(int[] x) {
        for (int i = 0; i < x.length - 1; i += 2) {
            x[i] = x[i + 1];
        }
    }

    // UNSAFE PF201: the cell two on is the next iteration's
    @ParallelFor
    static void stepTwoMeets(int[] x) {
        for (int i = 0; i < x.length - 2; i += 2) {
            x[i] = x[i + 2];
        }
    }

    // SAFE
    @ParallelFor
    static void stepThreeDown(int[] x) {
        for (int i = x.length - 1; i >= 2; i -= 3) {
            x[i] = x[i - 1] + x[i - 2];
        }
    }

    // UNSAFE PF201: three back is the next one
    @ParallelFor
    static void stepThreeDownMeets(int[] x) {
        for (int i = x.length - 1; i >= 3; i -= 3) {
            x[i] = x[i - 3] + 1;
        }
    }

    // SAFE
    @ParallelFor
    static void stepAssigned(int[] x) {
        for (int i = 0; i < x.length; i = i + 4) {
            x[i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void stepCommuted(int[] x) {
        for (int i = 1; i < x.length; i = 5 + i) {
            x[i] = -i;
        }
    }

    // SAFE
    @ParallelFor
    static void symbolicStep(int[] x, int stride) {
        for (int i = 0; i < x.length; i += Math.max(1, stride)) {
            x[i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void symbolicStepParameter(int[] x, int k) {
        if (k <= 0) {
            return;
        }
        for (int i = 0; i < x.length; i += k) {
            x[i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void notEqual(int[] x) {
        for (int i = 0; i != x.length; i++) {
            x[i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void notEqualDown(int[] x) {
        for (int i = x.length - 1; i != -1; i--) {
            x[i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void longIndex(int[] x) {
        for (long i = 0; i < x.length; i++) {
            x[(int) i] = (int) (i * 3);
        }
    }

    // SAFE
    @ParallelFor
    static long longSum(long n) {
        long sum = 0;
        for (long i = 1; i <= n; i++) {
            sum += i * i;
        }
        return sum;
    }

    // SAFE
    @ParallelFor
    static void longBound(int[] x, long n) {
        for (int i = 0; i < n; i++) {
            x[i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void shortIndex(int[] x) {
        for (short i = 0; i < 50; i++) {
            x[i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void byteIndexDown(int[] x) {
        for (byte i = 40; i >= 0; i--) {
            x[i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void charIndex(int[] count) {
        for (char c = 'a'; c <= 'z'; c++) {
            count[c - 'a'] = c;
        }
    }

    // REFUSED PF108: a floating index
    @ParallelFor
    static void doubleIndex(int[] x) {
        for (double t = 0; t < 10; t += 1) {
            x[(int) t] = 1;
        }
    }

    // SAFE
    @ParallelFor
    static int declaredBefore(int[] x, int n) {
        int i;
        for (i = 0; i < n; i++) {
            x[i] = i;
        }
        return i;
    }

    // SAFE
    @ParallelFor
    static int declaredAndStartedBefore(int[] x) {
        int i = 3;
        for (; i < x.length; i++) {
            x[i] = i;
        }
        return i;
    }

    // SAFE
    @ParallelFor
    static int declaredBeforeStepSeven(int[] x) {
        int i;
        for (i = 2; i < x.length; i += 7) {
            x[i] = 1;
        }
        return i;
    }

    // SAFE
    @ParallelFor
    static int emptyOrNotIndexAfter(int n) {
        int sum = 5;
        int i;
        for (i = 10; i < n; i++) {
            sum += i;
        }
        return sum * 1000 + i;
    }

    // UNSAFE PF105: the body moves the index
    @ParallelFor
    static void indexMoved(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = 1;
            if (x[i] == i) {
                i++;
            }
        }
    }

    // UNSAFE PF106: the bound shrinks
    @ParallelFor
    static void boundMoves(int[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = n;
            n--;
        }
    }

    // UNSAFE PF106: the bound is a cell that the loop writes
    @ParallelFor
    static void boundInArray(int[] x) {
        for (int i = 0; i < x[0]; i++) {
            x[i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void boundIsExpression(int[] x, int n, int m) {
        for (int i = n / 4; i < Math.min(n, m) - 1; i++) {
            x[i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void twoVariables(int[] x) {
        for (int i = 0, j = x.length - 1; i < j; i++, j--) {
            x[i] = x[j];
        }
    }

    // SAFE
    @ParallelFor
    static void whileLoop(int[] x) {
        int i = 0;
        while (i < x.length) {
            x[i] = i;
            i++;
        }
    }

    // UNSAFE PF103: follows a chain
    @ParallelFor
    static int collatz(int n) {
        long v = Math.abs(n) + 1L;
        int steps = 0;
        while (v != 1 && steps < 1000) {
            v = (v & 1) == 0 ? v / 2 : 3 * v + 1;
            steps++;
        }
        return steps;
    }

    // UNSAFE PF104: the index doubles
    @ParallelFor
    static void doublingIndex(int[] x) {
        for (int i = 1; i < x.length; i *= 2) {
            x[i] = x[i / 2] + 1;
        }
    }

    // UNSAFE PF104: the condition looks at the data
    @ParallelFor
    static void conditionOnData(int[] x) {
        for (int i = 0; i < x.length && x[i] != 3; i++) {
            x[i] = 0;
        }
    }

    // SAFE
    @ParallelFor
    static void twoLoops(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        for (int i = 0; i < y.length; i++) {
            y[i] += 2;
        }
    }

    // UNSAFE PF201: the second of two loops
    @ParallelFor
    static void twoLoopsOneCarried(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        for (int i = 1; i < y.length; i++) {
            y[i] += y[i - 1];
        }
    }

    // SAFE
    static void onLoopVariable(int[] x) {
        for (@ParallelFor int i = 0; i < x.length; i++) {
            x[i] = 7 * i;
        }
    }

    // SAFE
    static void innerMarked(int[][] x) {
        for (int i = 1; i < x.length; i++) {
            int[] row = x[i];
            for (@ParallelFor int j = 0; j < row.length; j++) {
                row[j] += i;
            }
        }
    }

    // GUARDED
    static void innerMarkedOfRecurrence(int[][] x) {
        for (int i = 1; i < x.length; i++) {
            int[] above = x[i - 1];
            int[] row = x[i];
            for (@ParallelFor int j = 1; j < row.length; j++) {
                row[j] = above[j] + above[j - 1];
            }
        }
    }

    // SAFE
    @ParallelFor
    static void startExpression(int[] x, int k) {
        for (int i = k * 2 + 1; i < x.length; i++) {
            x[i] = k;
        }
    }

    // SAFE never in parallel: no iterations
    @ParallelFor
    static void emptyForConstants(int[] x) {
        for (int i = 10; i < 5; i++) {
            x[0] = i;
        }
    }

    // SAFE never in parallel: one iteration
    @ParallelFor
    static void oneIteration(int[] x) {
        for (int i = 4; i < 5; i++) {
            x[0] = x[1] + i;
        }
    }

    // SAFE: read by the header, and then something else in each iteration
    @ParallelFor
    static void startThatEachIterationMakesAnew(int[] x, int[] y, int n) {
        int start = 1;
        for (int i = start; i < n; i++) {
            start = x[i] * 3;
            y[i] += start;
        }
    }

    private int top;
    private int height;

    // GUARDED: the index begins with a field, and the other variable with a number
    @ParallelFor
    void besideAField(int[] x, int[] y) {
        for (int i = top, k = 0; i < top + height; i++, k++) {
            x[i] = y[k] + 3 * i;
        }
    }

    // SAFE: likewise with a length
    @ParallelFor
    static void besideALength(int[] x, int[] y) {
        for (int i = Math.min(y.length, 1), k = 1; i < x.length; i++, k += 2) {
            x[i] = 3 * i - k;
        }
    }

    private static int next(int[] counter) {
        return counter[0]++;
    }

    // REFUSED PF104: what the index begins with is called before the other variable is set
    @ParallelFor
    static void besideACall(int[] x, int[] counter) {
        for (int i = next(counter), k = counter[0]; i < x.length; i++, k++) {
            x[i] = 3 * i - k;
        }
    }

    // REFUSED PF104: the other variable begins with what may throw
    @ParallelFor
    static void besideADivision(int[] x, int[] y, int n) {
        for (int i = y.length, k = 12 / n; i < x.length; i++, k++) {
            x[i] = 3 * i - k;
        }
    }
}
