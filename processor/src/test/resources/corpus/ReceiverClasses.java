package corpus;

import dev.parfor.ParallelFor;

/** What is known of an object's class in one of the methods that may run on it. */
final class ReceiverClasses {

    // ---- one object is of one class --------------------------------------------------------------------------------

    interface Plane {
        int get(int i);

        void set(int i, int v);
    }

    static class Packed implements Plane {
        int[] cells;

        Packed(int[] cells) {
            this.cells = cells;
        }

        @Override
        public int get(int i) {
            return cells[i];
        }

        @Override
        public void set(int i, int v) {
            cells[i] = v;
        }
    }

    /** Each cell in an array of its own. */
    static class Boxed implements Plane {
        int[][] boxes;

        Boxed(int[][] boxes) {
            this.boxes = boxes;
        }

        @Override
        public int get(int i) {
            return boxes[i][0];
        }

        @Override
        public void set(int i, int v) {
            boxes[i][0] = v;
        }
    }

    // GUARDED: the cells of the one class are not compared with the boxes of the other one
    @ParallelFor
    static void update(Plane plane, int n) {
        for (int i = 0; i < n; i++) {
            plane.set(i, plane.get(i) * 2 + 1);
        }
    }

    static class Shifted implements Shift {
        int[] cells;

        Shifted(int[] cells) {
            this.cells = cells;
        }

        @Override
        public int get(int i) {
            return cells[i + 1];
        }

        @Override
        public void set(int i, int v) {
            cells[i] = v;
        }
    }

    interface Shift {
        int get(int i);

        void set(int i, int v);
    }

    static class Unshifted implements Shift {
        int[] cells;

        Unshifted(int[] cells) {
            this.cells = cells;
        }

        @Override
        public int get(int i) {
            return cells[i];
        }

        @Override
        public void set(int i, int v) {
            cells[i] = v;
        }
    }

    // UNSAFE PF201: of one of the classes, the next iteration writes what is read
    @ParallelFor
    static void shift(Shift shift, int n) {
        for (int i = 0; i < n; i++) {
            shift.set(i, shift.get(i) + 1);
        }
    }

    // UNSAFE PF221: two objects may be of two classes, and have one array
    @ParallelFor
    static void twoObjects(Shift from, Shift to, int n) {
        for (int i = 0; i < n; i++) {
            Shift other = i % 2 == 0 ? from : to;
            to.set(i, other.get(i) + 1);
        }
    }

    // ---- several receivers -------------------------------------------------------------------------------------------

    interface Tool {
        int use(Tool other, int x);

        int turn(int x);
    }

    static class Calm implements Tool {
        @Override
        public int use(Tool other, int x) {
            return other.turn(x);
        }

        @Override
        public int turn(int x) {
            return x + 1;
        }
    }

    static class Wild implements Tool {
        int[] turns;

        Wild(int[] turns) {
            this.turns = turns;
        }

        @Override
        public int use(Tool other, int x) {
            return x;
        }

        @Override
        public int turn(int x) {
            turns[0] = turns[0] * 2 + x;
            return turns[0];
        }
    }

    // UNSAFE PF202: the one that is called is not the one that it is handed, which may be of the other class
    @ParallelFor
    static void oneOfTwoIsCalled(Tool a, Tool b, int[] x) {
        for (int i = 0; i < x.length; i++) {
            Tool tool = i % 2 == 0 ? a : b;
            x[i] = tool.use(b, x[i]);
        }
    }

    // GUARDED: the very one that it is handed
    @ParallelFor
    static void itself(Tool a, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = a.use(a, x[i]);
        }
    }

    // ---- of many classes those that call nothing ----------------------------------------------------------------------

    // GUARDED: of many classes the one that only computes
    @ParallelFor
    static void ofMany(Rule rule, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = rule.of(x[i]);
        }
    }

    interface Rule {
        int of(int x);
    }

    static class Rule1 implements Rule {
        int by;

        Rule1(int by) {
            this.by = by;
        }

        @Override
        public int of(int x) {
            return x * by;
        }
    }

    static class Rule2 extends Rule1 {
        Rule2(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 2;
        }
    }

    static class Rule3 extends Rule1 {
        Rule3(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 3;
        }
    }

    static class Rule4 extends Rule1 {
        Rule4(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 4;
        }
    }

    static class Rule5 extends Rule1 {
        Rule5(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 5;
        }
    }

    static class Rule6 extends Rule1 {
        Rule6(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 6;
        }
    }

    static class Rule7 extends Rule1 {
        Rule7(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 7;
        }
    }

    static class Rule8 extends Rule1 {
        Rule8(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 8;
        }
    }

    static class Rule9 extends Rule1 {
        Rule9(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 9;
        }
    }

    static class Rule10 extends Rule1 {
        Rule10(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 10;
        }
    }

    static class Rule11 extends Rule1 {
        Rule11(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 11;
        }
    }

    static class Rule12 extends Rule1 {
        Rule12(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 12;
        }
    }

    static class Rule13 extends Rule1 {
        Rule13(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 13;
        }
    }

    static class Rule14 extends Rule1 {
        Rule14(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 14;
        }
    }

    static class Rule15 extends Rule1 {
        Rule15(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 15;
        }
    }

    static class Rule16 extends Rule1 {
        Rule16(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 16;
        }
    }

    static class Rule17 extends Rule1 {
        Rule17(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 17;
        }
    }

    static class Rule18 extends Rule1 {
        Rule18(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 18;
        }
    }

    static class Rule19 extends Rule1 {
        Rule19(int by) {
            super(by);
        }

        @Override
        public int of(int x) {
            return super.of(x) + 19;
        }
    }
}
