package corpus;

import dev.parfor.ParallelFor;
import java.util.ArrayList;
import java.util.List;

/** Headers that call methods: of objects whose class does more than the one that was read. */
final class HeaderCalls {

    static class Rows {
        int count;

        Rows(int count) {
            this.count = count;
        }

        int count() {
            return count;
        }
    }

    static class AskedRows extends Rows {
        int asked;

        AskedRows(int count) {
            super(count);
        }

        @Override
        int count() {
            asked++;
            return count;
        }
    }

    static class AskedList extends ArrayList<Integer> {
        int asked;

        @Override
        public int size() {
            asked++;
            return super.size();
        }
    }

    // GUARDED
    @ParallelFor
    static void counted(Rows rows, int[] a) {
        for (int i = 0; i < rows.count(); i++) {
            a[i] = rows.count() - i;
        }
    }

    // GUARDED: never in parallel, the rows count how often they are asked
    @ParallelFor
    static int askedRows(int[] a) {
        Rows rows = a.length > 1000000 ? new Rows(a.length) : new AskedRows(a.length);
        for (int i = 0; i < rows.count(); i++) {
            a[i] = i;
        }
        return ((AskedRows) rows).asked;
    }

    // GUARDED: never in parallel, the rows count how often they are asked
    @ParallelFor
    static int askedRowsFrom(int[] a, int n) {
        Rows rows = a.length > 1000000 ? new Rows(a.length) : new AskedRows(a.length);
        int from = Math.abs(n % 3);
        for (int i = from; i < rows.count(); i += 2) {
            a[i] = i;
        }
        return ((AskedRows) rows).asked + from;
    }

    // GUARDED: never in parallel, the list counts how often it is asked
    @ParallelFor
    static int askedList(int[] a) {
        ArrayList<Integer> list = new AskedList();
        for (int k = 0; k < a.length; k++) {
            list.add(k);
        }
        for (@ParallelFor int i = 0; i < list.size(); i++) {
            a[i] = list.get(i) + 1;
        }
        return ((AskedList) list).asked;
    }

    // SAFE: never in parallel, and the plain loop does not ask for the size
    @ParallelFor
    static int askedEach(int[] a) {
        List<Integer> list = new AskedList();
        for (int k = 0; k < a.length; k++) {
            list.add(k);
        }
        int sum = 0;
        for (@ParallelFor int v : list) {
            sum += v;
        }
        return sum + ((AskedList) list).asked;
    }

    // UNSAFE PF211: each iteration counts
    @ParallelFor
    static int knownClass(int[] a) {
        AskedRows rows = new AskedRows(a.length);
        for (int i = 0; i < a.length; i++) {
            a[i] = rows.count();
        }
        return rows.asked;
    }

    // REFUSED PF403: the array never comes
    @ParallelFor
    static void arrayThatIsNotToBeHad(int[] x) {
        for (int v : notToBeHad(x)) {
            x[v] = v;
        }
    }

    // REFUSED PF403: what the header calls always throws
    @ParallelFor
    static void boundThatIsNotToBeHad(int[] x) {
        for (int i = 0; i < notToBeHad(x).length; i++) {
            x[i] = i;
        }
    }

    // REFUSED PF403: what the header calls always throws
    @ParallelFor
    static int startThatIsNotToBeHad(int[] x) {
        int k = 0;
        for (int i = notToBeHad(x)[0]; i < x.length; i++) {
            x[i] = k;
            k += 2;
        }
        return k;
    }

    private static int[] notToBeHad(int[] x) {
        throw new IllegalStateException("no array for " + x.length);
    }

    // GUARDED
    @ParallelFor
    static void boundOfOneArray(int[] limit, int[] y) {
        for (int i = 0; i < limit[0]; i++) {
            y[i] = 3;
        }
    }

    static class Bounded {
        int limit = 3;
        int step = 1;

        void after(int i) {}
    }

    static final class Shrinking extends Bounded {
        @Override
        void after(int i) {
            limit--;
            step++;
        }
    }

    // GUARDED
    @ParallelFor
    static int boundThatAnOverrideChanges(Bounded bounded, int[] x) {
        int i;
        for (i = 0; i < bounded.limit; i++) {
            x[i] = i;
            bounded.after(i);
        }
        return i;
    }

    // GUARDED
    @ParallelFor
    static int stepThatAnOverrideChanges(Bounded bounded, int[] x) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = k;
            bounded.after(i);
            k += bounded.step;
        }
        return k;
    }
}
