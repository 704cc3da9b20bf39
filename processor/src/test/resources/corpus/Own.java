package corpus;

import dev.parfor.ParallelFor;

/** Objects that an iteration makes: stored, linked, kept in arrays of its own, and written after that. */
final class Own {

    static final class Item {
        int v;
        Item next;
        int[] data;

        Item(int v) {
            this.v = v;
        }

        Item add(int k) {
            v += k;
            return this;
        }

        Item plus(Item o) {
            return new Item(v + (o == null ? 0 : o.v));
        }
    }

    record Pair(int a, int b) {
        Pair swap() {
            return new Pair(b, a);
        }
    }

    static final class Sheet {
        private final Item[] items;

        Sheet(Item[] items) {
            this.items = items;
        }

        // SAFE
        @ParallelFor
        void fills() {
            for (int i = 0; i < items.length; i++) {
                this.items[i] = new Item(i);
                items[i].add(2).add(3);
            }
        }
    }

    // SAFE
    @ParallelFor
    static void storesThenSets(Item[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = new Item(i);
            x[i].v += 3;
        }
    }

    // SAFE
    @ParallelFor
    static void storesOneOfTwo(Item[] x) {
        for (int i = 0; i < x.length; i++) {
            if (i % 3 == 0) {
                x[i] = new Item(i);
            } else {
                x[i] = new Item(1).add(i);
            }
            x[i].v += 3;
        }
    }

    // SAFE
    @ParallelFor
    static void rowsThenCells(int[][] x, int n) {
        for (int i = 0; i < x.length; i++) {
            x[i] = new int[n];
            for (int j = 0; j < n; j++) {
                x[i][j] = i + j;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void rowStoredFirst(int[][] x, int n) {
        for (int i = 0; i < x.length; i++) {
            int[] row = new int[n];
            x[i] = row;
            for (int j = 0; j < n; j++) {
                row[j] = i - j;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void arrayOfOwn(int[] y, int n) {
        for (int i = 0; i < y.length; i++) {
            Item[] t = new Item[n];
            for (int k = 0; k < n; k++) {
                t[k] = new Item(k);
            }
            for (int k = 0; k < n; k++) {
                t[k].v += i;
            }
            int s = 0;
            for (Item q : t) {
                s += q.v;
            }
            y[i] = s;
        }
    }

    // SAFE
    @ParallelFor
    static void listOfOwn(Item[] y, int[] z, int n) {
        for (int i = 0; i < y.length; i++) {
            Item head = null;
            for (int k = 0; k < n % 5; k++) {
                Item q = new Item(k);
                q.next = head;
                head = q;
            }
            for (Item q = head; q != null; q = q.next) {
                q.v += i;
            }
            y[i] = head;
        }
    }

    // SAFE
    @ParallelFor
    static void madeOfOthers(Item[] x, Item[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = new Item(i).plus(i < x.length ? x[i] : null).add(4);
        }
    }

    // SAFE
    @ParallelFor
    static void pairs(Pair[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = new Pair(i, 3).swap();
            y[i] = new Pair(y[i].b(), y[i].a() + 1);
        }
    }

    // GUARDED: the element is there before, its array is not
    @ParallelFor
    static void newData(Item[] x, int n) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] != null) {
                x[i].data = new int[n];
                for (int k = 0; k < n; k++) {
                    x[i].data[k] = i + k;
                }
            }
        }
    }

    // UNSAFE PF201 PF212: writes the object that the iteration before has made
    @ParallelFor
    static void setsTheOneBefore(Item[] x) {
        for (int i = 1; i < x.length; i++) {
            x[i] = new Item(i);
            x[i - 1].v += 3;
        }
    }

    // UNSAFE PF211: it may be the shared one
    @ParallelFor
    static void ownOrShared(Item[] x, Item s) {
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 2 == 0 ? new Item(i) : s;
            if (x[i] != null) {
                x[i].v += 3;
            }
        }
    }

    // UNSAFE PF231 PF212: another store may have come between
    @ParallelFor
    static void storedOver(Item[] x, Item[] y, int[] k) {
        for (int i = 0; i < x.length; i++) {
            x[i] = new Item(i);
            x[Math.floorMod(k[i % k.length], x.length)] = y[0];
            x[i].v += 3;
        }
    }

    // UNSAFE PF212: one of the local array's objects is shared
    @ParallelFor
    static void sharedInAnOwnArray(int[] y, Item[] x) {
        for (int i = 0; i < y.length; i++) {
            Item[] t = new Item[2];
            t[0] = new Item(1);
            t[1] = x[0];
            t[i & 1].v += i;
            y[i] = t[i & 1].v;
        }
    }

    // UNSAFE PF212: likewise, and it came by a copy
    @ParallelFor
    static void sharedInACopy(int[] y, Item[] x) {
        for (int i = 0; i < y.length; i++) {
            Item[] t = x.clone();
            t[0].v += i;
            y[i] = t[0].v;
        }
    }

    // UNSAFE PF212: likewise, and it came by System.arraycopy
    @ParallelFor
    static void sharedInACopiedRegion(int[] y, Item[] x) {
        for (int i = 0; i < y.length; i++) {
            Item[] t = new Item[x.length];
            t[0] = new Item(i);
            System.arraycopy(x, 0, t, 0, x.length);
            t[0].v += i;
            y[i] = t[0].v;
        }
    }

    // UNSAFE PF212: the second of the list is shared
    @ParallelFor
    static void sharedInAList(Item[] y, Item s, int n) {
        for (int i = 0; i < y.length; i++) {
            Item head = new Item(1);
            head.next = s;
            for (int k = 0; k < n; k++) {
                head = head.next;
                if (head == null) {
                    break;
                }
                head.v += i;
            }
            y[i] = new Item(i);
        }
    }

    // UNSAFE PF212: what the loop ends with is not what it began with
    @ParallelFor
    static void walksIntoShared(int[] y, Item[] x) {
        for (int i = 0; i < y.length; i++) {
            Item q = new Item(0);
            for (int k = 0; k < 2; k++) {
                q.v += i;
                y[i] += q.v;
                q = x[0];
            }
        }
    }

    // UNSAFE PF212: the element variable is assigned
    @ParallelFor
    static void walksFromShared(int[] y, Item[] x) {
        for (int i = 0; i < y.length; i++) {
            for (Item q : x) {
                for (int k = 0; k < 2; k++) {
                    if (q != null) {
                        q.v += i;
                        y[i] += q.v;
                    }
                    q = new Item(k);
                }
            }
        }
    }
}
