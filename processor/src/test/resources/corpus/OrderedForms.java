package corpus;

import dev.parfor.ParallelFor;
import dev.parfor.Schedule;
import java.util.ArrayList;
import java.util.List;

/** Ordered blocks: their label, where they stand, and what else stands in the loop. */
final class OrderedForms {

    static final class Node {
        int value;
        Node next;
    }

    static Node latest;

    static int seen;

    static int weigh(int v) {
        int h = v;
        for (int r = 0; r < 9; r++) {
            h = h * 31 + (h >>> 3);
        }
        return h;
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
