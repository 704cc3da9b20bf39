package corpus;

import dev.parfor.ParallelFor;

/** Variables declared outside of the loop: private ones, last values, inductions, and those that carry a value. */
final class Scalars {

    // SAFE
    @ParallelFor
    static void privateTemporary(double[] x) {
        double t;
        for (int i = 0; i < x.length; i++) {
            t = x[i] * x[i];
            x[i] = t + 1 / (t + 1);
        }
    }

    // SAFE
    @ParallelFor
    static void severalPrivates(int[] x) {
        int a = 0;
        int b = 0;
        int c;
        for (int i = 0; i < x.length; i++) {
            a = x[i] + 1;
            b = a * 2;
            c = b - a;
            x[i] = c;
        }
    }

    // SAFE
    @ParallelFor
    static double lastValue(double[] x, double[] y) {
        double t = -1;
        for (int i = 0; i < x.length; i++) {
            t = x[i] + i;
            x[i] = t * 2;
        }
        return t;
    }

    // SAFE
    @ParallelFor
    static int lastValuePlainCopy(int[] x) {
        int last = 99;
        for (int i = 0; i < x.length; i++) {
            last = x[i];
        }
        return last;
    }

    // UNSAFE PF321: the last iteration that assigns decides
    @ParallelFor
    static int lastInCondition(int[] x) {
        int at = -1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 3 && (at = i) > 4) {
                x[i] = 3;
            }
        }
        return at;
    }

    // SAFE
    @ParallelFor
    static int lastOfTwo(int[] x) {
        int at = -1;
        int what = 7;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 3) at = i;
            else if (x[i] == 1) {
                what = x[i] + i;
                at = -i;
            }
            switch (x[i] & 3) {
                case 1 -> at = 5;
                case 2 -> {
                    continue;
                }
                default -> what = i & 3;
            }
        }
        return at * 31 + what;
    }

    // SAFE
    @ParallelFor
    static String lastObject(String[] x) {
        String last = null;
        for (String s : x) {
            if (s != null && s.length() > 1) {
                last = s;
            }
        }
        return last;
    }

    // SAFE
    @ParallelFor
    static int bestIndex(double[] x) {
        int best = 0;
        for (int i = 1; i < x.length; i++) {
            if (x[i] > x[best]) {
                best = i;
            }
        }
        return best;
    }

    // SAFE
    @ParallelFor
    static int lastWorstIndex(int[] x, boolean[] use) {
        int worst = 0;
        for (int i = 0; i < x.length; i++) {
            if (use[i] && x[worst] >= x[i]) worst = i;
        }
        return worst;
    }

    // GUARDED
    @ParallelFor
    static int bestIndexAndCopy(int[] x, int[] y) {
        int best = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > x[best]) {
                best = i;
            }
            y[i] = i;
        }
        return best;
    }

    // UNSAFE PF231: the array changes
    @ParallelFor
    static int bestOfChanging(int[] x) {
        int best = 0;
        for (int i = 1; i < x.length; i++) {
            if (x[i] > x[best]) {
                best = i;
            }
            x[i] = -x[i];
        }
        return best;
    }

    // UNSAFE PF301: two arrays
    @ParallelFor
    static int bestOfAnother(int[] x, int[] y) {
        int best = 0;
        for (int i = 1; i < x.length; i++) {
            if (x[i] > y[best]) {
                best = i;
            }
        }
        return best;
    }

    // SAFE
    @ParallelFor
    static int lastMatch(int[] x) {
        int at = -1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 3) {
                at = i;
            }
        }
        return at;
    }

    // SAFE
    @ParallelFor
    static int bothBranchesAssign(int[] x) {
        int t = 5;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 3) {
                t = i;
            } else {
                t = -i;
            }
            x[i] = t;
        }
        return t;
    }

    // UNSAFE PF301: an iteration that does not assign uses an earlier one's value
    @ParallelFor
    static void assignedSometimes(int[] x) {
        int t = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 3) {
                t = x[i];
            }
            x[i] = t;
        }
    }

    // SAFE
    @ParallelFor
    static void assignedAndUsedInBranch(int[] x) {
        int t = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 3) {
                t = x[i] * 2;
                x[i] = t;
            }
        }
    }

    // GUARDED: t holds the previous element
    @ParallelFor
    static void previousInScalar(int[] x, int[] y) {
        int t = 0;
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] - t;
            t = x[i];
        }
    }

    // UNSAFE PF301: a linear recurrence
    @ParallelFor
    static double horner(double[] x, double t) {
        double value = 0;
        for (int i = 0; i < x.length; i++) {
            value = value * t + x[i];
        }
        return value;
    }

    // UNSAFE PF301: two values passed on
    @ParallelFor
    static void fibonacci(int[] x) {
        int a = 0;
        int b = 1;
        for (int i = 0; i < x.length; i++) {
            x[i] = a;
            int c = a + b;
            a = b;
            b = c;
        }
    }

    // SAFE
    @ParallelFor
    static void induction(int[] x) {
        int k = 0;
        for (int i = 0; i < x.length / 2; i++) {
            x[k] = i;
            k += 2;
        }
    }

    // SAFE
    @ParallelFor
    static int inductionAfter(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            x[i] = k;
            k = k + 3;
        }
        return k;
    }

    // SAFE
    @ParallelFor
    static int inductionDown(int[] x) {
        int k = x.length;
        for (int i = 0; i < x.length; i++) {
            x[--k] = i;
        }
        return k;
    }

    // SAFE
    @ParallelFor
    static void inductionTwice(int[] x) {
        int k = 0;
        for (int i = 0; i < x.length / 2; i++) {
            x[k++] = i;
            x[k++] = -i;
        }
    }

    // UNSAFE PF234: k is one behind the next iteration's
    @ParallelFor
    static void inductionMeets(int[] x) {
        int k = 1;
        for (int i = 0; i < x.length - 1; i++) {
            x[k] = x[k - 1] + i;
            k++;
        }
    }

    // SAFE
    @ParallelFor
    static void inductionSymbolicStep(int[] x, int[] y, int stride) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = k;
            k += stride;
        }
    }

    // GUARDED
    @ParallelFor
    static int keepPositive(int[] x, int[] y) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                y[k++] = x[i];
            }
        }
        return k;
    }

    // SAFE
    @ParallelFor
    static void triangularNumbers(int[] x) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            k += i;
            x[i] = k;
        }
    }

    // SAFE
    @ParallelFor
    static void powers(long[] x) {
        long p = 1;
        for (int i = 0; i < x.length; i++) {
            x[i] = p;
            p *= 3;
        }
    }

    // UNSAFE PF301: turns around at each step
    @ParallelFor
    static void alternating(double[] x) {
        int sign = 1;
        for (int i = 0; i < x.length; i++) {
            x[i] *= sign;
            sign = -sign;
        }
    }

    // GUARDED: a wrapping index
    @ParallelFor
    static void wrappedAround(int[] x, int[] y) {
        int before = x.length - 1;
        for (int i = 0; i < x.length; i++) {
            y[i] = x[before];
            before = i;
        }
    }

    // UNSAFE PF301: a generator of random numbers
    @ParallelFor
    static void congruential(int[] x, int seed) {
        int state = seed;
        for (int i = 0; i < x.length; i++) {
            state = state * 1103515245 + 12345;
            x[i] = state >>> 16;
        }
    }

    // SAFE
    @ParallelFor
    static void innerIndexOutsideOfRows(int[] x, int w) {
        int j;
        int sum;
        for (int i = 0; i < x.length; i++) {
            sum = 0;
            for (j = 0; j < w; j++) {
                sum += i ^ j;
            }
            x[i] = sum;
        }
    }

    // UNSAFE PF311: sum is not set back
    @ParallelFor
    static void sumNotSetBack(int[] x, int w) {
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < w; j++) {
                sum += i ^ j;
            }
            x[i] = sum;
        }
    }

    // SAFE
    @ParallelFor
    static int readOnly(int[] x, int k, boolean twice) {
        int factor = twice ? 2 * k : k;
        for (int i = 0; i < x.length; i++) {
            x[i] += factor;
        }
        return factor;
    }

    // SAFE
    @ParallelFor
    static int parameterAsTemporary(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            k = x[i] & 3;
            x[i] = k;
        }
        return 0;
    }

    // UNSAFE PF301: read in the condition before it is written
    @ParallelFor
    static void stateMachine(int[] x) {
        int state = 0;
        for (int i = 0; i < x.length; i++) {
            if (state == 0) {
                state = x[i] & 1;
            } else {
                state = x[i] & 2;
            }
            x[i] = state;
        }
    }

    // SAFE
    @ParallelFor
    static int[] referenceTemporary(int[][] x, int[] y) {
        int[] row = null;
        for (int i = 0; i < y.length; i++) {
            row = x[i % Math.max(1, x.length)];
            y[i] = row == null ? 0 : 1;
        }
        return null;
    }

    // UNSAFE PF301: compares with the row before
    @ParallelFor
    static int equalNeighbours(int[][] x) {
        int[] before = null;
        int same = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] == before) {
                same++;
            }
            before = x[i];
        }
        return same;
    }

    // SAFE
    @ParallelFor
    static void assignmentAsExpression(int[] x) {
        int a;
        int b;
        for (int i = 0; i < x.length; i++) {
            a = b = x[i];
            x[i] = a + (b = 3) + b;
        }
    }

    // SAFE
    @ParallelFor
    static boolean lastFlag(int[] x) {
        boolean big = false;
        for (int i = 0; i < x.length; i++) {
            big = x[i] > 7;
            x[i] = big ? 0 : 1;
        }
        return big;
    }

    // SAFE
    @ParallelFor
    static int twoLoopsShareATemporary(int[] x) {
        int t = 0;
        for (int i = 0; i < x.length; i++) {
            t = x[i];
            x[i] = t + 1;
        }
        int kept = t;
        for (int i = 0; i < x.length; i++) {
            t = x[i] * 2;
            x[i] = t;
        }
        return kept;
    }
}
