package corpus;

import dev.parfor.ParallelFor;

/** Subscripts of one dimension: every pair of forms that the classical tests tell apart. */
final class Subscripts {

    // SAFE
    @ParallelFor
    static void scale(double[] x, double f) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= f;
        }
    }

    // SAFE
    @ParallelFor
    static void saxpy(double[] x, double[] y, double f) {
        for (int i = 0; i < x.length; i++) {
            y[i] += f * x[i];
        }
    }

    // SAFE
    @ParallelFor
    static void squareOfIndex(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = i * i - 7;
        }
    }

    // UNSAFE PF201: every iteration reads what the one before has written
    @ParallelFor
    static void previous(int[] x) {
        for (int i = 1; i < x.length; i++) {
            x[i] += x[i - 1];
        }
    }

    // UNSAFE PF201: reads the cell that the next iteration writes
    @ParallelFor
    static void next(int[] x) {
        for (int i = 0; i < x.length - 1; i++) {
            x[i] = 2 * x[i + 1] + i;
        }
    }

    // UNSAFE PF201: a distance of five, forwards
    @ParallelFor
    static void fiveBack(long[] x) {
        for (int i = 5; i < x.length; i++) {
            x[i] = x[i - 5] * 3 + 1;
        }
    }

    // UNSAFE PF201: both neighbours
    @ParallelFor
    static void smoothInPlace(double[] x) {
        for (int i = 1; i < x.length - 1; i++) {
            x[i] = (x[i - 1] + x[i] + x[i + 1]) * 0.25;
        }
    }

    // GUARDED
    @ParallelFor
    static void smooth(double[] x, double[] y) {
        for (int i = 1; i < x.length - 1; i++) {
            y[i] = (x[i - 1] + x[i] + x[i + 1]) * 0.25;
        }
    }

    // GUARDED: all iterations write x[0], and nothing else: it gets what the last one writes
    @ParallelFor
    static void lastToFirst(int[] x, int[] y) {
        for (int i = 0; i < y.length; i++) {
            x[0] = y[i];
        }
    }

    // SAFE
    @ParallelFor
    static void twoConstantsApart(int[] y, int[] x) {
        for (int i = 2; i < y.length; i++) {
            y[i] = y[0] - y[1];
        }
    }

    // UNSAFE PF201: iteration 0 writes the cell that all others read
    @ParallelFor
    static void readsCellZero(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[0] + i;
        }
    }

    // UNSAFE PF201: one iteration in the middle writes the cell that all read
    @ParallelFor
    static void readsCellTen(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[10] * 2 + i;
        }
    }

    // SAFE
    @ParallelFor
    static void readsCellBeyond(int[] x) {
        for (int i = 0; i < 10; i++) {
            x[i] = x[10] * 2 + i;
        }
    }

    // SAFE
    @ParallelFor
    static void readsCellBetweenStrides(int[] x) {
        for (int i = 0; i < 30; i++) {
            x[2 * i] = x[31] + i;
        }
    }

    // UNSAFE PF201: the stride hits cell 30 when i is 15
    @ParallelFor
    static void readsCellOnStride(int[] x) {
        for (int i = 0; i < 32; i++) {
            x[2 * i] = x[30] + i;
        }
    }

    // UNSAFE PF233: the two ends meet and cross in the middle
    @ParallelFor
    static void reverseHalfWrong(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[x.length - 1 - i];
        }
    }

    // SAFE
    @ParallelFor
    static void crossingNeverMeets(int[] x) {
        for (int i = 0; i < 20; i++) {
            x[i] = x[45 - i] + 1;
        }
    }

    // UNSAFE PF201: 20 - i and i meet at 0..20
    @ParallelFor
    static void crossingMeets(int[] x) {
        for (int i = 0; i <= 20; i++) {
            x[i] = x[20 - i] + i;
        }
    }

    // SAFE
    @ParallelFor
    static void crossingOddSum(int[] x) {
        for (int i = 0; i < 16; i++) {
            x[2 * i] = x[31 - 2 * i] + i;
        }
    }

    // SAFE
    @ParallelFor
    static void mirrorSwap(int[] x) {
        for (int i = 0; i < x.length / 2; i++) {
            int kept = x[i];
            x[i] = x[x.length - 1 - i];
            x[x.length - 1 - i] = kept;
        }
    }

    // SAFE
    @ParallelFor
    static void evenFromOdd(int[] x) {
        for (int i = 0; i < x.length / 2; i++) {
            x[2 * i] = x[2 * i + 1];
        }
    }

    // SAFE
    @ParallelFor
    static void swapPairs(int[] x) {
        for (int i = 0; i < x.length / 2; i++) {
            int kept = x[2 * i];
            x[2 * i] = x[2 * i + 1];
            x[2 * i + 1] = kept;
        }
    }

    // UNSAFE PF201: the pairs overlap: 2i + 2 is the next iteration's 2i
    @ParallelFor
    static void overlappingPairs(int[] x) {
        for (int i = 0; i < x.length / 2 - 1; i++) {
            x[2 * i] = x[2 * i + 2] + 1;
        }
    }

    // SAFE
    @ParallelFor
    static void gcdExcludes(int[] x) {
        for (int i = 0; i < 10; i++) {
            x[6 * i] = x[4 * i + 3] + 1;
        }
    }

    // UNSAFE PF201: 6i = 4j + 2 for i = 1 and j = 1, i = 3 and j = 4
    @ParallelFor
    static void gcdAllows(int[] x) {
        for (int i = 0; i < 50; i++) {
            x[6 * i] = x[4 * i + 2] + 1;
        }
    }

    // SAFE
    @ParallelFor
    static void differentStridesOutOfReach(int[] x) {
        for (int i = 0; i < 10; i++) {
            x[3 * i] = x[2 * i + 40] - 1;
        }
    }

    // SAFE
    @ParallelFor
    static void differentStridesMeetInOneIteration(int[] x) {
        for (int i = 0; i < 3; i++) {
            x[3 * i] = x[2 * i] + 5;
        }
    }

    // UNSAFE PF201: 3 * 2 and 2 * 3
    @ParallelFor
    static void differentStridesMeet(int[] x) {
        for (int i = 0; i < 4; i++) {
            x[3 * i] = x[2 * i] + 5;
        }
    }

    // UNSAFE PF201: x[i] and x[2i] meet between iterations 1 and 2
    @ParallelFor
    static void doubling(int[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[2 * i] = x[i] + 1;
        }
    }

    // SAFE
    @ParallelFor
    static void halvesApart(double[] x) {
        for (int i = 0; i < 30; i++) {
            x[i] = x[i + 30] * 0.5;
        }
    }

    // UNSAFE PF201: one cell too far: x[29] is read and written
    @ParallelFor
    static void halvesTouch(double[] x) {
        for (int i = 0; i < 30; i++) {
            x[i] = x[i + 29] * 0.5;
        }
    }

    // SAFE
    @ParallelFor
    static void parenthesesAndUnary(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[+(i)] = -(-(x[((i))]));
        }
    }

    // SAFE
    @ParallelFor
    static void mirrored(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[x.length - i - 1] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void throughLocals(int[] x) {
        for (int i = 0; i < x.length / 3; i++) {
            int p = 3 * i;
            int q = p + 1;
            x[q] = x[p] + x[q + 1];
        }
    }

    // UNSAFE PF201: q + 2 is the next iteration's p
    @ParallelFor
    static void throughLocalsMeets(int[] x) {
        for (int i = 0; i < x.length / 3 - 1; i++) {
            int p = 3 * i;
            int q = p + 1;
            x[p] = x[q + 2];
        }
    }

    // SAFE
    @ParallelFor
    static void reassignedLocal(int[] x) {
        for (int i = 0; i < x.length; i++) {
            int p = i - 4;
            p += 4;
            x[p] = i;
        }
    }

    // UNSAFE PF231: p is i + 1 in odd iterations
    @ParallelFor
    static void localByCondition(int[] x) {
        for (int i = 0; i < x.length - 1; i++) {
            int p = i;
            if ((i & 1) == 1) {
                p++;
            }
            x[p] = x[i] + 1;
        }
    }

    // SAFE
    @ParallelFor
    static void floorOfBlock(int[] x) {
        for (int b = 0; b < x.length / 8; b++) {
            for (int j = 0; j < 8; j++) {
                x[b * 8 + j] = b - j;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void blocksOverlap(int[] x) {
        for (int b = 0; b < x.length / 8 - 1; b++) {
            for (int j = 0; j < 9; j++) {
                x[b * 8 + j] += b;
            }
        }
    }

    // GUARDED approximate: always throws on inputs of one length
    @ParallelFor
    static void convolveInto(double[] out, double[] in, double[] kernel) {
        for (int i = 0; i < in.length; i++) {
            for (int j = 0; j < kernel.length; j++) {
                out[i + j] += in[i] * kernel[j];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void convolveFrom(double[] out, double[] in, double[] kernel) {
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            for (int j = 0; j < kernel.length; j++) {
                int at = i + j;
                if (at < in.length) {
                    sum += in[at] * kernel[j];
                }
            }
            out[i] = sum;
        }
    }

    // SAFE: x[j] is written by every i, and the last one decides
    @ParallelFor
    static void innerOnly(int[] x) {
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 10; j++) {
                x[j] = i;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void multiplesOfFive(int[] x) {
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 5; j++) {
                x[5 * i + j] = i - j;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void stridedColumns(int[] x) {
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 20; j++) {
                x[5 * j + i] = i - j;
            }
        }
    }

    // UNSAFE PF201: six columns at a stride of five
    @ParallelFor
    static void stridedColumnsMeet(int[] x) {
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 20; j++) {
                x[5 * j + i] = i - j;
            }
        }
    }
}
