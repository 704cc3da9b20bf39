package corpus;

import dev.parfor.ParallelFor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collections that hold objects, and collections that these hold. */
final class InnerCollections {

    interface Shape {
        int area(int scale);

        default int corners() {
            return 0;
        }
    }

    static final class Square implements Shape {
        int side;

        Square(int side) {
            this.side = side;
        }

        @Override
        public int area(int scale) {
            return side * side * scale;
        }

        @Override
        public int corners() {
            return 4;
        }
    }

    static final class Disc implements Shape {
        int radius;

        Disc(int radius) {
            this.radius = radius;
        }

        @Override
        public int area(int scale) {
            return 3 * radius * radius * scale;
        }
    }

    static final class Page {
        final Set<Integer> words = new HashSet<>();
        LinkedHashSet<Integer> order = new LinkedHashSet<>();
        LinkedList<Integer> lines = new LinkedList<>();
        int sum;

        Page(int seed) {
            for (int k = 0; k < seed % 4; k++) {
                words.add(seed + k);
                order.add(seed - k);
                lines.add(k);
            }
        }
    }

    /** An iterator of one's own. */
    static final class Steps implements Iterable<Integer> {
        int begun;

        @Override
        public Iterator<Integer> iterator() {
            begun++;
            return List.of(begun).iterator();
        }
    }

    private InnerCollections() {}

    static Collection<Shape> shapes(int n) {
        Collection<Shape> shapes = n % 2 == 0 ? new ArrayDeque<>() : new ArrayList<>();
        for (int i = 0; i < n; i++) {
            shapes.add(i % 3 == 0 ? new Disc(i % 7) : new Square(i % 5));
        }
        return shapes;
    }

    static Collection<Page> pages(int n) {
        Collection<Page> pages = new ArrayDeque<>();
        for (int i = 0; i < n; i++) {
            pages.add(new Page(i));
        }
        return pages;
    }

    // GUARDED: what is called depends on the classes of what is in a collection
    @ParallelFor
    static int areas(int n) {
        int sum = 0;
        for (Shape s : shapes(n)) {
            sum += s.area(2) + s.corners();
        }
        return sum;
    }

    // GUARDED: sets that the elements of a queue hold
    static int words(int n) {
        Collection<Page> pages = pages(n);
        for (@ParallelFor Page p : pages) {
            for (int w : p.words) {
                p.sum += w;
            }
        }
        int all = 0;
        for (Page p : pages) {
            all = 31 * all + p.sum;
        }
        return all;
    }

    // GUARDED: of another class, in its order
    @ParallelFor
    static int[] lastOnes(Page[] pages) {
        int[] last = new int[pages.length];
        for (int i = 0; i < pages.length; i++) {
            for (int w : pages[i].order) {
                last[i] = last[i] * 7 + w;
            }
            for (Integer line : pages[i].lines) {
                last[i] -= line;
            }
        }
        return last;
    }

    // SAFE: a set of the iteration's own
    @ParallelFor
    static int different(int[] x) {
        int all = 0;
        for (int i = 0; i + 3 < x.length; i++) {
            HashSet<Integer> seen = new HashSet<>();
            seen.add(x[i]);
            seen.add(x[i + 1]);
            seen.add(x[i + 2]);
            for (int v : seen) {
                all += v;
            }
        }
        return all;
    }

    // GUARDED: what is added to is none of the sets that are looked at
    @ParallelFor
    static Set<Integer> union(Page[] pages, HashSet<Integer> all) {
        for (Page p : pages) {
            for (Integer w : p.words) {
                all.add(w);
            }
        }
        return all;
    }

    // UNSAFE PF402 PF414: adds to what the others look at
    @ParallelFor
    static int growing(HashSet<Integer> seen, int[] x) {
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int v : seen) {
                sum += v;
            }
            seen.add(x[i]);
        }
        return sum;
    }

    // REFUSED PF402: a sorted set may show a part of another one
    @ParallelFor
    static int sorted(TreeSet<Integer> values, int[] x) {
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int v : values) {
                sum += v * x[i];
            }
        }
        return sum;
    }

    // UNSAFE PF402: whose iterator counts how often it is asked for
    @ParallelFor
    static int begun(Steps steps, int[] out) {
        for (int i = 0; i < out.length; i++) {
            for (int v : steps) {
                out[i] += v;
            }
        }
        return steps.begun;
    }
}
