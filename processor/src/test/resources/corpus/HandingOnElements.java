package corpus;

import dev.parfor.ParallelFor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The element before this one, of lists and other collections; and several variables that one statement declares. */
final class HandingOnElements {

    static final class Node {
        int value;
        Node next;
    }

    record Point(int x, int y) {}

    static Set<Integer> set(int[] x) {
        Set<Integer> set = new LinkedHashSet<>();
        for (int v : x) {
            set.add(v);
        }
        return set;
    }

    // SAFE: a list
    @ParallelFor
    static int rises(List<Integer> values) {
        int rises = 0;
        int previous = 3;
        for (Integer v : values) {
            int value = v;
            if (previous < value) {
                rises++;
            }
            previous = value;
        }
        return rises;
    }

    // SAFE: and the last one is read
    @ParallelFor
    static int fallsOf(int[] x) {
        int falls = 0;
        int previous = 0;
        int first = 7;
        for (int v : set(x)) {
            falls += previous > v ? v : first;
            first = previous;
            previous = v;
        }
        return falls * 31 + previous + first;
    }

    // SAFE: objects
    @ParallelFor
    static int points(Point[] points) {
        int same = 0;
        Point previous = null;
        for (Point p : points) {
            if (previous != null && previous.x() == p.x()) {
                same++;
            }
            previous = p;
        }
        return same;
    }

    // SAFE: likewise, of a collection, and the last one
    @ParallelFor
    static int nodes(Collection<Node> nodes) {
        int rises = 0;
        Node previous = null;
        for (Node n : nodes) {
            if (previous != null && previous.value < n.value) {
                rises++;
            }
            previous = n;
        }
        return previous == null ? rises : rises + previous.value;
    }

    // SAFE: a part of an element
    @ParallelFor
    static int parts(Node[] nodes) {
        int same = 0;
        Node before = null;
        for (int i = 0; i < nodes.length; i++) {
            same += before == nodes[i] ? 1 : 0;
            before = nodes[i].next;
        }
        return same;
    }

    // UNSAFE PF301 PF212: it writes what the next one reads
    @ParallelFor
    static void chain(Node[] nodes) {
        Node previous = null;
        for (Node n : nodes) {
            if (previous != null) {
                n.value = previous.value + 1;
            }
            previous = n;
        }
    }

    // UNSAFE PF301 PF212: it writes the element before
    @ParallelFor
    static void back(Node[] nodes) {
        Node previous = null;
        for (Node n : nodes) {
            if (previous != null) {
                previous.value = n.value + 1;
            }
            previous = n;
        }
    }

    // UNSAFE PF301 PF201: it writes what it is made of
    @ParallelFor
    static int moved(Node[] nodes) {
        int h = 0;
        Node previous = null;
        for (int i = 1; i < nodes.length; i++) {
            h += previous == nodes[i] ? i : 1;
            previous = nodes[i];
            nodes[i] = nodes[i - 1];
        }
        return h;
    }

    // UNSAFE PF301: a new one, which nobody else makes
    @ParallelFor
    static int made(int[] x, Object[] all) {
        int h = 0;
        Object previous = null;
        for (int i = 0; i < x.length; i++) {
            Object current = new Object();
            h += i > 0 && previous == all[i - 1] ? 1 : 0;
            all[i] = current;
            previous = current;
        }
        return h;
    }

    // UNSAFE PF301: an element may be left out
    @ParallelFor
    static int leftOut(List<Integer> values) {
        int h = 0;
        int previous = 0;
        for (Integer v : values) {
            int value = v;
            if (value > 2) {
                continue;
            }
            h += previous;
            previous = value;
        }
        return h;
    }

    // SAFE: never in parallel, the list's iterator is asked
    @ParallelFor
    static int linked(int[] x) {
        List<Integer> list = new LinkedList<>(set(x));
        int h = 0;
        int previous = 1;
        for (int v : list) {
            h += previous ^ v;
            previous = v;
        }
        return h;
    }

    // SAFE: values of a map
    @ParallelFor
    static int values(int[] x) {
        Map<Integer, Integer> map = new TreeMap<>();
        set(x).forEach(v -> map.put(v, 2 * v));
        int h = 0;
        int previous = 1;
        for (int v : map.values()) {
            h += previous ^ v;
            previous = v;
        }
        return h;
    }

    // GUARDED: the two must be two arrays; two variables of one statement
    @ParallelFor
    static void pairs(int[] x, int[] out) {
        int previous = 0;
        for (int i = 0; i < x.length; i++) {
            int a = x[i], b = 2 * i;
            out[i] = previous;
            previous = a + b;
        }
    }

    // GUARDED: of which one is not handed on
    @ParallelFor
    static int onePair(int[] x, int[] out) {
        int previous = 0;
        for (int i = 0; i < x.length; i++) {
            int a = x[i], b = a * a, c = a - b;
            out[i] = previous + c;
            previous = b;
        }
        return previous;
    }

    // UNSAFE PF301: what is declared beside it can't be made anew
    @ParallelFor
    static int besides(int[] x, int[] out) {
        int previous = 0;
        int next = 0;
        for (int i = 0; i < x.length; i++) {
            int a = x[i], b = next++ * x[i];
            out[i] = previous + b;
            previous = a;
            next = next * 3 & x[i];
        }
        return previous;
    }

    // UNSAFE PF301: one of them gets its value later
    @ParallelFor
    static int later(int[] x, int[] out) {
        int previous = 0;
        for (int i = 0; i < x.length; i++) {
            int a = x[i], b;
            b = a * 2;
            out[i] = previous;
            previous = b;
        }
        return previous;
    }

    // REFUSED PF301: an array beside a number
    @ParallelFor
    static int arrays(int[] x, int[] out) {
        int previous = 0;
        List<int[]> all = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            int a = x[i], b[] = {a, i};
            out[i] = previous + b[1];
            previous = a;
        }
        return previous + all.size();
    }
}
