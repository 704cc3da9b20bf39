package corpus;

import dev.parfor.ParallelFor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Locks, atomics, static and thread state. */
final class Sharing {

    static int counter;
    static int[] cells;
    static final int[] CONSTANTS = {2, 3, 5, 7};
    static final ThreadLocal<int[]> SCRATCH = ThreadLocal.withInitial(() -> new int[1]);

    static void reset() {
        counter = 0;
        cells = new int[4000];
    }

    // SAFE
    @ParallelFor
    static void countsInStatic(int[] x) {
        for (int i = 0; i < x.length; i++) {
            counter++;
            x[i] = i;
        }
    }

    // UNSAFE PF211: numbers in order
    @ParallelFor
    static void numbersFromStatic(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = counter++;
        }
    }

    // SAFE
    @ParallelFor
    static void writesStaticArray(int n) {
        for (int i = 0; i < Math.min(n, 4000); i++) {
            cells[i] = i;
        }
    }

    // GUARDED
    @ParallelFor
    static void readsConstants(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= CONSTANTS[i & 3];
        }
    }

    // UNSAFE PF211: writes a static that is read after
    @ParallelFor
    static void lastInStatic(int[] x) {
        for (int i = 0; i < x.length; i++) {
            counter = x[i];
        }
    }

    // GUARDED
    @ParallelFor
    static int countsUnderLock(int[] x, Object lock) {
        int[] found = new int[1];
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 3) {
                synchronized (lock) {
                    found[0]++;
                }
            }
        }
        return found[0];
    }

    // UNSAFE PF421: a lock keeps the list whole, not its order
    @ParallelFor
    static void appendsUnderLock(int[] x, java.util.List<Integer> list) {
        for (int i = 0; i < x.length; i++) {
            synchronized (list) {
                list.add(x[i]);
            }
        }
    }

    // UNSAFE PF421: the last to come wins
    @ParallelFor
    static void lastUnderLock(int[] x, int[] out) {
        for (int i = 0; i < x.length; i++) {
            synchronized (out) {
                out[0] = x[i];
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void sumsUnderReentrantLock(int[] x, int[] out, ReentrantLock lock) {
        for (int i = 0; i < x.length; i++) {
            lock.lock();
            try {
                out[0] += x[i];
            } finally {
                lock.unlock();
            }
        }
    }

    // SAFE
    @ParallelFor
    static void countsAtomically(int[] x, AtomicInteger found) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 3) {
                found.incrementAndGet();
            }
        }
    }

    // UNSAFE PF425: what an atomic count returns depends on the order
    @ParallelFor
    static void numbersAtomically(int[] x, AtomicInteger next) {
        for (int i = 0; i < x.length; i++) {
            x[i] = next.getAndIncrement();
        }
    }

    // UNSAFE PF421: get and set are two steps
    @ParallelFor
    static void notAtomicAtAll(int[] x, AtomicLong sum) {
        for (int i = 0; i < x.length; i++) {
            sum.set(sum.get() + x[i]);
        }
    }

    // SAFE
    @ParallelFor
    static void atomicHistogram(int[] x, AtomicIntegerArray bins) {
        for (int i = 0; i < x.length; i++) {
            bins.incrementAndGet(x[i] & 15);
        }
    }

    // UNSAFE PF413: a thread's own cell carries values between iterations
    @ParallelFor
    static void threadLocal(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = SCRATCH.get()[0]++;
        }
    }

    // UNSAFE PF413: asks who runs it
    @ParallelFor
    static void currentThread(int[] x, String[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Thread.currentThread().getName();
        }
    }

    // UNSAFE PF413: waits
    @ParallelFor
    static void sleeps(int[] x) throws InterruptedException {
        for (int i = 0; i < x.length; i++) {
            Thread.sleep(0);
            x[i] = i;
        }
    }

    /** Its initializer has an effect. */
    static final class Noisy {
        static final int FIRST = ++counter;

        static int give(int v) {
            return v + 1;
        }
    }

    // UNSAFE PF415: the first call initializes a class that counts
    @ParallelFor
    static void initializesClass(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Noisy.give(x[i]);
        }
    }

    abstract static class Step {
        abstract int of(int v);
    }

    /** Its initializer makes objects of classes without a name, and a source of random numbers that nobody asks. */
    static final class Steps {
        static final java.util.Random RANDOM = new java.util.Random();
        static final Step TWICE = new Step() {
            private final int factor = 2;

            @Override
            int of(int v) {
                return factor * v;
            }
        };

        static int half(int v) {
            return v / 2;
        }
    }

    // SAFE
    @ParallelFor
    static void initializesSteps(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Steps.half(x[i]);
        }
    }

    /** What stands in the class without a name counts. */
    static final class CountedStep {
        static final Step NEXT = new Step() {
            private final int number = ++counter;

            @Override
            int of(int v) {
                return v + number;
            }
        };

        static int half(int v) {
            return v / 2;
        }
    }

    // UNSAFE PF415: the first call makes an object that counts
    @ParallelFor
    static void initializesCountedStep(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = CountedStep.half(x[i]) + (i == 0 ? counter : 0);
        }
    }

    abstract static class Counting {
        Counting() {
            counter += 3;
        }
    }

    /** The superclass of the class without a name counts. */
    static final class CountedBelow {
        static final Counting ONE = new Counting() {};

        static int half(int v) {
            return v / 2;
        }
    }

    // UNSAFE PF415: the first call makes an object whose superclass counts
    @ParallelFor
    static void initializesCountedBelow(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = CountedBelow.half(x[i]) + (i == 0 ? counter : 0);
        }
    }

    /** {@code Random(long)} sets the seed by a method that can be overridden, and so does {@code Random()} in a class below. */
    static class CountedSeed extends java.util.Random {
        CountedSeed(long seed) {
            super(seed);
        }

        CountedSeed() {}

        @Override
        public synchronized void setSeed(long seed) {
            counter += 7;
        }

        static int half(int v) {
            return v / 2;
        }
    }

    static final class SeededBelow {
        static final java.util.Random RANDOM = new CountedSeed();

        static int half(int v) {
            return v / 2;
        }
    }

    static final class SeededWithoutName {
        static final java.util.Random RANDOM = new java.util.Random() {
            @Override
            public synchronized void setSeed(long seed) {
                counter += 5;
            }
        };

        static int half(int v) {
            return v / 2;
        }
    }

    // UNSAFE PF415: the first call makes an object whose seed is counted
    @ParallelFor
    static void initializesSeededBelow(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = SeededBelow.half(x[i]) + (i == 0 ? counter : 0);
        }
    }

    // UNSAFE PF415: the first call makes an object of a class without a name whose seed is counted
    @ParallelFor
    static void initializesSeededWithoutName(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = SeededWithoutName.half(x[i]) + (i == 0 ? counter : 0);
        }
    }

    // UNSAFE PF211: the library's constructor calls what the class overrides
    @ParallelFor
    static void seedsCounted(int[] x) {
        for (int i = 0; i < x.length; i++) {
            CountedSeed seed = new CountedSeed(x[i]);
            x[i] = seed == null ? 0 : counter;
        }
    }

    synchronized void lockedHelper(int[] x, int i) {
        x[i]++;
    }

    // GUARDED
    @ParallelFor
    void callsSynchronized(int[] x) {
        for (int i = 0; i < x.length; i++) {
            lockedHelper(x, 0);
        }
    }

    private int[] cache;

    private int cached(int v) {
        if (cache == null) {
            cache = new int[64];
        }
        return cache[v & 63] + v;
    }

    // UNSAFE PF211: a cache filled on first use
    @ParallelFor
    void lazyCache(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = cached(x[i]);
        }
    }

    // UNSAFE PF421: one iteration waits for what another gives
    @ParallelFor
    static void spinsForOther(AtomicInteger turn, int[] x) {
        for (int i = 0; i < x.length; i++) {
            while (turn.get() != i) {
                Thread.onSpinWait();
            }
            x[i] = i;
            turn.set(i + 1);
        }
    }
}
