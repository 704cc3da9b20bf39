package corpus;

import dev.parfor.ParallelFor;

/** Rows that build on the rows before: in tiles, as long as nothing is read of a tile that comes later. */
final class Wavefronts {

    // ---- alignments and distances -------------------------------------------------------------------------------

    // GUARDED
    @ParallelFor
    static void longestCommonSubsequence(String a, String b, int[][] h) {
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                if (a.charAt(i - 1) == b.charAt(j - 1)) {
                    h[i][j] = h[i - 1][j - 1] + 1;
                } else {
                    h[i][j] = Math.max(h[i - 1][j], h[i][j - 1]);
                }
            }
        }
    }

    // GUARDED
    @ParallelFor
    static int editDistance(char[] a, char[] b) {
        int[][] d = new int[a.length + 1][b.length + 1];
        for (int i = 0; i <= a.length; i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length; j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            char c = a[i - 1];
            for (int j = 1; j <= b.length; j++) {
                int cost = c == b[j - 1] ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
            }
        }
        return d[a.length][b.length];
    }

    // GUARDED
    @ParallelFor
    static void smithWaterman(byte[] a, byte[] b, int[] x, int h, int w) {
        for (int i = 1; i < h; i++) {
            byte here = a[i - 1];
            for (int j = 1; j < w; j++) {
                int match = x[(i - 1) * w + j - 1] + (here == b[j - 1] ? 2 : -1);
                int gap = Math.max(x[(i - 1) * w + j], x[i * w + j - 1]) - 1;
                x[i * w + j] = Math.max(0, Math.max(match, gap));
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void needlemanWunsch(int[] a, int[] b, int[][] score, int n, int m, int gap) {
        for (int i = 1; i < n; i++) {
            int[] above = score[i - 1];
            int[] row = score[i];
            int first = a[i - 1];
            for (int j = 1; j < m; j++) {
                int best = above[j - 1] + (first == b[j - 1] ? 1 : -1);
                if (above[j] - gap > best) {
                    best = above[j] - gap;
                }
                if (row[j - 1] - gap > best) {
                    best = row[j - 1] - gap;
                }
                row[j] = best;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void cheapestPath(int[][] cost, long[][] best, int n, int m) {
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < m; ++j) {
                best[i][j] = cost[i][j] + Math.min(best[i - 1][j], best[i][j - 1]);
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void fromTheEnd(int[] a, int[] b, int[][] h, int n, int m) {
        for (int i = n - 2; i >= 0; i--) {
            for (int j = m - 2; j >= 0; j--) {
                h[i][j] = a[i] == b[j] ? h[i + 1][j + 1] + 1 : Math.max(h[i + 1][j], h[i][j + 1]);
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void rowsUpColumnsDown(int[][] h, int n, int m) {
        for (int i = 1; i < n; i++) {
            for (int j = m - 2; j >= 0; j--) {
                h[i][j] += h[i - 1][j] - h[i][j + 1] + h[i - 1][j + 1];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void sums(long[][] sum, int[][] x) {
        for (int i = 1; i < sum.length; i++) {
            for (int j = 1; j < sum[0].length; j++) {
                sum[i][j] = x[i - 1][j - 1] + sum[i - 1][j] + sum[i][j - 1] - sum[i - 1][j - 1];
            }
        }
    }

    // ---- relaxation in place ------------------------------------------------------------------------------------

    // GUARDED
    @ParallelFor
    static void fivePoints(double[][] g, double omega) {
        int rows = g.length;
        int columns = g.length == 0 ? 0 : g[0].length;
        for (int i = 1; i < rows - 1; i++) {
            double[] row = g[i];
            double[] above = g[i - 1];
            double[] below = g[i + 1];
            for (int j = 1; j < columns - 1; j++)
                row[j] = omega / 4 * (above[j] + below[j] + row[j - 1] + row[j + 1]) + (1 - omega) * row[j];
        }
    }

    // GUARDED
    @ParallelFor
    static void ninePoints(double[][] g, int n, int m) {
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < m; j++) {
                g[i][j] = (g[i - 1][j - 1] + g[i - 1][j] + g[i - 1][j + 1] + g[i][j - 1] + g[i][j] + g[i][j + 1]
                                + g[i + 1][j - 1] + g[i + 1][j] + g[i + 1][j + 1])
                        / 9;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void ninePointsFlat(float[] g, int w, int h) {
        for (int y = 1; y < h - 1; y++) {
            for (int x = 1; x < w - 1; x++) {
                float corners = g[(y - 1) * w + x - 1] + g[(y - 1) * w + x + 1] + g[(y + 1) * w + x - 1] + g[(y + 1) * w + x + 1];
                g[y * w + x] = g[y * w + x] * 0.5f + corners * 0.125f;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void twoToTheRight(int[][] x, int n, int m) {
        for (int i = 1; i < n; i++) {
            for (int j = 0; j < m - 2; j++) {
                x[i][j] = x[i - 1][j + 2] - x[i][j];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void ofEachPlane(int[][][] x, int n, int m) {
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < m; j++) {
                for (int k = 0; k < x[i][j].length; k++) {
                    x[i][j][k] = x[i - 1][j][k] + x[i][j - 1][k];
                }
            }
        }
    }

    // ---- fields, helpers, exceptions ----------------------------------------------------------------------------

    static final class Table {
        private final int[][] best;

        Table(int[][] best) {
            this.best = best;
        }

        private int above(int i, int j) {
            return best[i - 1][j];
        }

        // GUARDED
        @ParallelFor
        void fill() {
            for (int i = 1; i < best.length; i++) {
                for (int j = 1; j < best.length; j++) {
                    best[i][j] = Math.max(above(i, j), best[i][j - 1]) + 1;
                }
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void mayThrow(int[][] h, int n, int m, int bad) {
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < m; j++) {
                if (h[i - 1][j] == bad) {
                    throw new IllegalStateException("at " + i + ", " + j);
                }
                h[i][j] = h[i - 1][j - 1] / h[i][j - 1];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void skipsColumns(int[][] h, int n, int m) {
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < m; j++) {
                if ((i + j) % 3 == 0) {
                    continue;
                }
                h[i][j] = h[i - 1][j] + h[i][j - 1];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void aloneOnTheLine(int[][] h, int n, int m) {
        for (int i = 1; i < n; i++) for (int j = 1; (j < m); j++) h[i][j] += h[i - 1][j - 1];
    }

    // GUARDED
    static void relaxed(double[][] x, int depth) {
        for (int t = 0; t < depth; t++) {
            for (@ParallelFor(chunk = 2) int i = 1; i < x.length - 1; i++) {
                for (int j = 1; j < x.length - 1; j++) {
                    x[i][j] = (x[i - 1][j] + x[i + 1][j] + x[i][j - 1] + x[i][j + 1]) / 4;
                }
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void otherArrayLater(int[][] h, int[][] g, int n, int m) {
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < m; j++) {
                h[i][j] = h[i - 1][j - 1] + g[i - 1][j + 5] + g[i + 2][j];
            }
        }
    }

    // ---- not in tiles -------------------------------------------------------------------------------------------

    // UNSAFE PF221: what is read of the row above lies three columns ahead: no tile leans that far
    @ParallelFor
    static void farToTheRight(int[][] x, int n, int m) {
        for (int i = 1; i < n; i++) {
            for (int j = 0; j < m - 3; j++) {
                x[i][j] = x[i - 1][j + 3] + 1;
            }
        }
    }

    // UNSAFE PF233: any distance: it is a parameter
    @ParallelFor
    static void anyDistance(int[][] x, int n, int m, int d) {
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < m; j++) {
                x[i][j] += x[i - 1][j + d];
            }
        }
    }

    // UNSAFE PF221: any distance: it is in the data
    @ParallelFor
    static void knapsack(int[][] h, int[] weight, int[] value, int n, int m) {
        for (int i = 1; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                h[i][j] = j < weight[i - 1] ? h[i - 1][j] : Math.max(h[i - 1][j], h[i - 1][j - weight[i - 1]] + value[i - 1]);
            }
        }
    }

    // UNSAFE PF301: the best of all cells runs from row to row
    @ParallelFor
    static int carriedValue(int[][] h, int n, int m) {
        int last = 0;
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < m; j++) {
                h[i][j] = h[i - 1][j] + last;
                last = h[i][j] % 7;
            }
        }
        return last;
    }

    // UNSAFE PF221: a variable runs from column to column, and rows are cut in parts
    @ParallelFor
    static void carriedInTheRow(int[][] h, int n, int m) {
        for (int i = 1; i < n; i++) {
            int left = i;
            for (int j = 1; j < m; j++) {
                h[i][j] = h[i - 1][j] + left;
                left = h[i][j] % 5;
            }
        }
    }

    // UNSAFE PF221: so does an array that each row makes
    @ParallelFor
    static void workArrayOfTheRow(int[][] h, int n, int m) {
        for (int i = 1; i < n; i++) {
            int[] work = new int[m];
            for (int j = 1; j < m; j++) {
                work[j] = work[j - 1] + h[i - 1][j];
                h[i][j] = work[j];
            }
        }
    }

    // UNSAFE PF221: the first value of a row is read before the loop that changes it
    @ParallelFor
    static void readAhead(int[][] h, int n, int m) {
        for (int i = 1; i < n; i++) {
            int first = h[i][1];
            for (int j = 1; j < m; j++) {
                h[i][j] = h[i - 1][j] + first;
            }
        }
    }

    // UNSAFE PF221: the last value of the row above is read before it is there
    @ParallelFor
    static void lastOfTheRowAbove(int[][] h, int n, int m) {
        for (int i = 1; i < n; i++) {
            int last = h[i - 1][m - 1];
            for (int j = 1; j < m; j++) {
                h[i][j] = h[i - 1][j] + last;
            }
        }
    }

    // UNSAFE PF231: how many columns a row has, the row before decides
    @ParallelFor
    static void endsWhereTheRowAboveSays(int[][] h, int n) {
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < h[i - 1][0]; j++) {
                h[i][j - 1] = h[i - 1][j] + j;
            }
        }
    }

    // UNSAFE PF201: a cell is written in each row: after an exception it would hold what later rows have left
    @ParallelFor
    static void timeSteps(double[] x, int steps) {
        for (int t = 0; t < steps; t++) {
            for (int j = 1; j < x.length - 1; j++) {
                x[j] = (x[j - 1] + x[j] + x[j + 1]) / 3;
            }
        }
    }

    // UNSAFE PF221: the row below is written before it is its turn
    @ParallelFor
    static void writesBelow(int[][] h, int n, int m) {
        for (int i = 1; i < n - 1; i++) {
            for (int j = 0; j < m; j++) {
                h[i][j]++;
                h[i + 1][m - 1 - j] = 2 + j;
            }
        }
    }

    // UNSAFE PF221: ends in the middle of a row
    @ParallelFor
    static void endsTheRow(int[][] h, int n, int m) {
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < m; j++) {
                if (h[i - 1][j] < 0) {
                    break;
                }
                h[i][j] = h[i - 1][j] - 1;
            }
        }
    }

    // UNSAFE PF117: ends in the middle of everything
    @ParallelFor
    static void endsAll(int[][] h, int n, int m) {
        rows:
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < m; j++) {
                if (h[i - 1][j] < 0) {
                    break rows;
                }
                h[i][j] = h[i - 1][j] - 1;
            }
        }
    }

    // UNSAFE PF221: objects are not numbers: who reads one may go on to what is in it
    @ParallelFor
    static void texts(String[][] h, int n, int m) {
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < m; j++) {
                h[i][j] = h[i - 1][j];
            }
        }
    }

    // REFUSED PF221: a triangle: each row ends somewhere else
    @ParallelFor
    static void ragged(long[][] h, int n) {
        for (int i = 1; i < n; i++) {
            for (int j = 1; j <= i; j++) {
                h[i][j] = h[i - 1][j - 1] + h[i - 1][j];
            }
        }
    }

    // REFUSED PF221: the first column is set in front of the others
    @ParallelFor
    static void firstColumn(int[][] d, int n, int m) {
        for (int i = 1; i < n; i++) {
            d[i][0] = i;
            for (int j = 1; j < m; j++) {
                d[i][j] = Math.min(d[i - 1][j], d[i][j - 1]) + 1;
            }
        }
    }

    // REFUSED PF221: every second column
    @ParallelFor
    static void everySecond(int[][] h, int n, int m) {
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < m; j += 2) {
                h[i][j] = h[i - 1][j - 1] + h[i - 1][j];
            }
        }
    }

    // ---- steps in other spellings -------------------------------------------------------------------------------

    // GUARDED
    @ParallelFor
    static void stepsByAssignment(int[][] d) {
        for (int i = 1; i < d.length; i += 1) {
            for (int j = 1; j < d[0].length; j = j + 1) {
                d[i][j] = d[i - 1][j] + d[i][j - 1];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void stepsBack(int[][] d) {
        for (int i = d.length - 2; i >= 0; i -= 1) {
            for (int j = d[0].length - 2; j >= 0; j -= 1) {
                d[i][j] = d[i + 1][j] + d[i][j + 1];
            }
        }
    }

    // UNSAFE PF201: a step that rounds is no step by one
    @ParallelFor
    static void stepsThatRound(int[][] d) {
        for (int i = 1; i < d.length; i++) {
            for (int j = 1; j < d[0].length; j += 1.75) {
                d[i][j] = d[i - 1][j] + d[i][j - 1];
            }
        }
    }
}
