package corpus;

import dev.parfor.ParallelFor;

/** Loops inside that count in other ways than {@code j < n; j++}, and ends that are the lesser of two. */
final class Bounds {

    // GUARDED
    @ParallelFor
    static void downBehind(double[] x, int h, int w) {
        for (int i = 0; i < h; i++) {
            int j = w;
            while (j-- > 0) {
                x[i * w + j] = i + j;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void downBefore(double[] x, int h, int w) {
        for (int i = 0; i < h; i++) {
            int j = w;
            while (--j >= 0) {
                x[i * w + j] = i - j;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void countDown(double[] x, int h, int w) {
        for (int i = 0; i < h; i++) {
            int left = w;
            int k = i * w;
            while (left-- > 0) {
                x[k++] = i + left;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void pairsAhead(double[] x, int h, int w) {
        for (int i = 0; i < h; i++) {
            for (int j = 0; j + 1 < w; j += 2) {
                x[i * w + j] = i;
                x[i * w + j + 1] = j;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void afterTheLoop(int[] x, int n) {
        for (int i = 0; i < n; i++) {
            int j = 4;
            int sum = 0;
            while (j-- > 0) {
                sum += i;
            }
            x[2 * i + j + 1] = sum;
        }
    }

    // SAFE
    @ParallelFor
    static void testAtEnd(double[] x) {
        for (int i = 0; i < 8; i++) {
            int j = 0;
            do {
                x[i * 4 + j] = i;
                j++;
            } while (j < 4);
        }
    }

    // SAFE
    @ParallelFor
    static void stepAtEnd(int[] x) {
        for (int i = 0; i < 16; i++) {
            int j = 0;
            do {
                x[i * 4 + j] = i;
            } while (++j < 4);
        }
    }

    // SAFE
    @ParallelFor
    static void stepBehindAtEnd(int[] x) {
        for (int i = 0; i < 16; i++) {
            int j = 0;
            do {
                x[i * 5 + j] = i;
            } while (j++ < 4);
        }
    }

    // SAFE
    @ParallelFor
    static void downAtEnd(int[] x) {
        for (int i = 0; i < 16; i++) {
            int j = 4;
            do {
                x[i * 4 + j - 1] = i;
            } while (--j > 0);
        }
    }

    // GUARDED
    @ParallelFor
    static void lesserEnd(int[] a, int n) {
        for (int b = 0; b < n; b += 4) {
            int end = b + 4 < n ? b + 4 : n;
            for (int i = b; i < end; i++) {
                a[i] += b;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void lesserEndTurned(int[] a, int n) {
        for (int b = 0; b < n; b += 4) {
            int end = !(n >= b + 4) ? n : b + 4;
            for (int i = b; i < end; i++) {
                a[i] += b;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void cutEnd(int[] a, int n) {
        for (int b = 0; b < n; b += 4) {
            int end = b + 4;
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
    static void window(int[] a, int[] y) {
        for (int i = 0; i < y.length; i++) {
            int lo = i - 2;
            if (lo < 0) {
                lo = 0;
            }
            int sum = 0;
            for (int k = lo; k < (i + 3 < a.length ? i + 3 : a.length); k++) {
                sum += a[k];
            }
            y[i] = sum;
        }
    }

    // UNSAFE PF232 PF234: the cell before the row as well
    @ParallelFor
    static void downTooFar(double[] x, int h, int w) {
        for (int i = 0; i < h; i++) {
            int j = w;
            while (j-- > -1) {
                if (i * w + j >= 0) {
                    x[i * w + j] = i;
                }
            }
        }
    }

    // UNSAFE PF232 PF234: the cell behind the row as well
    @ParallelFor
    static void upTooFar(double[] x, int h, int w) {
        for (int i = 0; i < h; i++) {
            for (int j = 0; j - 1 < w; j++) {
                x[i * w + j] = i;
            }
        }
    }

    // UNSAFE PF234: five cells, four apart
    @ParallelFor
    static void stepBehindTooFar(int[] x) {
        for (int i = 0; i < 16; i++) {
            int j = 0;
            do {
                x[i * 4 + j] = i;
            } while (j++ < 4);
        }
    }

    // UNSAFE PF232: once even where the row is empty
    @ParallelFor
    static void onceAtLeast(int[] x, int h, int w) {
        for (int i = 0; i < h; i++) {
            int j = 0;
            do {
                x[i * w + j] = i;
                j++;
            } while (j < w);
        }
    }

    // UNSAFE PF231: begins beyond its end, and stays there
    @ParallelFor
    static void beginsBeyond(int[] x) {
        for (int i = 0; i < 8; i++) {
            int j = 6;
            do {
                x[i * 4 + j % 8] = i;
                j++;
            } while (j < 4);
            x[i * 4 + 2] = j;
        }
    }

    // UNSAFE PF232 PF234: what is tested is not what the iteration begins with
    @ParallelFor
    static void movedInTheTest(int[] x, int h) {
        for (int i = 0; i < h; i++) {
            int j = 8;
            while ((j -= 5) > -8 && j < 4) {
                x[i * 4 + j + 8] = i;
                j += 6;
            }
        }
    }

    // UNSAFE PF202 PF231 PF234: the greater of the two
    @ParallelFor
    static void greaterEnd(int[] a, int n) {
        for (int b = 0; b < n; b += 4) {
            int end = b + 4 > n ? b + 4 : n;
            for (int i = b; i < end; i++) {
                a[i] = b;
            }
        }
    }

    // GUARDED: compared with one, cut to another, by the last block alone
    @ParallelFor
    static void otherEnd(int[] a, int n, int m) {
        for (int b = 0; b < n; b += 4) {
            int end = b + 4;
            if (end > n) {
                end = m;
            }
            for (int i = b; i < end; i++) {
                a[i] = b;
            }
        }
    }

    // UNSAFE PF202 PF231: the condition is the wrong way round
    @ParallelFor
    static void turned(int[] a, int n) {
        for (int b = 0; b < n; b += 4) {
            int end = !(b + 4 < n) ? b + 4 : n;
            for (int i = b; i < end; i++) {
                a[i] = b;
            }
        }
    }
}
