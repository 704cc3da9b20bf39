package corpus;

import dev.parfor.ParallelFor;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collections that the method makes, whose class is known although the variable's type does not say it. */
final class MadeCollections {

    enum Colour {
        RED,
        GREEN,
        BLUE
    }

    // GUARDED: a linked map
    @ParallelFor
    static List<Object> linked(int[] x) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < x.length; i++) {
            counts.merge(x[i] & 15, 1, Integer::sum);
        }
        return new ArrayList<>(counts.entrySet());
    }

    // GUARDED: likewise, put
    @ParallelFor
    static List<Object> linkedPut(int[] x) {
        AbstractMap<Integer, Integer> last = new LinkedHashMap<>(64, 0.5f);
        for (int i = 0; i < x.length; i++) {
            last.put(x[i], i);
        }
        return new ArrayList<>(last.entrySet());
    }

    // UNSAFE PF414: in the order of access, of which nobody thought
    @ParallelFor
    static List<Object> byAccess(int[] x) {
        Map<Integer, Integer> counts = new LinkedHashMap<>(16, 0.75f, true);
        for (int i = 0; i < x.length; i++) {
            counts.merge(x[i] & 15, 1, Integer::sum);
        }
        return new ArrayList<>(counts.entrySet());
    }

    // GUARDED: a linked set
    @ParallelFor
    static List<Object> linkedSet(int[] x) {
        Set<Integer> seen = new LinkedHashSet<>();
        for (int i = 0; i < x.length; i++) {
            seen.add(x[i]);
        }
        return new ArrayList<>(seen);
    }

    // GUARDED: a linked list
    @ParallelFor
    static List<Integer> linkedList(int[] x) {
        List<Integer> kept = new LinkedList<>();
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 2) {
                kept.add(x[i]);
            }
        }
        return kept;
    }

    // GUARDED: a queue that is a linked list, which takes null
    @ParallelFor
    static List<Integer> queue(Integer[] x) {
        Queue<Integer> kept = new LinkedList<>();
        for (int i = 0; i < x.length; i++) {
            kept.add(x[i]);
        }
        return new ArrayList<>(kept);
    }

    // GUARDED: sorted
    @ParallelFor
    static List<Object> sorted(int[] x) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            counts.merge(x[i], 1, Integer::sum);
        }
        return new ArrayList<>(counts.entrySet());
    }

    // GUARDED: declared as what it is, counted by hand, with entries before
    @ParallelFor
    static List<Object> counted(int[] x) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        counts.put(3, 100);
        for (int i = 0; i < x.length; i++) {
            counts.put(x[i], counts.getOrDefault(x[i], 0) + i);
        }
        return new ArrayList<>(counts.entrySet());
    }

    // GUARDED: the first key is kept, the last value
    @ParallelFor
    static List<Object> lastOf(String[] words) {
        SortedMap<String, Integer> last = new TreeMap<>();
        for (int i = 0; i < words.length; i++) {
            last.put(words[i], i);
        }
        return new ArrayList<>(last.entrySet());
    }

    // GUARDED: keys that may be null, which a sorted map does not take
    @ParallelFor
    static List<Object> nullKeys(Integer[] x) {
        NavigableMap<Integer, Integer> last = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            last.put(x[i], i);
        }
        return new ArrayList<>(last.entrySet());
    }

    // GUARDED: a sorted set
    @ParallelFor
    static List<Object> sortedSet(int[] x) {
        NavigableSet<Integer> seen = new TreeSet<>();
        for (int v : x) {
            seen.add(v);
        }
        return new ArrayList<>(seen);
    }

    // REFUSED PF402: a comparator, which nobody has read
    @ParallelFor
    static List<Object> compared(int[] x) {
        Map<Integer, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
        for (int i = 0; i < x.length; i++) {
            counts.merge(x[i], 1, Integer::sum);
        }
        return new ArrayList<>(counts.entrySet());
    }

    // REFUSED PF402: likewise, perhaps
    @ParallelFor
    static void handedIn(int[] x, TreeMap<Integer, Integer> counts) {
        for (int i = 0; i < x.length; i++) {
            counts.merge(x[i], 1, Integer::sum);
        }
    }

    // REFUSED PF402: what is compared is not known
    @ParallelFor
    static int anyKeys(Comparable<?>[] x) {
        Map<Object, Integer> counts = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            counts.merge(x[i], 1, Integer::sum);
        }
        return counts.size();
    }

    // UNSAFE PF402 PF414: it may be another one
    @ParallelFor
    static List<Object> replaced(int[] x, TreeMap<Integer, Integer> other) {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        if (x.length > 2) {
            counts = other;
        }
        for (int i = 0; i < x.length; i++) {
            counts.merge(x[i], i, Integer::sum);
        }
        return new ArrayList<>(counts.entrySet());
    }

    // GUARDED: by constants
    @ParallelFor
    static List<Object> byConstant(Colour[] colours) {
        Map<Colour, Integer> counts = new EnumMap<>(Colour.class);
        for (int i = 0; i < colours.length; i++) {
            counts.merge(colours[i], i, Integer::max);
        }
        return new ArrayList<>(counts.entrySet());
    }

    // GUARDED: likewise
    @ParallelFor
    static List<Object> countedByConstant(int[] x) {
        EnumMap<Colour, Long> counts = new EnumMap<>(Colour.class);
        Colour[] all = Colour.values();
        for (int i = 0; i < x.length; i++) {
            Colour c = all[x[i] & 1];
            counts.put(c, counts.getOrDefault(c, 0L) + x[i]);
        }
        return new ArrayList<>(counts.entrySet());
    }

    // SAFE: in each iteration one of its own
    @ParallelFor
    static int own(int n) {
        int h = 0;
        for (int i = 0; i < n; i++) {
            SortedMap<Integer, Integer> counts = new TreeMap<>();
            TreeSet<Integer> seen = new TreeSet<>();
            for (int j = 0; j < i; j++) {
                counts.merge(i * j % 7, 1, Integer::sum);
                seen.add(i * j % 5);
            }
            h += counts.size() + seen.size();
        }
        return h;
    }

    // REFUSED PF401: of a class that nothing is known of
    @ParallelFor
    static int another(int[] x) {
        Queue<Integer> queue = new PriorityQueue<>();
        for (int i = 0; i < x.length; i++) {
            queue.add(x[i]);
        }
        return queue.size();
    }

    // GUARDED: as before
    @ParallelFor
    static List<Integer> deque(int[] x) {
        Deque<Integer> kept = new ArrayDeque<>();
        for (int i = 0; i < x.length; i++) {
            kept.addLast(x[i]);
        }
        return new ArrayList<>(kept);
    }
}
