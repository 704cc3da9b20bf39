package corpus;

import dev.parfor.ParallelFor;

/** Arithmetic that leaves the range of its type. */
final class Wraparound {

    // GUARDED
    @ParallelFor
    static void symbolicStrideTimesSixteen(int[] x, int k, int n) {
        for (int i = 0; i < n; i++) {
            x[16 * k * i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void offsetWraps(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            x[i + k - k] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void offsetFromNear(int[] x, int near, int nearEnd) {
        for (int i = near; i < nearEnd; i++) {
            x[i - near] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void atMostNearTheEnd(int[] x, int near, int nearEnd) {
        for (int i = near; i <= nearEnd; i++) {
            x[i - near] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void overshootWraps(int[] x, int near, int nearEnd) {
        for (int i = near; i < nearEnd; i += 9) {
            x[i - near] = i;
        }
    }

    // UNSAFE PF231: 1 << 30 times 4 is zero: iterations 0 and 4 write one cell
    @ParallelFor
    static void productWraps(int[] x) {
        for (int i = 0; i < 8; i++) {
            x[i * (1 << 30) >>> 28] = i;
        }
    }

    // UNSAFE PF234: i * 65536 * 65536 is zero for every i
    @ParallelFor
    static void productOfConstantsWraps(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i * 65536 * 65536] = i;
        }
    }

    // UNSAFE PF234: 2^30 * i comes back to the same cell after four iterations
    @ParallelFor
    static void bigStride(int[] x) {
        for (int i = 0; i < 12; i += 4) {
            x[i * 1073741824] = i;
        }
    }

    // UNSAFE PF231: the narrowed subscript comes again after 256 iterations
    @ParallelFor
    static void narrowedToByte(int[] x) {
        for (int i = 0; i < 1000; i++) {
            x[(byte) i & 0xff] = i;
        }
    }

    // UNSAFE PF234: the cast keeps the low 32 bits of a product that needs more
    @ParallelFor
    static void narrowedLong(int[] x) {
        for (long i = 0; i < 5; i++) {
            x[(int) (i << 32)] = (int) i;
        }
    }

    // SAFE
    @ParallelFor
    static void longArithmetic(long[] x, long k) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] * 6364136223846793005L + k * i;
        }
    }

    // SAFE
    @ParallelFor
    static int sumWraps(int[] x) {
        int sum = Integer.MAX_VALUE - 5;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * 1_000_000_007;
        }
        return sum;
    }

    // SAFE
    @ParallelFor
    static int inductionWraps(int[] x, int near) {
        int k = near;
        for (int i = 0; i < x.length; i++) {
            x[i] = k;
            k += 1 << 20;
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    static void rowsByUncheckedWidth(int[] x, int w, int n, int m) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                x[i * w + j] = x[i * w + j + 1] + 1;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void negatedStart(int[] x, int n) {
        for (int i = -n; i < 0; i++) {
            x[i + n] = i;
        }
    }

    // GUARDED
    @ParallelFor
    static void longOffsets(long[] x, long near, long nearEnd) {
        for (long i = near; i < nearEnd; i++) {
            x[(int) (i - near)] = i;
        }
    }
}
