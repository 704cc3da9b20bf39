package corpus;

import dev.parfor.ParallelFor;

/** Subscripts that are not a number times the index plus a number: symbols, products, quotients, bits, cells of other arrays. */
final class Nonaffine {

    // SAFE
    @ParallelFor
    static void halvesApartBySymbol(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = x[i + n] * 0.5;
        }
    }

    // GUARDED
    @ParallelFor
    static void threeParts(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = x[i + n] - x[i + 2 * n];
        }
    }

    // UNSAFE PF233: k may be any offset
    @ParallelFor
    static void symbolicOffset(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i + k] + 1;
        }
    }

    // SAFE
    @ParallelFor
    static void sameSymbolicOffset(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            x[i + k] = x[i + k] * 3;
        }
    }

    // GUARDED
    @ParallelFor
    static void symbolicOffsetOfOther(int[] x, int[] y, int k) {
        for (int i = 0; i < x.length; i++) {
            x[i] = y[i + k] + 1;
        }
    }

    // UNSAFE PF234: two symbolic offsets one apart
    @ParallelFor
    static void symbolicOffsetsOneApart(int[] x, int k, int n) {
        for (int i = 0; i < n; i++) {
            x[i + k] = x[i + k + 1] + 1;
        }
    }

    // GUARDED
    @ParallelFor
    static void symbolicStride(int[] x, int k, int n) {
        for (int i = 0; i < n; i++) {
            x[i * k] = i;
        }
    }

    // SAFE: the subscript is the same symbol in all iterations; a polynomial by Horner's rule
    @ParallelFor
    static void symbolicCell(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            x[k] = x[k] * 3 + i;
        }
    }

    // UNSAFE PF232: squares of negative indices meet those of positive ones
    @ParallelFor
    static void squares(int[] x) {
        for (int i = -5; i < 6; i++) {
            x[i * i] = i;
        }
    }

    // GUARDED
    @ParallelFor
    static void squaresOfNaturals(int[] x) {
        for (int i = 0; i < 10; i++) {
            x[i * i] = i;
        }
    }

    // UNSAFE PF201: two iterations write one cell
    @ParallelFor
    static void halfIndex(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i / 2] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void shiftedIndex(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i >> 2] += i;
        }
    }

    // SAFE
    @ParallelFor
    static void remainder(int[] x, int m) {
        for (int i = 0; i < x.length; i++) {
            x[i % m] += i;
        }
    }

    // UNSAFE PF201: so do low bits
    @ParallelFor
    static void lowBits(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i & 7] = i;
        }
    }

    // GUARDED: the neighbour in a pair; a bijection
    @ParallelFor
    static void flipLowBit(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i ^ 1] = y[i];
        }
    }

    // SAFE
    @ParallelFor
    static void shiftedLeft(int[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i << 1] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void readsByRemainder(int[] x, int[] y, int[] z) {
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 3 + i / 3;
        }
    }

    // GUARDED
    @ParallelFor
    static void readsThroughIndexArray(int[] idx, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = x[idx[i]];
        }
    }

    // GUARDED
    @ParallelFor
    static void scatter(int[] idx, double[] x, double[] y) {
        for (int i = 0; i < idx.length; i++) {
            y[idx[i]] = x[i];
        }
    }

    // UNSAFE PF231: the array is its own index
    @ParallelFor
    static void chase(int[] idx) {
        for (int i = 0; i < idx.length; i++) {
            idx[i] = idx[idx[i]];
        }
    }
}
