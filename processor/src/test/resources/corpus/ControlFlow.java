package corpus;

import dev.parfor.ParallelFor;

/** Statements of every kind in a body. */
final class ControlFlow {

    // SAFE
    @ParallelFor
    static void ifElse(int[] x) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] % 2 == 0) {
                x[i] /= 2;
            } else {
                x[i] = 3 * x[i] + 1;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void skips(int[] x) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 3) {
                continue;
            }
            x[i] = -x[i];
        }
    }

    // SAFE
    @ParallelFor
    static void skipsByLabel(int[] x, int w) {
        rows:
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < w; j++) {
                if (x[i] == j) {
                    continue rows;
                }
            }
            x[i] = -1;
        }
    }

    // SAFE
    @ParallelFor
    static void breaksInner(int[] x, int w) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < w; j++) {
                if (x[i] == j) {
                    x[i] = 100;
                    break;
                }
            }
        }
    }

    // SAFE
    @ParallelFor
    static void breaksLabelledInner(int[] x, int w) {
        for (int i = 0; i < x.length; i++) {
            int found = 0;
            search:
            for (int j = 0; j < w; j++) {
                for (int k = j; k < w; k++) {
                    if (j * k == x[i]) {
                        found = j + k;
                        break search;
                    }
                }
            }
            x[i] = found;
        }
    }

    // SAFE
    @ParallelFor
    static void breaksBlock(int[] x) {
        for (int i = 0; i < x.length; i++) {
            block:
            {
                if (x[i] > 5) {
                    break block;
                }
                x[i] = 5;
            }
            x[i]++;
        }
    }

    // SAFE
    @ParallelFor
    static void switchOld(int[] x) {
        for (int i = 0; i < x.length; i++) {
            switch (x[i] & 3) {
                case 0:
                    x[i] = 10;
                    break;
                case 1:
                    x[i] += 1;
                case 2:
                    x[i] += 2;
                    break;
                default:
                    x[i] = -1;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void switchArrow(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            switch (y[i] & 3) {
                case 0, 1 -> x[i] = 10;
                case 2 -> {
                    int t = y[i];
                    x[i] = t * t;
                }
                default -> {}
            }
        }
    }

    // SAFE
    @ParallelFor
    static void switchExpression(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = switch (x[i] & 3) {
                case 0 -> 7;
                case 1 -> {
                    int t = i + 1;
                    yield t * 2;
                }
                default -> -x[i];
            };
        }
    }

    // SAFE
    @ParallelFor
    static void continueInSwitch(int[] x) {
        for (int i = 0; i < x.length; i++) {
            switch (x[i] & 1) {
                case 0:
                    continue;
                default:
                    x[i] = 0;
            }
            x[i] += 9;
        }
    }

    // SAFE
    @ParallelFor
    static void ternaries(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] > k ? x[i] - k : x[i] < -k ? x[i] + k : 0;
        }
    }

    // SAFE
    @ParallelFor
    static void whileInside(int[] x) {
        for (int i = 0; i < x.length; i++) {
            int v = x[i];
            int bits = 0;
            while (v != 0) {
                v &= v - 1;
                bits++;
            }
            x[i] = bits;
        }
    }

    // SAFE
    @ParallelFor
    static void doWhileInside(int[] x) {
        for (int i = 0; i < x.length; i++) {
            int v = x[i] & 0xffff;
            do {
                v = v / 2 - 1;
            } while (v > 3);
            x[i] = v;
        }
    }

    // SAFE
    @ParallelFor
    static void escapeTime(int[] x, double scale) {
        for (int i = 0; i < x.length; i++) {
            double re = 0;
            double im = 0;
            int n = 0;
            for (; n < 50 && re * re + im * im < 4; n++) {
                double t = re * re - im * im + i * 0.001;
                im = 2 * re * im + 0.3;
                re = t;
            }
            x[i] = n;
        }
    }

    // SAFE
    @ParallelFor
    static void tryInside(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            try {
                x[i] = 100 / x[i];
            } catch (ArithmeticException e) {
                x[i] = -1;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void tryFinallyInside(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            try {
                x[i] = k / x[i];
            } finally {
                x[i]++;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void throwsInside(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] == k) {
                throw new IllegalStateException("at " + i);
            }
            x[i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void emptyBody(int n) {
        for (int i = 0; i < n; i++) {
            ;
        }
    }

    // SAFE
    @ParallelFor
    static void singleStatement(int[] x) {
        for (int i = 0; i < x.length; i++) x[i] = i;
    }

    // SAFE
    @ParallelFor
    static void blocksAndShadowing(int[] x) {
        for (int i = 0; i < x.length; i++) {
            {
                int t = x[i];
                x[i] = t + 1;
            }
            {
                long t = x[i] * 2L;
                x[i] = (int) t;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void conditionalAnd(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            if (i < y.length && y[i] > 0 || x[i] == 2) {
                x[i] = 1;
            }
        }
    }

    // UNSAFE PF234: only in one branch, and there carried
    @ParallelFor
    static void carriedInBranch(int[] x) {
        for (int i = 1; i < x.length; i++) {
            if (x[i] > 4) {
                x[i] = x[i - 1];
            }
        }
    }

    // SAFE
    @ParallelFor
    static void bordersApart(int[] x, int[] y, int[] z) {
        for (int i = 0; i < z.length; i++) {
            if (i == 0) {
                z[i] = 1;
            } else if (i == z.length - 1) {
                z[i] = 2;
            } else {
                z[i] = 3;
            }
        }
    }

    // UNSAFE PF201: one iteration writes, but the others read
    @ParallelFor
    static void onceWritten(int[] x) {
        for (int i = 0; i < x.length; i++) {
            if (i == 3) {
                x[0] = 77;
            }
            x[i] += x[0];
        }
    }

    // SAFE
    @ParallelFor
    static void asserts(int[] x) {
        for (int i = 0; i < x.length; i++) {
            assert i >= 0 : "negative";
            x[i] = i;
        }
    }

    // SAFE
    @ParallelFor
    static void instanceOf(Object[] x, int[] y) {
        for (int i = 0; i < y.length; i++) {
            if (x[i] instanceof Integer v && v > 2) {
                y[i] = v;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void localConstant(int[] x) {
        final int k = 5;
        for (int i = 0; i < x.length; i++) {
            final int two = 2;
            x[i] = k * two * i;
        }
    }

    // SAFE
    @ParallelFor
    static void loopAfterCode(int[] x, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n < 0");
        }
        int half = n / 2;
        for (int i = 0; i < half; i++) {
            x[i] = half;
        }
        x[0] = n;
    }

    // SAFE
    @ParallelFor
    static int loopInBranch(int[] x, boolean up) {
        int sum = 0;
        if (up) {
            for (int i = 0; i < x.length; i++) {
                sum += x[i];
            }
        } else {
            for (int i = 0; i < x.length; i++) {
                sum -= x[i];
            }
        }
        return sum;
    }

    // GUARDED
    static void loopInLoop(int[] x, int[] y) {
        for (int round = 0; round < 3; round++) {
            for (@ParallelFor int i = 1; i < x.length - 1; i++) {
                y[i] = x[i - 1] + x[i + 1];
            }
            int[] kept = x;
            x = y;
            y = kept;
        }
    }

    // SAFE
    @ParallelFor
    static void innerForEach(int[][] x, int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            int sum = 0;
            for (int[] row : x) {
                if (row != null && row.length > 0) {
                    sum ^= row.length + i;
                }
            }
            sums[i] = sum;
        }
    }

    // SAFE
    @ParallelFor
    static void forEachArray(int[] x, long[] y) {
        int k = 0;
        for (int v : x) {
            y[k] = v;
            k++;
        }
    }

    // SAFE
    @ParallelFor
    static void characters(char[] x) {
        for (int i = 0; i < x.length; i++) {
            char c = x[i];
            if (c >= 'a' && c <= 'm') {
                x[i] = (char) (c + 13);
            } else {
                x[i] -= 13;
            }
        }
    }
}
