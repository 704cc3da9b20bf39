package corpus;

import dev.parfor.ParallelFor;

/** Arrays that are only updated, at indices that are computed from more than the iteration's number. */
final class MergedIndices {

    // GUARDED
    @ParallelFor
    static void buckets(int[] x, int[] h) {
        for (int i = 0; i < x.length; i++) {
            h[(x[i] & 0x7fffffff) % h.length]++;
        }
    }

    // GUARDED
    @ParallelFor
    static void beforeTheEnd(int[] x, int[] h) {
        for (int i = 0; i < x.length; i++) {
            h[h.length - 1] += x[i];
        }
    }

    // GUARDED
    @ParallelFor
    static void beforeAGivenEnd(int[] x, int[] h, int n) {
        for (int i = 0; i < x.length; i++) {
            h[n - 1] += x[i];
        }
    }

    // GUARDED
    @ParallelFor
    static void whereAnArraySays(int[] x, int[] h, int[] t) {
        for (int i = 0; i < x.length; i++) {
            h[t[1] & 1] += x[i];
        }
    }

    // UNSAFE PF231: where the next update is depends on those before
    @ParallelFor
    static void whereTheArrayItselfSays(int[] x, int[] h) {
        for (int i = 0; i < x.length; i++) {
            h[h[0] & 1] += x[i];
        }
    }

    // UNSAFE PF231: likewise, behind its length
    @ParallelFor
    static void lengthAndContent(int[] x, int[] h) {
        for (int i = 0; i < x.length; i++) {
            h[(h[h.length - 1] & 0x7fffffff) % h.length] += x[i];
        }
    }
}
