package corpus;

import dev.parfor.ParallelFor;

/** Matrices in one array, and indices that run along. */
final class Linearised {

    // GUARDED
    @ParallelFor
    static void rows(double[] x, int w, int h) {
        for (int y = 0; y < h; y++) {
            for (int c = 0; c < w; c++) {
                x[y * w + c] = y - c;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void rowsOfSixteen(int[] x) {
        for (int y = 0; y < x.length / 16; y++) {
            for (int c = 0; c < 16; c++) {
                x[16 * y + c] += c;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void rowsWithStart(double[] x, int start, int stride, int w, int h) {
        for (int y = 0; y < h; y++) {
            for (int c = 0; c < w; c++) {
                x[start + y * stride + c] *= 2;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void runningIndex(int[] x, int start, int stride, int w, int h) {
        for (int y = 0; y < h; y++) {
            int k = start + y * stride;
            for (int c = 0; c < w; c++) {
                x[k++] = y + c;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void runningIndices(int[] from, int[] into, int stride, int w, int h) {
        for (int y = 0; y < h; y++) {
            int source = y * stride;
            int target = y * w;
            for (int c = 0; c < w; c++) {
                into[target++] = from[source++] & 0xff;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void innerWhile(int[] x, int w, int h) {
        for (int y = 0; y < h; y++) {
            int k = y * w;
            int end = k + w;
            while (k < end) {
                x[k++] = y;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void innerWhileOfTwo(float[] from, float[] into, int w, int h, int off) {
        for (int y = 0; y < h; y++) {
            int k = y * w;
            int k2 = off + y * w;
            int end = k + w;
            while (k < end) {
                into[k++] = from[k2++] * 2f;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void innerForByIndex(int[] x, int w, int h) {
        for (int y = 0; y < h; y++) {
            for (int k = y * w; k < (y + 1) * w; k++) {
                x[k] = y;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void columnMajor(double[] x, int w, int h) {
        for (int c = 0; c < w; c++) {
            for (int y = 0; y < h; y++) {
                x[y * w + c] += c;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void columnByRunningIndex(double[] x, int w, int h) {
        for (int c = 0; c < w; c++) {
            int k = c;
            for (int y = 0; y < h; y++) {
                x[k] += c;
                k += w;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void rowsTooWide(int[] x, int w, int h) {
        for (int y = 0; y < h; y++) {
            for (int c = 0; c <= w; c++) {
                x[y * w + c] += y;
            }
        }
    }

    // UNSAFE PF232: one column more than the stride, and the order shows
    @ParallelFor
    static void rowsTooWideToSet(int[] x, int w, int h) {
        for (int y = 0; y < h; y++) {
            for (int c = 0; c <= w; c++) {
                x[y * w + c] = x[y * w + c] * 3 + y;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void rowAbove(int[] x, int w, int h) {
        for (int y = 1; y < h; y++) {
            for (int c = 0; c < w; c++) {
                x[y * w + c] += x[(y - 1) * w + c];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void blur(double[] from, double[] into, int w, int h) {
        for (int y = 1; y < h - 1; y++) {
            for (int c = 1; c < w - 1; c++) {
                int k = y * w + c;
                into[k] = from[k] + from[k - 1] + from[k + 1] + from[k - w] + from[k + w];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void blurInPlace(double[] x, int w, int h) {
        for (int y = 1; y < h - 1; y++) {
            for (int c = 1; c < w - 1; c++) {
                int k = y * w + c;
                x[k] = x[k] + x[k - w] + x[k + w];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void matrixProduct(double[] a, double[] b, double[] c, int w) {
        for (int i = 0; i < w; i++) {
            for (int j = 0; j < w; j++) {
                double sum = 0;
                for (int k = 0; k < w; k++) {
                    sum += a[i * w + k] * b[k * w + j];
                }
                c[i * w + j] = sum;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void interleaved(byte[] pixels, int w, int h) {
        for (int y = 0; y < h; y++) {
            for (int c = 0; c < w / 3; c++) {
                int at = y * w + 3 * c;
                byte kept = pixels[at];
                pixels[at] = pixels[at + 2];
                pixels[at + 2] = kept;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void planes(int[] x, int planes, int rows, int columns) {
        for (int p = 0; p < planes; p++) {
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    x[(p * rows + r) * columns + c] = p + r + c;
                }
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void indexRunsOnByData(int[] x, int[] widths) {
        int k = 0;
        for (int y = 0; y < widths.length; y++) {
            for (int c = 0; c < (widths[y] & 3); c++) {
                x[k++] = y;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void indexRunsOn(int[] x, int w, int h) {
        int k = 0;
        for (int y = 0; y < h; y++) {
            for (int c = 0; c < w; c++) {
                x[k++] = y - c;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void strideInductionOutside(int[] x, int w, int h) {
        int row = 0;
        for (int y = 0; y < h; y++) {
            for (int c = 0; c < w; c++) {
                x[row + c] = y - c;
            }
            row += w;
        }
    }

    // GUARDED
    @ParallelFor
    static void rowBelow(int[] x, int w, int h) {
        for (int y = 0; y < h; y++) {
            for (int c = 0; c < w; c++) {
                x[y * w + c] = x[(y + 1) * w + c] + 1;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void twoFields(double[] x, int h, int w) {
        for (int y = 0; y < h / 2; y++) {
            for (int c = 0; c < w; c++) {
                x[2 * y * w + c] = x[(2 * y + 1) * w + c];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void mirrorColumns(int[] x, int w, int h) {
        for (int y = 0; y < h; y++) {
            for (int c = 0; c < w / 2; c++) {
                int kept = x[y * w + c];
                x[y * w + c] = x[y * w + w - 1 - c];
                x[y * w + w - 1 - c] = kept;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void mirrorRows(int[] x, int w, int h) {
        for (int y = 0; y < h / 2; y++) {
            for (int c = 0; c < w; c++) {
                int kept = x[y * w + c];
                x[y * w + c] = x[(h - 1 - y) * w + c];
                x[(h - 1 - y) * w + c] = kept;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void rowSums(int[] x, long[] sums, int w, int h) {
        for (int y = 0; y < h; y++) {
            long sum = 0;
            int k = y * w;
            for (int c = 0; c < w; c++, k++) {
                sum += x[k];
            }
            sums[y] = sum;
        }
    }

    // SAFE: one loop over both, taken apart again
    @ParallelFor
    static void divided(int[] x, int[] y, int w) {
        for (int k = 0; k < x.length; k++) {
            x[k / w * w + k % w] = k;
        }
    }

    // SAFE: the condition is on a sum
    @ParallelFor
    static void stepByWidth(int[] x, int w) {
        if (w <= 0) {
            return;
        }
        for (int start = 0; start + w <= x.length; start += w) {
            for (int c = 0; c < w; c++) {
                x[start + c] = start;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void stepByEight(int[] x) {
        for (int start = 0; start < x.length - 7; start += 8) {
            for (int c = 0; c < 8; c++) {
                x[start + c] += start;
            }
        }
    }
}
