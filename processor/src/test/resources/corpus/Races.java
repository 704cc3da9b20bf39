package corpus;

import dev.parfor.ParallelFor;

/** The mistakes that people make when they put loops in parallel by hand, and the forms that repair them. */
final class Races {

    // UNSAFE PF234: an anti dependence: the next cell is read before it is overwritten
    @ParallelFor
    static void antiDependence(int[] a, int n) {
        for (int i = 0; i < n - 1; i++) {
            a[i] = a[i + 1] + 1;
        }
    }

    // GUARDED
    @ParallelFor
    static void antiDependenceRepaired(int[] a, int[] copy, int n) {
        for (int i = 0; i < n - 1; i++) {
            a[i] = copy[i + 1] + 1;
        }
    }

    // SAFE: an output dependence on a scalar whose value goes on: it can be made anew
    @ParallelFor
    static int missingLastValue(int[] a, int n) {
        int x = 10;
        for (int i = 0; i < n; i++) {
            a[i] = x;
            x = i;
        }
        return x;
    }

    // GUARDED: an output dependence on one cell, which gets what the last iteration writes
    @ParallelFor
    static void outputDependence(int[] a, int[] last) {
        for (int i = 0; i < a.length; i++) {
            last[0] = a[i];
        }
    }

    // UNSAFE PF211: a temporary shared by all iterations
    @ParallelFor
    static void missingPrivate(int[] a) {
        for (int i = 0; i < a.length; i++) {
            temporary = a[i] + i;
            a[i] = temporary;
        }
    }

    static int temporary;

    static void reset() {
        temporary = 0;
    }

    // SAFE
    @ParallelFor
    static void privateTemporary(int[] a) {
        int temporary;
        for (int i = 0; i < a.length; i++) {
            temporary = a[i] + i;
            a[i] = temporary;
        }
    }

    // UNSAFE PF202: a work area shared by all iterations
    @ParallelFor
    static void sharedWorkArea(double[] a, double[] work) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < 4 && j < work.length; j++) {
                work[j] = a[i] * j;
            }
            a[i] = work.length > 3 ? work[3] - work[1] : 0;
        }
    }

    // GUARDED
    @ParallelFor
    static void votes(int[] x, int[] votes) {
        for (int i = 0; i < x.length; i++) {
            int at = Math.abs(x[i] * 7 + i) % Math.max(1, votes.length);
            votes[at]++;
        }
    }

    // GUARDED
    @ParallelFor
    static void clusterSizes(double[] x, int[] cluster, int[] size) {
        for (int i = 0; i < x.length; i++) {
            int nearest = x[i] < 0 ? 0 : x[i] < 1 ? 1 : 2;
            cluster[i] = nearest;
            size[nearest]++;
        }
    }

    // UNSAFE PF301: a maximum with a test that is not the comparison
    @ParallelFor
    static int staleMaximum(int[] a) {
        int max = 0;
        for (int i = 0; i < a.length; i++) {
            int v = a[i];
            if (v > max - 1) {
                max = v;
            }
        }
        return max;
    }

    // UNSAFE PF221: the inner loop is safe, the outer is not
    @ParallelFor
    static void wrongLoopMarked(int[][] a) {
        for (int i = 0; i < a.length - 1; i++) {
            for (int j = 0; j < a[i].length; j++) {
                a[i][j] = a[i + 1][j] + 1;
            }
        }
    }

    // SAFE
    static void rightLoopMarked(int[][] a) {
        for (int i = 0; i < a.length - 1; i++) {
            for (@ParallelFor int j = 0; j < a[i].length; j++) {
                a[i][j] = a[i + 1][j] + 1;
            }
        }
    }

    // SAFE approximate
    @ParallelFor
    static void indirect(double[] a, int[] idx) {
        for (int i = 0; i < idx.length; i++) {
            a[idx[i]] = a[idx[i]] + i;
        }
    }

    // SAFE
    @ParallelFor
    static void strideTooSmall(int[] a) {
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 9; j++) {
                a[i * 8 + j] = a[i * 8 + j] + i;
            }
        }
    }

    // UNSAFE PF233: nothing says that the two halves are apart
    @ParallelFor
    static void halvesByParameters(int[] a, int from, int to, int n) {
        for (int i = 0; i < n; i++) {
            a[from + i] = a[to + i] + 1;
        }
    }

    // SAFE
    static void loopsInOrder(int[] a, int[] b) {
        for (@ParallelFor int i = 0; i < a.length; i++) {
            a[i] = i;
        }
        for (@ParallelFor int i = 0; i < a.length; i++) {
            b[i] = a[i] + 1;
        }
    }

    // UNSAFE PF201: a second statement reads what the first writes for another iteration
    @ParallelFor
    static void statementsNotApart(int[] a, int[] b) {
        for (int i = 1; i < a.length; i++) {
            a[i] = i;
            b[i] = a[i - 1];
        }
    }

    // SAFE
    @ParallelFor
    static int missingReduction(int[] a) {
        int counted = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > 2) {
                counted = counted + 1;
                a[i] = counted;
            }
        }
        return counted;
    }

    // UNSAFE PF201: red and black cells, but at a step of one
    @ParallelFor
    static void redBlackWrongStep(double[] a) {
        for (int i = 1; i < a.length - 1; i++) {
            a[i] = 0.5 * (a[i - 1] + a[i + 1]);
        }
    }

    // SAFE
    @ParallelFor
    static void redBlack(double[] a) {
        for (int i = 1; i < a.length - 1; i += 2) {
            a[i] = 0.5 * (a[i - 1] + a[i + 1]);
        }
    }

    // GUARDED
    @ParallelFor
    static void redBlackMatrix(double[][] a) {
        for (int i = 1; i < a.length - 1; i += 2) {
            for (int j = 0; j < a.length; j++) {
                a[i][j] = a[i - 1][j] + a[i + 1][j];
            }
        }
    }

    // UNSAFE PF202: a flag that another iteration waits for or reads
    @ParallelFor
    static void flag(int[] a, boolean[] found) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] == 4) {
                found[0] = true;
            }
            if (!found[0]) {
                a[i] = 0;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void checkThenAct(int[] a) {
        for (int i = 0; i < a.length; i++) {
            if (temporary < a[i]) {
                temporary = a[i];
            }
        }
    }

    // UNSAFE PF301: pointer chasing by subscripts
    @ParallelFor
    static int chase(int[] idx, int n) {
        int at = 0;
        for (int i = 0; i < n; i++) {
            at = idx[at];
        }
        return at;
    }

    // UNSAFE PF231: one and the same row at both ends
    @ParallelFor
    static void periodicBoundary(int[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] = a[(i + 1) % a.length] + a[i];
        }
    }

    // GUARDED
    @ParallelFor
    static void periodicBoundaryRepaired(int[] a, int[] b) {
        for (int i = 0; i < b.length; i++) {
            b[i] = a[(i + 1) % a.length] + a[i];
        }
    }

    // UNSAFE PF221: the wavefront of a table of distances
    @ParallelFor
    static void editDistance(int[][] d) {
        for (int i = 1; i < d.length; i++) {
            for (int j = 1; j < d[i].length; j++) {
                d[i][j] = Math.min(d[i - 1][j] + 1, Math.min(d[i][j - 1] + 1, d[i - 1][j - 1]));
            }
        }
    }

    // UNSAFE PF232: a sieve crosses out one cell several times, and reads what others cross out
    @ParallelFor
    static void sieve(boolean[] composite) {
        for (int i = 2; i < composite.length; i++) {
            if (!composite[i]) {
                for (int j = 2 * i; j < composite.length; j += i) {
                    composite[j] = true;
                }
            }
        }
    }

    // UNSAFE PF231: votes that are written over
    @ParallelFor
    static void lastVote(int[] x, int[] votes) {
        for (int i = 0; i < x.length; i++) {
            int at = Math.abs(x[i] * 7 + i) % Math.max(1, votes.length);
            votes[at] = i;
        }
    }

    // UNSAFE PF201: rows of a matrix linearised with a stride one too small
    @ParallelFor
    static void strideTooSmallToSet(int[] a) {
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 9; j++) {
                a[i * 8 + j] = a[i * 8 + j] * 3 + i;
            }
        }
    }
}
