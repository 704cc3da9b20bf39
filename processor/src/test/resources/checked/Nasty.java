package checked;

import dev.parfor.ParallelFor;
import dev.parfor.Pure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntUnaryOperator;

/** Loops whose expressions are hard to take apart. No two iterations meet; each is compared with the method itself. */
public class Nasty {

    public static class Node {
        public Node next;
        public int value;
        public int[] data = new int[4];
        private byte small;
        private Integer boxed = 0;
    }

    static class Generic<T> {
        T held;
        T[] many;
    }

    private int own;
    private int[] cells = new int[64];
    static int[] shared = new int[64];
    private static int[] hidden = new int[64];
    private static long secret;
    private final ReentrantLock lock = new ReentrantLock();

    public static void reset() {
        shared = new int[64];
        hidden = new int[64];
        secret = 0;
    }

    public int own() {
        return own;
    }

    private static int twice(int x) {
        return 2 * x;
    }

    @Pure("it only doubles")
    static int bump(int x) {
        return twice(x) / 2;
    }

    @ParallelFor(trust = "rows of four")
    public static void sideEffectsInSubscripts(int[] a) {
        for (int i = 0; i < a.length / 4; i++) {
            int k = 4 * i;
            a[k++] = k;
            a[k++] += k++;
            a[k] = a[--k] + a[k - 1];
        }
    }

    @ParallelFor(trust = "cells of its own")
    public static void compound(int[] a, byte[] b) {
        for (int i = 0; i < a.length && i < b.length; i++) {
            a[bump(i)] += bump(i) * 3;
            b[i] += 100;
            b[i] <<= 1;
            a[i] ^= b[i]--;
            ++a[i];
        }
    }

    @ParallelFor(trust = "an index of indices")
    public static void nested(int[][] a, int[] b) {
        for (int i = 0; i < b.length; i++) {
            b[i] = i;
            for (int j = 0; j < a[b[i]].length; j++) {
                a[b[i]][j]++;
                a[b[b[i]]][bump(j)] = a[i][a[i].length - 1 - j] + (a[i])[(j)];
            }
        }
    }

    @ParallelFor(trust = "lambdas of its own")
    public static void lambdas(int[] a, int[] out) {
        for (int i = 0; i < a.length; i++) {
            final int at = i;
            IntUnaryOperator f = x -> a[at] + x;
            int[] row = new int[3];
            Arrays.setAll(row, j -> a[at] * j);
            out[i] = f.applyAsInt(row[2]) + Arrays.stream(row).map(x -> x + row[1]).sum();
        }
    }

    @ParallelFor(trust = "classes of its own")
    public static void classes(int[] a, int[] out) {
        for (int i = 0; i < a.length; i++) {
            int at = i;
            class Counter {
                int count = a[at];
                static int twice(int[] x) {
                    return 2 * x[0];
                }

                int next() {
                    count++;
                    this.count += a[at];
                    return count;
                }
            }
            record Pair(int left, int right) {
                static int sum(int[] x) {
                    return x[0] + x[1];
                }
            }
            Counter counter = new Counter();
            counter.next();
            counter.count -= 1;
            Runnable r = new Runnable() {
                int seen = a[at];

                @Override
                public void run() {
                    seen++;
                    out[at] = seen + counter.count + new Pair(a[at], 2).left() + Pair.sum(new int[] {a[at], 1});
                }
            };
            r.run();
            out[i] += Counter.twice(new int[] {a[i]});
        }
    }

    @ParallelFor(trust = "a long index")
    public static void longIndex(int[] a) {
        for (long i = 5; i < a.length + 5L; i += 2) {
            a[(int) (i - 5)] = (int) i + a[(int) i - 5];
        }
    }

    @ParallelFor(trust = "a step that is not known")
    public static void downwards(int[] a, int step) {
        int by = Math.abs(step % 5) + 1;
        for (int i = a.length - 1; i >= 0; i -= by) {
            a[i] = a[i] - i;
        }
    }

    @ParallelFor(trust = "rows")
    public static double rows(double[][] a, double[] out) {
        double sum = 0;
        for (int i = 0; i < a.length && i < out.length; i++) {
            double[] row = a[i], copy = row.clone();
            for (double x : row) {
                out[i] += x;
            }
            System.arraycopy(copy, 0, row, copy.length / 2, copy.length - copy.length / 2);
            Arrays.fill(copy, 1);
            Arrays.fill(row, 0, row.length / 2, out[i]);
            Arrays.sort(copy, 0, copy.length);
            sum += row.length + Arrays.copyOf(copy, 2 * copy.length).length;
        }
        return sum;
    }

    @ParallelFor
    public static float elements(float[] a, float[] b) {
        float sum = 0;
        for (float x : a) {
            sum += x * x + b.length;
        }
        return sum;
    }

    @ParallelFor(trust = "nodes of their own")
    public static void objects(Node[] nodes) {
        for (int i = 0; i < nodes.length; i++) {
            Node node = nodes[i];
            node.value++;
            node.value += node.data[1]++;
            node.small += 3;
            node.small = (byte) (node.small << 1);
            node.boxed++;
            (node.next = new Node()).value = node.next.data.length;
            node.next.next = node;
            nodes[i].next.next.data[node.small & 3] += 1;
            node.next = null;
        }
    }

    @ParallelFor(trust = "generics")
    public static void generics(List<String> names, int[] out) {
        int n = Math.min(names.size(), out.length);
        for (int i = 0; i < n; i++) {
            Generic<String> one = new Generic<>();
            one.held = names.get(i);
            Generic<? extends CharSequence> any = one;
            String[] made = {one.held, null};
            one.many = made;
            one.many[1] = made[0] + any.held;
            out[i] = one.many[1].length() + any.many[0].length();
        }
    }

    @ParallelFor(trust = "fields of this")
    public void receiver(int[] a) {
        for (int i = 0; i < a.length && i < 64; i++) {
            cells[i] = a[i] + own;
            this.cells[i]++;
            Nasty.shared[i] += cells[i];
            hidden[i] = shared[i] + Nasty.hidden[i];
            a[i] = hidden[i];
        }
    }

    @ParallelFor(trust = "under a lock")
    public void locked(int[] a) {
        for (int i = 0; i < a.length; i++) {
            lock.lock();
            try {
                own += a[i];
            } finally {
                lock.unlock();
            }
            synchronized (this) {
                secret += a[i];
                cells[0] += 1;
            }
            a[i] = -a[i];
        }
    }

    @ParallelFor(trust = "it fails")
    public static void outOfBounds(int[] a) {
        for (int i = 0; i <= a.length; i++) {
            a[i] = i;
        }
    }

    @ParallelFor(trust = "it fails")
    public static void nothingThere(int[][] a) {
        for (int i = 0; i < a.length; i++) {
            if (i == 5) {
                a[i] = null;
            }
            a[i][0] = i;
        }
    }

    @ParallelFor(trust = "it fails in a subscript")
    public static void failingSubscript(int[] a, int[] b) {
        for (int i = 0; i < a.length; i++) {
            try {
                a[i] = b[10 / (i - 3)];
            } catch (ArithmeticException e) {
                a[i] = b[i] - 7;
            }
            a[i] += b[i];
        }
    }

    @ParallelFor(trust = "one array is two")
    public static void aliases(int[] a, int[] b) {
        for (int i = 0; i < a.length && i < b.length; i++) {
            int[] c = i % 2 == 0 ? a : b;
            c[i] = (i % 3 == 0 ? a : c)[i] + 1;
            (i > 5 ? a : b)[i] *= 2;
        }
    }

    @ParallelFor
    public static int work(int[] a, int[] out) {
        int[] tmp = new int[8];
        int last = 0;
        for (int i = 0; i < a.length && i < out.length; i++) {
            for (int j = 0; j < 8; j++) {
                tmp[j] = a[i] + j;
            }
            int sum = 0;
            for (int j = 0; j < 8; j++) {
                sum += tmp[7 - j];
            }
            out[i] = sum;
            last = sum;
        }
        return last;
    }

    @ParallelFor
    public static int[] histogram(int[] a) {
        int[] counts = new int[16];
        for (int i = 0; i < a.length; i++) {
            counts[a[i] & 15]++;
            hidden[3] += a[i];
        }
        return counts;
    }

    @ParallelFor(trust = "switches and labels")
    public static void control(int[] a) {
        outer:
        for (int i = 0; i < a.length; i++) {
            switch (a[i] & 3) {
                case 0:
                    a[i] = 1;
                    break;
                case 1:
                    continue outer;
                default:
                    do {
                        a[i] >>= 1;
                    } while (a[i] > 3);
            }
            a[i] = a[i] > 1 ? a[i]-- : -a[i]; // a[i] in a comment
            String s = "a[i]" + a[i];
            a[i] += s.length();
        }
    }

    @ParallelFor
    public static int search(int[] a, int[] b) {
        for (int i = 0; i < a.length && i < b.length; i++) {
            if (a[i] == b[b.length - 1] && b[i] != 5) {
                return b[i] + i;
            }
        }
        return -1;
    }

    @ParallelFor
    public static List<Integer> collect(int[] a) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < a.length; i++)
            if (a[i] % 2 == 0) kept.add(a[i]);
        return kept;
    }

    @ParallelFor
    public static int filter(int[] a, int[] out) {
        int k = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > 3) {
                out[k++] = a[i];
            }
        }
        return k;
    }

    @ParallelFor
    public static void running(long[] a) {
        long s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i];
            a[i] = s;
        }
    }

    @ParallelFor
    public static String ordered(int[] a, StringBuilder text) {
        for (int i = 0; i < a.length; i++) {
            int x = a[i] * a[i];
            ordered:
            text.append(x).append(' ');
        }
        return text.toString();
    }
}
