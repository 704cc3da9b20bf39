package corpus;

import dev.parfor.ParallelFor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collections and strings. */
final class Lists {

    static final class Item {
        int value;
        private int seen;

        int value() {
            return value;
        }

        void add(int v) {
            value += v;
            seen++;
        }
    }

    // GUARDED
    @ParallelFor
    static void forEachItem(List<Item> items, int k) {
        for (Item item : items) {
            item.add(k);
        }
    }

    // GUARDED
    @ParallelFor
    static int sumOfGets(List<Integer> values) {
        int sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += values.get(i);
        }
        return sum;
    }

    // SAFE
    @ParallelFor
    static int sumOfEach(List<Integer> values) {
        int sum = 0;
        for (int v : values) {
            sum += v;
        }
        return sum;
    }

    // GUARDED
    @ParallelFor
    static List<Integer> append(int[] x) {
        List<Integer> made = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            made.add(x[i] * 2);
        }
        return made;
    }

    // GUARDED
    @ParallelFor
    static List<Integer> filter(int[] x) {
        List<Integer> made = new ArrayList<>();
        for (int v : x) {
            if (v > 3) {
                made.add(v);
            }
        }
        return made;
    }

    // GUARDED
    @ParallelFor
    static void setsCells(ArrayList<Integer> list) {
        for (int i = 0; i < list.size(); i++) {
            list.set(i, i * 2);
        }
    }

    // GUARDED
    @ParallelFor
    static void setsFromAnother(List<Integer> from, List<Integer> to, int n) {
        for (int i = 1; i < n; i++) {
            to.set(i, from.get(i - 1));
        }
    }

    // GUARDED
    @ParallelFor
    static void itemsByIndex(List<Item> items, int k) {
        for (int i = 0; i < items.size(); i++) {
            items.get(i).value += k;
        }
    }

    // GUARDED
    @ParallelFor
    static void itemsOfTwoLists(List<Item> items, List<Item> others, int n) {
        for (int i = 0; i < n; i++) {
            items.get(i).value += others.get(n - 1 - i).value;
        }
    }

    // GUARDED
    @ParallelFor
    static void itemAndArray(List<Item> items, Item[] others) {
        for (Item item : items) {
            item.value += others[0].value;
        }
    }

    // UNSAFE PF212: an item and its neighbour
    @ParallelFor
    static void itemsMeet(List<Item> items) {
        for (int i = 1; i < items.size(); i++) {
            items.get(i).value += items.get(i - 1).value;
        }
    }

    // UNSAFE PF201: the element before
    @ParallelFor
    static void setsMeet(ArrayList<Integer> list) {
        for (int i = 1; i < list.size(); i++) {
            list.set(i, list.get(i - 1) + 1);
        }
    }

    // UNSAFE PF202: always the first one
    @ParallelFor
    static void setsFirst(ArrayList<Integer> list, int[] x) {
        for (int i = 0; i < x.length; i++) {
            list.set(0, x[i]);
        }
    }

    // GUARDED
    @ParallelFor
    static void setsByData(ArrayList<Integer> list, int[] x) {
        for (int i = 0; i < x.length; i++) {
            list.set(x[i], i);
        }
    }

    // UNSAFE PF231: replaces what the loop goes over
    @ParallelFor
    static void replacesWhileVisiting(ArrayList<Integer> list) {
        for (int v : list) {
            if (v > 0 && v < list.size()) {
                list.set(v, v + 1);
            }
        }
    }

    // UNSAFE PF212: the item comes from a cell that another iteration replaces
    @ParallelFor
    static void replacedItems(List<Item> items, int n) {
        for (int i = 0; i < n; i++) {
            items.set(i, items.get(n - 1 - i));
            items.get(i).value += i;
        }
    }

    // UNSAFE PF231: another iteration looks at all elements
    @ParallelFor
    static void setsAndLooks(ArrayList<Integer> list, int[] x) {
        for (int i = 0; i < Math.min(x.length, list.size()); i++) {
            list.set(i, list.contains(x[i]) ? 1 : 0);
        }
    }

    // UNSAFE PF231: another iteration copies all elements
    @ParallelFor
    static void setsAndCopies(ArrayList<Integer> list, Object[][] out) {
        for (int i = 0; i < Math.min(out.length, list.size()); i++) {
            out[i] = list.toArray();
            list.set(i, i);
        }
    }

    // UNSAFE PF201: another iteration goes over all elements
    @ParallelFor
    static void setsAndSums(ArrayList<Integer> list, int[] x) {
        for (int i = 0; i < x.length; i++) {
            int sum = 0;
            for (int v : list) {
                sum += v;
            }
            list.set(i, sum);
        }
    }

    // UNSAFE PF414: each step sees the list grow
    @ParallelFor
    static void grows(ArrayList<Integer> list, int n) {
        for (int i = 0; i < n; i++) {
            list.add(list.size() * 2);
        }
    }

    // UNSAFE PF401: removing moves the rest
    @ParallelFor
    static void removes(ArrayList<Integer> list, int n) {
        for (int i = 0; i < n; i++) {
            list.remove(0);
        }
    }

    // GUARDED
    @ParallelFor
    static Map<Integer, Integer> counts(int[] x) {
        Map<Integer, Integer> found = new HashMap<>();
        for (int v : x) {
            found.merge(v & 7, 1, Integer::sum);
        }
        return found;
    }

    // GUARDED
    @ParallelFor
    static Map<Integer, Integer> lastByKey(int[] x) {
        Map<Integer, Integer> found = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            found.put(x[i], i);
        }
        return found;
    }

    // SAFE
    @ParallelFor
    static String text(int[] x) {
        StringBuilder text = new StringBuilder();
        for (int v : x) {
            text.append(v).append(',');
        }
        return text.toString();
    }

    // SAFE
    @ParallelFor
    static void ownBuilder(int[] x, String[] y) {
        for (int i = 0; i < y.length; i++) {
            StringBuilder text = new StringBuilder();
            text.append(i).append(':').append(x[i]);
            y[i] = text.toString();
        }
    }

    // SAFE
    @ParallelFor
    static void charactersOfString(String s, int[] x) {
        for (int i = 0; i < s.length(); i++) {
            x[i] = s.charAt(i) + s.length();
        }
    }

    // REFUSED PF109: an iterator of somebody else's
    @ParallelFor
    static int iterable(java.nio.file.Path values) {
        int sum = 0;
        for (java.nio.file.Path v : values) {
            sum += v.getNameCount();
        }
        return sum;
    }

    // UNSAFE PF402: one iterator for all
    @ParallelFor
    static void sharedIterator(List<Integer> values, int[] x) {
        java.util.Iterator<Integer> it = values.iterator();
        for (int i = 0; i < x.length; i++) {
            x[i] = it.next();
        }
    }

    // REFUSED PF414: a bit for each element
    @ParallelFor
    static void bits(int[] x, java.util.BitSet bits) {
        for (int i = 0; i < x.length; i++) {
            bits.set(i, x[i] > 2);
        }
    }

    // UNSAFE PF106: the list is changed while its elements are visited
    @ParallelFor
    static void changesWhileVisiting(List<Integer> values) {
        for (int v : values) {
            if (v == 3) {
                values.add(4);
            }
        }
    }
}
