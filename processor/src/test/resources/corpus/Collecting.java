package corpus;

import dev.parfor.ParallelFor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** Collections, maps and texts that iterations only add to, and what looks like it. */
final class Collecting {

    enum Color {
        RED,
        GREEN,
        BLUE
    }

    record Point(int x, String name) {}

    static final class Result {
        List<Integer> found = new ArrayList<>();
        private final StringBuilder log = new StringBuilder();
        final Set<String> names = new HashSet<>();
    }

    private final List<String> own = new ArrayList<>();

    // GUARDED
    @ParallelFor
    static List<Integer> squares(int[] x) {
        List<Integer> squares = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            squares.add(x[i] * x[i]);
        }
        return squares;
    }

    // GUARDED
    @ParallelFor
    static void positive(int[] x, List<? super Integer> found) {
        for (int v : x) {
            if (v > 0) {
                found.add(v);
            } else if (v < -2) {
                found.add(-v);
                found.add(0);
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void objects(int[] x, Collection<Point> points) {
        for (int i = 0; i < x.length; i++) {
            Point p = new Point(x[i], "p" + i);
            points.add(p);
        }
    }

    // GUARDED
    @ParallelFor
    static <T> ArrayList<T> generic(List<T> x) {
        ArrayList<T> out = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            T t = x.get(i);
            if (t != null) {
                out.add(t);
            }
        }
        return out;
    }

    // GUARDED
    @ParallelFor
    static LinkedList<String> linked(int[] x) {
        LinkedList<String> out = new LinkedList<>();
        for (int i = 0; i < x.length; i++) {
            out.addLast("v" + x[i]);
        }
        return out;
    }

    // GUARDED
    @ParallelFor
    static void queued(int[] x, ArrayDeque<Integer> out) {
        for (int i = 0; i < x.length; i++) {
            out.offer(x[i] / (x[i] + 5));
        }
    }

    // GUARDED
    @ParallelFor
    static void inField(Result result, int[] x) {
        for (int i = 0; i < x.length; i++) {
            if ((x[i] & 1) == 0) {
                result.found.add(i);
            }
        }
    }

    // GUARDED
    @ParallelFor
    void inOwnField(int[] x) {
        for (int i = 0; i < x.length; i++) {
            this.own.add(String.valueOf(x[i]));
            if (x[i] == 0) {
                own.add("zero");
            }
        }
    }

    // SAFE
    @ParallelFor
    static String text(int[] x) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < x.length; i++) {
            if (i > 0) {
                text.append(", ");
            }
            text.append(i).append('=').append(x[i]);
        }
        return text.append(']').toString();
    }

    // SAFE
    @ParallelFor
    static void logged(Result result, int[] x) {
        for (int i = 0; i < x.length; i++) {
            result.log.append(10 / (x[i] + 2)).append(i % 2 == 0 ? "a" : "b");
        }
    }

    // GUARDED
    @ParallelFor
    static Set<Integer> distinct(int[] x, Set<Integer> seen) {
        for (int v : x) {
            seen.add(v * 7919);
        }
        return seen;
    }

    // GUARDED
    @ParallelFor
    static LinkedHashSet<String> ordered(int[] x) {
        LinkedHashSet<String> seen = new LinkedHashSet<>();
        for (int v : x) {
            seen.add("k" + (v & 31));
        }
        return seen;
    }

    // GUARDED
    @ParallelFor
    static void names(Result result, int[] x) {
        for (int i = 0; i < x.length; i++) {
            result.names.add("n" + x[i] % 5);
        }
    }

    // GUARDED
    @ParallelFor
    static BitSet bits(int[] x) {
        BitSet bits = new BitSet();
        for (int i = 0; i < x.length; i++) {
            bits.set(x[i] & 1023);
        }
        return bits;
    }

    // GUARDED
    @ParallelFor
    static void bitsThatThrow(int[] x, BitSet bits) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 4000) {
                bits.set(x[i]);
            }
        }
    }

    // GUARDED
    @ParallelFor
    static Map<Integer, Integer> lastOf(int[] x) {
        Map<Integer, Integer> last = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            last.put(x[i] & 15, i);
        }
        return last;
    }

    // GUARDED
    @ParallelFor
    static void intoMap(int[] x, Map<String, Integer> out) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 1) {
                out.put("k" + x[i] * 31, i);
            }
        }
    }

    // GUARDED
    @ParallelFor
    static HashMap<Integer, Integer> merged(int[] x) {
        HashMap<Integer, Integer> sums = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            sums.merge(x[i] & 7, x[i], Integer::sum);
        }
        return sums;
    }

    // GUARDED
    @ParallelFor
    static void mergedByLambda(int[] x, Map<Integer, Long> sums) {
        for (int i = 0; i < x.length; i++) {
            sums.merge(x[i], 1L, (a, b) -> a + b);
        }
    }

    // GUARDED
    @ParallelFor
    static Map<Color, Integer> greatest(int[] x) {
        Map<Color, Integer> greatest = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            Color c = x[i] > 2 ? Color.RED : x[i] < 0 ? Color.BLUE : Color.GREEN;
            greatest.merge(c, x[i], Integer::max);
        }
        return greatest;
    }

    // GUARDED approximate
    @ParallelFor
    static Map<Integer, Double> weights(double[] x) {
        Map<Integer, Double> sums = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            sums.merge(i & 3, x[i], Double::sum);
        }
        return sums;
    }

    // GUARDED
    @ParallelFor
    static Map<Integer, Integer> counts(int[] x) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int v : x) {
            counts.put(v, counts.getOrDefault(v, 0) + 1);
        }
        return counts;
    }

    // GUARDED
    @ParallelFor
    static void countsOfWords(int[] x, Map<String, Long> counts) {
        for (int i = 0; i < x.length; i++) {
            String word = "w" + (x[i] & 63);
            counts.put(word, counts.getOrDefault(word, 0L) + x[i]);
        }
    }

    // GUARDED
    @ParallelFor
    static int together(int[] x, List<Integer> found, int[] kept) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                found.add(i);
                kept[k++] = x[i];
            }
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    static void withWrites(int[] x, List<Integer> found, int[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i] / (x[i] + 4);
            if (x[i] > 0) {
                found.add(out[i]);
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void caught(int[] x, List<Integer> good, List<String> bad) {
        for (int i = 0; i < x.length; i++) {
            try {
                good.add(10 / x[i]);
            } catch (ArithmeticException e) {
                bad.add("at " + i);
            }
        }
    }

    // UNSAFE PF414: how many there are is looked at
    @ParallelFor
    static void limited(int[] x, List<Integer> found) {
        for (int i = 0; i < x.length; i++) {
            if (found.size() < 10) {
                found.add(x[i]);
            }
        }
    }

    // UNSAFE PF414: whether it was there decides
    @ParallelFor
    static int firsts(int[] x, Set<Integer> seen) {
        int n = 0;
        for (int v : x) {
            if (seen.add(v)) {
                n++;
            }
        }
        return n;
    }

    // UNSAFE PF414: not at the end
    @ParallelFor
    static void atFront(int[] x, List<Integer> found) {
        for (int i = 0; i < x.length; i++) {
            found.add(0, x[i]);
        }
    }

    // UNSAFE PF414: two kinds of change
    @ParallelFor
    static void addedAndRemoved(int[] x, Set<Integer> seen) {
        for (int v : x) {
            if (v > 0) {
                seen.add(v);
            } else {
                seen.remove(-v);
            }
        }
    }

    // UNSAFE PF414: what was put is read
    @ParallelFor
    static void chained(int[] x, Map<Integer, Integer> map) {
        for (int i = 0; i < x.length; i++) {
            map.put(x[i], map.getOrDefault(x[i] + 1, 0) + 1);
        }
    }

    // UNSAFE PF414: not a sum
    @ParallelFor
    static void differences(int[] x, Map<Integer, Integer> map) {
        for (int i = 0; i < x.length; i++) {
            map.merge(x[i] & 3, x[i], (a, b) -> a - b);
        }
    }

    // UNSAFE PF414: what is there so far is asked for
    @ParallelFor
    static void separated(int[] x, StringBuilder text) {
        for (int i = 0; i < x.length; i++) {
            if (text.length() > 0) {
                text.append(',');
            }
            text.append(x[i]);
        }
    }

    // GUARDED never in parallel: it is the same list
    @ParallelFor
    static void seenThrough(int[] x, ArrayList<Integer> found) {
        ArrayList<Integer> same = found;
        for (int i = 0; i < x.length; i++) {
            found.add(x[i] + same.size());
        }
    }

    // GUARDED
    @ParallelFor
    static void twoLists(ArrayList<Integer> in, ArrayList<Integer> out) {
        int n = in.size();
        for (int i = 0; i < n; i++) {
            out.add(in.get(i));
        }
    }

    // GUARDED: groups
    @ParallelFor
    static Map<Integer, List<Integer>> groups(int[] x) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            groups.computeIfAbsent(x[i] & 7, k -> new ArrayList<>()).add(i);
        }
        return groups;
    }

    // GUARDED: sorted
    @ParallelFor
    static java.util.TreeSet<Integer> sorted(int[] x) {
        java.util.TreeSet<Integer> sorted = new java.util.TreeSet<>();
        for (int v : x) {
            sorted.add(v);
        }
        return sorted;
    }

    // UNSAFE PF414: it gets out
    @ParallelFor
    static void kept(int[] x, List<Integer> found, Object[] all) {
        for (int i = 0; i < x.length; i++) {
            found.add(x[i]);
            all[i] = found;
        }
    }

    // UNSAFE PF414: others count as well, and could not be taken back
    @ParallelFor
    static void countsWithWrites(int[] x, Map<Integer, Integer> counts, int[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = i;
            counts.put(i, counts.getOrDefault(i, 0) + 1);
        }
    }

    // UNSAFE PF402: another list each time
    @ParallelFor
    static void buckets(int[] x, List<Integer>[] buckets) {
        for (int i = 0; i < x.length; i++) {
            buckets[x[i] & 1].add(i);
        }
    }
}
