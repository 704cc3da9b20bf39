package corpus;

import dev.parfor.ParallelFor;
import java.util.Arrays;

/** Work arrays that all iterations share, and each of them fills before it reads. */
final class Work {

    static void doubled(double[] t, double[] row, int n) {
        for (int k = 0; k < n; k++) {
            t[k] = row[k] * 2;
        }
    }

    static double sum(double[] t, int n) {
        double s = 0;
        for (int k = 0; k < n; k++) {
            s += t[k];
        }
        return s;
    }

    // SAFE
    @ParallelFor
    static void rowCopied(double[][] a, double[] y) {
        int n = 5;
        double[] t = new double[n];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < n; j++) {
                t[j] = a[i % a.length].length + j;
            }
            double s = 0;
            for (int j = 0; j < n; j++) {
                s += t[j];
            }
            y[i] = s + a[0].length;
        }
    }

    // GUARDED
    @ParallelFor
    static void byCalls(double[][] a, double[] y, int w) {
        double[] t = new double[Math.max(w, 0)];
        for (int i = 0; i < a.length; i++) {
            doubled(t, a[i], w);
            y[i] = sum(t, w);
        }
    }

    // GUARDED
    @ParallelFor
    static void histogram(int[][] a, int[] y) {
        int[] h = new int[256];
        for (int i = 0; i < y.length; i++) {
            Arrays.fill(h, 0);
            for (int v : a[i % a.length]) {
                h[v & 255]++;
            }
            int m = 0;
            for (int k = 0; k < 256; k++) {
                m = Math.max(m, h[k]);
            }
            y[i] = m;
        }
    }

    // GUARDED: the limit and one more stay in int
    @ParallelFor
    static void prefixes(double[] y, int n) {
        double[] t = new double[Math.max(n, 0) + 1];
        for (int i = 0; i < y.length; i++) {
            t[0] = i;
            for (int k = 1; k <= n; k++) {
                t[k] = t[k - 1] * 2;
            }
            y[i] = n < 0 ? 0 : t[n];
        }
    }

    // SAFE
    @ParallelFor
    static void cells(double[] x) {
        double[] p = new double[3];
        for (int i = 0; i < x.length; i++) {
            p[0] = x[i];
            p[1] = p[0] * 2;
            p[2] = 1;
            x[i] = p[0] + p[1] + p[2];
        }
    }

    // GUARDED: the start stays in int
    @ParallelFor
    static void triangle(double[] y, int w) {
        double[] t = new double[Math.max(w, 0)];
        for (int i = 0; i < y.length; i++) {
            for (int k = w - 1; k >= 0; k--) {
                t[k] = i + k;
                for (int q = k; q < w; q++) {
                    y[i] += t[q];
                }
            }
        }
    }

    // SAFE
    @ParallelFor
    static void flattened(double[] y) {
        double[] t = new double[128];
        for (int i = 0; i < y.length; i++) {
            for (int r = 0; r < 8; r++) {
                for (int c = 0; c < 16; c++) {
                    t[r * 16 + c] = i + r * c;
                }
            }
            for (int k = 0; k < 128; k++) {
                y[i] += t[k];
            }
        }
    }

    // SAFE
    @ParallelFor
    static void onBothWays(int[] y, int n) {
        int[] t = new int[Math.max(n, 0)];
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < n; k++) {
                if (k % 2 == 0) {
                    t[k] = i;
                } else {
                    t[k] = -i;
                }
            }
            for (int k = 0; k < n; k++) {
                y[i] += t[k];
            }
        }
    }

    // SAFE
    @ParallelFor
    static void wholeLength(int[] y) {
        int[] t = new int[7];
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < t.length; k++) {
                t[k] = k * i;
            }
            y[i] = t[i % 7];
        }
    }

    // SAFE approximate
    @ParallelFor
    static double withASum(double[] x) {
        double[] t = new double[2];
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            t[1] = x[i];
            t[0] = t[1] + 1;
            s += t[0] * t[1];
        }
        return s;
    }

    // SAFE: what is left of the element before the loop does not matter
    @ParallelFor
    static void usedBefore(int[] y) {
        int[] t = {1, 2, 3};
        t[1] = t[0] + t.length;
        for (int i = 0; i < y.length; i++) {
            t[1] = i;
            y[i] += t[1];
        }
    }

    // UNSAFE PF202: every other element is an old one
    @ParallelFor
    static void everyOther(int[] y, int n) {
        int[] t = new int[Math.max(n, 0)];
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < n; k++) {
                if (k % 2 == 0 || i == 3) {
                    t[k] = i;
                }
            }
            for (int k = 0; k < n; k++) {
                y[i] += t[k];
            }
        }
    }

    // UNSAFE PF202: fewer are written than read
    @ParallelFor
    static void fewer(int[] y, int n) {
        int[] t = new int[Math.max(n, 0)];
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < n - (i & 1); k++) {
                t[k] = i;
            }
            for (int k = 0; k < n; k++) {
                y[i] += t[k];
            }
        }
    }

    // UNSAFE PF202: the loop that writes is left early
    @ParallelFor
    static void leftEarly(int[] y, int n) {
        int[] t = new int[Math.max(n, 0)];
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < n; k++) {
                if (k > i % 4) {
                    break;
                }
                t[k] = i;
            }
            for (int k = 0; k < n; k++) {
                y[i] += t[k];
            }
        }
    }

    // UNSAFE PF202: reads what the next step writes
    @ParallelFor
    static void readsAhead(double[] y, int n) {
        double[] t = new double[Math.max(n, 0) + 2];
        for (int i = 0; i < y.length; i++) {
            t[0] = i;
            for (int k = 1; k <= n; k++) {
                t[k] = t[k + 1] + i;
            }
            y[i] = t[0] + t[t.length - 2];
        }
    }

    // UNSAFE PF202: the first element is written last
    @ParallelFor
    static void firstComesLast(double[] y, int n) {
        double[] t = new double[Math.max(n, 0) + 2];
        for (int i = 0; i < y.length; i++) {
            for (int k = 1; k <= n; k++) {
                t[k] = t[k - 1] + 2;
            }
            t[0] = i;
            y[i] = t[t.length - 2];
        }
    }

    // UNSAFE PF202: the last of each sixteen is not written
    @ParallelFor
    static void gaps(double[] y) {
        double[] t = new double[128];
        for (int i = 0; i < y.length; i++) {
            for (int r = 0; r < 8; r++) {
                for (int c = 0; c < 15 + (i & 1); c++) {
                    t[r * 16 + c] = i;
                }
            }
            for (int k = 0; k < 128; k++) {
                y[i] += t[k];
            }
        }
    }

    // UNSAFE PF202 PF232: the sections are empty where `m` is negative
    @ParallelFor
    static void backwards(double[] y, int m) {
        double[] t = new double[1000];
        int n = -3;
        for (int i = 0; i < y.length; i++) {
            for (int r = 0; r < n; r++) {
                for (int c = 0; c < m; c++) {
                    t[500 + r * m + c] = i;
                }
            }
            y[i] = t[499];
            t[499] = i;
        }
    }

    // UNSAFE PF202: what was not written is read after the exception
    @ParallelFor
    static void afterAnException(int[] y, int[] z) {
        int[] t = new int[1];
        for (int i = 0; i < y.length; i++) {
            try {
                t[0] = 100 / (i % 3);
            } catch (ArithmeticException e) {
                y[i] = 1;
            }
            y[i] += t[0];
        }
    }

    // REFUSED PF202: the rows would be one array
    @ParallelFor
    static void stored(int[][] y) {
        int[] t = new int[3];
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < 3; k++) {
                t[k] = i;
            }
            y[i] = t;
        }
    }

    // SAFE: an element is read after the loop
    @ParallelFor
    static int readAfter(int[] y) {
        int[] t = new int[1];
        for (int i = 0; i < y.length; i++) {
            t[0] = i;
            y[i] += t[0];
        }
        return t[0];
    }

    // SAFE: the caller may look at it
    @ParallelFor
    static void givenByTheCaller(long[] y, int[] t) {
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < t.length; k++) {
                t[k] = i;
            }
            for (int k = 0; k < t.length; k++) {
                y[i] += t[k];
            }
        }
    }

    // GUARDED: the array has another name
    @ParallelFor
    static int byAnotherName(int[] y) {
        int[] t = new int[1];
        int[] u = t;
        for (int i = 0; i < y.length; i++) {
            t[0] = i;
            y[i] += t[0];
        }
        return u[0];
    }

    // REFUSED PF202: nothing relates the length of the array to what is copied
    @ParallelFor
    static void sorted(int[] a, int[] y) {
        int[] t = new int[5];
        for (int i = 0; i < y.length; i++) {
            System.arraycopy(a, 0, t, 0, Math.min(5, a.length));
            Arrays.sort(t);
            y[i] = t[2];
        }
    }
}
