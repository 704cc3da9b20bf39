package corpus;

import dev.parfor.ParallelFor;
import dev.parfor.Schedule;
import dev.parfor.Scratch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Loops that end in an ordered block, and what looks like it. */
final class Ordered {

    static final class Node {
        int value;
        Node next;
    }

    static Node latest;

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

    // SAFE: a label that a break names is a label as any other
    @ParallelFor
    static void plainLabel(int[] x, int[] out) {
        for (int i = 0; i < out.length; i++) {
            int y = i;
            ordered:
            {
                if (y % 3 == 0) {
                    break ordered;
                }
                out[i] = y;
            }
        }
    }

    static int labelled(int[] x) {
        int s = 0;
        for (int i = 0; i < x.length; i++) {
            ordered:
            s = s * 3 + x[i];
        }
        return s;
    }

    // GUARDED: the label in the method belongs to that method's loop
    @ParallelFor
    static void labelInCall(int[] x, int[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = labelled(x) + i;
        }
    }

    // GUARDED
    @ParallelFor
    static int locked(int[] x, int[] lock) {
        int h = 0;
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            int y = weigh(x[i]);
            ordered:
            synchronized (lock) {
                h = h * 31 + y;
                sum += h;
            }
        }
        return sum;
    }

    // GUARDED
    @ParallelFor
    static void functions(int[] x, ArrayList<Integer> out) {
        for (int i = 0; i < x.length; i++) {
            int y = weigh(x[i]);
            ordered:
            {
                Runnable add = () -> out.add(y);
                add.run();
            }
        }
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

    // UNSAFE PF201: both write it
    @ParallelFor
    static void writesBoth(int[] x) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = weigh(x[i]);
            ordered:
            {
                x[k] += x[i];
                k += 1 - (x[k] & 1);
            }
        }
    }

    // UNSAFE PF106: the block moves the bound
    @ParallelFor
    static void grows(ArrayList<Integer> list) {
        for (int i = 0; i < list.size() && i < 100; i++) {
            int y = weigh(i);
            ordered:
            if (y % 2 == 0) {
                list.add(y);
            }
        }
    }

    // UNSAFE PF106: the list is changed while it is walked
    @ParallelFor
    static void shrinks(List<Integer> list) {
        for (Integer v : list) {
            int y = weigh(v);
            ordered:
            if (y % 2 == 0) {
                list.remove(0);
            }
        }
    }

    // UNSAFE PF110: the handler sees the variable
    @ParallelFor
    static int handlerSees(int[] x) {
        int n = 0;
        try {
            for (int i = 0; i < x.length; i++) {
                int y = 10 / (x[i] + 1);
                ordered:
                n += y;
            }
        } catch (ArithmeticException e) {
            return n;
        }
        return 0;
    }

    // UNSAFE PF110: the handler sees what iterations ahead have written
    @ParallelFor
    static int handlerSeesAhead(int[] x, int[] out) {
        int n = 0;
        try {
            for (int i = 0; i < x.length && i < out.length; i++) {
                out[i] = 10 / (x[i] + 1);
                ordered:
                seen++;
            }
        } catch (ArithmeticException e) {
            return out[out.length - 1];
        }
        return 0;
    }

    // UNSAFE PF212: an element that an earlier block keeps is changed ahead
    @ParallelFor
    static int keeps(Node[] nodes) {
        Node before = null;
        int sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            Node node = nodes[i];
            node.value += i;
            ordered:
            {
                if (before != null) {
                    sum = sum * 3 + before.value;
                }
                before = node;
            }
        }
        return sum;
    }

    // UNSAFE PF211: the part before the block reads what blocks set
    @ParallelFor
    static void published(int[] x) {
        for (int i = 0; i < x.length; i++) {
            Node node = new Node();
            Node before = latest;
            node.value = before == null ? 0 : before.value + x[i];
            ordered:
            latest = node;
        }
    }

    // UNSAFE PF414: the part before the block walks what blocks add to
    @ParallelFor
    static void walked(int[] x, ArrayList<Integer> out) {
        for (int i = 0; i < x.length; i++) {
            int sum = 0;
            for (int v : out) {
                sum += v;
            }
            ordered:
            out.add(sum + x[i]);
        }
    }

    // UNSAFE PF201: what the block has handed on is written again
    @ParallelFor
    static void keptRows(int[] x, List<int[]> out) {
        int[] row = new int[2];
        for (int i = 0; i < x.length; i++) {
            row[0] = x[i];
            row[1] = i;
            ordered:
            out.add(row);
        }
    }

    // UNSAFE PF413: the text tells which thread ran
    @ParallelFor
    static void threads(int[] x, StringBuilder out) {
        for (int i = 0; i < x.length; i++) {
            int y = weigh(x[i]);
            ordered:
            out.append(y).append(Thread.currentThread().getName());
        }
    }

    // UNSAFE PF411: what stands before the block has no order
    @ParallelFor
    static void printsBefore(int[] x, StringBuilder out) {
        for (int i = 0; i < x.length; i++) {
            System.out.println(x[i]);
            ordered:
            out.append(x[i]);
        }
    }

    // UNSAFE PF202: the block changes the index array that was looked at
    @ParallelFor
    static void indexed(int[] x, int[] at, int[] out) {
        int k = 0;
        for (int i = 0; i < x.length && i < at.length; i++) {
            out[at[i] & 15] = x[i];
            ordered:
            at[k++ & 7] = x[i];
        }
    }

    // REFUSED PF121: two blocks
    @ParallelFor
    static int two(int[] x, StringBuilder out) {
        int h = 0;
        for (int i = 0; i < x.length; i++) {
            ordered:
            h = h * 31 + x[i];
            ordered:
            out.append(i);
        }
        return h;
    }

    // REFUSED PF121: not in every iteration
    @ParallelFor
    static int inBranch(int[] x) {
        int h = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                ordered:
                h = h * 31 + x[i];
            }
        }
        return h;
    }

    // REFUSED PF121: the header has a second update
    @ParallelFor
    static int beside(int[] x) {
        int h = 0;
        int k = 0;
        for (int i = 0; i < x.length; i++, k += 2) {
            int y = weigh(x[i] + k);
            ordered:
            h = h * 31 + y;
        }
        return h + k;
    }

    // REFUSED PF123: a sum beside it
    @ParallelFor
    static int sumBeside(int[] x, StringBuilder out) {
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
            ordered:
            out.append(i);
        }
        return sum;
    }

    // REFUSED PF123: no value where the block begins
    @ParallelFor
    static int valueless(int[] x) {
        int h = 0;
        for (int i = 0; i < x.length; i++) {
            int y;
            ordered:
            {
                y = weigh(x[i]);
                h = h * 31 + y;
            }
        }
        return h;
    }

    // REFUSED PF122: an iteration ends the loop
    @ParallelFor
    static int ends(int[] x, StringBuilder out) {
        int h = 0;
        for (int i = 0; i < x.length; i++) {
            int y = weigh(x[i]);
            if (y == 0) {
                break;
            }
            ordered:
            h = h * 31 + y;
        }
        return h;
    }

    // REFUSED PF122: the block ends the loop
    @ParallelFor
    static int returns(int[] x, StringBuilder out) {
        int h = 0;
        for (int i = 0; i < x.length; i++) {
            int y = weigh(x[i]);
            ordered:
            {
                h = h * 31 + y;
                if (h == 0) {
                    return i;
                }
            }
        }
        return h;
    }

    // REFUSED PF124: its schedule deals iterations out in advance
    @ParallelFor(schedule = Schedule.STATIC)
    static int dealt(int[] x) {
        int h = 0;
        for (int i = 0; i < x.length; i++) {
            int y = weigh(x[i]);
            ordered:
            h = h * 31 + y;
        }
        return h;
    }

    // REFUSED PF112: a class of the body
    @ParallelFor
    static int localClass(int[] x) {
        int h = 0;
        for (int i = 0; i < x.length; i++) {
            record Pair(int a, int b) {}
            Pair p = new Pair(x[i], i);
            ordered:
            h = h * 31 + p.a() - p.b();
        }
        return h;
    }
}
