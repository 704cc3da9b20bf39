package corpus;

import dev.parfor.ParallelFor;

/** Classes that are initialized in the loop, and what their initializers do to others. */
final class Initializers {

    static int counter;

    static void reset() {
        counter = 0;
    }

    static int half(int v) {
        return v / 2;
    }

    /** Its own initializer counts. */
    static final class Counted {
        static final int FIRST = ++counter;

        static int three() {
            return 3;
        }
    }

    /** Initializes a class that counts. */
    static final class ByCall {
        static final int THREE = Counted.three();
    }

    // UNSAFE PF415: the initializer calls a method, whose class counts
    @ParallelFor
    static void byCall(int[] x, int[] seen) {
        for (int i = 0; i < x.length && i < seen.length; i++) {
            seen[i] = counter;
            x[i] = ByCall.THREE;
        }
    }

    interface Marked {
        int MARK = ++counter;

        static int one() {
            return 1;
        }
    }

    static final class ByMethodOfInterface {
        static final int ONE = own();

        private static int own() {
            return Marked.one();
        }
    }

    // UNSAFE PF415: the initializer calls a method of its own, and that one of an interface
    @ParallelFor
    static void byMethodOfInterface(int[] x, int[] seen) {
        for (int i = 0; i < x.length && i < seen.length; i++) {
            seen[i] = counter;
            x[i] = ByMethodOfInterface.ONE;
        }
    }

    static final class Squares {
        static final int[] OF = new int[16];

        static {
            for (int k = 0; k < OF.length; k++) {
                OF[k] = k * k;
            }
        }

        static int twice(int v) {
            return 2 * v;
        }
    }

    static final class ByHarmlessCall {
        static final int EIGHT = Squares.twice(half(9));
    }

    // SAFE: the class of the method that is called computes a table, and the one around the loop has been initialized
    @ParallelFor
    static void byHarmlessCall(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = ByHarmlessCall.EIGHT + i;
        }
    }

    static final class Left {
        static final Right OTHER = new Right();
        static int ten = OTHER.ten();
    }

    static final class Right {
        static final Left OTHER = new Left();

        int ten() {
            return 10;
        }

        static int five() {
            return 5;
        }
    }

    // UNSAFE PF415: two threads that begin with one each wait for each other
    @ParallelFor
    static void eachOther(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = (i & 1) == 0 ? Left.ten : Right.five();
        }
    }

    static final class Chain {
        static final Link FIRST = new Link();
        static int twelve = FIRST.twelve;
    }

    static final class Link {
        static final Last LAST = new Last();
        final int twelve = 12;
    }

    static final class Last {
        static final int THIRTEEN = half(27);
    }

    // SAFE: one after the other
    @ParallelFor
    static void chain(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = (i & 1) == 0 ? Chain.twelve : Last.THIRTEEN;
        }
    }

    /** Its own initializer may call the method, since nobody has changed the field by then. */
    static final class Level {
        static int level = half(3);
        static final int AT_FIRST = get();

        static int get() {
            return level;
        }
    }

    static final class Above {
        static final int LEVEL = Level.get();
    }

    static final class Both {
        static final Level ONE = new Level();
        static final Above OTHER = new Above();
        static int four = half(8);
    }

    // UNSAFE PF415: what another class's initializer may read, this one's may not
    @ParallelFor
    static void readsAnothers(int[] x) {
        for (int i = 0; i < x.length; i++) {
            Level.level += x[i];
            x[i] = Both.four;
        }
    }
}
