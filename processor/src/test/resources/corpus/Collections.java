package corpus;

import dev.parfor.ParallelFor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** For-each over sets, queues, maps, and what is declared as no more than that. */
final class Collections {

    static final class Node {
        int value;
        int next;
    }

    /** An order of its own, and an iterator that counts. */
    static final class Counting extends HashSet<Integer> {
        private static final long serialVersionUID = 1;
        int asked;

        @Override
        public Iterator<Integer> iterator() {
            asked++;
            return super.iterator();
        }
    }

    static Set<Integer> set(int[] x) {
        Set<Integer> set = new LinkedHashSet<>();
        for (int v : x) {
            set.add(v);
        }
        return set;
    }

    static HashMap<Integer, Integer> map(int[] x) {
        HashMap<Integer, Integer> map = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            map.put(i, x[i]);
        }
        return map;
    }

    static Collection<Node> nodes(int[] x) {
        Collection<Node> nodes = new ArrayDeque<>();
        for (int v : x) {
            Node node = new Node();
            node.next = v;
            nodes.add(node);
        }
        return nodes;
    }

    // SAFE
    @ParallelFor
    static int ofSet(int[] x) {
        int h = 0;
        for (int v : set(x)) {
            h += v * v;
        }
        return h;
    }

    // SAFE: in the order of the set
    @ParallelFor
    static int last(int[] x) {
        Set<Integer> values = set(x);
        Integer last = 0;
        for (Integer v : values) {
            last = v;
        }
        return last;
    }

    // SAFE
    @ParallelFor
    static int ofParameter(Iterable<Integer> values) {
        int h = 0;
        for (Integer v : values) {
            h ^= v == null ? 1 : 2;
        }
        return h;
    }

    // SAFE
    @ParallelFor
    static int entries(int[] x) {
        Map<Integer, Integer> map = new TreeMap<>(map(x));
        int h = 0;
        for (Map.Entry<Integer, Integer> e : map.entrySet()) {
            h += e.getKey() * 31 + e.getValue();
        }
        return h;
    }

    /** Counts what is read of it. */
    static final class Seen implements Map.Entry<Integer, Integer> {
        static int reads;
        final int value;

        Seen(int value) {
            this.value = value;
        }

        @Override
        public Integer getKey() {
            return value;
        }

        @Override
        public Integer getValue() {
            reads = reads * 7 + value;
            return reads;
        }

        @Override
        public Integer setValue(Integer v) {
            throw new UnsupportedOperationException();
        }
    }

    /** Of whose entries there is more to say than of others. */
    static final class Told extends HashMap<Integer, Integer> {
        private static final long serialVersionUID = 1;

        @Override
        public Set<Map.Entry<Integer, Integer>> entrySet() {
            Set<Map.Entry<Integer, Integer>> all = new LinkedHashSet<>();
            keySet().forEach(k -> all.add(new Seen(k)));
            return all;
        }
    }

    // SAFE: but the entries of a class of one's own are run over as it is written
    @ParallelFor
    static int toldEntries(int[] x) {
        Map<Integer, Integer> map = x.length % 2 == 0 ? new Told() : new HashMap<>();
        map.putAll(map(x));
        Seen.reads = 1;
        int h = 0;
        for (Map.Entry<Integer, Integer> e : map.entrySet()) {
            h += e.getKey() * 31 + e.getValue();
        }
        return h;
    }

    // UNSAFE PF403: in a queue can be entries of any class
    @ParallelFor
    static int anyEntries(int[] x) {
        Collection<Map.Entry<Integer, Integer>> queue = new ArrayDeque<>();
        for (int v : x) {
            queue.add(new Seen(v));
        }
        int h = 0;
        for (Map.Entry<Integer, Integer> e : queue) {
            h += e.getKey() * 31 + e.getValue();
        }
        return h;
    }

    // SAFE
    @ParallelFor
    static int values(int[] x) {
        Map<Integer, Integer> map = new LinkedHashMap<>(map(x));
        int most = 0;
        for (int v : map.values()) {
            most = Math.max(most, v);
        }
        return most;
    }

    // SAFE: what counts its iterators is asked for one, as in the plain loop
    @ParallelFor
    static int counting(int[] x) {
        Counting values = new Counting();
        values.addAll(set(x));
        Set<Integer> all = x.length % 2 == 0 ? values : set(x);
        int h = 0;
        for (int v : all) {
            h += v;
        }
        return h * 31 + values.asked;
    }

    // SAFE: the first one of the order that it has
    @ParallelFor
    static int found(int[] x) {
        for (int v : set(x)) {
            if (v % 3 == 1) {
                return v;
            }
        }
        return -1;
    }

    // GUARDED
    @ParallelFor
    static Collection<Node> objects(int[] x) {
        Collection<Node> nodes = nodes(x);
        for (Node node : nodes) {
            node.value = node.next * 7;
        }
        return nodes;
    }

    // GUARDED: one of them twice
    @ParallelFor
    static int twice(int[] x) {
        Collection<Node> nodes = new ArrayList<>(nodes(x));
        if (x.length % 2 == 0) {
            nodes.addAll(new ArrayList<>(nodes));
        }
        for (Node node : nodes) {
            node.value = node.value * 3 + node.next;
        }
        int h = 0;
        for (Node node : nodes) {
            h += node.value * node.next;
        }
        return h;
    }

    // GUARDED
    @ParallelFor
    static List<Integer> collected(int[] x) {
        List<Integer> out = new ArrayList<>();
        for (int v : set(x)) {
            if (v > 3) {
                out.add(v * v);
            }
        }
        return out;
    }

    // GUARDED: the map that is counted in may be the one that is read
    @ParallelFor
    static int ofItself(int[] x) {
        HashMap<Integer, Integer> counts = map(x);
        Collection<Integer> values = x.length % 2 == 0 ? counts.values() : new ArrayList<>(counts.values());
        for (int v : values) {
            counts.merge(x.length - 1, v, Integer::sum);
        }
        return counts.getOrDefault(x.length - 1, 0);
    }

    // GUARDED: nor may it get new keys on the way
    @ParallelFor
    static int grows(int[] x) {
        HashMap<Integer, Integer> counts = map(x);
        Set<Integer> keys = x.length % 2 == 0 ? counts.keySet() : new HashSet<>(counts.keySet());
        for (int k : keys) {
            counts.merge(k + 1, 1, Integer::sum);
        }
        return counts.size();
    }

    // UNSAFE PF106: one of several maps, and which one nobody knows
    @ParallelFor
    static int ofOneOfThem(int[] x) {
        List<HashMap<Integer, Integer>> maps = List.of(map(x));
        HashMap<Integer, Integer> counts = maps.get(0);
        for (int v : maps.get(0).values()) {
            counts.merge(x.length - 1, v, Integer::sum);
        }
        return counts.getOrDefault(x.length - 1, 0);
    }

    // SAFE: a text is in no set
    @ParallelFor
    static String text(int[] x) {
        StringBuilder text = new StringBuilder();
        for (int v : set(x)) {
            text.append(v).append(' ');
        }
        return text.toString();
    }

    // GUARDED
    @ParallelFor
    static Map<Integer, Integer> mapped(int[] x) {
        Map<Integer, Integer> from = new TreeMap<>(map(x));
        Map<Integer, Integer> to = new HashMap<>();
        for (Map.Entry<Integer, Integer> e : from.entrySet()) {
            to.put(e.getKey(), e.getValue() * 3);
        }
        return to;
    }

    // GUARDED: a map that shows another one
    @ParallelFor
    static int shown(int[] x) {
        HashMap<Integer, Integer> counts = map(x);
        Map<Integer, Integer> seen =
                x.length % 2 == 0 ? java.util.Collections.unmodifiableMap(counts) : new TreeMap<>(counts);
        for (int v : seen.values()) {
            counts.merge(x.length - 1, v, Integer::sum);
        }
        return counts.getOrDefault(x.length - 1, 0);
    }

    // UNSAFE PF106: and here it is said to be the same
    @ParallelFor
    static int ofItsKeys(int[] x) {
        HashMap<Integer, Integer> counts = map(x);
        for (int k : counts.keySet()) {
            counts.merge(k, 1, Integer::sum);
        }
        return counts.size();
    }

    // GUARDED: a list by two names, of which an element is replaced
    @ParallelFor
    static int replaced(ArrayList<Integer> list, int[] x) {
        Collection<Integer> all = x.length % 2 == 0 ? list : new ArrayList<>(list);
        int h = 0;
        int k = 0;
        for (Integer v : all) {
            h ^= v == null ? 1 : v;
            list.set(x.length - 1 - k, 5);
            k++;
        }
        return h;
    }

    // SAFE: each iteration takes a multiple of what the one before has left
    @ParallelFor
    static int chain(int[] x) {
        int[] h = {1};
        for (int v : new TreeSet<>(set(x))) {
            h[0] = h[0] * 31 + v;
        }
        return h[0];
    }

    // UNSAFE PF106: removes what it runs over
    @ParallelFor
    static int removed(int[] x) {
        Set<Integer> values = set(x);
        for (Integer v : values) {
            values.remove(v);
        }
        return values.size();
    }
}
