package corpus;

import dev.parfor.ParallelFor;

/** Values that one iteration leaves to the next one, and that can be made anew. */
final class HandingOn {

    // GUARDED: x and y must be two arrays
    @ParallelFor
    static void differences(int[] x, int[] y) {
        int previous = 0;
        for (int i = 0; i < x.length; i++) {
            int current = x[i];
            y[i] = current - previous;
            previous = current;
        }
    }

    // GUARDED: and the last one is read after the loop
    @ParallelFor
    static int lastOne(int[] x, int[] y, int first) {
        int previous = first;
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] ^ previous;
            previous = x[i] + i;
        }
        return previous;
    }

    // GUARDED: an index that lags behind
    @ParallelFor
    static void wrapAround(int[] x, int[] y, int n) {
        int before = n - 1;
        for (int i = 0; i < n; i++) {
            y[i] = x[i] + x[before];
            before = i;
        }
    }

    // GUARDED: two that lag
    @ParallelFor
    static int twoBefore(int[] x, int[] y, int n) {
        int one = n - 1;
        int two = n - 2;
        for (int i = 0; i < n; i++) {
            y[i] = x[i] + 2 * x[one] + 3 * x[two];
            two = one;
            one = i;
        }
        return one + two;
    }

    // SAFE: beside a sum
    @ParallelFor
    static long lengthOfPath(long[] x, long[] y) {
        long length = 0;
        long px = 0;
        long py = 0;
        for (int i = 0; i < x.length; i++) {
            long dx = x[i] - px;
            long dy = y[i] - py;
            length += Math.abs(dx) + Math.abs(dy);
            px = x[i];
            py = y[i];
        }
        return length;
    }

    // SAFE: of the elements themselves
    @ParallelFor
    static int runs(int[] x) {
        int runs = 0;
        int previous = -1;
        for (int e : x) {
            if (e != previous) {
                runs++;
            }
            previous = e;
        }
        return runs;
    }

    // SAFE
    @ParallelFor
    static int words(char[] text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length; i++) {
            boolean letter = text[i] > 'b';
            if (letter && !inside) {
                words++;
            }
            inside = letter;
        }
        return words;
    }

    private static long square(long v) {
        return v * v;
    }

    // SAFE: what is called does nothing else, downwards, by threes
    @ParallelFor
    static void called(long[] x) {
        long above = 7;
        for (int i = x.length - 1; i >= 0; i -= 3) {
            long here = square(i) + 1;
            x[i] += above - here;
            above = here;
        }
    }

    // SAFE: a search
    @ParallelFor
    static boolean isSorted(int[] x) {
        int previous = Integer.MIN_VALUE;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < previous) {
                return false;
            }
            previous = x[i];
        }
        return true;
    }

    // SAFE: strings
    @ParallelFor
    static void changes(String[] x, boolean[] y) {
        String previous = null;
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] == previous;
            previous = x[i];
        }
    }

    // GUARDED: two variables swap what they hold, one of them made each time
    @ParallelFor
    static void pairs(int[] x, int[] y, int n) {
        int left = 1;
        int right = 2;
        for (int i = 0; i < n; i++) {
            left = right;
            right = x[i] / 2;
            y[i] = left - right;
        }
    }

    // GUARDED: a variable from outside in between
    @ParallelFor
    static int throughAnother(int[] x, int[] y) {
        int current = 0;
        int previous = 5;
        for (int i = 0; i < x.length; i++) {
            current = x[i] * 3;
            y[i] = current + previous;
            previous = current;
        }
        return current - previous;
    }

    // GUARDED: an exception on the way
    @ParallelFor
    static void throwing(int[] x, int[] y, int d) {
        int previous = 0;
        for (int i = 0; i < x.length; i++) {
            y[i] = previous;
            previous = d / x[i];
        }
    }

    // GUARDED: with a step by two and an update in the header
    @ParallelFor
    static void inHeader(int[] x, int[] y, int n) {
        int last;
        int j;
        last = n - 1;
        for (int i = 0; i < n; last = i, i += 2) {
            y[i] = x[last] + 1;
        }
    }

    // GUARDED: long index
    @ParallelFor
    static void byLong(int[] x, int[] y) {
        long before = 0;
        for (long i = 0; i < x.length; i++) {
            y[(int) i] = x[(int) before] - (int) i;
            before = i;
        }
    }

    // UNSAFE PF301: in place, what is handed on is overwritten
    @ParallelFor
    static void inPlace(int[] x) {
        int previous = 0;
        for (int i = 0; i < x.length; i++) {
            int current = x[i];
            x[i] = current - previous;
            previous = current;
        }
    }

    // UNSAFE PF301: what was stored is handed on
    @ParallelFor
    static void stored(int[] x, int[] y) {
        int previous = 0;
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] - previous;
            previous = y[i];
        }
    }

    // UNSAFE PF301: all that came before is in it
    @ParallelFor
    static void recurrence(int[] x, int[] y) {
        int previous = 0;
        for (int i = 0; i < x.length; i++) {
            y[i] = previous;
            previous = previous / 2 + x[i];
        }
    }

    // UNSAFE PF301: two that are made of each other
    @ParallelFor
    static void fibonacci(int[] y) {
        int one = 0;
        int two = 1;
        for (int i = 0; i < y.length; i++) {
            y[i] = one;
            int next = one + two;
            one = two;
            two = next;
        }
    }

    // UNSAFE PF301: two that change places
    @ParallelFor
    static void swapped(int[] y) {
        int one = 0;
        int two = 1;
        for (int i = 0; i < y.length; i++) {
            y[i] = one;
            int next = one;
            one = two;
            two = next;
        }
    }

    // UNSAFE PF301: not by every iteration
    @ParallelFor
    static void sometimes(int[] x, int[] y) {
        int previous = 0;
        for (int i = 0; i < x.length; i++) {
            y[i] = previous;
            if (x[i] > 2) {
                previous = x[i];
            }
        }
    }

    // UNSAFE PF301: an iteration may be over before
    @ParallelFor
    static void leftOut(int[] x, int[] y) {
        int previous = 0;
        for (int i = 0; i < x.length; i++) {
            y[i] = previous;
            if (x[i] > 2) {
                continue;
            }
            previous = x[i];
        }
    }

    // UNSAFE PF301: changed once more
    @ParallelFor
    static void twice(int[] x, int[] y) {
        int previous = 0;
        for (int i = 0; i < x.length; i++) {
            int current = x[i];
            y[i] = previous;
            if (x[i] > 2) {
                current++;
            }
            previous = current;
        }
    }

    private static int calls;

    private static int counted(int v) {
        return v + ++calls;
    }

    // UNSAFE PF301: what is called counts its calls
    @ParallelFor
    static void countedCalls(int[] x, int[] y) {
        int previous = 0;
        for (int i = 0; i < x.length; i++) {
            y[i] = previous;
            previous = counted(x[i]);
        }
    }

    // UNSAFE PF301: an object is not made twice
    @ParallelFor
    static void objects(Object[] y) {
        Object previous = null;
        for (int i = 0; i < y.length; i++) {
            y[i] = previous;
            previous = new Object();
        }
    }

    // UNSAFE PF301: the array moves
    @ParallelFor
    static void otherArray(int[] x, int[] y) {
        int previous = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            y[i] = previous;
            x[i + 1] = i;
            previous = x[i];
        }
    }

    // UNSAFE PF301: read after a search that ended somewhere
    @ParallelFor
    static int found(int[] x) {
        int previous = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < previous) {
                break;
            }
            previous = x[i];
        }
        return previous;
    }

    // UNSAFE PF301: of another variable that runs through the loop
    @ParallelFor
    static int runningSum(int[] x, int[] y) {
        int sum = 0;
        int previous = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
            y[i] = previous;
            previous = sum;
        }
        return previous;
    }

    // REFUSED PF301: one of the two is left as it was, so that it is no value that is handed on
    @ParallelFor
    static void leftAsItWas(int[] y) {
        int one = 0;
        int two = 1;
        for (int i = 0; i < y.length; i++) {
            y[i] = one;
            one = two;
            int next = one;
            two = next;
        }
    }

    // GUARDED: of what is handed on, by an expression that any value will do for
    @ParallelFor
    static double ofTheOneBefore(double[] x, double[] y) {
        double one = 1;
        double two = 2;
        for (int i = 0; i < x.length; i++) {
            y[i] = two;
            two = one > 0 ? 3 / one : -one + i;
            one = x[i];
        }
        return two;
    }

    // REFUSED PF301: what is made ahead would look for elements that no iteration looks for
    @ParallelFor
    static void wrongElement(int[] x, int[] y, int n) {
        int at = n - 1;
        int value = 0;
        for (int i = 0; i < n; i++) {
            y[i] = value;
            value = x[at + i];
            at = 0;
        }
    }

    // REFUSED PF301: and would divide by zero
    @ParallelFor
    static void wrongDivisor(int[] y, int n) {
        int from = 5;
        int value = 0;
        for (int i = 0; i < n; i++) {
            y[i] = value;
            value = 100 / (from - i);
            from = -1;
        }
    }

    private static int countedDown(int from, int i) {
        int steps = 0;
        while (from != 0 && i > 10) {
            if (++steps > 100_000) {
                throw new IllegalStateException();
            }
        }
        return steps + i;
    }

    // REFUSED PF301: and would call what does not end
    @ParallelFor
    static void wrongCall(int[] y, int n) {
        int from = 5;
        int value = 0;
        for (int i = 0; i < n; i++) {
            y[i] = value;
            value = countedDown(from, i);
            from = 0;
        }
    }

    // GUARDED: the header reads what is handed on
    @ParallelFor
    static void fromTheLast(int[] x, int[] y, int n) {
        int previous = n - 1;
        for (int i = previous; i >= 0; i--) {
            y[i] = x[previous];
            previous = i;
        }
    }

    // GUARDED: the header reads what each iteration makes
    @ParallelFor
    static void pairsFrom(int[] x, int[] y, int n) {
        int left = 1, right = 2;
        for (int i = left; i < n; i++) {
            left = right;
            right = x[i] / 2;
            y[i] = left - right;
        }
    }

    // REFUSED PF301: made of a variable that is declared before it has a value
    @ParallelFor
    static int declaredBefore(int[] x, int[] y) {
        int previous = 1;
        for (int i = 0; i < x.length; i++) {
            int current;
            current = x[i];
            y[i] = previous;
            previous = current;
        }
        return previous;
    }

    // GUARDED: constants of the body, some of which nothing is made of
    @ParallelFor
    static int constants(int[] x, int[] y) {
        int previous = 1;
        for (int i = 0; i < x.length; i++) {
            final int scale = 3;
            final int offset = scale + 4;
            final int other = 5;
            int current = x[i] * scale + offset;
            y[i] = previous + other;
            previous = current;
        }
        return previous;
    }

    // GUARDED: constants declared in one statement
    @ParallelFor
    static int constantsTogether(int[] x, int[] y) {
        int previous = 1;
        for (int i = 0; i < x.length; i++) {
            final int scale = 3, offset = 7;
            int current = x[i] * scale + offset;
            y[i] = previous;
            previous = current;
        }
        return previous;
    }
}
