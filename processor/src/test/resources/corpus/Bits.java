package corpus;

import dev.parfor.ParallelFor;

/** Subscripts that are made of an index by its bits. */
final class Bits {

    // GUARDED: neighbours change places
    @ParallelFor
    static void neighbours(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i ^ 1] = y[i];
        }
    }

    // GUARDED: halves of sixteen
    @ParallelFor
    static void halves(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i ^ 8] = y[i] + i;
        }
    }

    // GUARDED: eight backwards
    @ParallelFor
    static void backwards(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            x[7 ^ i] = y[i] - i;
        }
    }

    // SAFE: each pair by its first one
    @ParallelFor
    static void pairs(int[] x) {
        for (int i = 0; i + 1 < x.length; i += 2) {
            int t = x[i];
            x[i] = x[i ^ 1];
            x[i ^ 1] = t;
        }
    }

    // SAFE: by the one whose bit is not set
    @ParallelFor
    static void partners(int[] x) {
        for (int i = 0; i < x.length; i++) {
            if ((i & 4) == 0) {
                int t = x[i];
                x[i] = x[i | 4];
                x[i ^ 4] = t;
            }
        }
    }

    // SAFE: by the lesser one
    @ParallelFor
    static void lesser(int[] x) {
        for (int i = 0; i < x.length; i++) {
            int other = i ^ 2;
            if (other > i) {
                int t = x[i];
                x[i] = x[other];
                x[other] = t;
            }
        }
    }

    // SAFE: odd cells and even ones
    @ParallelFor
    static void oddAndEven(int[] x) {
        for (int i = 0; i < x.length / 2; i++) {
            x[2 * i | 1] = i;
            x[i << 1] = -i;
        }
    }

    // SAFE: four at a time
    @ParallelFor
    static void fours(int[] x) {
        for (int i = 0; i < (x.length & ~3); i += 4) {
            x[i] = i;
            x[i | 1] = 2 * i;
            x[i | 2] = 3 * i;
            x[i | 3] = 4 * i;
        }
    }

    // GUARDED: indices below zero as well, where the loop throws
    @ParallelFor
    static void fromBelow(int[] x, int[] y, int from) {
        for (int i = from; i < x.length; i++) {
            y[i & 3] += x[i ^ 1];
            x[i ^ 1] = i;
        }
    }

    // UNSAFE PF201: two go to one
    @ParallelFor
    static void rounded(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i & ~1] = y[i];
        }
    }

    // UNSAFE PF201: likewise
    @ParallelFor
    static void roundedUp(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i | 1] = y[i];
        }
    }

    // UNSAFE PF201: the partner does it again
    @ParallelFor
    static void twice(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i ^ 1] = x[i];
        }
    }

    // UNSAFE PF201: the bit that tells them apart is another one
    @ParallelFor
    static void otherBit(int[] x) {
        for (int i = 0; i < x.length; i++) {
            if ((i & 2) == 0) {
                int t = x[i];
                x[i] = x[i ^ 4];
                x[i ^ 4] = t;
            }
        }
    }

    // REFUSED PF231: two bits
    @ParallelFor
    static void twoBits(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i ^ 5] = y[i];
        }
    }

    // REFUSED PF231: bits that are not known
    @ParallelFor
    static void anyBits(int[] x, int[] y, int k) {
        for (int i = 0; i < x.length; i++) {
            x[i ^ k] = y[i];
        }
    }
}
