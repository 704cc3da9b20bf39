package corpus;

import dev.parfor.ParallelFor;

/** Loops of the kind that vectorizing compilers are tried on: reordering, distribution, peeling, expansion, recurrences. */
final class Transformations {

    // UNSAFE PF201: parallel after the two statements change places
    @ParallelFor
    static void reorderStatements(double[] a, double[] b, double[] c) {
        for (int i = 1; i < a.length - 1; i++) {
            a[i] = b[i - 1] + c[i];
            b[i] = b[i + 1] - c[i];
        }
    }

    // UNSAFE PF201: the first statement could be a parallel loop of its own
    @ParallelFor
    static void distribute(double[] a, double[] b, double[] c) {
        for (int i = 1; i < a.length; i++) {
            a[i] += b[i] * c[i];
            b[i] = b[i - 1] * a[i];
        }
    }

    // UNSAFE PF201: only the first iteration meets another
    @ParallelFor
    static void peelFirst(int[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] = a[0] + a[i];
        }
    }

    // UNSAFE PF233: only the last iteration meets another
    @ParallelFor
    static void peelLast(int[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] = a[a.length - 1] + i;
        }
    }

    // SAFE
    @ParallelFor
    static void peeled(int[] a) {
        for (int i = 0; i < a.length - 1; i++) {
            a[i] = a[a.length - 1] + i;
        }
    }

    // UNSAFE PF201: independent on either side of the middle
    @ParallelFor
    static void splitIndexSet(int[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] = a[a.length / 2] + 1;
        }
    }

    // SAFE
    @ParallelFor
    static void expandScalar(double[] a, double[] b) {
        double t = 0;
        for (int i = 0; i < a.length; i++) {
            t = a[i];
            a[i] = b[i];
            b[i] = t;
        }
    }

    // UNSAFE PF301: the scalar carries half of the previous sum
    @ParallelFor
    static void carryAround(double[] a, double[] b) {
        double t = 0;
        for (int i = 0; i < a.length; i++) {
            double s = a[i] + b[i];
            a[i] = s + t;
            t = s;
        }
    }

    // SAFE
    @ParallelFor
    static void secondInduction(int[] a, int[] b, int[] c) {
        int j = -1;
        for (int i = 0; i < a.length / 2; i++) {
            j++;
            a[j] = j * 3;
            j++;
            a[j] = j;
        }
    }

    // UNSAFE PF311: the second index moves in one branch only, or in both by different steps
    @ParallelFor
    static void inductionInBranch(int[] a, int[] b) {
        int j = -1;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > 0) {
                j++;
                b[j] = a[i];
            } else {
                j += 2;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void inductionInBothBranches(int[] a) {
        int j = 0;
        for (int i = 0; i < a.length; i++) {
            if ((i & 1) == 0) {
                a[j] = i;
                j++;
            } else {
                a[j] = -i;
                j++;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void gatherWithCondition(double[] a, double[] b, int[] idx) {
        for (int i = 0; i < a.length; i++) {
            if (b[idx[i]] > 0) {
                a[i] = b[idx[i]] * 2;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void interchange(double[][] a, double[][] b) {
        for (int i = 1; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                a[i][j] = a[i - 1][j] + b[i][j];
            }
        }
    }

    // SAFE
    @ParallelFor
    static void interchanged(double[][] a, double[][] b) {
        for (int j = 0; j < a.length; j++) {
            for (int i = 1; i < a.length; i++) {
                a[i][j] = a[i - 1][j] + b[i][j];
            }
        }
    }

    // SAFE
    @ParallelFor
    static void unrolledByFive(float[] a, float[] b, float f) {
        for (int i = 0; i < a.length - 4; i += 5) {
            a[i] += f * b[i];
            a[i + 1] += f * b[i + 1];
            a[i + 2] += f * b[i + 2];
            a[i + 3] += f * b[i + 3];
            a[i + 4] += f * b[i + 4];
        }
    }

    // SAFE approximate
    @ParallelFor
    static void unrolledTooFar(float[] a, float f) {
        for (int i = 0; i < a.length - 5; i += 5) {
            a[i] += f;
            a[i + 5] += f;
        }
    }

    // SAFE
    @ParallelFor
    static void reversed(double[] a, double[] b) {
        for (int i = a.length - 1; i >= 0; i--) {
            a[i] = b[i] + 1;
        }
    }

    // UNSAFE PF201: a second order recurrence
    @ParallelFor
    static void secondOrder(double[] a) {
        for (int i = 2; i < a.length; i++) {
            a[i] = 0.5 * a[i - 1] + 0.25 * a[i - 2];
        }
    }

    // GUARDED
    @ParallelFor
    static int pack(double[] a, double[] b) {
        int j = 0;
        for (int i = 0; i < b.length; i++) {
            if (b[i] > 0) {
                a[j] = b[i];
                j++;
            }
        }
        return j;
    }

    // UNSAFE PF301: unpacks by the same condition
    @ParallelFor
    static void unpack(double[] a, double[] b) {
        int j = 0;
        for (int i = 0; i < b.length; i++) {
            if (b[i] > 0) {
                b[i] = a[j++];
            }
        }
    }

    // SAFE approximate
    @ParallelFor
    static double unrolledSum(double[] a) {
        double sum = 0;
        for (int i = 0; i < a.length - 3; i += 4) {
            sum += a[i];
            sum += a[i + 1];
            sum = sum + a[i + 2] + a[i + 3];
        }
        return sum;
    }

    // SAFE
    @ParallelFor
    static double maxOfAbsolute(double[] a) {
        double max = 0;
        int at = -1;
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i]) > max) {
                max = Math.abs(a[i]);
                at = i;
            }
        }
        return max + at;
    }

    // SAFE
    @ParallelFor
    static int maxOfMatrix(int[][] a) {
        int max = Integer.MIN_VALUE;
        int row = -1;
        int column = -1;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                if (a[i][j] > max) {
                    max = a[i][j];
                    row = i;
                    column = j;
                }
            }
        }
        return row * 1000 + column;
    }

    // SAFE
    @ParallelFor
    static int minimumStrideTwo(int[] a) {
        int min = 1 << 20;
        for (int i = 1; i < a.length; i += 2) {
            min = a[i] < min ? a[i] : min;
        }
        return min;
    }

    // UNSAFE PF201: lower half and upper half meet in the middle of a triangular solve
    @ParallelFor
    static void triangularSolve(double[][] a, double[] x) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                x[i] -= a[i][j] * x[j];
            }
        }
    }

    // GUARDED
    static void triangularSolveByColumns(double[][] a, double[] x) {
        for (int j = 0; j < a.length; j++) {
            for (@ParallelFor int i = j + 1; i < a.length; i++) {
                x[i] -= a[i][j] * x[j];
            }
        }
    }

    // SAFE
    @ParallelFor
    static void conditionalStore(int[] a, int[] b, int k) {
        for (int i = 0; i < a.length; i++) {
            if (b[i] < k) {
                a[i] = b[i] + a[i];
            }
        }
    }

    // UNSAFE PF234: the condition reads the cell that the iteration before has written
    @ParallelFor
    static void conditionCarried(int[] a, int[] b) {
        for (int i = 1; i < a.length; i++) {
            if (a[i - 1] < 3) {
                a[i] = b[i] + 1;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void diagonalOfSquare(int[] a, int w) {
        for (int i = 0; i < w; i++) {
            a[i * 7 + i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void loopInvariantInside(double[] a, double f) {
        for (int i = 0; i < a.length; i++) {
            double g = f * f + 1;
            a[i] = a[i] / g;
        }
    }

    // UNSAFE PF201: every second cell depends on the one four back
    @ParallelFor
    static void fourBackStepTwo(int[] a) {
        for (int i = 4; i < a.length; i += 2) {
            a[i] = a[i - 4] + a[i - 1];
        }
    }

    // SAFE
    @ParallelFor
    static void threeBackStepTwo(int[] a) {
        for (int i = 4; i < a.length; i += 2) {
            a[i] = a[i - 3] + a[i - 1];
        }
    }

    // UNSAFE PF301: a mean that is updated at each step
    @ParallelFor
    static double runningMean(double[] a) {
        double mean = 0;
        for (int i = 0; i < a.length; i++) {
            mean += (a[i] - mean) / (i + 1);
        }
        return mean;
    }

    // SAFE
    @ParallelFor
    static int polynomialBits(int[] a) {
        int or = 0;
        int and = -1;
        int xor = 0;
        for (int i = 0; i < a.length; i++) {
            or |= a[i];
            and &= a[i];
            xor ^= a[i] * i;
        }
        return or + and * xor;
    }
}
