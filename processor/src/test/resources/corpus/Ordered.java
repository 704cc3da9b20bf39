package corpus;

import dev.parfor.ParallelFor;
import dev.parfor.Scratch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Loops that end in an ordered block: what it reads and writes. */
final class Ordered {

    static final class Node {
        int value;
        Node next;
    }

    static int seen;

    private int count;

    private final List<String> log = new ArrayList<>();

    static int weigh(int v) {
        int h = v;
        for (int r = 0; r < 9; r++) {
            h = h * 31 + (h >>> 3);
        }
        return h;
    }

    // SAFE
    @ParallelFor
    static int text(int[] x, StringBuilder out) {
        int total = 0;
        for (int i = 0; i < x.length; i++) {
            int y = weigh(x[i]);
            ordered: {
                total = total * 31 + y;
                out.append(i).append(' ').append(total).append('\n');
            }
        }
        return total;
    }

    // GUARDED
    @ParallelFor
    static int packed(int[] x, int[] out) {
        int k = 0;
        for (int i = 0; i < x.length && i < out.length; i++) {
            int y = weigh(x[i]);
            ordered:
            if ((y & 1) == 0) {
                out[k++] = y;
            }
        }
        return k;
    }

    // SAFE: also of one array
    @ParallelFor
    static void recurrence(double[] a, double[] b) {
        for (int i = 1; i < a.length && i < b.length; i++) {
            double y = Math.sqrt(Math.abs(b[i]));
            ordered:
            a[i] = a[i - 1] * 0.5 + y;
        }
    }

    // GUARDED
    @ParallelFor
    static LinkedHashMap<String, Integer> keyed(int[] x) {
        LinkedHashMap<String, Integer> map = new LinkedHashMap<>();
        for (int i = 0; i < x.length; i++) {
            String key = "k" + weigh(x[i]) % 7;
            int at = i;
            ordered:
            map.put(key, map.size() * 100 + at);
        }
        return map;
    }

    // GUARDED
    @ParallelFor
    static <T> void changes(List<T> in, ArrayList<T> out) {
        T last = null;
        for (T t : in) {
            ordered:
            {
                if (t != last) {
                    out.add(t);
                }
                last = t;
            }
        }
    }

    // SAFE
    @ParallelFor
    static int throwing(int[] x, StringBuilder out) {
        int last = 1;
        for (int i = 0; i < x.length; i++) {
            int y = 100 / (x[i] + 3);
            ordered:
            {
                out.append(y).append(',');
                last = 1000 / (x[i] - 4) + last;
            }
        }
        return last;
    }

    // SAFE
    @ParallelFor
    static int jumping(int[] x, StringBuilder out) {
        int odd = 0;
        rows:
        for (int i = 0; i < x.length; i++) {
            int y = weigh(x[i]);
            for (int r = 0; r < 3; r++) {
                if (y == r) {
                    continue rows;
                }
            }
            if (x[i] == 2) {
                continue;
            }
            ordered:
            {
                if (y < 0) {
                    continue rows;
                }
                odd += y & 1;
                if (odd == 3) {
                    continue;
                }
                out.append(y);
            }
        }
        return odd;
    }

    // SAFE
    @ParallelFor
    static String elements(List<String> lines) {
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (String line : lines) {
            String key = line == null ? "none" : line.trim();
            ordered:
            {
                number++;
                line = number + line;
                key += number;
                out.append(line).append(key);
            }
        }
        return out.toString();
    }

    // SAFE
    @ParallelFor
    static long down(int[] x, StringBuilder out) {
        long sum = 0;
        for (long i = x.length - 1; i >= 0; i -= 2) {
            int y = weigh(x[(int) i]);
            ordered:
            {
                sum = sum * 3 + y;
                out.append(i);
            }
        }
        return sum;
    }

    // GUARDED
    @ParallelFor
    void fields(int[] x) {
        for (int i = 0; i < x.length; i++) {
            int y = weigh(x[i]);
            ordered:
            {
                count = count * 5 + y;
                log.add(count + ":" + y);
            }
        }
    }

    // SAFE
    @ParallelFor
    static int handled(int[] x, StringBuilder out) {
        try {
            for (int i = 0; i < x.length; i++) {
                int y = 10 / (x[i] + 1);
                ordered:
                out.append(y);
            }
        } catch (ArithmeticException e) {
            return out.length();
        }
        return 0;
    }

    // GUARDED
    @ParallelFor
    static void rows(int[] x, int[] sums) {
        for (int i = 0; i < x.length; i++) {
            int[] row = new int[3];
            for (int k = 0; k < row.length; k++) {
                row[k] = weigh(x[i] + k);
            }
            ordered:
            for (int k = 0; k < row.length && k < sums.length; k++) {
                sums[k] = sums[k] * 2 - row[k];
            }
        }
    }

    // SAFE
    @ParallelFor
    static int chain(int[] x) {
        Node first = null;
        Node last = null;
        for (int i = 0; i < x.length; i++) {
            Node node = new Node();
            node.value = weigh(x[i]);
            ordered:
            {
                if (last == null) {
                    first = node;
                } else {
                    last.next = node;
                    node.value += last.value;
                }
                last = node;
            }
        }
        return hash(first);
    }

    private static int hash(Node first) {
        int h = 0;
        for (Node n = first; n != null; n = n.next) {
            h = h * 31 + n.value;
        }
        return h;
    }

    // SAFE
    @ParallelFor
    static void scratched(int[] x, StringBuilder out) {
        @Scratch("the method fills it")
        int[] work = new int[5];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < work.length; k++) {
                work[k] = x[i] * k;
            }
            ordered:
            for (int k = 0; k < work.length; k++) {
                out.append(work[k]);
            }
        }
    }

    // SAFE
    @ParallelFor
    static int worked(int[] x) {
        int[] work = new int[8];
        int h = 1;
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < 8; k++) {
                work[k] = x[i] * k;
            }
            ordered:
            for (int k = 0; k < 8; k++) {
                h = h * 31 + work[k];
            }
        }
        return h;
    }

    // SAFE
    @ParallelFor
    static String others(int[] x) {
        StringBuilder out = new StringBuilder();
        int grows = 3;
        int last = -1;
        int mine;
        for (int i = 0; i < x.length; i++) {
            mine = weigh(x[i]);
            last = mine;
            grows += 2;
            ordered:
            out.append(mine + grows).append(last);
        }
        return out.append(grows).append(last).toString();
    }

    // SAFE
    @ParallelFor
    static String names(int[] x, StringBuilder list) {
        int each = 0;
        for (int i = 0; i < x.length; i++) {
            int hashCode = weigh(x[i]);
            int handed = i;
            byte toString = (byte) hashCode;
            ordered:
            {
                each = each * 3 + hashCode + toString;
                list.append(handed).append(each);
            }
        }
        return "" + each;
    }

    // SAFE
    @ParallelFor
    static int nothingBefore(int[] x) {
        int h = 0;
        for (int i = 0; i < x.length; i++) {
            ordered:
            h = h * 31 + x[i];
        }
        return h;
    }

    // SAFE
    @ParallelFor
    static int indexOutside(int[] x) {
        int h = 0;
        int i;
        for (i = 0; i < x.length; i++) {
            int y = weigh(x[i]);
            ordered:
            h = h * 31 + y + i;
        }
        return h + i;
    }

    // SAFE
    @ParallelFor
    static int bound(Object[] xs) {
        int sum = 0;
        for (int i = 0; i < xs.length; i++) {
            if (!(xs[i] instanceof Integer n)) {
                continue;
            }
            ordered:
            sum = sum * 7 + n;
        }
        return sum;
    }

    // SAFE
    @ParallelFor
    static String constants(int[] x, StringBuilder out) {
        final int here = 2;
        for (int i = 0; i < x.length; i++) {
            final int two = here;
            final String text = "t\n" + two;
            final long wide = 1;
            ordered:
            switch (x[i]) {
                case two:
                    out.append(text);
                    break;
                case two + 1:
                    out.append(wide);
                    break;
                default:
                    out.append(here);
            }
        }
        return out.toString();
    }

    // SAFE: each iteration on a thread of its own
    @ParallelFor(blocking = true)
    static String waits(int[] x) {
        StringBuilder out = new StringBuilder();
        int total = 0;
        for (int i = 0; i < x.length; i++) {
            int y = 100 / (x[i] + 3);
            ordered:
            {
                total += y;
                out.append(total).append(' ');
            }
        }
        return out.toString();
    }

    // SAFE
    @ParallelFor(blocking = true, chunk = 3)
    static long sums(int[] x, long[] out) {
        long sum = 0;
        for (int i = 0; i < x.length && i < out.length; i++) {
            out[i] = weigh(x[i]);
            sum += out[i];
        }
        return sum;
    }

    // UNSAFE PF211: what the block writes is read before it
    @ParallelFor
    static void readsBefore(int[] x, StringBuilder out) {
        for (int i = 0; i < x.length; i++) {
            int y = weigh(x[i]) + seen;
            ordered:
            seen = seen * 3 + y;
        }
    }

    // UNSAFE PF123: likewise a variable
    @ParallelFor
    static int readsVariable(int[] x) {
        int last = 0;
        for (int i = 0; i < x.length; i++) {
            int y = weigh(x[i]) + last;
            ordered:
            last = last * 3 + y;
        }
        return last;
    }

    // UNSAFE PF121: other blocks see what comes after this one
    @ParallelFor
    static int after(int[] x, Node[] nodes) {
        Node before = null;
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            Node node = new Node();
            ordered:
            {
                if (before != null) {
                    sum = sum * 3 + before.value;
                }
                before = node;
            }
            node.value = weigh(x[i]);
        }
        return sum;
    }
}
