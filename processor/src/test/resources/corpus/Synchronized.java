package corpus;

import dev.parfor.ParallelFor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Sections under a lock whose order does not show, and their neighbours whose order does. */
final class Synchronized {

    static int total;
    static long product;
    static int other;

    static void reset() {
        total = 0;
        product = 1;
        other = 0;
    }

    /** Adds up under its own monitor. */
    static final class Tally {
        private int sum;
        private int most;
        private double mean;
        private boolean found;

        synchronized void add(int v) {
            sum += v;
        }

        synchronized void raise(int v) {
            if (v > most) {
                most = v;
            }
        }

        synchronized int next() {
            return sum++;
        }

        synchronized void average(double v) {
            mean += v;
        }

        void addUnguarded(int v) {
            sum += v;
        }

        synchronized void mark() {
            found = true;
        }

        synchronized boolean isFound() {
            return found;
        }
    }

    // ---- updates that commute

    // GUARDED
    @ParallelFor
    static void synchronizedMethod(int[] x, Tally tally) {
        for (int i = 0; i < x.length; i++) {
            tally.add(x[i]);
        }
    }

    // GUARDED
    @ParallelFor
    static void greatestByComparison(int[] x, Tally tally) {
        for (int i = 0; i < x.length; i++) {
            tally.raise(x[i]);
        }
    }

    // GUARDED
    @ParallelFor
    static void marks(int[] x, Tally tally) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] == 3) {
                tally.mark();
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void staticUnderObject(int[] x, Object lock) {
        for (int i = 0; i < x.length; i++) {
            synchronized (lock) {
                total += x[i];
                product = product * (x[i] | 1);
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void underTheClass(int[] x) {
        for (int i = 0; i < x.length; i++) {
            synchronized (Synchronized.class) {
                total -= x[i];
            }
        }
    }

    private static synchronized void addToTotal(int v) {
        total += v;
    }

    // GUARDED
    @ParallelFor
    static void staticSynchronizedMethod(int[] x) {
        for (int i = 0; i < x.length; i++) {
            addToTotal(x[i]);
        }
    }

    private int count;
    private final Object mutex = new Object();
    private long[] bins = new long[8];

    // GUARDED
    @ParallelFor
    void privateLock(int[] x) {
        for (int i = 0; i < x.length; i++) {
            int v = x[i] * x[i];
            synchronized (mutex) {
                count += v;
                bins[v & 7] += v;
            }
        }
    }

    // GUARDED
    @ParallelFor
    void ownMonitor(int[] x) {
        for (int i = 0; i < x.length; i++) {
            synchronized (this) {
                count = Math.max(count, x[i]);
            }
        }
    }

    // GUARDED
    @ParallelFor
    static int localUnderLock(int[] x, Object lock) {
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            synchronized (lock) {
                sum += x[i];
            }
        }
        return sum;
    }

    // SAFE
    @ParallelFor
    static void lockOfItsOwn(int[] x) {
        for (int i = 0; i < x.length; i++) {
            Object lock = new Object();
            synchronized (lock) {
                x[i] += 1;
            }
        }
    }

    // ---- the order shows

    // UNSAFE PF421: rounding under a lock
    @ParallelFor
    static void floatingSum(double[] x, Tally tally) {
        for (int i = 0; i < x.length; i++) {
            tally.average(x[i]);
        }
    }

    // UNSAFE PF421: the sum so far is used
    @ParallelFor
    static void usesSumSoFar(int[] x, Tally tally) {
        for (int i = 0; i < x.length; i++) {
            x[i] = tally.next();
        }
    }

    // UNSAFE PF421: what is found so far is asked
    @ParallelFor
    static void asksWhetherFound(int[] x, Tally tally) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] == 3) {
                tally.mark();
            }
            x[i] = tally.isFound() ? 1 : 0;
        }
    }

    // UNSAFE PF421: two operations
    @ParallelFor
    static void addsAndMultiplies(int[] x, Object lock) {
        for (int i = 0; i < x.length; i++) {
            synchronized (lock) {
                if (x[i] > 3) {
                    total += x[i];
                } else {
                    total *= 3;
                }
            }
        }
    }

    // UNSAFE PF421: one sum depends on the other
    @ParallelFor
    static void sumOfSums(int[] x, Object lock) {
        for (int i = 0; i < x.length; i++) {
            synchronized (lock) {
                total += x[i];
                other += total;
            }
        }
    }

    // UNSAFE PF421: the operand is the cell itself
    @ParallelFor
    static void doubles(int[] x, Object lock) {
        for (int i = 0; i < x.length; i++) {
            synchronized (lock) {
                total += total + x[i];
            }
        }
    }

    // UNSAFE PF421: checked, then set
    @ParallelFor
    static void firstOne(int[] x, Object lock) {
        for (int i = 0; i < x.length; i++) {
            synchronized (lock) {
                if (total == 0) {
                    total = x[i];
                }
            }
        }
    }

    // UNSAFE PF421: the last one stays
    @ParallelFor
    static void putsConcurrently(int[] x, Map<Integer, Integer> map, Object lock) {
        for (int i = 0; i < x.length; i++) {
            synchronized (lock) {
                map.put(x[i] & 3, i);
            }
        }
    }

    // UNSAFE PF421: the list is whole, but in any order
    @ParallelFor
    static void addsUnderLock(int[] x, List<Integer> list, ReentrantLock lock) {
        for (int i = 0; i < x.length; i++) {
            lock.lock();
            try {
                list.add(x[i]);
            } finally {
                lock.unlock();
            }
        }
    }

    // ---- the lock does not help

    // UNSAFE PF422: written elsewhere without the lock
    @ParallelFor
    static void halfGuarded(int[] x, Tally tally) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 2) {
                tally.add(x[i]);
            } else {
                tally.addUnguarded(x[i]);
            }
        }
    }

    // UNSAFE PF422: read without the lock
    @ParallelFor
    static void readOutside(int[] x, Object lock) {
        for (int i = 0; i < x.length; i++) {
            if (total < 100) {
                synchronized (lock) {
                    total += x[i];
                }
            }
        }
    }

    // UNSAFE PF422: two locks
    @ParallelFor
    static void twoLocks(int[] x, Object a, Object b) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 2) {
                synchronized (a) {
                    total++;
                }
            } else {
                synchronized (b) {
                    total++;
                }
            }
        }
    }

    // UNSAFE PF423: a lock for each element guards nothing shared
    @ParallelFor
    static void lockOfElement(int[] x, Object[] locks) {
        for (int i = 0; i < Math.min(x.length, locks.length); i++) {
            synchronized (locks[i]) {
                total += x[i];
            }
        }
    }

    // UNSAFE PF211: a lock of its own guards nothing
    @ParallelFor
    static void newLock(int[] x) {
        for (int i = 0; i < x.length; i++) {
            synchronized (new Object()) {
                total += x[i];
            }
        }
    }

    private static Object made;

    // UNSAFE PF421: checked twice, made once
    @ParallelFor
    static void doubleChecked(Object[] x, Object lock) {
        for (int i = 0; i < x.length; i++) {
            if (made == null) {
                synchronized (lock) {
                    if (made == null) {
                        made = new int[] {i};
                    }
                }
            }
            x[i] = made;
        }
    }

    synchronized int limit() {
        return count;
    }

    // REFUSED PF106: another thread may change the bound, under the lock
    @ParallelFor
    void boundUnderLock(int[] x) {
        for (int i = 0; i < limit(); i++) {
            x[i]++;
        }
    }
}
