package corpus;

import dev.parfor.ParallelFor;

/** Rows that build on the rows before, and of whose cells something is gathered: by each row for itself, then in the order of rows. */
final class WaveResults {

    // ---- sums ---------------------------------------------------------------------------------------------------

    // GUARDED approximate
    @ParallelFor
    static double gaussSeidel(double[][] u) {
        double change = 0;
        for (int i = 1; i < u.length - 1; i++) {
            for (int j = 1; j < u[0].length - 1; j++) {
                double next = 0.25 * (u[i - 1][j] + u[i + 1][j] + u[i][j - 1] + u[i][j + 1]);
                change += Math.abs(next - u[i][j]);
                u[i][j] = next;
            }
        }
        return change;
    }

    // GUARDED
    @ParallelFor
    static int matches(char[] a, char[] b, int[][] h) {
        int matches = 3;
        for (int i = 1; i < h.length; i++) {
            for (int j = 1; j < h[0].length; j++) {
                int match = h[i - 1][j - 1] + (a[i % a.length] == b[j % b.length] ? 1 : 0);
                h[i][j] = Math.max(match, Math.max(h[i - 1][j], h[i][j - 1]));
                if (h[i][j] > 2) {
                    matches++;
                }
            }
        }
        return matches;
    }

    // GUARDED
    @ParallelFor
    static long downwards(long[][] x) {
        long sum = 1;
        long odd = 0;
        for (int i = x.length - 2; i >= 0; i--) {
            for (int j = x[0].length - 2; j >= 0; j--) {
                x[i][j] = x[i + 1][j] + x[i][j + 1] - x[i + 1][j + 1];
                sum += x[i][j] * j;
                odd ^= x[i][j];
            }
        }
        return sum + odd;
    }

    // GUARDED
    @ParallelFor
    static int leaning(int[][] x, int n, int m) {
        int sum = 0;
        for (int i = 1; i < n; i++) {
            for (int j = 0; j < m - 1; j++) {
                x[i][j] = x[i - 1][j + 1] + 1;
                sum += x[i][j];
            }
        }
        return sum;
    }

    // GUARDED
    @ParallelFor
    static boolean anyBelow(int[] x, int h, int w) {
        boolean below = false;
        for (int i = 1; i < h; i++) {
            for (int j = 1; j < w; j++) {
                x[i * w + j] = x[(i - 1) * w + j] - x[i * w + j - 1];
                below |= x[i * w + j] < 0;
            }
        }
        return below;
    }

    // ---- extremes -----------------------------------------------------------------------------------------------

    // GUARDED
    @ParallelFor
    static int smithWaterman(byte[] a, byte[] b, int[][] h) {
        int best = 0;
        for (int i = 1; i < h.length; i++) {
            for (int j = 1; j < h[0].length; j++) {
                int match = h[i - 1][j - 1] + (a[i % a.length] == b[j % b.length] ? 2 : -1);
                int score = Math.max(0, Math.max(match, Math.max(h[i - 1][j] - 1, h[i][j - 1] - 1)));
                h[i][j] = score;
                best = Math.max(best, score);
            }
        }
        return best;
    }

    /** With the place of the first of the best. */
    // GUARDED
    @ParallelFor
    static int placeOfTheBest(byte[] a, byte[] b, int[][] h) {
        int best = 0;
        int row = -1;
        int column = -1;
        for (int i = 1; i < h.length; i++) {
            for (int j = 1; j < h[0].length; j++) {
                int match = h[i - 1][j - 1] + (a[i % a.length] == b[j % b.length] ? 2 : -1);
                h[i][j] = Math.max(0, Math.max(match, Math.max(h[i - 1][j] - 1, h[i][j - 1] - 1)));
                if (h[i][j] > best) {
                    best = h[i][j];
                    row = i;
                    column = j;
                }
            }
        }
        return best * 10_000 + row * 100 + column;
    }

    /** Two of them, and a sum besides. */
    // GUARDED approximate
    @ParallelFor
    static double spread(double[][] x) {
        double least = Double.MAX_VALUE;
        double greatest = -Double.MAX_VALUE;
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            for (int j = 1; j < x[0].length; j++) {
                x[i][j] = 0.5 * (x[i - 1][j] + x[i][j - 1]);
                least = Math.min(least, x[i][j]);
                greatest = Math.max(greatest, x[i][j]);
                sum += x[i][j];
            }
        }
        return greatest - least + sum;
    }

    // ---- what is not gathered by columns alone ------------------------------------------------------------------

    // UNSAFE PF202: the sum goes into the cells
    @ParallelFor
    static int sumThatIsRead(int[][] x) {
        int sum = 0;
        for (int i = 1; i < x.length; i++) {
            for (int j = 1; j < x[0].length; j++) {
                x[i][j] = x[i - 1][j] + x[i][j - 1] + sum;
                sum += x[i][j];
            }
        }
        return sum;
    }

    // REFUSED PF201: rows are counted before their columns, which would be done with each part
    @ParallelFor
    static int rowsCounted(int[][] x) {
        int rows = 0;
        for (int i = 1; i < x.length; i++) {
            rows++;
            for (int j = 1; j < x[0].length; j++) {
                x[i][j] = x[i - 1][j] + x[i][j - 1];
            }
        }
        return rows;
    }

    // REFUSED PF201: as well outside of the columns
    @ParallelFor
    static int cellsAndRowsCounted(int[][] x) {
        int cells = 0;
        for (int i = 1; i < x.length; i++) {
            cells += 100;
            for (int j = 1; j < x[0].length; j++) {
                x[i][j] = x[i - 1][j] + x[i][j - 1];
                cells++;
            }
        }
        return cells;
    }

    // REFUSED PF201: the last of equals, which needs to be told from none
    @ParallelFor
    static int lastOfTheBest(int[][] x) {
        int best = -1;
        int row = -1;
        for (int i = 1; i < x.length; i++) {
            for (int j = 1; j < x[0].length; j++) {
                x[i][j] = Math.max(x[i - 1][j], x[i][j - 1]);
                if (x[i][j] >= best) {
                    best = x[i][j];
                    row = i;
                }
            }
        }
        return best + 100 * row;
    }

    // UNSAFE PF202: how far a row goes depends on the sum
    @ParallelFor
    static int sumThatEndsRows(int[][] x) {
        int sum = 0;
        for (int i = 1; i < x.length; i++) {
            for (int j = 1; j < Math.min(sum, x[0].length); j++) {
                x[i][j] = x[i - 1][j] + x[i][j - 1];
                sum += x[i][j];
            }
        }
        return sum;
    }
}
