package checked;

import dev.parfor.Distinct;
import dev.parfor.ParallelFor;
import dev.parfor.Pure;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Loops whose claims are false for some arguments. */
public class Colliding {

    public static class Cell {
        public int value;
    }

    private static int latest;
    public static int calls;
    private int seen;

    @ParallelFor(trust = "each has cells of its own")
    public static void trusted(int[] a, int n) {
        for (int i = 10; i > 0; i -= 3) {
            a[(i * 7) % n] = a[i] + 1;
        }
    }

    @ParallelFor
    public static void scatter(double[] out, @Distinct("a permutation") int[] index) {
        for (int i = 0; i < index.length; i++) {
            out[index[i]] += i;
        }
    }

    @ParallelFor
    public static void elements(@Distinct("no cell stands twice in it") Cell[] cells) {
        for (Cell cell : cells) {
            cell.value++;
        }
    }

    @ParallelFor
    public static void pure(int[] a, int[] out, @Pure("it only computes") IntUnaryOperator f) {
        for (int i = 0; i < a.length; i++) {
            out[i] = f.applyAsInt(a[i]) + a[i];
        }
    }

    @ParallelFor(trust = "what it writes is its own")
    public static void lambdaInside(int[] a, int[] box) {
        for (int i = 0; i < a.length; i++) {
            int at = i;
            Runnable counts = () -> box[a[at]] = at;
            counts.run();
        }
    }

    @ParallelFor(trust = "nobody reads it")
    public static void privateStatic(int[] a) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] > 3) {
                latest = i;
            }
            a[i] = latest;
        }
    }

    @ParallelFor(trust = "nobody reads it")
    public void field(int[] a) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] > 3) {
                seen = i;
            }
            a[i] = seen;
        }
    }

    @ParallelFor(trust = "rows do not touch")
    public static void ranges(int[] a, int width) {
        for (int i = 0; i < a.length / 4; i++) {
            Arrays.fill(a, 4 * i, 4 * i + width, i);
        }
    }

    @ParallelFor(trust = "rows do not touch")
    public static void copies(int[] a, int[] b, int width) {
        for (int i = 0; i < a.length / 4; i++) {
            System.arraycopy(a, 4 * i, b, 4 * i, width);
            b[4 * i]++;
        }
    }

    @ParallelFor(trust = "each has an element of its own")
    public static void lists(List<Integer> list, int by) {
        int n = list.size();
        for (int i = 0; i < n; i++) {
            list.set(i / by, list.get(i / by) + 1);
        }
    }

    @ParallelFor(trust = "no number stands twice in it")
    public static void eachElement(int[] a, int[] b) {
        for (int x : a) {
            b[x] = x;
        }
    }

    @ParallelFor(trust = "it is said to be right")
    public static void failing(int[] a, int[] b, int n) {
        for (int i = 0; i < a.length; i++) {
            a[(i * i) % n] = b[i];
        }
    }

    /** Where the guard does not hold, iterations meet, and may. */
    @ParallelFor
    public static void guarded(int[] a, int[] b) {
        for (int i = 0; i < a.length - 1; i++) {
            a[i] = b[i + 1];
        }
    }

    @ParallelFor(trust = "each has an element of its own")
    public static int longIndex(long[] a, int n) {
        int sum = 0;
        for (long i = a.length + 4_000_000_000L; i > 4_000_000_000L; i -= 2) {
            int k = (int) (i - 4_000_000_001L);
            a[(k * k) % n] = k;
            sum += k;
        }
        return sum;
    }
}
