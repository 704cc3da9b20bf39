package corpus;

import dev.parfor.ParallelFor;

/** What a check before the loop would have to name, and what generated code cannot: private classes behind methods that the loop calls. */
final class HiddenTypes {

    private static int calls;

    private static class Scale {
        int of(int x) {
            return 2 * x;
        }

        static Scale make(boolean odd) {
            return odd
                    ? new Scale() {
                        @Override
                        int of(int x) {
                            return calls++;
                        }
                    }
                    : new Scale();
        }
    }

    static final class Scaled {
        private final Scale scale;
        private final Scale[] all;

        Scaled(boolean odd) {
            scale = Scale.make(odd);
            all = new Scale[] {scale, scale};
        }

        int of(int x) {
            return scale.of(x);
        }

        int ofAny(int x) {
            return all[x & 1].of(x);
        }
    }

    private static final class Node {
        final int[] cells = new int[400];
    }

    static class Shown {
        final int[] cells = new int[400];
    }

    static final class Store {
        private final Node node = new Node();
        private final Shown shown = new Shown();

        int hidden(int i) {
            return node.cells[i];
        }

        int seen(int i) {
            return shown.cells[i];
        }
    }

    // REFUSED PF821: which class it is would have to be asked
    @ParallelFor
    static void scaled(int[] x, boolean odd) {
        Scaled scaled = new Scaled(odd);
        for (int i = 0; i < x.length; i++) {
            x[i] = scaled.of(i);
        }
    }

    // REFUSED PF821: the same of each element of an array
    @ParallelFor
    static void scaledByAny(int[] x, boolean odd) {
        Scaled scaled = new Scaled(odd);
        for (int i = 0; i < x.length; i++) {
            x[i] = scaled.ofAny(i);
        }
    }

    // REFUSED PF821: whether its array is another one would have to be asked
    @ParallelFor
    static void hidden(int[] x) {
        Store store = new Store();
        for (int i = 1; i < x.length; i++) {
            x[i - 1] = store.hidden(i) + i;
        }
    }

    // GUARDED a class that can be named
    @ParallelFor
    static void seen(int[] x) {
        Store store = new Store();
        for (int i = 1; i < x.length; i++) {
            x[i - 1] = store.seen(i) + i;
        }
    }

    // UNSAFE PF211: counted
    @ParallelFor
    static void counted(int[] x) {
        for (int i = 0; i < x.length; i++) {
            calls++;
            x[i] = calls;
        }
    }
}
