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

    // REFUSED PF212: an item may stand in the list twice
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

    // REFUSED PF414: appended in order
    @ParallelFor
    static List<Integer> append(int[] x) {
        List<Integer> made = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            made.add(x[i] * 2);
        }
        return made;
    }

    // REFUSED PF414: a filter
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

    // REFUSED PF414: cells of a list
    @ParallelFor
    static void setsCells(ArrayList<Integer> list) {
        for (int i = 0; i < list.size(); i++) {
            list.set(i, i * 2);
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

    // REFUSED PF401: a count for each key
    @ParallelFor
    static Map<Integer, Integer> counts(int[] x) {
        Map<Integer, Integer> found = new HashMap<>();
        for (int v : x) {
            found.merge(v & 7, 1, Integer::sum);
        }
        return found;
    }

    // UNSAFE PF414: later entries replace earlier ones
    @ParallelFor
    static Map<Integer, Integer> lastByKey(int[] x) {
        Map<Integer, Integer> found = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            found.put(x[i], i);
        }
        return found;
    }

    // REFUSED PF414: text in order
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

    // REFUSED PF109: neither an array nor a list
    @ParallelFor
    static int iterable(Iterable<Integer> values) {
        int sum = 0;
        for (int v : values) {
            sum += v;
        }
        return sum;
    }

    // REFUSED PF109: a set has no order to divide
    @ParallelFor
    static int set(java.util.Set<Integer> values) {
        int sum = 0;
        for (int v : values) {
            sum ^= v;
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

    // UNSAFE PF414: the list is changed while its elements are visited
    @ParallelFor
    static void changesWhileVisiting(List<Integer> values) {
        for (int v : values) {
            if (v == 3) {
                values.add(4);
            }
        }
    }
}
