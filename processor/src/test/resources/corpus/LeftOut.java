package corpus;

import dev.parfor.ParallelFor;

/** Classes in sight that are left out of a guard, because what they do would stand in the way. */
final class LeftOut {

    interface Scale {
        double at(int x);

        double change(int x);
    }

    static class Linear implements Scale {
        final double by;

        Linear(double by) {
            this.by = by;
        }

        @Override
        public double at(int x) {
            return by * x;
        }

        @Override
        public double change(int x) {
            return by;
        }
    }

    /** Remembers the last one. */
    static class Remembering implements Scale {
        double last;

        @Override
        public double at(int x) {
            last = last / 2 + x;
            return last;
        }

        @Override
        public double change(int x) {
            return x;
        }
    }

    /** Prints. */
    static class Talking implements Scale {
        @Override
        public double at(int x) {
            System.err.print("");
            return x;
        }

        @Override
        public double change(int x) {
            System.err.print("");
            return -x;
        }
    }

    // GUARDED: two of three are left out
    @ParallelFor
    static void one(Scale scale, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = scale.at(i);
        }
    }

    // GUARDED: each call leaves out what it must; the guards of both hold of one class
    @ParallelFor
    static void twoCalls(Scale scale, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = scale.change(i) + scale.at(i);
        }
    }

    // GUARDED: one is left out
    @ParallelFor
    static void harmlessInTwo(Scale scale, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = scale.change(i);
        }
    }

    // GUARDED: deeper calls leave out as well
    @ParallelFor
    static void deeper(Holder holder, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = holder.get(i);
        }
    }

    interface Holder {
        double get(int x);
    }

    static class Through implements Holder {
        private final Scale scale;

        Through(Scale scale) {
            this.scale = scale;
        }

        @Override
        public double get(int x) {
            return scale.at(x);
        }
    }

    static class Fixed implements Holder {
        @Override
        public double get(int x) {
            return 1;
        }
    }

    // UNSAFE PF401: the very class is known, and no guess to leave out
    @ParallelFor
    static void known(Scale other, double[] y) {
        Scale talking = new Talking();
        for (int i = 0; i < y.length; i++) {
            Scale scale = i > 2 ? new Talking() : other;
            y[i] = scale.at(i);
        }
    }

    interface Writer {
        int write(int x);
    }

    static class First implements Writer {
        int n;

        @Override
        public int write(int x) {
            n = n * 2 + x;
            return n;
        }
    }

    static class Second implements Writer {
        static int n;

        @Override
        public int write(int x) {
            n = n * 3 + x;
            return n;
        }
    }

    static void reset() {
        Second.n = 0;
    }

    // UNSAFE PF211: none can stay
    @ParallelFor
    static void allWrite(Writer writer, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = writer.write(x[i]);
        }
    }

    interface Cells {
        void put(int[] cells, int at, int v);
    }

    static class Here implements Cells {
        @Override
        public void put(int[] cells, int at, int v) {
            cells[at] = v;
        }
    }

    static class Beside implements Cells {
        @Override
        public void put(int[] cells, int at, int v) {
            cells[at + 1] = v;
        }
    }

    // UNSAFE PF201: a class that writes cells is not left out; what it writes decides
    @ParallelFor
    static void cells(Cells cells, int[] x) {
        for (int i = 0; i < x.length - 1; i++) {
            cells.put(x, i, x[i] * 2);
        }
    }

    // ---- what a class comes to is not known --------------------------------------------------------------------------

    interface Source {
        int at(int i);
    }

    static class Direct implements Source {
        int[] cells;

        Direct(int[] cells) {
            this.cells = cells;
        }

        @Override
        public int at(int i) {
            return cells[i];
        }
    }

    static class Link {
        int[] cells;
        Link next;

        Link(int[] cells) {
            this.cells = cells;
        }
    }

    static Link last(Link first) {
        Link link = first;
        for (int k = 0; k < 3 && link.next != null; k++) {
            link = link.next;
        }
        return link;
    }

    static class Linked implements Source {
        Link first;

        Linked(Link first) {
            this.first = first;
        }

        @Override
        public int at(int i) {
            return last(first).cells[i];
        }
    }

    // GUARDED: the cells of some link may be what is written, so that the guard asks for the other class
    @ParallelFor
    static void reversed(Source source, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = source.at(x.length - 1 - i);
        }
    }

    interface Rows {
        int at(int i);
    }

    static class LinkedRows implements Rows {
        Link first;

        LinkedRows(Link first) {
            this.first = first;
        }

        @Override
        public int at(int i) {
            return last(first).cells[i];
        }
    }

    // UNSAFE PF221: there is no other class
    @ParallelFor
    static void cellsOfLink(Rows rows, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = rows.at(x.length - 1 - i);
        }
    }
}
