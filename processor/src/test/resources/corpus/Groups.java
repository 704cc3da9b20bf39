package corpus;

import dev.parfor.ParallelFor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Maps that have a collection or a number for each key. */
final class Groups {

    record Sale(String shop, int amount) {

        String city() {
            return shop.substring(0, 1).toLowerCase();
        }
    }

    // GUARDED
    @ParallelFor
    static List<Object> lists(int[] x) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            groups.computeIfAbsent(x[i] & 31, k -> new ArrayList<>()).add(i);
        }
        return new ArrayList<>(groups.entrySet());
    }

    // GUARDED: any numbers for keys, so that the table grows, and perhaps at the end
    @ParallelFor
    static List<Object> manyKeys(int[] x) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            groups.computeIfAbsent(x[i] * 7919 + i % 3, k -> new LinkedList<>()).add(i);
        }
        return new ArrayList<>(groups.entrySet());
    }

    // GUARDED: the method's parameter
    @ParallelFor
    static void intoOther(int[] x, Map<Integer, List<Integer>> groups) {
        groups.clear();
        for (int i = 0; i < x.length; i++) {
            groups.computeIfAbsent(x[i] & 7, k -> new ArrayList<>(4)).add(i);
        }
    }

    // GUARDED: entries before, so as written
    @ParallelFor
    static List<Object> withEntries(int[] x) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        List<Integer> both = new ArrayList<>();
        if (x.length % 2 == 1) {
            groups.put(1, both);
            groups.put(2, both);
        }
        for (int i = 0; i < x.length; i++) {
            groups.computeIfAbsent(x[i] & 3, k -> new ArrayList<>()).add(i);
        }
        return new ArrayList<>(groups.entrySet());
    }

    // GUARDED: sets of all kinds
    @ParallelFor
    static List<Object> hashSets(int[] x) {
        Map<Integer, Set<Integer>> groups = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            groups.computeIfAbsent(i % 5, k -> new HashSet<>()).add(x[i] * 65536);
        }
        List<Object> all = new ArrayList<>();
        groups.forEach((k, v) -> all.add(new ArrayList<>(v)));
        return all;
    }

    // GUARDED
    @ParallelFor
    static List<Object> sortedHashSets(int[] x) {
        TreeMap<String, HashSet<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            groups.computeIfAbsent("k" + i % 5, k -> new HashSet<>()).add(x[i] * 65536);
        }
        List<Object> all = new ArrayList<>();
        groups.forEach((k, v) -> all.add(new ArrayList<>(v)));
        return all;
    }

    // GUARDED
    @ParallelFor
    static List<Object> treeSets(String[] words) {
        Map<Integer, Set<String>> groups = new TreeMap<>();
        for (String word : words) {
            groups.computeIfAbsent(word.length(), k -> new TreeSet<>()).add(word);
        }
        return new ArrayList<>(groups.values());
    }

    // GUARDED: of equal ones the first is kept, and queues and texts
    @ParallelFor
    static List<Object> linkedSets(int[] x) {
        Map<Integer, LinkedHashSet<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < x.length; i++) {
            groups.computeIfAbsent(x[i] & 3, k -> new LinkedHashSet<>()).add(x[i]);
        }
        return new ArrayList<>(groups.entrySet());
    }

    // GUARDED
    @ParallelFor
    static String queues(int[] x) {
        Map<Integer, Deque<Integer>> groups = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            groups.computeIfAbsent(x[i] & 3, k -> new ArrayDeque<>()).addLast(i);
        }
        return groups.toString();
    }

    // GUARDED
    @ParallelFor
    static String texts(int[] x) {
        Map<Integer, StringBuilder> groups = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            groups.computeIfAbsent(x[i] & 3, k -> new StringBuilder()).append(i).append(',');
        }
        return groups.toString();
    }

    // GUARDED: a table of two keys
    @ParallelFor
    static List<Object> tables(int[] x) {
        Map<Integer, Map<Integer, Integer>> table = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            table.computeIfAbsent(i % 3, k -> new HashMap<>()).merge(x[i] * 4099, 1, Integer::sum);
        }
        List<Object> all = new ArrayList<>();
        table.forEach((k, v) -> all.add(new ArrayList<>(v.entrySet())));
        return all;
    }

    // GUARDED
    @ParallelFor
    static List<Object> sortedTables(int[] x) {
        Map<String, TreeMap<Integer, Long>> table = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            table.computeIfAbsent(i % 2 == 0 ? "even" : "odd", k -> new TreeMap<>()).merge(x[i], 2L, Long::sum);
        }
        return new ArrayList<>(table.entrySet());
    }

    // GUARDED: held in a variable, added to twice
    @ParallelFor
    static List<Object> held(int[] x) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            List<Integer> group = groups.computeIfAbsent(x[i] & 15, k -> new ArrayList<>());
            group.add(i);
            if (x[i] > 3) {
                group.add(-i);
            }
        }
        return new ArrayList<>(groups.entrySet());
    }

    // GUARDED
    @ParallelFor
    static List<Object> askedFirst(int[] x) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            int key = x[i] & 15;
            if (!groups.containsKey(key)) {
                groups.put(key, new ArrayList<>());
            }
            groups.get(key).add(i);
        }
        return new ArrayList<>(groups.entrySet());
    }

    // GUARDED
    @ParallelFor
    static List<Object> putIfAbsent(int[] x) {
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < x.length; i++) {
            groups.putIfAbsent(x[i] & 15, new ArrayList<>());
            groups.get(x[i] & 15).add(i);
        }
        return new ArrayList<>(groups.entrySet());
    }

    // GUARDED: what a record and a text say is the same each time
    @ParallelFor
    static List<Object> byCity(Sale[] sales) {
        Map<String, List<Sale>> groups = new TreeMap<>();
        for (Sale sale : sales) {
            if (groups.get(sale.city()) == null) {
                groups.put(sale.city(), new ArrayList<>());
            }
            List<Sale> group = groups.get(sale.city());
            group.add(sale);
        }
        return new ArrayList<>(groups.entrySet());
    }

    // GUARDED
    @ParallelFor
    static List<Object> madeIfNone(int[] x) {
        Map<Integer, Queue<Integer>> groups = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            Queue<Integer> group = groups.get(x[i] * 31);
            if (group == null) {
                group = new LinkedList<>();
                groups.put(x[i] * 31, group);
            }
            group.offer(i);
        }
        return new ArrayList<>(groups.entrySet());
    }

    // GUARDED: two groups in an iteration, and an array beside them
    @ParallelFor
    static List<Object> bothEnds(int[] x, int[] out) {
        Map<Integer, List<Integer>> neighbours = new HashMap<>();
        for (int i = 0; i < Math.min(x.length, out.length); i++) {
            int from = x[i] & 7;
            int to = i & 7;
            neighbours.computeIfAbsent(from, k -> new ArrayList<>()).add(to);
            neighbours.computeIfAbsent(to, k -> new ArrayList<>()).add(from);
            out[i] = from;
        }
        return new ArrayList<>(neighbours.entrySet());
    }

    // UNSAFE PF414: what is in the group decides
    @ParallelFor
    static Map<Integer, List<Integer>> atMostThree(int[] x) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            List<Integer> group = groups.computeIfAbsent(x[i] & 3, k -> new ArrayList<>());
            if (group.size() < 3) {
                group.add(i);
            }
        }
        return groups;
    }

    // UNSAFE PF414: what is added is how many groups there are
    @ParallelFor
    static Map<Integer, List<Integer>> sizes(int[] x) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            groups.computeIfAbsent(x[i] & 3, k -> new ArrayList<>()).add(groups.size());
        }
        return groups;
    }

    // UNSAFE PF414: one list for all keys
    @ParallelFor
    static Map<Integer, List<Integer>> oneList(int[] x) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            groups.computeIfAbsent(x[i] & 3, k -> all).add(i);
        }
        return groups;
    }

    // UNSAFE PF414: the group is kept elsewhere
    @ParallelFor
    static List<Integer> escapes(int[] x, List<List<Integer>> kept) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            List<Integer> group = groups.computeIfAbsent(x[i] & 3, k -> new ArrayList<>());
            group.add(i);
            kept.add(group);
        }
        return kept.get(0);
    }

    // UNSAFE PF414: other keys
    @ParallelFor
    static Map<Integer, List<Integer>> otherKeys(int[] x) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            groups.putIfAbsent(i & 3, new ArrayList<>());
            groups.get(i & 1).add(x[i]);
        }
        return groups;
    }

    // UNSAFE PF414: elements in an order by another method
    @ParallelFor
    static Map<Integer, Deque<Integer>> inFront(int[] x) {
        Map<Integer, Deque<Integer>> groups = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            groups.computeIfAbsent(x[i] & 3, k -> new ArrayDeque<>()).push(i);
        }
        return groups;
    }

    // REFUSED PF414: the order of a set that is put there by hand would be another one
    @ParallelFor
    static Map<Integer, Set<Integer>> setsByHand(int[] x) {
        Map<Integer, Set<Integer>> groups = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            groups.putIfAbsent(x[i] & 3, new HashSet<>());
            groups.get(x[i] & 3).add(i);
        }
        return groups;
    }

    // ---- counts -------------------------------------------------------------------------------------------------------

    // GUARDED
    @ParallelFor
    static List<Object> eitherWay(String[] words) {
        Map<String, Integer> counts = new HashMap<>();
        for (String word : words) {
            if (counts.containsKey(word)) {
                counts.put(word, counts.get(word) + 1);
            } else {
                counts.put(word, 1);
            }
        }
        return new ArrayList<>(counts.entrySet());
    }

    // GUARDED
    @ParallelFor
    static List<Object> notYet(int[] x, Map<Integer, Long> sums) {
        for (int i = 0; i < x.length; i++) {
            if (sums.get(x[i]) == null) {
                sums.put(x[i], (long) i);
            } else {
                sums.put(x[i], (long) i + sums.get(x[i]));
            }
        }
        return new ArrayList<>(sums.entrySet());
    }

    // GUARDED
    @ParallelFor
    static List<Object> gotten(int[] x) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            Integer n = counts.get(x[i] & 15);
            counts.put(x[i] & 15, n == null ? 1 : n + 1);
        }
        return new ArrayList<>(counts.entrySet());
    }

    // GUARDED
    @ParallelFor
    static List<Object> gottenIf(int[] x) {
        Map<Integer, Long> counts = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            Long n = counts.get(x[i]);
            if (n != null) {
                counts.put(x[i], n + 1);
            } else {
                counts.put(x[i], 1L);
            }
        }
        return new ArrayList<>(counts.entrySet());
    }

    // GUARDED
    @ParallelFor
    static List<Object> computed(int[] x) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            counts.compute(x[i] * 8191, (k, n) -> n == null ? 1 : n + 1);
        }
        return new ArrayList<>(counts.entrySet());
    }

    // GUARDED
    @ParallelFor
    static List<Object> zeroFirst(int[] x) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            counts.putIfAbsent(x[i], 0);
            counts.put(x[i], counts.get(x[i]) + i);
        }
        return new ArrayList<>(counts.entrySet());
    }

    // GUARDED
    @ParallelFor
    static List<Object> byRecord(Sale[] sales) {
        Map<String, Integer> amounts = new HashMap<>();
        for (Sale sale : sales) {
            amounts.put(sale.shop(), sale.amount() + amounts.getOrDefault(sale.shop(), 0));
        }
        return new ArrayList<>(amounts.entrySet());
    }

    // UNSAFE PF414: the first one counts for another number
    @ParallelFor
    static Map<Integer, Integer> firstCountsTwice(int[] x) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            Integer n = counts.get(x[i] & 3);
            counts.put(x[i] & 3, n == null ? 2 : n + 1);
        }
        return counts;
    }

    // UNSAFE PF414: another key
    @ParallelFor
    static Map<Integer, Integer> shifted(int[] x) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            Integer n = counts.get(x[i] & 3);
            counts.put(x[i] & 1, n == null ? 1 : n + 1);
        }
        return counts;
    }

    // UNSAFE PF414: the count is read
    @ParallelFor
    static int most(int[] x, int[] out) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < Math.min(x.length, out.length); i++) {
            Integer n = counts.get(x[i] & 3);
            counts.put(x[i] & 3, n == null ? 1 : n + 1);
            out[i] = n == null ? 0 : n;
        }
        return counts.size();
    }

    private static int next = 0;

    private static String draw() {
        return "k" + next++ % 3;
    }

    // UNSAFE PF414: the key is another one each time
    @ParallelFor
    static Map<String, Integer> drawn(int[] x) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            counts.put(draw(), counts.getOrDefault(draw(), 0) + 1);
        }
        return counts;
    }
}
