package corpus;

import dev.parfor.ParallelFor;

/** An index that is carried through all iterations and gains the same in each, through loops inside the body as well. */
final class RunningIndices {

    // GUARDED
    @ParallelFor
    static void cellByCell(int[] out, int n, int w) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < w; j++) {
                out[k++] = i - j;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static int readAfterTheLoop(int[] out, int n, int w) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < w; j++) {
                out[k++] = i;
            }
        }
        return k;
    }

    // SAFE
    @ParallelFor
    static long besideTheArray(long[] ends, int n, int w) {
        long k = 3;
        for (int i = 0; i < n; i++) {
            ends[i] = k;
            for (int j = 1; j <= w; j++) {
                k += 2;
            }
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    static void stepInTheHeader(int[] out, int n, int w) {
        int k = 5;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < w; j++, k++) {
                if (j == i) {
                    continue;
                }
                out[k] = j;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void rowsWithAGap(int[] out, int n, int w, int skip) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < w; j++) {
                out[k++] = i;
            }
            k += skip;
        }
    }

    // GUARDED
    @ParallelFor
    static void twoIndices(int[] out, int[] in, int n, int w, int skip) {
        int k = 0;
        int q = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < w; j++) {
                out[k++] = in[q++];
            }
            q += skip;
        }
    }

    // GUARDED
    @ParallelFor
    static void downwards(int[] out, int n, int w) {
        int k = n * w;
        for (int i = 0; i < n; i++) {
            for (int j = w - 1; j >= 0; j--) {
                out[--k] = i;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static int threeDeep(int[] out, int n, int w, int c) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < w; j++) {
                for (int q = 0; q < c; q++) {
                    out[k++] = i;
                }
            }
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    static int channels(int[] out, int n, int w) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < w; j++) {
                out[k] = i;
                out[k + 1] = j;
                out[k + 2] = 7;
                k += 3;
            }
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    static int everySecondRow(int[] out, int n, int w) {
        int k = 0;
        for (int i = 0; i < n; i += 2) {
            for (int j = 0; j < w; j++) {
                out[k++] = i;
            }
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    static int everySecondCell(int[] out, int n, byte w) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 1; j < w; j += 2) {
                out[k++] = i;
            }
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    static void lengthOfAnother(int[] out, long[] row, int n) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < row.length; j++) {
                out[k++] = (int) row[j];
            }
        }
    }

    // UNSAFE PF201: each row begins on the last cell of the one before
    @ParallelFor
    static void overlappingRows(int[] out, int n, int w) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < w; j++) {
                out[k++] = i;
            }
            k--;
        }
    }

    // UNSAFE PF202: the index goes back to where it was
    @ParallelFor
    static void backAgain(int[] out, int n, int w) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < w; j++) {
                out[k++] = i;
            }
            k -= w;
        }
    }

    // GUARDED
    @ParallelFor
    static int rowsThatEndEarly(int[] out, int[] stop, int n, int w) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < w; j++) {
                if (stop[j] == i) {
                    break;
                }
                out[k++] = i;
            }
        }
        return k;
    }

    // SAFE
    @ParallelFor
    static int someCells(int[] out, boolean[] wanted, int n, int w) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < w; j++) {
                if (wanted[j]) {
                    out[k++] = i;
                }
            }
        }
        return k;
    }

    // UNSAFE PF201: the last row is read in the next one
    @ParallelFor
    static void fromTheRowBefore(int[] out, int n, int w) {
        int k = w;
        for (int i = 1; i < n; i++) {
            for (int j = 0; j < w; j++, k++) {
                out[k] = out[k - w] + 1;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void triangle(int[] out, int n) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                out[k++] = i;
            }
        }
    }
}
