package corpus;

import dev.parfor.ParallelFor;
import java.util.ArrayList;
import java.util.List;

/** Headers with several bounds, sizes of lists and strings among them. */
final class ManyBounds {

    private List<Integer> held;

    // GUARDED
    @ParallelFor
    static void twoLists(List<Integer> a, List<Integer> b, int[] out) {
        for (int i = 0; i < a.size() && i < b.size() && i < out.length; i++) {
            out[i] = a.get(i) + b.get(i);
        }
    }

    // SAFE
    @ParallelFor
    static void three(int[] a, int[] b, int[] c) {
        for (int i = 0; i < a.length && i < b.length && i < c.length; i++) {
            a[i] += 3 * i;
        }
    }

    // SAFE
    @ParallelFor
    static void fourMixed(int[] a, String s, int n, int m) {
        for (int i = 0; i < a.length && (i <= n && i < s.length()) && m > i; i++) {
            a[i] = s.charAt(i);
        }
    }

    // SAFE
    @ParallelFor
    static void down(int[] a, int n, int m) {
        for (int i = a.length - 1; i >= 0 && i > n - 5 && m - 7 <= i; i--) {
            a[i] += i;
        }
    }

    // GUARDED
    @ParallelFor
    void ofField(int[] a, int n) {
        for (int i = 0; i < n && i < held.size() && i < a.length; i++) {
            a[i] = held.get(i);
        }
    }

    // UNSAFE PF106: the list grows
    @ParallelFor
    static void grows(List<Integer> list, int n) {
        for (int i = 0; i < n && i < list.size(); i++) {
            list.add(i);
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

    // GUARDED: never in parallel, the list counts how often it is asked
    @ParallelFor
    static int askedList(int[] a) {
        ArrayList<Integer> list = new AskedList();
        for (int k = 0; k < a.length; k++) {
            list.add(k);
        }
        for (int i = 0; i < a.length && i < list.size(); i++) {
            a[i] = i;
        }
        return ((AskedList) list).asked;
    }

    // REFUSED PF104: five
    @ParallelFor
    static void five(int[] a, int k, int l, int m, int n) {
        for (int i = 0; i < a.length && i < k && i < l && i < m && i < n; i++) {
            a[i] = i;
        }
    }

    // UNSAFE PF104: the last one is about something else
    @ParallelFor
    static void untilZero(int[] a, int n) {
        for (int i = 0; i < a.length && i < n && a[i] != 0; i++) {
            a[i] = 0;
            if (i + 1 < a.length) {
                a[i + 1] = i;
            }
        }
    }

    // SAFE: two bounds, one of them included
    @ParallelFor
    static void twoBoundsOfTwoKinds(int[] x, int n, int m) {
        for (int i = 0; i < x.length && i <= m; i++) {
            x[i] += n;
        }
    }

    // SAFE: likewise downwards
    @ParallelFor
    static void twoBoundsDownwards(int[] x, int m) {
        for (int i = x.length - 1; i >= m && i > -1; i--) {
            x[i] += i;
        }
    }

    // SAFE: the bound may be the greatest int
    @ParallelFor
    static int twoBoundsOfWhichOneIsNone(int[] x, int m) {
        int sum = 0;
        for (int i = 2; i <= Integer.MAX_VALUE - (m & 1) && i < x.length; i += 3) {
            sum += x[i];
        }
        return sum;
    }

    static int limit = 17;

    // SAFE: a bound that is a field
    @ParallelFor
    static void twoBoundsAndAField(int[] x) {
        for (int i = 0; i < x.length && i <= limit; i++) {
            x[i] -= 2;
        }
    }

    // UNSAFE PF103 PF202: a bound that the body moves
    @ParallelFor
    static void twoBoundsThatMove(int[] x) {
        for (int i = 0; i < x.length && i <= limit; i++) {
            limit -= 2;
        }
    }

    // UNSAFE PF104: what is included may be the greatest long
    @ParallelFor
    static void twoBoundsThatWrap(int[] x, long m) {
        for (int i = 0; i < x.length && i <= m; i++) {
            x[i]++;
        }
    }
}
