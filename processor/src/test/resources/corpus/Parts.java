package corpus;

import dev.parfor.ParallelFor;

/** Parts that begin at quotients, blocks of a size that is a variable, and index arrays of small numbers. */
final class Parts {

    // GUARDED
    @ParallelFor
    static void quarters(int[] a, int n) {
        for (int t = 0; t < 4; t++) {
            int lo = t * n / 4;
            int hi = (t + 1) * n / 4;
            for (int i = lo; i < hi; i++) {
                a[i] += t;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void longQuarters(int[] a, int n) {
        for (int t = 0; t < 4; t++) {
            int lo = (int) ((long) t * n / 4);
            int hi = (int) ((long) (t + 1) * n / 4);
            for (int i = lo; i < hi; i++) {
                a[i] += t;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void partsOfLength(int[] a, int parts) {
        if (parts > 50) {
            return;
        }
        for (int t = 0; t < parts; t++) {
            int hi = (int) ((long) (t + 1) * a.length / parts);
            for (int i = (int) ((long) t * a.length / parts); i < hi; i++) {
                a[i] += t;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void parts(int[] a, int n, int parts) {
        if (parts > 50) {
            return;
        }
        for (int t = 0; t < parts; t++) {
            int lo = t * n / parts;
            int hi = (t + 1) * n / parts;
            for (int i = lo; i < hi; i++) {
                a[i] += t;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void blocksOfSize(int[] a, int n, int some) {
        int size = (some & 3) + 1;
        for (int b = 0; b < n; b += size) {
            for (int i = b; i < Math.min(b + size, n); i++) {
                a[i] += b;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void blocksCut(int[] a, int n, int some) {
        int size = (some & 3) + 1;
        for (int b = 0; b < n; b += size) {
            int end = b + size;
            if (end > n) {
                end = n;
            }
            for (int i = b; i < end; i++) {
                a[i] += b;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void byShort(double[] y, short[] next) {
        for (int i = 0; i < next.length; i++) {
            y[next[i]] = i;
        }
    }

    // GUARDED
    @ParallelFor
    static void byByte(double[] y, byte[] next) {
        for (int i = 0; i < next.length; i++) {
            y[next[i] + 1] = i;
        }
    }

    // GUARDED
    @ParallelFor
    static void byChar(double[] y, char[] next) {
        for (int i = 0; i < next.length; i++) {
            y[next[i]] = i;
        }
    }

    // GUARDED
    @ParallelFor
    static void shortSegments(double[] y, short[] start) {
        for (int i = 0; i < start.length - 1; i++) {
            for (int k = start[i]; k < start[i + 1]; k++) {
                y[k] += i;
            }
        }
    }

    // UNSAFE PF202: one cell more than its part
    @ParallelFor
    static void quartersTooLong(int[] a, int n) {
        for (int t = 0; t < 4; t++) {
            int lo = t * n / 4;
            int hi = (t + 1) * n / 4 + 1;
            for (int i = lo; i < hi && i < a.length; i++) {
                a[i] = t;
            }
        }
    }

    // UNSAFE PF202: parts of two lengths
    @ParallelFor
    static void otherDivisor(int[] a, int n) {
        for (int t = 0; t < 3; t++) {
            int lo = t * n / 4;
            int hi = (t + 1) * n / 3;
            for (int i = lo; i < hi; i++) {
                a[i] = t;
            }
        }
    }

    // UNSAFE PF202: each part and the next
    @ParallelFor
    static void twoParts(int[] a, int n, int parts) {
        for (int t = 0; t < parts - 1; t++) {
            int lo = t * n / parts;
            int hi = (t + 2) * n / parts;
            for (int i = lo; i < hi; i++) {
                a[i] = t;
            }
        }
    }

    // UNSAFE PF202: a divisor that may be negative
    @ParallelFor
    static void backwards(int[] a, int n, int parts) {
        for (int t = 0; t < 4; t++) {
            int lo = 8 + t * n / parts;
            int hi = 8 + (t + 1) * n / parts + 1;
            for (int i = lo; i < hi; i++) {
                a[i & 15] = t;
            }
        }
    }

    // REFUSED PF202: a dividend that wraps around, and a difference that does
    @ParallelFor
    static void movedParts(int[] a, int n, int m) {
        for (int t = 0; t < 4; t++) {
            int hi = (t + 1) * n / 4 - m;
            for (int i = t * n / 4 - m; i < hi; i++) {
                a[i] = t;
            }
        }
    }

    // UNSAFE PF202: blocks that overlap by one
    @ParallelFor
    static void blocksTooLong(int[] a, int n, int size) {
        for (int b = 0; b < n; b += size) {
            for (int i = b; i < Math.min(b + size + 1, n); i++) {
                a[i] = b;
            }
        }
    }

    // UNSAFE PF202: blocks of another size than the step
    @ParallelFor
    static void otherSize(int[] a, int n, int size, int step) {
        for (int b = 0; b < n; b += step) {
            for (int i = b; i < Math.min(b + size, n); i++) {
                a[i] = b;
            }
        }
    }

    // UNSAFE PF231: two small numbers may be equal when masked
    @ParallelFor
    static void maskedShort(double[] y, short[] next) {
        for (int i = 0; i < next.length; i++) {
            y[next[i] & 7] = i;
        }
    }

    // UNSAFE PF231: narrowed to fewer values
    @ParallelFor
    static void narrowed(double[] y, short[] next) {
        for (int i = 0; i < next.length; i++) {
            y[(byte) next[i] & 15] = i;
        }
    }
}
