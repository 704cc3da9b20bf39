package corpus;

import dev.parfor.ParallelFor;

/** Variables from outside of the loop whose declarations say what they hold. */
final class KnownValues {

    private int[] data = new int[300];

    // SAFE: half of the length is half of the length
    @ParallelFor
    static void upperHalf(int[] x) {
        int half = x.length / 2;
        for (int i = 0; i < x.length / 2; i++) {
            x[i + half] = x[i] + 1;
        }
    }

    // UNSAFE PF201: a third is no half
    @ParallelFor
    static void upperThird(int[] x) {
        int third = x.length / 3;
        for (int i = 0; i < x.length / 2; i++) {
            x[i + third] = x[i] + 1;
        }
    }

    // SAFE: zero, computed
    @ParallelFor
    static void zero(int[] x) {
        int one = 1;
        int two = 2;
        int none = 2 * one - two;
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i + none] + 1;
        }
    }

    // UNSAFE PF201: one, computed
    @ParallelFor
    static void one(int[] x) {
        int two = 2;
        int three = 3;
        int next = three - two;
        for (int i = 0; i < x.length - 1; i++) {
            x[i] = x[i + next] + 1;
        }
    }

    // UNSAFE PF233: the distance was set again
    @ParallelFor
    static void setAgain(int[] x, int n) {
        int distance = 0;
        if (n > 2) {
            distance = 1;
        }
        for (int i = 0; i < x.length - 1; i++) {
            x[i] = x[i + distance] + 1;
        }
    }

    // UNSAFE PF233: what it was computed from has changed since
    @ParallelFor
    static void changedSince(int[] x, int n) {
        int distance = n;
        n = x.length / 2;
        for (int i = 0; i < n; i++) {
            x[i + distance] = x[i] + 1;
        }
    }

    // UNSAFE PF234: zero, by overflow
    @ParallelFor
    static void wrapped(int[] x, int n) {
        int none = n * 65536 * 65536;
        for (int i = 0; i < x.length - 1; i++) {
            x[i] = x[i + none + 1];
        }
    }

    // SAFE: two planes
    static void planes(int[][] x, int[] y) {
        int from = 0;
        int to = 1;
        if (x.length < 2 || x[0] == null || x[1] == null) {
            return;
        }
        for (@ParallelFor int i = 1; i < 3; i++) {
            y[i] = from + to;
        }
    }

    // GUARDED: rows of two numbers
    @ParallelFor
    static void rows(int[][] x, int n) {
        int from = 0;
        int to = 1;
        for (int i = 1; i < n; i++) {
            x[to][i] = x[from][i - 1] + 1;
        }
    }

    // UNSAFE PF201: one row by two numbers
    @ParallelFor
    static void sameRow(int[][] x, int n) {
        int from = 1;
        int to = from;
        for (int i = 1; i < n; i++) {
            x[to][i] = x[from][i - 1] + 1;
        }
    }

    // UNSAFE PF201: one array by two names
    @ParallelFor
    static void otherName(int[] x) {
        int[] same = x;
        for (int i = 1; i < x.length; i++) {
            same[i] = x[i - 1] + 1;
        }
    }

    // SAFE: one array by three names, each iteration at a cell of its own
    @ParallelFor
    static void threeNames(int[] x) {
        int[] same = x;
        int[] again = same;
        for (int i = 1; i < x.length; i++) {
            again[i] = same[i] + x[i];
        }
    }

    // GUARDED: another array by now
    @ParallelFor
    static void nameOfAnother(int[] x, int[] y, int n) {
        int[] before = x;
        x = y;
        for (int i = 1; i < n; i++) {
            before[i] = x[i - 1] + 1;
        }
    }

    // GUARDED: one of two
    @ParallelFor
    static void oneOfTwo(int[] x, int[] y, int n) {
        int[] chosen = x;
        if (n % 2 == 0) {
            chosen = y;
        }
        for (int i = 1; i < n; i++) {
            chosen[i] = x[i - 1] + 1;
        }
    }

    // GUARDED: where the part begins, by two names
    static void parts(int[] x) {
        for (int part = 0; part < 4; part++) {
            int from = part * 8;
            for (@ParallelFor int i = 0; i < 4; i++) {
                x[from + i] = x[part * 8 + 4 + i];
            }
        }
    }

    // UNSAFE PF234: where the first part begins, in each part
    static void firstPart(int[] x) {
        int part = 2;
        int from = (part - 2) * 8;
        while (part < 4) {
            for (@ParallelFor int i = 0; i < 4; i++) {
                x[from + i] = x[(3 - part) * 8 + 1 + i];
            }
            part++;
        }
    }

    // UNSAFE PF201: rows that reach back into the row before
    @ParallelFor
    static void beyondTheRow(int[] x, int w, int h) {
        for (int y = 1; y < h; y++) {
            for (int c = 0; c < w; c++) {
                x[y * w + c] = x[y * w + c - 1];
            }
        }
    }

    // GUARDED: rows that reach back as far as they begin
    @ParallelFor
    static void withinTheRow(int[] x, int w, int h) {
        for (int y = 1; y < h; y++) {
            for (int c = 1; c < w; c++) {
                x[y * w + c] = x[y * w + c - 1];
            }
        }
    }

    // UNSAFE PF201: the array of a field by another name
    @ParallelFor
    void nameOfField(int n) {
        int[] same = data;
        for (int i = 1; i < n; i++) {
            same[i] = data[i - 1] + 1;
        }
    }

    // GUARDED: the field has another array by now
    @ParallelFor
    void nameOfBefore(int[] x, int n) {
        int[] before = data;
        data = x;
        for (int i = 1; i < n; i++) {
            before[i] = data[i - 1] + 1;
        }
    }

    private void replace(int[] x) {
        data = x;
    }

    // GUARDED: likewise, by a method
    @ParallelFor
    void nameOfReplaced(int[] x, int n) {
        int[] before = data;
        replace(x);
        for (int i = 1; i < n; i++) {
            before[i] = data[i - 1] + 1;
        }
    }
}
