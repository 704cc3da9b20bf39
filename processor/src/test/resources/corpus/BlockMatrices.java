package corpus;

import dev.parfor.ParallelFor;

/** Matrices in blocks, each of which lies in one piece, as wide as it is: the last block of a row is narrower, the last row lower. */
final class BlockMatrices {

    // GUARDED
    @ParallelFor
    static void rowsOfBlocks(int[] a, int[] high, int[] wide, int sizes) {
        int rows = high.length / 8;
        int columns = wide.length & 7;
        int size = (sizes & 3) + 1;
        for (int i = 0; i < rows; i += size) {
            int height = Math.min(size, rows - i);
            for (int j = 0; j < columns; j += size) {
                int width = Math.min(size, columns - j);
                int at = i * columns + j * height;
                for (int r = 0; r < height; r++) {
                    for (int c = 0; c < width; c++) {
                        a[at + r * width + c] = 10 * i + j;
                    }
                }
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void rowsUpToAnEnd(int[] a, int[] high, int[] wide, int sizes) {
        int rows = high.length / 8;
        int columns = wide.length & 7;
        int size = (sizes & 3) + 1;
        for (int i = 0; i < rows; i += size) {
            int end = Math.min(rows, i + size);
            int height = end - i;
            for (int j = 0; j < columns; j += size) {
                int width = Math.min(columns, j + size) - j;
                for (int r = 0; r < height; r++) {
                    for (int c = 0; c < width; c++) {
                        a[i * columns + j * height + r * width + c] = i - j;
                    }
                }
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void columnsOfBlocks(int[] a, int[] high, int[] wide, int sizes) {
        int rows = high.length / 8;
        int columns = wide.length & 7;
        int size = (sizes & 3) + 1;
        for (int j = 0; j < columns; j += size) {
            int width = Math.min(columns, j + size) - j;
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < width; c++) {
                    a[rows * j + r * width + c] = r + j;
                }
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void partOfAMatrix(int[] a, int[] high, int[] wide, int[] whole, int row, int col, int sizes) {
        int columns = whole.length & 7;
        int row0 = row & 3;
        int row1 = high.length / 8;
        int col0 = col & 3;
        int col1 = wide.length & 7;
        int size = (sizes & 3) + 1;
        for (int i = row0; i < row1; i += size) {
            int height = Math.min(size, row1 - i);
            for (int j = col0; j < col1; j += size) {
                int width = Math.min(size, col1 - j);
                block(a, i * columns + j * height, height, width, i);
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void intoAnotherPart(int[] a, int[] b, int[] wide, int[] whole, int row, int col, int sizes) {
        int stride = (whole.length & 7) + 4;
        int col0 = col & 3;
        int row0 = row & 3;
        int row1 = b.length / 16;
        int columns = wide.length & 7;
        int size = (sizes & 3) + 1;
        for (int i = row0; i < row1; i += size) {
            int height = Math.min(size, row1 - i);
            for (int j = 0; j < columns; j += size) {
                int width = Math.min(size, columns - j);
                int at = (i - row0) * stride + (j + col0) * height;
                for (int r = 0; r < height; r++) {
                    for (int c = 0; c < width; c++) {
                        a[at + r * width + c] = b[r] + c;
                    }
                }
            }
        }
    }

    private static void block(int[] a, int at, int height, int width, int value) {
        int row = at;
        for (int r = 0; r < height; r++, row += width) {
            int c = row;
            int end = row + width;
            while (c != end) {
                a[c++] = value;
            }
        }
    }

    // REFUSED PF232: nothing is known of the size, which may be negative
    @ParallelFor
    static void stepAndHeight(int[] a, int[] high, int[] wide, int steps, int size) {
        int rows = high.length / 8;
        int columns = wide.length & 7;
        int step = (steps & 3) + 1;
        for (int i = 0; i < rows; i += step) {
            int height = Math.min(size, rows - i);
            for (int r = 0; r < height; r++) {
                for (int c = 0; c < columns; c++) {
                    a[i * columns + r * columns + c] = i;
                }
            }
        }
    }

    // UNSAFE PF231: blocks that are one row too high
    @ParallelFor
    static void tooHigh(int[] a, int[] high, int[] wide, int sizes) {
        int rows = high.length / 8;
        int columns = wide.length & 7;
        int size = (sizes & 3) + 1;
        for (int i = 0; i < rows; i += size) {
            int height = Math.min(size + 1, rows - i);
            for (int j = 0; j < columns; j += size) {
                int width = Math.min(size, columns - j);
                for (int r = 0; r < height; r++) {
                    for (int c = 0; c < width; c++) {
                        a[i * columns + j * height + r * width + c] = 10 * i + j;
                    }
                }
            }
        }
    }

    // UNSAFE PF231: blocks that are one column too wide
    @ParallelFor
    static void tooWide(int[] a, int[] high, int[] wide, int sizes) {
        int rows = high.length / 8;
        int columns = wide.length & 7;
        int size = (sizes & 3) + 1;
        for (int i = 0; i < rows; i += size) {
            int height = Math.min(size, rows - i);
            for (int j = 0; j < columns; j += size) {
                int width = Math.min(size, columns - j);
                for (int r = 0; r < height; r++) {
                    for (int c = 0; c <= width; c++) {
                        a[i * columns + j * height + r * width + c] = 10 * i + j;
                    }
                }
            }
        }
    }

    // UNSAFE PF231: the rows of the last block are as far apart as those of the others
    @ParallelFor
    static void fullRows(int[] a, int[] high, int[] wide, int sizes) {
        int rows = high.length / 8;
        int columns = wide.length & 7;
        int size = (sizes & 3) + 1;
        for (int i = 0; i < rows; i += size) {
            int height = Math.min(size, rows - i);
            for (int j = 0; j < columns; j += size) {
                int width = Math.min(size, columns - j);
                for (int r = 0; r < height; r++) {
                    for (int c = 0; c < width; c++) {
                        a[i * columns + j * height + r * size + c] = 10 * i + j;
                    }
                }
            }
        }
    }

    // UNSAFE PF231: the greater height
    @ParallelFor
    static void greaterHeight(int[] a, int[] high, int[] wide, int sizes) {
        int rows = high.length / 8;
        int columns = wide.length & 7;
        int size = (sizes & 3) + 1;
        for (int i = 0; i < rows; i += size) {
            int height = Math.max(size, rows - i);
            for (int r = 0; r < height; r++) {
                for (int c = 0; c < columns; c++) {
                    a[i * columns + r * columns + c] = i;
                }
            }
        }
    }

    // UNSAFE PF231: columns as far apart as one of the two numbers of rows
    @ParallelFor
    static void otherRows(int[] a, int[] high, int[] wide, int sizes) {
        int rows = high.length / 8;
        int columns = wide.length & 7;
        int size = (sizes & 3) + 1;
        for (int j = 0; j < columns; j += size) {
            int width = Math.min(columns, j + size) - j;
            for (int r = 0; r <= rows; r++) {
                for (int c = 0; c < width; c++) {
                    a[rows * j + r * width + c] = r + j;
                }
            }
        }
    }

    // UNSAFE PF231: what a block is written to may lie anywhere
    @ParallelFor
    static void pastTheEnd(int[] a, int[] high, int[] wide, int sizes) {
        int rows = high.length / 8;
        int columns = wide.length & 7;
        int size = (sizes & 3) + 1;
        for (int i = 0; i < rows; i += size) {
            int height = Math.min(size, rows - i);
            for (int j = 0; j < columns; j += size) {
                int width = Math.min(size, columns - j) - 2;
                int row = i * columns + j * height;
                int end = row + width;
                while (row != end && row < a.length) {
                    a[row++] = i;
                }
            }
        }
    }
}
