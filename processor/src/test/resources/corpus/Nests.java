package corpus;

import dev.parfor.ParallelFor;

/** Loops in loops: rectangles, triangles, bands; arrays of rows. */
final class Nests {

    // GUARDED
    @ParallelFor
    static void matrixProduct(double[][] a, double[][] b, double[][] c) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                double sum = 0;
                for (int k = 0; k < b.length; k++) {
                    sum += a[i][k] * b[k][j];
                }
                c[i][j] = sum;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void matrixProductRowwise(double[][] a, double[][] b, double[][] c) {
        for (int i = 0; i < a.length; i++) {
            double[] into = c[i];
            for (int k = 0; k < b.length; k++) {
                double factor = a[i][k];
                double[] row = b[k];
                for (int j = 0; j < into.length; j++) {
                    into[j] += factor * row[j];
                }
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void matrixVector(double[][] a, double[] x, double[] y) {
        for (int i = 0; i < a.length; i++) {
            double sum = 0;
            for (int j = 0; j < a[i].length; j++) {
                sum += a[i][j] * x[j];
            }
            y[i] = sum;
        }
    }

    // GUARDED
    @ParallelFor
    static void lowerTriangle(double[][] x) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= i; j++) {
                x[i][j] = i + j;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void upperTriangle(int[][] x) {
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                x[i][j]++;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void symmetrise(double[][] x) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                x[j][i] = x[i][j];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void transposeInPlaceAll(int[][] x) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                x[i][j] = x[j][i] + 1;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void transposeInPlace(int[][] x) {
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                int kept = x[i][j];
                x[i][j] = x[j][i];
                x[j][i] = kept;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void blurRows(double[][] from, double[][] into) {
        for (int i = 1; i < from.length - 1; i++) {
            for (int j = 1; j < from.length - 1; j++) {
                into[i][j] = from[i - 1][j] + from[i + 1][j] + from[i][j - 1] + from[i][j + 1];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void blurInPlace(double[][] x) {
        for (int i = 1; i < x.length - 1; i++) {
            for (int j = 1; j < x.length - 1; j++) {
                x[i][j] = x[i - 1][j] + x[i + 1][j];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void recurrenceInRow(double[][] x) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 1; j < x[i].length; j++) {
                x[i][j] += x[i][j - 1];
            }
        }
    }

    // UNSAFE PF221: the diagonal neighbour
    @ParallelFor
    static void diagonal(int[][] x) {
        for (int i = 1; i < x.length; i++) {
            for (int j = 1; j < x[i].length; j++) {
                x[i][j] = x[i - 1][j - 1] + 1;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void columns(int[][] x) {
        for (int j = 0; j < x.length; j++) {
            for (int i = 1; i < x.length; i++) {
                x[i][j] += x[i - 1][j];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void columnsCarried(int[][] x) {
        for (int j = 1; j < x.length; j++) {
            for (int i = 0; i < x.length; i++) {
                x[i][j] += x[i][j - 1];
            }
        }
    }

    // SAFE
    static void innerColumns(int[][] x) {
        for (int i = 1; i < x.length; i++) {
            for (@ParallelFor int j = 0; j < x.length; j++) {
                x[i][j] += x[i - 1][j];
            }
        }
    }

    // SAFE
    @ParallelFor
    static void diagonalElements(double[][] x) {
        for (int i = 0; i < x.length; i++) {
            x[i][i] = 1;
        }
    }

    // GUARDED
    @ParallelFor
    static void coupledDiagonal(int[][] x) {
        int[][] y = new int[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            y[i][i] = i;
            if (i + 1 < x.length) {
                y[i][i + 1] = -i;
            }
        }
        for (int i = 0; i < x.length; i++) {
            x[i] = y[i];
        }
    }

    // SAFE
    @ParallelFor
    static int[][] coupledNeverMeet(int w) {
        int[][] x = new int[w + 2][w + 2];
        for (int i = 0; i < w; i++) {
            x[i][i] = x[i + 1][i] + 1;
        }
        return x;
    }

    // UNSAFE PF221: x[i + 1][i + 1] is the next iteration's
    @ParallelFor
    static int[][] coupledMeet(int w) {
        int[][] x = new int[w + 2][w + 2];
        for (int i = 0; i < w; i++) {
            x[i + 1][i + 1] = x[i][i] + 1;
        }
        return x;
    }

    // GUARDED
    @ParallelFor
    static void threeDeep(double[][][] x, double[][][] y) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                for (int k = 1; k < x.length; k++) {
                    x[i][j][k] = y[i][j][k - 1] + y[i][k][j];
                }
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void threeDeepRecurrenceInside(int[][][] x) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 1; j < x.length; j++) {
                for (int k = 1; k < x.length; k++) {
                    x[i][j][k] += x[i][j - 1][k] + x[i][j][k - 1];
                }
            }
        }
    }

    // UNSAFE PF202: elimination reads the pivot row, which one iteration writes
    @ParallelFor
    static void eliminationWhole(double[][] a) {
        for (int k = 0; k < a.length; k++) {
            for (int i = k + 1; i < a.length; i++) {
                for (int j = k; j < a.length; j++) {
                    a[i][j] -= a[k][j];
                }
            }
        }
    }

    // GUARDED
    static void eliminationInner(double[][] a) {
        for (int k = 0; k < a.length; k++) {
            for (@ParallelFor int i = k + 1; i < a.length; i++) {
                double f = a[i][k] / a[k][k];
                for (int j = k; j < a.length; j++) {
                    a[i][j] -= f * a[k][j];
                }
            }
        }
    }

    // GUARDED
    static void eliminationInnerWrong(double[][] a) {
        for (int k = 0; k < a.length; k++) {
            for (@ParallelFor int i = 0; i < a.length; i++) {
                for (int j = 0; j < a.length; j++) {
                    a[i][j] -= 0.5 * a[k][j];
                }
            }
        }
    }

    // SAFE
    @ParallelFor
    static void packedTriangle(int[] x, int h) {
        for (int i = 0; i < h; i++) {
            int row = 0;
            for (int j = 0; j <= i; j++) {
                row += j;
            }
            x[i] = row;
        }
    }

    // GUARDED: rows of a packed triangle start at i * (i + 1) / 2
    @ParallelFor
    static void packedTriangleInto(int[] x, int h) {
        for (int i = 0; i < h; i++) {
            for (int j = 0; j <= i; j++) {
                x[i * (i + 1) / 2 + j] = i - j;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void jagged(int[][] x) {
        for (int i = 0; i < x.length; i++) {
            int length = x[i].length;
            for (int j = length - 1; j >= 0; j -= 2) {
                x[i][j] = length - j;
            }
        }
    }

    // SAFE
    @ParallelFor
    static int pairs(int[] x) {
        int found = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length && j < i + 30; j++) {
                if (x[i] == x[j]) {
                    found++;
                }
            }
        }
        return found;
    }

    // GUARDED approximate
    @ParallelFor
    static void forces(double[] position, double[] force) {
        for (int i = 0; i < position.length; i++) {
            for (int j = i + 1; j < position.length && j < i + 30; j++) {
                double f = position[j] - position[i];
                force[i] += f;
                force[j] -= f;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void boundsByOuterRow(int[][] x, int[][] y) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y[i].length; j++) {
                x[i][j] = y[i][j] - 1;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void shortestPaths(int[][] d, int k) {
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < d.length; j++) {
                if (d[i][k] + d[k][j] < d[i][j]) {
                    d[i][j] = d[i][k] + d[k][j];
                }
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void shortestPathsOfOthers(int[][] d, int k) {
        for (int i = 0; i < d.length; i++) {
            if (i == k) {
                continue;
            }
            for (int j = 0; j < Math.min(d[i].length, d[k].length); j++) {
                d[i][j] = Math.min(d[i][j], d[i][0] + d[k][j]);
            }
        }
    }
}
