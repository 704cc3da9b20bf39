package corpus;

import dev.parfor.ParallelFor;

/** Loops that may end early. */
final class Exits {

    // SAFE a search
    @ParallelFor
    static int indexOf(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] == k) {
                return i;
            }
        }
        return -1;
    }

    // SAFE a search with break
    @ParallelFor
    static int firstNegative(int[] x) {
        int at = -1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 0) {
                at = i;
                break;
            }
        }
        return at;
    }

    // UNSAFE PF117: writes on the way
    @ParallelFor
    static void untilZero(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] == 0) {
                break;
            }
            y[i] = x[i];
        }
    }

    // UNSAFE PF117: leaves both loops
    @ParallelFor
    static void untilZeroInRows(int[][] x) {
        outer:
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                if (x[i][j] == 0) {
                    break outer;
                }
                x[i][j] = 1;
            }
        }
    }

    // SAFE returns from inside a switch
    @ParallelFor
    static int returnInSwitch(int[] x) {
        for (int i = 0; i < x.length; i++) {
            switch (x[i]) {
                case 3:
                    return i;
                default:
            }
        }
        return -1;
    }

    // SAFE
    @ParallelFor
    static boolean allSmall(int[] x, int k) {
        for (int v : x) {
            if (v > k) return false;
        }
        return true;
    }

    // SAFE
    @ParallelFor
    static boolean anyEqual(int[] x, int k) {
        boolean any = false;
        for (int i = 0; i < x.length; i++) {
            if (x[i] == k) {
                any = true;
                break;
            }
        }
        return any;
    }

    // SAFE both variables of the hit
    @ParallelFor
    static int rowAndColumn(int[][] x, int k) {
        int row = -1;
        int column = -1;
        search:
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                if (x[i][j] == k) {
                    row = i;
                    column = j;
                    break search;
                }
            }
        }
        return row * 100 + column;
    }

    // SAFE the index is the result
    @ParallelFor
    static int indexAfter(int[] x, int k) {
        int i;
        for (i = 0; i < x.length; i++) {
            if (x[i] == k) {
                break;
            }
        }
        return i;
    }

    // SAFE downwards, in steps of two, with an index of its own
    @ParallelFor
    static long lastOf(int[] x, int k) {
        int n = 0;
        for (int i = x.length - 1; i >= 0; i -= 2) {
            if (x[i] == k) {
                return i * 1000L + n;
            }
            n += 3;
        }
        return n;
    }

    // SAFE sums up to the exit, that of the iteration which ends the loop included
    @ParallelFor
    static int sumUntilNegative(int[] x) {
        int sum = 0;
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
            if (x[i] < 0) {
                break;
            }
            count++;
        }
        return sum * 100 + count;
    }

    // SAFE two ways out, one with a value
    @ParallelFor
    static double maximumUntilZero(double[] x, double tooMuch) {
        double max = Double.NEGATIVE_INFINITY;
        int at = -1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > tooMuch) {
                return x[i] + i;
            }
            if (x[i] == 0) {
                break;
            }
            if (x[i] > max) {
                max = x[i];
                at = i;
            }
        }
        return max * 1000 + at;
    }

    // SAFE the last value is that of the iteration which ends the loop
    @ParallelFor
    static int lastSeen(int[] x) {
        int seen = 0;
        for (int i = 0; i < x.length; i++) {
            seen = x[i] * 2;
            if (x[i] > 20) {
                break;
            }
        }
        return seen;
    }

    // UNSAFE PF321: the value after the loop is that of the iteration before the one which ends it
    @ParallelFor
    static int lastAccepted(int[] x) {
        int seen = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 20) {
                break;
            }
            seen = x[i] * 2;
        }
        return seen;
    }

    // UNSAFE PF301: the variable decides which iteration ends the loop
    @ParallelFor
    static int untilSumTooLarge(int[] x, int k) {
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] & 7;
            if (sum > k) {
                return i;
            }
        }
        return -1;
    }

    // SAFE what was found before the exit is read in the loop, too
    @ParallelFor
    static int readsItsResult(int[] x, int k) {
        int at = -7;
        for (int i = 0; i < x.length; i++) {
            if (at < 0 && x[i] == k - at) {
                at = i;
                break;
            }
        }
        return at;
    }

    // SAFE throws below, at and beyond the exit
    @ParallelFor
    static int throwsOrReturns(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            if (60 / (x[i] - 1) == k) {
                return i;
            }
            if (x[i] == 5) {
                throw new IllegalStateException("five at " + i);
            }
        }
        return -1;
    }

    // SAFE beyond the end of the array only where the loop has ended before
    @ParallelFor
    static int sentinel(int[] x, int k) {
        int i = 0;
        for (; i < 1000; i++) {
            if (x[i] == k) {
                break;
            }
        }
        return i;
    }

    // SAFE
    @ParallelFor
    static String firstLong(String[] x, int k) {
        for (String s : x) {
            if (s != null && s.length() > k) {
                return s + k;
            }
        }
        return null;
    }

    // SAFE
    @ParallelFor
    static int[] freshResult(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] == k) {
                return new int[] {i, k};
            }
        }
        return new int[0];
    }

    // SAFE a byte of a constant
    @ParallelFor
    static byte narrow(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] == k) {
                return 1;
            }
        }
        return 0;
    }

    // SAFE
    @ParallelFor
    static <T extends Comparable<T>> T firstAbove(T[] x, T k) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] == k) {
                return x[i];
            }
        }
        return k;
    }

    // SAFE goes on with a loop around
    static int rowsWithout(int[][] x, int k) {
        int rows = 0;
        next:
        for (int r = 0; r < x.length; r++) {
            int[] row = x[r];
            for (@ParallelFor int i = 0; i < row.length; i++) {
                if (row[i] == k) {
                    continue next;
                }
                if (row[i] == k + 1) {
                    break next;
                }
            }
            rows++;
        }
        return rows;
    }

    // SAFE jumps inside are none
    @ParallelFor
    static boolean hasDuplicate(int[] x) {
        for (int i = 0; i < x.length; i++) {
            int seen = 0;
            for (int j = 0; j <= i; j++) {
                if (x[j] < 0) {
                    continue;
                }
                if (x[j] > 50) {
                    break;
                }
                seen += x[j] == x[i] ? 1 : 0;
            }
            if (seen > 1) {
                return true;
            }
        }
        return false;
    }

    // UNSAFE PF118: an inner loop that may not end, in an iteration that never was
    @ParallelFor
    static int collatz(int[] x) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] <= 0) {
                return i;
            }
            int steps = 0;
            for (long v = x[i] & 15; v > 1; v = v % 2 == 0 ? v / 2 : 3 * v + 1) {
                steps++;
            }
            if (steps > 16) {
                return i + 1000;
            }
        }
        return -1;
    }

    // UNSAFE PF118: an index that wraps around
    @ParallelFor
    static int inclusive(int[] x, int n) {
        for (int i = 0; i < x.length; i++) {
            int sum = 0;
            for (int j = 0; j <= n; j++) {
                sum += j;
            }
            if (x[i] == sum) {
                return i;
            }
        }
        return -1;
    }

    // UNSAFE PF117: what is written on the way out
    @ParallelFor
    static void writesItsResult(int[] x, int[] result, int k) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] == k) {
                result[0] = i;
                return;
            }
        }
    }

    // REFUSED PF107: an exit is an exception
    @ParallelFor
    static int insideTry(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            try {
                if (60 / x[i] == k) {
                    return i;
                }
            } catch (ArithmeticException e) {
                return -2;
            }
        }
        return -1;
    }

    // SAFE the method's own finally block
    @ParallelFor
    static int insideFinally(int[] x, int k) {
        int n = k;
        try {
            for (int i = 0; i < x.length; i++) {
                if (x[i] == k) {
                    return i;
                }
            }
        } finally {
            n++;
        }
        return n;
    }

    // SAFE counts up to the end of long
    @ParallelFor
    static long farAway(int[] x, long k) {
        for (long i = Long.MAX_VALUE - 20; i < Long.MAX_VALUE - 2; i += 3) {
            if (x[(int) (i & 3)] == k) {
                return i;
            }
        }
        return 0;
    }

    // SAFE runs as it is written where there is no trip count
    @ParallelFor
    static int asWritten(int[] x, int k, int end) {
        int n = 0;
        for (int i = 0; i <= end; i++) {
            if (x[i & 1] == k) {
                return i;
            }
            n++;
            if (n > 13) {
                break;
            }
        }
        return n;
    }

    // SAFE ends where nothing is done any more
    @ParallelFor
    static boolean dividesAll(int[] x, int n) {
        boolean ok = true;
        for (int i = 0; i < x.length; i++) {
            ok = ok && n % x[i] == 0;
        }
        return ok;
    }

    // SAFE
    @ParallelFor
    static boolean dividesAny(int[] x, int n, boolean any) {
        for (int v : x) any = any || n % v == 0;
        return any;
    }

    // UNSAFE PF316: the index tells where it has stopped dividing, and it has not
    @ParallelFor
    static int dividesAllAndCounts(int[] x, int n) {
        boolean ok = true;
        int i;
        for (i = 0; i < x.length; i++) {
            ok = ok && n % x[i] == 0;
        }
        return ok ? i : -i;
    }

    // UNSAFE PF316: what comes behind it is done in any case
    @ParallelFor
    static boolean dividesAllAndWrites(int[] x, int[] y, int n) {
        boolean ok = true;
        for (int i = 0; i < x.length; i++) {
            ok = ok && n % x[i] == 0;
            y[i] = 1;
        }
        return ok;
    }
}
