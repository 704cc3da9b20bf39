package corpus;

import dev.parfor.ParallelFor;

/** Methods that call themselves, or each other: what a call does at any depth counts as the body's own. */
final class Recursion {

    static int calls;

    static void reset() {
        calls = 0;
    }

    static void swap(int[] x, int i, int j) {
        int kept = x[i];
        x[i] = x[j];
        x[j] = kept;
    }

    static int factorial(int n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }

    // SAFE
    @ParallelFor
    static void recursive(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = factorial(x[i] & 7);
        }
    }

    static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    // SAFE
    @ParallelFor
    static void recursiveGcd(long[] x, long[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] = gcd(x[i], i + 1);
        }
    }

    static boolean isEven(int n) {
        return n == 0 || isOdd(n - 1);
    }

    static boolean isOdd(int n) {
        return n != 0 && isEven(n - 1);
    }

    // SAFE
    @ParallelFor
    static void mutuallyRecursive(boolean[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = isEven(i & 15);
        }
    }

    static void quickSort(int[] row, int from, int to) {
        if (from >= to) {
            return;
        }
        int pivot = row[to];
        int k = from;
        for (int j = from; j < to; j++) {
            if (row[j] < pivot) {
                swap(row, k++, j);
            }
        }
        swap(row, k, to);
        quickSort(row, from, k - 1);
        quickSort(row, k + 1, to);
    }

    // GUARDED
    @ParallelFor
    static void recursiveOnRow(int[][] x) {
        for (int i = 0; i < x.length; i++) {
            quickSort(x[i], 0, x[i].length - 1);
        }
    }

    // UNSAFE PF231: each iteration sorts a part that others sort as well
    @ParallelFor
    static void recursiveOnShared(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[0] = i * 7 % 5;
            quickSort(x, 0, x.length - 1 - i);
        }
    }

    static int countDown(int n) {
        calls += n;
        return n == 0 ? calls : countDown(n - 1);
    }

    // UNSAFE PF211: each call counts in a static field
    @ParallelFor
    static void recursiveCounts(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = countDown(i & 3);
        }
    }

    static void spread(int[] x, int at, int value) {
        if (at < x.length && value > 0) {
            x[at] += value;
            spread(x, at + 1, value - 1);
        }
    }

    // UNSAFE PF231: deeper calls write the next iterations' cells
    @ParallelFor
    static void recursiveReachesNext(int[] x) {
        for (int i = 0; i < x.length; i++) {
            spread(x, i, x[i] & 3);
        }
    }

    static final class Box {
        int value;
    }

    static void fillBox(Box box, int n) {
        if (n > 0) {
            box.value = n;
            fillBox(box, n - 1);
        }
    }

    // UNSAFE PF231: what deeper calls leave in the box picks the cell
    @ParallelFor
    static void recursiveFillsBox(int[] x) {
        for (int i = 0; i < x.length; i++) {
            Box box = new Box();
            box.value = i;
            fillBox(box, 1 + (i & 1));
            x[box.value] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void recursiveOnOwnBox(int[] x) {
        for (int i = 0; i < x.length; i++) {
            Box box = new Box();
            fillBox(box, i & 3);
            x[i] += box.value;
        }
    }
}
