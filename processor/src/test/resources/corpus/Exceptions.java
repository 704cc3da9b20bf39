package corpus;

import dev.parfor.ParallelFor;

/** Loops that may end with an exception, and who sees how far they came. */
final class Exceptions {

    // SAFE
    @ParallelFor
    static void failsInTheMiddle(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            if (i % 5 == 4 && i > x.length / 2) {
                throw new UnsupportedOperationException("iteration " + i);
            }
        }
    }

    // SAFE
    @ParallelFor
    static void failsChecked(int[] x, int k) throws java.io.IOException {
        for (int i = 0; i < x.length; i++) {
            if (i == k) {
                throw new java.io.IOException("no " + i);
            }
            x[i] = -i;
        }
    }

    // SAFE always throws
    @ParallelFor
    static void beyondTheEnd(int[] x, int[] y, int k) {
        for (int i = 0; i < x.length + 2; i++) {
            x[i] = k;
        }
    }

    // SAFE
    @ParallelFor
    static void dividesByZero(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            x[i] = k / (x[i] - 3);
        }
    }

    // SAFE
    @ParallelFor
    static void nullElements(String[] x, int[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i].length();
        }
    }

    // SAFE
    @ParallelFor
    static int failsInReduction(int[] x) {
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += 60 / (x[i] - 1);
        }
        return sum;
    }

    // UNSAFE PF110: the handler sees how far the loop came
    @ParallelFor
    static int handlerReads(int[] x, int k) {
        int done = 0;
        try {
            for (int i = 0; i < x.length; i++) {
                x[i] = k / (x[i] - 3);
                done++;
            }
        } catch (ArithmeticException e) {
            return x[x.length - 1] * 1000 + done;
        }
        return -1;
    }

    // UNSAFE PF110: after the handler the method goes on with what the loop has written
    @ParallelFor
    static int goesOnAfterHandler(int[] x, int k) {
        try {
            for (int i = 0; i < x.length; i++) {
                x[i] = k / (x[i] - 3);
            }
        } catch (ArithmeticException e) {
            k = 0;
        }
        int sum = k;
        for (int v : x) {
            sum += v;
        }
        return sum;
    }

    // UNSAFE PF110: a finally block
    @ParallelFor
    static void finallyReads(int[] x, int k) {
        try {
            for (int i = 0; i < x.length - 1; i++) {
                x[i] = k / (x[i] - 3);
            }
        } finally {
            x[x.length - 1] = x[0] + x[x.length / 2];
        }
    }

    static int seen;

    static final class Watching implements AutoCloseable {
        private final int[] x;

        Watching(int[] x) {
            this.x = x;
        }

        @Override
        public void close() {
            seen = x.length == 0 ? 0 : x[x.length - 1];
        }
    }

    // UNSAFE PF110: a resource that looks at what the loop has written
    @ParallelFor
    static void watched(int[] x, int k) {
        try (Watching watching = new Watching(x)) {
            for (int i = 0; i < x.length; i++) {
                x[i] = k / (x[i] - 3);
            }
        }
    }

    // UNSAFE PF110: closed by itself, and it looks all the same
    @ParallelFor
    static void closedByHand(int[] x, int k) {
        Watching watching = new Watching(x);
        try {
            for (int i = 0; i < x.length; i++) {
                x[i] = k / (x[i] - 3);
            }
        } finally {
            watching.close();
        }
    }

    // SAFE: nobody looks before the method ends
    @ParallelFor
    static void resource(int[] x, int k) {
        try (java.io.StringReader in = new java.io.StringReader("a")) {
            for (int i = 0; i < x.length; i++) {
                x[i] = k / (x[i] - 3);
            }
        }
    }

    // SAFE
    @ParallelFor
    static void outOfHelper(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            x[i] = require(x[i], k);
        }
    }

    private static int require(int v, int k) {
        if (v == k) {
            throw new IllegalArgumentException("found " + v);
        }
        return v + 1;
    }

    // SAFE
    @ParallelFor
    static void negativeSizes(int[] x) {
        for (int i = 0; i < x.length; i++) {
            int[] fresh = new int[(x[i] & 63) - 1];
            x[i] = fresh.length;
        }
    }

    // SAFE always throws
    @ParallelFor
    static void wrongCasts(Object[] x, int[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = ((String) x[i]).length();
        }
    }
}
