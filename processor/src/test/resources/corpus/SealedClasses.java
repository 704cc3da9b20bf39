package corpus;

import dev.parfor.ParallelFor;

/** Calls on objects of classes of which all are in sight: sealed ones, and such as nobody else can extend. */
final class SealedClasses {

    sealed interface Expr permits Constant, Sum, Twice {
        int value(int x);
    }

    record Constant(int n) implements Expr {
        @Override
        public int value(int x) {
            return n;
        }
    }

    record Sum(int first, int second) implements Expr {
        @Override
        public int value(int x) {
            return first + second * x;
        }
    }

    static final class Twice implements Expr {
        private int of;

        Twice(int of) {
            this.of = of;
        }

        @Override
        public int value(int x) {
            return 2 * of + x;
        }
    }

    // SAFE: sealed, and all permitted classes are final
    @ParallelFor
    static void sealed(Expr expr, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = expr.value(x[i]);
        }
    }

    // SAFE
    @ParallelFor
    static void sealedElements(Expr[] exprs, int[] x) {
        for (int i = 0; i < Math.min(x.length, exprs.length); i++) {
            x[i] = exprs[i] == null ? 0 : exprs[i].value(x[i]);
        }
    }

    sealed interface Task permits Still, Open {
        int run(int x);
    }

    static final class Still implements Task {
        @Override
        public int run(int x) {
            return x;
        }
    }

    static non-sealed class Open implements Task {
        @Override
        public int run(int x) {
            return x + 1;
        }
    }

    static class OpenedUp extends Open {
        int runs;

        @Override
        public int run(int x) {
            return x + ++runs;
        }
    }

    // GUARDED: one of the permitted classes is open, and extended by one that counts, which the guard leaves out
    @ParallelFor
    static void notSealedToTheEnd(Task task, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = task.run(x[i]);
        }
    }

    sealed interface Meter permits Silent, Loud {
        int read(int x);
    }

    record Silent(int n) implements Meter {
        @Override
        public int read(int x) {
            return n;
        }
    }

    static final class Loud implements Meter {
        int reads;

        @Override
        public int read(int x) {
            return ++reads;
        }
    }

    // UNSAFE PF211: sealed, but one of them counts
    @ParallelFor
    static void sealedCounts(Meter meter, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = meter.read(x[i]);
        }
    }

    /** All constructors are private: only what stands in this file can extend it. */
    abstract static class Level {
        private Level() {}

        abstract int height();
    }

    static final class Low extends Level {
        @Override
        int height() {
            return 1;
        }
    }

    static final class High extends Level {
        int steps = 3;

        @Override
        int height() {
            return steps;
        }
    }

    // SAFE
    @ParallelFor
    static void privateConstructors(Level level, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = level.height();
        }
    }

    abstract static class Mood {
        private Mood() {}

        abstract int colour();

        static int changes;

        static Mood changing() {
            return new Mood() {
                @Override
                int colour() {
                    return ++changes;
                }
            };
        }
    }

    static final class Grey extends Mood {
        @Override
        int colour() {
            return 7;
        }
    }

    // GUARDED: an object without a class name extends it as well
    @ParallelFor
    static void privateConstructorsAndAnonymous(Mood mood, int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = mood.colour();
        }
    }
}
