package corpus;

import dev.parfor.ParallelFor;
import java.util.List;

/** Calls of which the class of the receiver decides what runs: one of several in sight, or all that there can be. */
final class Dispatch {

    // ---- several implementations in sight, one receiver for all iterations ------------------------------------------

    interface Kernel {
        int apply(int v);
    }

    static class Square implements Kernel {
        @Override
        public int apply(int v) {
            return v * v;
        }
    }

    static class Offset implements Kernel {
        final int by;

        Offset(int by) {
            this.by = by;
        }

        @Override
        public int apply(int v) {
            return v + by;
        }
    }

    static class Table implements Kernel {
        private final int[] values;

        Table(int[] values) {
            this.values = values;
        }

        @Override
        public int apply(int v) {
            return values[(v & 0x7FFFFFFF) % (values.length + 1)];
        }
    }

    // GUARDED: one of three classes, and the table of the third is not what is written
    @ParallelFor
    static void oneOfThree(Kernel kernel, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = kernel.apply(x[i]);
        }
    }

    interface Counter {
        int next(int v);
    }

    static class Plain implements Counter {
        @Override
        public int next(int v) {
            return v + 1;
        }
    }

    static class Numbering implements Counter {
        int numbers;

        @Override
        public int next(int v) {
            return v + ++numbers;
        }
    }

    // GUARDED: one of the two counts its calls, so the guard asks for the other one
    @ParallelFor
    static void oneOfTwoCounts(Counter counter, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = counter.next(x[i]);
        }
    }

    interface Offsets {
        int[] cells();

        int shift();
    }

    static class Near implements Offsets {
        private final int[] cells;

        Near(int[] cells) {
            this.cells = cells;
        }

        @Override
        public int[] cells() {
            return cells;
        }

        @Override
        public int shift() {
            return 0;
        }
    }

    static class Far implements Offsets {
        private final int[] cells;
        private int shift;

        Far(int[] cells, int shift) {
            this.cells = cells;
            this.shift = shift;
        }

        @Override
        public int[] cells() {
            return cells;
        }

        @Override
        public int shift() {
            return shift;
        }
    }

    // UNSAFE PF221: the two are one array, and how far apart they are accessed depends on the class
    @ParallelFor
    static void resultDependsOnClass(Offsets offsets, int n) {
        for (int i = 0; i < Math.min(n, offsets.cells().length - 1); i++) {
            offsets.cells()[i] = offsets.cells()[i + 1];
        }
    }

    // GUARDED: the arrays of both classes are not the one that is written
    @ParallelFor
    static void readsArrayOfEither(Offsets offsets, int[] out) {
        for (int i = 0; i < out.length; i++) {
            int[] in = offsets.cells();
            out[i] = in.length > i + 1 ? in[i + 1] + offsets.shift() : 0;
        }
    }

    // ---- elements of an array ---------------------------------------------------------------------------------------

    static class Ball {
        double x;
        double v;

        Ball(double x, double v) {
            this.x = x;
            this.v = v;
        }

        double speed() {
            return v * 0.5;
        }

        void move(double dt) {
            x += speed() * dt;
        }
    }

    static class Heavy extends Ball {
        static double moved;

        Heavy(double x, double v) {
            super(x, v);
        }

        @Override
        void move(double dt) {
            moved += dt;
        }
    }

    static void reset() {
        Heavy.moved = 0;
    }

    // GUARDED: no class of a ball has its own `move`, or its own `speed`
    @ParallelFor
    static void methodsOfElements(Ball[] balls, double dt) {
        for (int i = 0; i < balls.length; i++) {
            if (balls[i] != null) {
                balls[i].move(dt);
            }
        }
    }

    // GUARDED: likewise of a list
    @ParallelFor
    static void methodsOfListElements(List<Ball> balls, double[] out) {
        for (int i = 0; i < Math.min(out.length, balls.size()); i++) {
            out[i] = balls.get(i).speed();
        }
    }

    // UNSAFE PF402: what runs on an object out of a field that the loop writes
    @ParallelFor
    static void elementIsReplaced(Ball[] balls, Ball other, double[] out) {
        for (int i = 0; i < Math.min(out.length, balls.length) - 1; i++) {
            balls[i] = other;
            out[i] = balls[i + 1].speed();
        }
    }

    // GUARDED: the table of one of them may be `x`
    @ParallelFor
    static void elementsWithArrays(Kernel[] kernels, int[] x) {
        for (int i = 0; i < Math.min(x.length, kernels.length); i++) {
            x[i] = kernels[i] == null ? 0 : kernels[i].apply(x[i]);
        }
    }

    interface Step {
        int from(int v);
    }

    static class Up implements Step {
        int by;

        Up(int by) {
            this.by = by;
        }

        @Override
        public int from(int v) {
            return v + by;
        }
    }

    static class Around implements Step {
        private int centre;

        Around(int centre) {
            this.centre = centre;
        }

        @Override
        public int from(int v) {
            return 2 * centre - v;
        }
    }

    static class Last implements Step {
        static int last;

        @Override
        public int from(int v) {
            return v - 1;
        }

        static Step told() {
            return v -> ++last;
        }
    }

    // GUARDED: elements of several classes
    @ParallelFor
    static void elementsOfSeveralClasses(Step[] steps, int[] x) {
        for (int i = 0; i < Math.min(x.length, steps.length); i++) {
            x[i] = steps[i] == null ? 0 : steps[i].from(x[i]);
        }
    }

    interface Gauge {
        int next(int v);
    }

    static class Rising implements Gauge {
        int numbers;

        @Override
        public int next(int v) {
            return v + ++numbers;
        }
    }

    static class Falling implements Gauge {
        int numbers;

        @Override
        public int next(int v) {
            return v - ++numbers;
        }
    }

    // UNSAFE PF212: elements that count; one may be there twice, and no guard is tried for two classes
    @ParallelFor
    static void elementsThatCount(Gauge[] gauges, Gauge first, int[] x) {
        for (int i = 0; i < Math.min(x.length, gauges.length); i++) {
            x[i] = first.next(i) + (gauges[i] == null ? 0 : gauges[i].next(x[i]));
        }
    }

    static class Wheel {
        private final Ball hub;

        Wheel(Ball hub) {
            this.hub = hub;
        }
    }

    // GUARDED: what the fields of the elements hold
    @ParallelFor
    static void fieldsOfElements(Wheel[] wheels, double[] out) {
        for (int i = 0; i < Math.min(out.length, wheels.length); i++) {
            if (wheels[i] != null && wheels[i].hub != null) {
                out[i] = wheels[i].hub.speed();
            }
        }
    }

    // GUARDED: rows of objects
    @ParallelFor
    static void rowsOfObjects(Step[][] rows, int[] x) {
        for (int i = 0; i < Math.min(x.length, rows.length); i++) {
            for (int j = 0; j < rows[i].length; j++) {
                if (rows[i][j] != null) {
                    x[i] = rows[i][j].from(x[i]);
                }
            }
        }
    }

    // ---- a class that has the method of its superclass --------------------------------------------------------------

    abstract static class Access {
        abstract int get(int i);

        int first() {
            return get(0);
        }
    }

    static class Cells extends Access {
        int[] cells;

        Cells(int[] cells) {
            this.cells = cells;
        }

        @Override
        int get(int i) {
            return i < cells.length ? cells[i] : -1;
        }
    }

    static class Shifted extends Cells {
        Shifted(int[] cells) {
            super(cells);
        }

        @Override
        int get(int i) {
            cells[0]++;
            return super.get(i + 1);
        }
    }

    // GUARDED: `first` calls the `get` of the class that the object is of
    @ParallelFor
    static void templateMethod(Cells cells, int[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = cells.first() + cells.get(i);
        }
    }

    // ---- what the header asks ---------------------------------------------------------------------------------------

    static class Zero {
        int first() {
            return 0;
        }
    }

    static class Below extends Zero {
        @Override
        int first() {
            return -3;
        }
    }

    // GUARDED: that the squares differ rests on where the loop starts
    @ParallelFor
    static void startOfAnObject(Zero zero, int n, int[] x) {
        for (int i = zero.first(); i < Math.min(n, 20); i++) {
            if (i * i < x.length) {
                x[i * i] = i;
            }
        }
    }

    static class Tone {
        private Tone() {}

        int colour() {
            return 3;
        }
    }

    static int changes;

    static Object outOfSight() {
        return new Object() {
            final class Inner extends Tone {
                @Override
                int colour() {
                    return ++changes;
                }
            }
        };
    }

    // GUARDED: a class inside of one without a name extends it
    @ParallelFor
    static void extendedOutOfSight(Tone tone, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = tone.colour();
        }
    }

    static class Shade {
        private Shade() {}

        int colour() {
            return 3;
        }
    }

    // SAFE: nothing extends it, nor can
    @ParallelFor
    static void extendedByNothing(Shade shade, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = shade.colour();
        }
    }
}
