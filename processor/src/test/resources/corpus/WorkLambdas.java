package corpus;

import dev.parfor.ParallelFor;
import java.util.function.IntSupplier;

/** Work arrays that functions capture: one that is kept would go on reading a chunk's own array when the loop has ended. */
final class WorkLambdas {

    record Kept(IntSupplier reader) {}

    private static IntSupplier readerOf(int[] work) {
        return () -> work[0];
    }

    // UNSAFE PF202: kept in an array
    @ParallelFor
    static int stored(int n) {
        int[] work = new int[2];
        IntSupplier[] readers = new IntSupplier[n];
        for (int i = 0; i < n; i++) {
            work[0] = i;
            work[1] = work[0];
            readers[i] = () -> work[0];
        }
        return n > 0 ? readers[0].getAsInt() : -1;
    }

    // UNSAFE PF202: one of two, by way of a local
    @ParallelFor
    static int chosen(int n) {
        int[] work = new int[2];
        IntSupplier[] readers = new IntSupplier[n];
        for (int i = 0; i < n; i++) {
            work[0] = i;
            work[1] = work[0];
            IntSupplier reader = () -> work[1];
            readers[i] = i % 2 == 0 ? reader : null;
        }
        return n > 0 ? readers[0].getAsInt() : -1;
    }

    // UNSAFE PF202: made by a method
    @ParallelFor
    static int made(int n) {
        int[] work = new int[2];
        IntSupplier[] readers = new IntSupplier[n];
        for (int i = 0; i < n; i++) {
            work[0] = i;
            work[1] = work[0];
            readers[i] = readerOf(work);
        }
        return n > 0 ? readers[0].getAsInt() : -1;
    }

    // UNSAFE PF202: within an object
    @ParallelFor
    static int within(int n) {
        int[] work = new int[2];
        Kept[] kept = new Kept[n];
        for (int i = 0; i < n; i++) {
            work[0] = i;
            work[1] = work[0];
            kept[i] = new Kept(() -> work[0]);
        }
        return n > 0 ? kept[0].reader().getAsInt() : -1;
    }

    // UNSAFE PF202: the last one that is made reads what a later iteration has written
    @ParallelFor
    static int last(int[] x) {
        int[] work = new int[2];
        IntSupplier last = null;
        for (int i = 0; i < x.length; i++) {
            work[0] = i;
            work[1] = work[0];
            if (x[i] > 3) {
                last = () -> work[0];
            }
        }
        return last == null ? -1 : last.getAsInt();
    }

    // SAFE
    @ParallelFor
    static void calledAtOnce(int[] x, int[] y) {
        int[] work = new int[2];
        for (int i = 0; i < x.length; i++) {
            work[0] = i;
            work[1] = work[0];
            IntSupplier reader = () -> work[0] + work[1];
            y[i] = reader.getAsInt();
        }
    }

    // SAFE
    @ParallelFor
    static int functionsOfOthers(int[] x) {
        int[] work = new int[2];
        IntSupplier[] readers = new IntSupplier[x.length];
        for (int i = 0; i < x.length; i++) {
            work[0] = x[i];
            int value = work[0] + 1;
            readers[i] = () -> value;
        }
        return readers.length;
    }
}
