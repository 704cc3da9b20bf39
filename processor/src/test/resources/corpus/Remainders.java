package corpus;

import dev.parfor.ParallelFor;

/** Subscripts that come round, and tiles whose last index is included. */
final class Remainders {

    // GUARDED: the sum may wrap
    @ParallelFor
    static void rotate(int[] x, int[] y, int n, int k) {
        for (int i = 0; i < n; i++) {
            y[(i + k) % n] = x[i];
        }
    }

    // SAFE
    @ParallelFor
    static void rotateArray(int[] y, short k) {
        for (int i = 0; i < y.length; i++) {
            y[(y.length - i) % y.length] = 3 * i + k;
        }
    }

    // GUARDED: no more iterations than there are places
    @ParallelFor
    static void rotateSome(int[] y, int n, int m, int k) {
        for (int i = 0; i < m; i++) {
            y[(i + k) % n] += i;
        }
    }

    // GUARDED
    @ParallelFor
    static void rotateRows(int[][] x, int n) {
        for (int i = n - 1; i >= 0; i--) {
            for (int j = 0; j < x[(i + 1) % n].length; j++) {
                x[(i + 1) % n][j] += i - j;
            }
        }
    }

    // GUARDED: a negative dividend leaves a negative remainder, and there is no such element
    @ParallelFor
    static void negative(int[] y, int n, int k) {
        for (int i = 0; i < n; i++) {
            y[(i - k) % n] = i;
        }
    }

    // UNSAFE PF231: one iteration too many
    @ParallelFor
    static void onceTooOften(int[] y, int n, int k) {
        for (int i = 0; i <= n; i++) {
            y[(i + k) % n] = i;
        }
    }

    // UNSAFE PF231: multiples come round sooner
    @ParallelFor
    static void multiples(int[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[(2 * i) % n] = i;
        }
    }

    // UNSAFE PF231: comes round
    @ParallelFor
    static void ring(int[] y, int n, int k) {
        for (int i = 0; i < n; i++) {
            y[i % k] = i;
        }
    }

    // UNSAFE PF231: reads what the next iteration writes
    @ParallelFor
    static void inPlace(int[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = y[(i + 1) % n] + 1;
        }
    }

    // UNSAFE PF231: two places of one array
    @ParallelFor
    static void twoPlaces(int[] y, int n, int k) {
        for (int i = 0; i < n; i++) {
            y[(i + k) % n] = i;
            y[i] = k;
        }
    }

    // UNSAFE PF231: two divisors
    @ParallelFor
    static void twoDivisors(int[] y, int n, int m, int k) {
        for (int i = 0; i < n; i++) {
            y[(i + k) % n] = i;
            y[(i + k) % m] = k;
        }
    }

    // UNSAFE PF231: the divisor moves
    @ParallelFor
    static void movingDivisor(int[] y, int n, int k) {
        for (int i = 0; i < n; i++) {
            y[(i + k) % (n + i)] = i;
        }
    }

    // GUARDED
    @ParallelFor
    static void tiles(int[] x, int n) {
        for (int b = 0; b <= (n - 1) / 4; b++) {
            for (int i = 4 * b; i <= Math.min(4 * b + 3, n - 1); i++) {
                x[i] += b - i;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void tilesOfMatrix(int[][] x, int n) {
        for (int b = 0; b <= (n - 1) / 4; b++) {
            for (int c = 0; c <= (n - 1) / 4; c++) {
                for (int i = 4 * b; i <= Math.min(n - 1, 4 * b + 3); i++) {
                    for (int j = 4 * c; j <= Math.min(4 * c + 3, n - 1); j++) {
                        x[i][j] += i * j;
                    }
                }
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void tilesInOneColumn(int[][] x, int n) {
        for (int b = 0; b <= (n - 1) / 4; b++) {
            for (int c = 0; c <= (n - 1) / 4; c++) {
                for (int i = 4 * b; i <= Math.min(4 * b + 3, n - 1); i++) {
                    x[i][c]++;
                }
            }
        }
    }

    // UNSAFE PF231: tiles with one row in common
    @ParallelFor
    static void overlappingTiles(int[] x, int n) {
        for (int b = 0; b <= (n - 1) / 4; b++) {
            for (int i = 4 * b; i <= Math.min(4 * b + 4, n - 1); i++) {
                x[i] = b;
            }
        }
    }

    // UNSAFE PF231: the larger end of two
    @ParallelFor
    static void tilesToTheEnd(int[] x, int n) {
        for (int b = 0; b <= (n - 1) / 4; b++) {
            for (int i = 4 * b; i <= Math.max(4 * b + 3, n - 1); i++) {
                x[i] = b;
            }
        }
    }

    // UNSAFE PF231: the tile of another loop
    @ParallelFor
    static void otherTiles(int[][] x, int n) {
        for (int b = 0; b <= (n - 1) / 4; b++) {
            for (int c = 0; c <= (n - 1) / 4; c++) {
                for (int i = 4 * c; i <= Math.min(4 * c + 3, n - 1); i++) {
                    x[i][0] = b;
                }
            }
        }
    }
}
