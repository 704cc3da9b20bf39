package corpus;

import dev.parfor.ParallelFor;

/** Methods called from a loop: their effects count as the body's own. */
final class Calls {

    static double square(double v) {
        return v * v;
    }

    // SAFE
    @ParallelFor
    static void pureHelper(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = square(x[i]) + square(i);
        }
    }

    // SAFE
    @ParallelFor
    static void mathematics(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.sqrt(Math.abs(x[i])) + Math.sin(x[i]) * Math.max(x[i], 0);
        }
    }

    private static int secret(int v) {
        return v ^ 0x55;
    }

    // SAFE
    @ParallelFor
    static void privateHelper(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = secret(x[i]);
        }
    }

    static void put(int[] into, int at, int value) {
        into[at] = value;
    }

    // SAFE
    @ParallelFor
    static void writesThroughHelper(int[] x) {
        for (int i = 0; i < x.length; i++) {
            put(x, i, 3 * i);
        }
    }

    // UNSAFE PF201: the helper writes the next iteration's cell
    @ParallelFor
    static void writesThroughHelperMeets(int[] x) {
        for (int i = 0; i < x.length - 1; i++) {
            put(x, i + 1, x[i] + 1);
        }
    }

    static int get(int[] from, int at) {
        return from[at];
    }

    // UNSAFE PF201: the helper reads the cell before
    @ParallelFor
    static void readsThroughHelperMeets(int[] x) {
        for (int i = 1; i < x.length; i++) {
            x[i] = get(x, i - 1) + get(x, i);
        }
    }

    // GUARDED
    @ParallelFor
    static void readsThroughHelper(int[] x, int[] y) {
        for (int i = 1; i < x.length; i++) {
            y[i] = get(x, i - 1) + get(x, i);
        }
    }

    static void fillRow(int[] x, int from, int to, int value) {
        for (int i = from; i < to; i++) {
            x[i] = value;
        }
    }

    // GUARDED
    @ParallelFor
    static void helperWritesRegion(int[] x, int w, int h) {
        for (int y = 0; y < h; y++) {
            fillRow(x, y * w, (y + 1) * w, y);
        }
    }

    // SAFE
    @ParallelFor
    static void helperWritesRegionOfEight(int[] x) {
        for (int b = 0; b < x.length / 8; b++) {
            fillRow(x, 8 * b, 8 * b + 8, b);
        }
    }

    // UNSAFE PF202: regions of nine at a stride of eight
    @ParallelFor
    static void helperRegionsOverlap(int[] x) {
        for (int b = 0; b < x.length / 8 - 1; b++) {
            fillRow(x, 8 * b, 8 * b + 9, b);
        }
    }

    static void reverse(int[] row) {
        for (int i = 0, j = row.length - 1; i < j; i++, j--) {
            int kept = row[i];
            row[i] = row[j];
            row[j] = kept;
        }
    }

    // GUARDED
    @ParallelFor
    static void helperOnRow(int[][] x) {
        for (int i = 0; i < x.length; i++) {
            reverse(x[i]);
        }
    }

    static int calls;

    static int counted(int v) {
        calls++;
        return v + 1;
    }

    static void reset() {
        calls = 0;
        lastSeen = 0;
        table = new int[] {3, 1, 4, 1, 5};
    }

    // UNSAFE PF211: the helper counts its calls in a static field
    @ParallelFor
    static void helperCounts(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = counted(x[i]);
        }
    }

    static int lastSeen;

    static int remembered(int v) {
        int before = lastSeen;
        lastSeen = v;
        return before;
    }

    // UNSAFE PF211: returns what the call before left
    @ParallelFor
    static void helperRemembers(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = remembered(x[i]);
        }
    }

    static int[] table = {3, 1, 4, 1, 5};

    static int lookup(int v) {
        return table[v % 5];
    }

    // GUARDED
    @ParallelFor
    static void helperReadsStaticTable(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = lookup(i);
        }
    }

    // UNSAFE PF411: output in order
    @ParallelFor
    static void prints(int[] x) {
        for (int i = 0; i < x.length; i++) {
            System.err.print("");
            x[i] = i;
        }
    }

    // REFUSED PF411: the clock
    @ParallelFor
    static void readsClock(long[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = System.nanoTime() * 0;
        }
    }

    // UNSAFE PF414: one generator for all
    @ParallelFor
    static void sharedRandom(int[] x, java.util.Random random) {
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextInt(100);
        }
    }

    // SAFE
    @ParallelFor
    static void ownRandom(int[] x, int seed) {
        for (int i = 0; i < x.length; i++) {
            java.util.Random random = new java.util.Random(seed + i);
            x[i] = random.nextInt(100);
        }
    }

    // UNSAFE PF414: numbers drawn from one source
    @ParallelFor
    static void mathRandom(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = (int) (Math.random() * 0);
        }
    }

    interface Shape {
        double area(double scale);
    }

    static final class Square implements Shape {
        private double side;

        @Override
        public double area(double scale) {
            return side * side * scale;
        }
    }

    static final class Counting implements Shape {
        private int asked;

        @Override
        public double area(double scale) {
            return ++asked * scale;
        }
    }

    // GUARDED: one implementation counts its calls, so the guard asks for the other one
    @ParallelFor
    static void virtualCall(Shape shape, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = shape.area(x[i]);
        }
    }

    // SAFE
    @ParallelFor
    static void finalClassCall(Square shape, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = shape.area(x[i]);
        }
    }

    // UNSAFE PF211: every call writes a field of one object
    @ParallelFor
    static void finalClassCounts(Counting shape, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = shape.area(x[i]);
        }
    }

    static class Filter {
        protected int taps = 3;

        int at(int v) {
            return v * taps;
        }
    }

    static class Remembering extends Filter {
        private int last;

        @Override
        int at(int v) {
            int kept = last;
            last = v;
            return kept;
        }
    }

    // GUARDED
    @ParallelFor
    static void overridable(Filter filter, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = filter.at(x[i]);
        }
    }

    static void swap(int[] x, int i, int j) {
        int kept = x[i];
        x[i] = x[j];
        x[j] = kept;
    }

    // SAFE
    @ParallelFor
    static void swapNeighbours(int[] x) {
        for (int i = 0; i + 1 < x.length; i += 2) {
            swap(x, i, i + 1);
        }
    }

    // SAFE
    @ParallelFor
    static void swapHalves(int[] x) {
        for (int i = 0; i < x.length / 2 * 2 - 1; i += 2) {
            swap(x, i, i + 1);
        }
    }

    // UNSAFE PF234: bubble sort's inner loop
    @ParallelFor
    static void bubble(int[] x) {
        for (int i = 0; i < x.length - 1; i++) {
            if (x[i] > x[i + 1]) {
                swap(x, i, i + 1);
            }
        }
    }

    static int[] pair(int a, int b) {
        return new int[] {a, b};
    }

    // SAFE
    @ParallelFor
    static void helperMakesArray(int[] x) {
        for (int i = 0; i < x.length; i++) {
            int[] p = pair(i, x[i]);
            p[0] += p[1];
            x[i] = p[0];
        }
    }

    static int[] same(int[] x) {
        return x;
    }

    // UNSAFE PF201: the helper hands its argument back
    @ParallelFor
    static void helperReturnsArgument(int[] x) {
        for (int i = 1; i < x.length; i++) {
            same(x)[i] = x[i - 1] + 1;
        }
    }

    static int checked(int[] x, int i) {
        if (i < 0 || i >= x.length) {
            throw new IllegalArgumentException("no " + i);
        }
        return x[i];
    }

    // SAFE
    @ParallelFor
    static void helperThrows(int[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = checked(x, i) + 1;
        }
    }

    // SAFE
    @ParallelFor
    static void arraysFill(int[] x) {
        for (int b = 0; b < x.length / 4; b++) {
            java.util.Arrays.fill(x, 4 * b, 4 * b + 4, b);
        }
    }

    // GUARDED
    @ParallelFor
    static void copiesRows(int[] from, int[] into, int w, int h) {
        for (int y = 0; y < h; y++) {
            System.arraycopy(from, y * w, into, y * w, w);
        }
    }

    // UNSAFE PF232: the row before is copied
    @ParallelFor
    static void copiesRowsDown(int[] x, int w, int h) {
        for (int y = 1; y < h; y++) {
            System.arraycopy(x, (y - 1) * w, x, y * w, w);
        }
    }

    // GUARDED
    @ParallelFor
    static void sortsRows(int[][] x) {
        for (int i = 0; i < x.length; i++) {
            java.util.Arrays.sort(x[i]);
        }
    }

    static int sumOf(int... values) {
        int sum = 0;
        for (int v : values) {
            sum += v;
        }
        return sum;
    }

    // SAFE
    @ParallelFor
    static void varargs(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = sumOf(i, x[i], 1);
        }
    }

    static int deep1(int v) {
        return deep2(v) + 1;
    }

    static int deep2(int v) {
        return deep3(v) + 1;
    }

    static int deep3(int v) {
        return secret(v) + 1;
    }

    // SAFE
    @ParallelFor
    static void chainOfHelpers(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = deep1(x[i]);
        }
    }

    // SAFE
    @ParallelFor
    static void strings(String[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] = "n" + y[i] + x[i].length();
        }
    }

    // SAFE
    @ParallelFor
    static void parses(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Integer.parseInt(Integer.toString(x[i])) + Integer.bitCount(i);
        }
    }

    // UNSAFE PF401: loads code and does who knows what
    @ParallelFor
    static void unknownLibrary(int[] x, java.lang.reflect.Method method) throws Exception {
        for (int i = 0; i < x.length; i++) {
            x[i] = (Integer) method.invoke(null, x[i]);
        }
    }

    // UNSAFE PF402: some numbers change, and no object is of the class itself
    @ParallelFor
    static void numberOfAnyClass(Number b, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += b.doubleValue();
        }
    }
}
