package corpus;

import dev.parfor.ParallelFor;

/** Cells that products of the index tell apart: blocks, parts for workers, squares, triangles. */
final class Partitions {

    // GUARDED
    @ParallelFor
    static void squares(int[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i * i] = i;
        }
    }

    // GUARDED
    @ParallelFor
    static void blocks(int[] a, int n) {
        for (int b = 0; b < n; b += 4) {
            for (int i = b; i < Math.min(b + 4, n); i++) {
                a[i] += b;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void partsForWorkers(int[] a, int n, int workers) {
        int chunk = (n + workers - 1) / workers;
        for (int t = 0; t < workers; t++) {
            int lo = t * chunk;
            int hi = Math.min(n, lo + chunk);
            for (int i = lo; i < hi; i++) {
                a[i] += t;
            }
        }
    }

    // UNSAFE PF232: indices on both sides of zero
    @ParallelFor
    static void squaresTwice(int[] a, int n) {
        for (int i = -n; i < n; i++) {
            a[i * i] = i;
        }
    }

    // UNSAFE PF202: blocks that overlap by one
    @ParallelFor
    static void blocksTooLong(int[] a, int n) {
        for (int b = 0; b < n; b += 4) {
            for (int i = b; i < Math.min(b + 5, n); i++) {
                a[i] = b;
            }
        }
    }

    // UNSAFE PF231: the greater of two ends
    @ParallelFor
    static void greaterEnd(int[] a, int n) {
        for (int b = 0; b < n; b += 4) {
            for (int i = b; i < Math.max(b + 4, n); i++) {
                a[i] = b;
            }
        }
    }

    // UNSAFE PF231: parts that overlap by one
    @ParallelFor
    static void partsTooLong(int[] a, int n, int workers) {
        int chunk = (n + workers - 1) / workers;
        for (int t = 0; t < workers; t++) {
            int lo = t * chunk;
            int hi = Math.min(n, lo + chunk + 1);
            for (int i = lo; i < hi; i++) {
                a[i] = t;
            }
        }
    }

    // UNSAFE PF231: parts that go back
    @ParallelFor
    static void partsThatShrink(int[] a, int n, int chunk) {
        for (int t = 0; t < n; t++) {
            int lo = t * chunk;
            for (int i = lo; i < lo + n; i++) {
                a[i & 7] = t;
            }
        }
    }

    // UNSAFE PF231: the lesser one of the index and an end comes twice
    @ParallelFor
    static void clamped(int[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[Math.min(i, 2)] = i;
        }
    }
}
