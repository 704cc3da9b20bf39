package corpus;

import dev.parfor.ParallelFor;

/** Work parted by hand: what one iteration does depends on a choice that it makes first. */
final class Parts {

    // GUARDED: the last part takes the rest
    @ParallelFor
    static void lastTakesTheRest(double[] a, int parts) {
        parts &= 63;
        int size = a.length / parts;
        for (int p = 0; p < parts; p++) {
            int lo = p * size;
            int hi = p == parts - 1 ? a.length : lo + size;
            for (int k = lo; k < hi; k++) {
                a[k] = Math.sqrt(a[k]);
            }
        }
    }

    // GUARDED: the size is given
    @ParallelFor
    static void givenSize(int[] a, int n, int parts, int size) {
        parts &= 63;
        for (int p = 0; p < parts; p++) {
            int lo = p * size;
            int hi = (p == parts - 1) ? n : (p + 1) * size;
            for (int k = lo; k < hi; k++) {
                a[k] = a[k] * 3 + k;
            }
        }
    }

    // GUARDED: an if
    @ParallelFor
    static void laterChanged(int[] a, int parts) {
        parts &= 63;
        int size = a.length / parts;
        for (int p = 0; p < parts; p++) {
            int lo = p * size;
            int hi = lo + size;
            if (p == parts - 1) {
                hi = a.length;
            }
            for (int k = lo; k < hi; k++) {
                a[k] = a[k] * 3 + k;
            }
        }
    }

    // GUARDED: assigned in both branches
    @ParallelFor
    static void assignedInBranches(int[] a, int parts) {
        parts &= 63;
        int size = a.length / parts;
        for (int p = 0; p < parts; p++) {
            final int hi;
            if (p < parts - 1) {
                hi = (p + 1) * size;
            } else {
                hi = a.length;
            }
            for (int k = p * size; k < hi; k++) {
                a[k] = a[k] * 3 + k;
            }
        }
    }

    // GUARDED: how many instead of how far
    @ParallelFor
    static void counted(int[] a, int parts) {
        parts &= 63;
        int size = a.length / parts;
        for (int p = 0; p < parts; p++) {
            int lo = p * size;
            int count = p < parts - 1 ? size : a.length - lo;
            for (int k = 0; k < count; k++) {
                a[lo + k] = a[lo + k] * 3 + k;
            }
        }
    }

    // GUARDED: the first parts have one more
    @ParallelFor
    static void oneMoreInTheFirst(int[] a, int parts) {
        parts &= 63;
        int size = a.length / parts;
        int rest = a.length % parts;
        for (int p = 0; p < parts; p++) {
            int lo = p * size + Math.min(p, rest);
            int hi = lo + size + (p < rest ? 1 : 0);
            for (int k = lo; k < hi; k++) {
                a[k] = a[k] * 3 + k;
            }
        }
    }

    // GUARDED: rows of a matrix
    @ParallelFor
    static void rows(int[][] a, int columns, int parts) {
        parts &= 63;
        int size = a.length / parts;
        for (int p = 0; p < parts; p++) {
            int first = p * size;
            int last = (p == parts - 1) ? a.length : first + size;
            for (int r = first; r < last; r++) {
                for (int c = 0; c < columns; c++) {
                    a[r][c] = a[r][c] * 5 + c;
                }
            }
        }
    }

    // GUARDED: rows of a matrix in one array
    @ParallelFor
    static void rowsInOne(int[] a, int rows, int columns, int parts) {
        parts &= 63;
        int size = rows / parts;
        for (int p = 0; p < parts; p++) {
            int first = p * size;
            int last = (p == parts - 1) ? rows : first + size;
            for (int r = first; r < last; r++) {
                for (int c = 0; c < columns; c++) {
                    a[r * columns + c] = a[r * columns + c] * 5 + c;
                }
            }
        }
    }

    // GUARDED: a part of the result is a sum, which is in both branches of what is judged
    @ParallelFor
    static long withSum(int[] a, int parts) {
        parts &= 63;
        int size = a.length / parts;
        long sum = 0;
        for (int p = 0; p < parts; p++) {
            int hi = p == parts - 1 ? a.length : (p + 1) * size;
            for (int k = p * size; k < hi; k++) {
                a[k] = a[k] * 3 + k;
                sum += a[k];
            }
        }
        return sum;
    }

    // GUARDED: the last part may begin too early for the one before it, which the check before the loop excludes
    @ParallelFor
    static void otherPartTakesTheRest(int[] a, int n, int parts, int size) {
        parts &= 63;
        for (int p = 0; p < parts; p++) {
            int lo = p * size;
            int hi = p == parts - 2 ? n : lo + size;
            for (int k = lo; k < hi; k++) {
                a[k] = a[k] * 3 + k;
            }
        }
    }

    // GUARDED: the first part may take all, if it does not the others are apart
    @ParallelFor
    static void firstTakesTheRest(int[] a, int n, int parts, int size) {
        parts &= 63;
        for (int p = 0; p < parts; p++) {
            int lo = p * size;
            int hi = p == 0 ? n : lo + size;
            for (int k = lo; k < hi; k++) {
                a[k] = a[k] * 3 + k;
            }
        }
    }

    // GUARDED: there is one part more than that, which the check before the loop sees to
    @ParallelFor
    static void oneTooMany(int[] a, int n, int parts, int size) {
        parts &= 63;
        for (int p = 0; p <= parts; p++) {
            int lo = p * size;
            int hi = p == parts - 1 ? n : lo + size;
            for (int k = lo; k < hi; k++) {
                a[k] = a[k] * 3 + k;
            }
        }
    }

    // UNSAFE PF232: parts overlap by one
    @ParallelFor
    static void overlapping(int[] a, int n, int parts, int size) {
        parts &= 63;
        for (int p = 0; p < parts; p++) {
            int lo = p * size;
            int hi = p == parts - 1 ? n : lo + size + 1;
            for (int k = lo; k < hi; k++) {
                a[k] = a[k] * 3 + k;
            }
        }
    }

    // UNSAFE PF232: the beginning of each part but the first is in the one before it
    @ParallelFor
    static void beginsEarly(int[] a, int n, int parts, int size) {
        parts &= 63;
        for (int p = 0; p < parts; p++) {
            int lo = p == 0 ? 0 : p * size - 1;
            int hi = p == parts - 1 ? n : p * size + size;
            for (int k = lo; k < hi; k++) {
                a[k] = a[k] * 3 + k;
            }
        }
    }

    // GUARDED: the greater of the two, which must be that of the part itself
    @ParallelFor
    static void atLeast(int[] a, int n, int parts, int size) {
        parts &= 63;
        for (int p = 0; p < parts; p++) {
            int lo = p * size;
            int hi = Math.max(n, lo + size);
            for (int k = lo; k < hi; k++) {
                a[k] = a[k] * 3 + k;
            }
        }
    }

    // UNSAFE PF231: all parts have one more, but begin as if only the first ones had
    @ParallelFor
    static void oneMoreInAll(int[] a, int n, int parts) {
        parts &= 63;
        int size = n / parts;
        int rest = n % parts;
        for (int p = 0; p < parts; p++) {
            int lo = p * size + Math.min(p, rest);
            int hi = lo + size + (p <= rest ? 1 : 0) + 1;
            for (int k = lo; k < hi; k++) {
                a[k] = a[k] * 3 + k;
            }
        }
    }

    // UNSAFE PF232: the number of parts changes on the way
    @ParallelFor
    static void changingNumber(int[] a, int[] parts, int n, int size) {
        for (int p = 0; p < n; p++) {
            int lo = p * size;
            int hi = p == parts[0] - 1 ? a.length : lo + size;
            for (int k = lo; k < hi; k++) {
                a[k] = a[k] * 3 + k;
                parts[0] = k;
            }
        }
    }

    // UNSAFE PF231: the data chooses the place
    @ParallelFor
    static void chosenByData(int[] a, int[] b, int n) {
        for (int p = 0; p < Math.min(a.length, b.length) - 1; p++) {
            int at = b[p] > 0 ? p : p + 1;
            a[at] = a[at] * 3 + p;
        }
    }

    // GUARDED: the data chooses between two cells that no other iteration has
    @ParallelFor
    static void oneOfTwo(int[] a, int[] b) {
        for (int p = 0; p < Math.min(a.length / 2, b.length); p++) {
            int at = b[p] > 0 ? 2 * p : 2 * p + 1;
            a[at] = a[at] * 3 + p;
        }
    }

    // UNSAFE PF301: the choice is the sum itself
    @ParallelFor
    static int sumChooses(int[] a, int n) {
        int sum = 0;
        for (int p = 0; p < n; p++) {
            int at = sum > 100 ? p : p + 1;
            a[at] = a[at] * 3 + p;
            sum += a[p];
        }
        return sum;
    }
}
