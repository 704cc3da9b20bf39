package corpus;

import dev.parfor.ParallelFor;

/** Objects that an iteration makes and stores in several places, which may be one. */
final class OwnAliases {

    static final class Item {
        int v;
        Item next;

        Item(int v) {
            this.v = v;
        }
    }

    // SAFE
    @ParallelFor
    static void oneInTwoArrays(Item[] x, Item[] y) {
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            Item item = new Item(i);
            x[i] = item;
            y[i] = item;
            x[i].v++;
            y[i].v += 2;
        }
    }

    // SAFE
    @ParallelFor
    static void twoInTwoArrays(Item[] x, Item[] y) {
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            x[i] = new Item(i);
            y[i] = new Item(-i);
            x[i].v++;
        }
    }

    // SAFE
    @ParallelFor
    static void afterOneOfTwo(Item[] x, Item[] y) {
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            x[i] = new Item(i);
            Item[] either = i % 2 == 0 ? x : y;
            either[i] = new Item(7);
            x[i].v++;
        }
    }

    // UNSAFE PF211: what is stored last is shared, and the arrays may be one
    @ParallelFor
    static void sharedInTheSecond(Item[] x, Item[] y, Item shared) {
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            x[i] = new Item(i);
            y[i] = shared;
            x[i].v++;
        }
    }

    // UNSAFE PF211: of two objects of the iteration's own, one leads to the shared one
    @ParallelFor
    static void sharedBehindEither(int[] x, Item shared) {
        for (int i = 0; i < x.length; i++) {
            Item a = new Item(i);
            Item b = new Item(-i);
            a.next = new Item(0);
            Item either = x[i] > 0 ? a : b;
            either.next = shared;
            a.next.v++;
        }
    }
}
