package corpus;

import dev.parfor.ParallelFor;
import java.util.List;

/** Where loops stand: generic methods, nested classes, records, enums; and what their values are. */
class Types {

    // SAFE
    @ParallelFor
    static <T> void fill(T[] x, T value) {
        for (int i = 0; i < x.length; i++) {
            x[i] = value;
        }
    }

    // GUARDED
    @ParallelFor
    static <T extends Comparable<T>> void shiftGeneric(T[] x, T[] y) {
        for (int i = 1; i < x.length; i++) {
            y[i] = x[i - 1];
        }
    }

    // REFUSED PF402: compareTo may be anybody's
    @ParallelFor
    static <T extends Comparable<T>> int countSmaller(T[] x, T pivot) {
        int found = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i].compareTo(pivot) < 0) {
                found++;
            }
        }
        return found;
    }

    /** A value. */
    record Point(double x, double y) {
        Point plus(Point other) {
            return new Point(x + other.x, y + other.y());
        }
    }

    // SAFE
    @ParallelFor
    static void recordsInStep(Point[] p, Point[] q) {
        for (int i = 0; i < p.length; i++) {
            p[i] = p[i].plus(q[i]);
        }
    }

    // GUARDED
    @ParallelFor
    static void recordsShifted(Point[] p, Point[] q) {
        for (int i = 1; i < p.length; i++) {
            p[i] = q[i - 1].plus(q[i]);
        }
    }

    enum Color {
        RED,
        GREEN,
        BLUE;

        Color next() {
            return switch (this) {
                case RED -> GREEN;
                case GREEN -> BLUE;
                case BLUE -> RED;
            };
        }
    }

    // SAFE
    @ParallelFor
    static void enums(Color[] x) {
        for (int i = 0; i < x.length; i++) {
            switch (x[i]) {
                case RED -> x[i] = Color.BLUE;
                case GREEN -> x[i] = Color.RED;
                default -> x[i] = Color.GREEN;
            }
        }
    }

    static final int SIZE = 20;
    static final double HALF = 0.5;

    // SAFE
    @ParallelFor
    static void constants(double[] x) {
        for (int i = 0; i < SIZE; i++) {
            x[i] = HALF * i;
        }
    }

    /** A class in a class in a class. */
    static class Middle {
        int[] cells;

        static final class Inner {
            int[] cells;
            private int step;

            // SAFE
            @ParallelFor
            void run(int k) {
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = step + k;
                }
            }

            // SAFE
            @ParallelFor
            static void still(int[] x) {
                for (int i = 0; i < x.length; i++) {
                    x[i]--;
                }
            }
        }
    }

    /** With a type parameter of its own. */
    static class Box<T> {
        T[] content;
        int[] counts;

        Box(T[] content, int[] counts) {
            this.content = content;
            this.counts = counts;
        }

        // SAFE
        @ParallelFor
        int countNulls() {
            int found = 0;
            for (T element : content) {
                found += element == null ? 1 : 0;
            }
            return found;
        }
    }

    // SAFE
    @ParallelFor
    static void floats(float[] x, float f) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] * f - 1.5f;
        }
    }

    // SAFE
    @ParallelFor
    static void bytes(byte[] x, short[] y, char[] z) {
        for (int i = 0; i < x.length; i++) {
            x[i] += 100;
            y[i] = (short) (y[i] * x[i]);
            z[i]++;
        }
    }

    // SAFE
    @ParallelFor
    static void booleans(boolean[] x, boolean[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] ^= y[i] & i > 3;
        }
    }

    // SAFE
    @ParallelFor
    static void inferred(int[] x) {
        for (int i = 0; i < x.length; i++) {
            var twice = x[i] * 2L;
            var text = "v" + twice;
            x[i] = text.length();
        }
    }

    // SAFE
    @ParallelFor
    static int[] returnsArray(int n) {
        int[] made = new int[n];
        for (int i = 0; i < n; i++) {
            made[i] = i * i;
        }
        return made;
    }

    // SAFE
    @ParallelFor
    static void boxedCells(Integer[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] + 1;
        }
    }

    // SAFE
    @ParallelFor
    static int varargs(int... x) {
        int sum = 0;
        for (int v : x) {
            sum += v;
        }
        return sum;
    }

    // SAFE
    @ParallelFor
    protected final void instance(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = i ^ SIZE;
        }
    }

    // SAFE
    @ParallelFor
    private static void hidden(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = ~x[i];
        }
    }

    // SAFE
    @ParallelFor
    static void textBlockAndQuotes(String[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = """
                a "quoted" $L {i} \\ text""" + '"' + i;
        }
    }

    // SAFE
    @ParallelFor
    static void namesLikeOurs(int[] lo, int[] hi, int team, int from, int to) {
        for (int site = 0; site < lo.length; site++) {
            int body = lo[site] + hi[site];
            lo[site] = body + team;
        }
    }

    // SAFE
    @ParallelFor
    static void comments(int[] x) {
        for (int i = 0; /* all */ i < x.length; i++) { // one by one
            x[i] /* cell */ = i; // done
            /* nothing */
        }
    }

    // GUARDED
    @ParallelFor
    static long wideElements(long[][] x, List<String> unused) {
        long max = Long.MIN_VALUE;
        for (int i = 0; i < x.length; i++) {
            x[i][0] = i;
            max = Math.max(max, x[i][x[i].length - 1]);
        }
        return max;
    }

    /** An abstract type with two implementations. */
    abstract static class Operation {
        int[] cells;

        abstract int apply(int v);

        // GUARDED: one of the two classes sums, so the guard asks for the other one
        @ParallelFor
        void all() {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = apply(cells[i]);
            }
        }
    }

    static final class Increment extends Operation {
        @Override
        int apply(int v) {
            return v + 1;
        }
    }

    static final class Accumulate extends Operation {
        private int sum;

        @Override
        int apply(int v) {
            sum += v;
            return sum;
        }
    }

    // SAFE
    @ParallelFor
    static void exactImplementation(Increment operation, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = operation.apply(x[i]);
        }
    }

    // UNSAFE PF211: this implementation accumulates
    @ParallelFor
    static void accumulatingImplementation(Accumulate operation, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = operation.apply(x[i]);
        }
    }
}
