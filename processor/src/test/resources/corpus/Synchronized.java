package corpus;

import dev.parfor.ParallelFor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Sections and atomics whose order does not show, and their neighbours whose order does. */
final class Synchronized {

    static int total;
    static long product;
    static volatile int seen;
    static int other;

    static void reset() {
        total = 0;
        product = 1;
        seen = 0;
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
    static void lockedWithoutTry(int[] x, ReentrantLock lock) {
        for (int i = 0; i < x.length; i++) {
            int v = x[i] & 1;
            lock.lock();
            seen += v;
            lock.unlock();
        }
    }

    // GUARDED
    @ParallelFor
    static void lockInterface(int[] x, Lock lock, int[] out) {
        for (int i = 0; i < x.length; i++) {
            lock.lock();
            try {
                out[x[i] & 3]++;
            } finally {
                lock.unlock();
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void nestedInOneOrder(int[] x, Object outer, Object inner) {
        for (int i = 0; i < x.length; i++) {
            synchronized (outer) {
                total ^= x[i];
                synchronized (inner) {
                    other += x[i];
                }
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

    // SAFE
    @ParallelFor
    static void atomics(int[] x, AtomicInteger n, AtomicLong sum, AtomicBoolean any) {
        for (int i = 0; i < x.length; i++) {
            n.getAndIncrement();
            sum.addAndGet(x[i]);
            if (x[i] > 5) {
                any.set(true);
                n.decrementAndGet();
            }
        }
    }

    // SAFE
    @ParallelFor
    static void atomicExtreme(int[] x, AtomicInteger most) {
        for (int v : x) {
            most.accumulateAndGet(v, Math::max);
        }
    }

    // GUARDED
    @ParallelFor
    static void adder(int[] x, LongAdder adder) {
        for (int v : x) {
            if (v > 0) {
                adder.add(v);
            } else {
                adder.increment();
            }
        }
    }

    // SAFE
    @ParallelFor
    static void atomicElements(int[] x, AtomicInteger[] n) {
        for (int i = 0; i < x.length; i++) {
            int k = x[i] & 1;
            if (k < n.length && n[k] != null) {
                n[k].incrementAndGet();
            }
        }
    }

    // SAFE
    @ParallelFor
    static void readsAtomic(int[] x, AtomicInteger k) {
        for (int i = 0; i < x.length; i++) {
            x[i] += k.get();
        }
    }

    // GUARDED
    @ParallelFor
    static void readsConcurrentMap(int[] x, ConcurrentHashMap<Integer, Integer> map) {
        for (int i = 0; i < x.length; i++) {
            x[i] = map.getOrDefault(x[i], -1);
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

    // UNSAFE PF421: two constants
    @ParallelFor
    static void toggles(int[] x, AtomicBoolean flag) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 2) {
                flag.set(true);
            } else {
                flag.set(false);
            }
        }
    }

    // UNSAFE PF421: not the same value in each iteration
    @ParallelFor
    static void setsLast(int[] x, AtomicInteger last) {
        for (int i = 0; i < x.length; i++) {
            last.set(x[i]);
        }
    }

    // UNSAFE PF421: a function that does not commute
    @ParallelFor
    static void accumulatesInOrder(int[] x, AtomicInteger n) {
        for (int v : x) {
            n.accumulateAndGet(v, (a, b) -> 31 * a + b);
        }
    }

    // UNSAFE PF425: numbers handed out
    @ParallelFor
    static void ticket(int[] x, AtomicLong next) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 1) {
                x[i] = (int) next.incrementAndGet();
            }
        }
    }

    // UNSAFE PF421: adds and reads
    @ParallelFor
    static void readsCount(int[] x, AtomicInteger n) {
        for (int i = 0; i < x.length; i++) {
            n.incrementAndGet();
            x[i] = n.get();
        }
    }

    // UNSAFE PF425: only the first one gets in
    @ParallelFor
    static void onlyOnce(int[] x, AtomicBoolean done) {
        for (int i = 0; i < x.length; i++) {
            if (done.compareAndSet(false, true)) {
                x[i] = -1;
            }
        }
    }

    // UNSAFE PF421: asks, then puts
    @ParallelFor
    static void checkThenAct(int[] x, ConcurrentHashMap<Integer, Integer> map) {
        for (int i = 0; i < x.length; i++) {
            if (!map.containsKey(x[i] & 3)) {
                map.put(x[i] & 3, i);
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

    // UNSAFE PF412: two steps on a volatile
    @ParallelFor
    static void volatileCount(int[] x) {
        for (int i = 0; i < x.length; i++) {
            seen++;
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

    // REFUSED PF106: another thread may change the bound
    @ParallelFor
    static void atomicBound(int[] x, AtomicInteger n) {
        for (int i = 0; i < n.get(); i++) {
            x[i]++;
        }
    }

    /** Locks itself, then the next one. */
    static final class Node {
        Node next;
        int visits;

        synchronized void visit(int depth) {
            if (depth > 0 && next != null) {
                next.visit(depth - 1);
            }
        }
    }

    // UNSAFE PF423: each call locks another node
    @ParallelFor
    static void locksAllOfAChain(int[] x, Node node) {
        for (int i = 0; i < x.length; i++) {
            node.visit(x[i] & 3);
        }
    }

    // ---- waiting

    // UNSAFE PF424: in either order
    @ParallelFor
    static void nestedInTwoOrders(int[] x, Object a, Object b) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 2) {
                synchronized (a) {
                    synchronized (b) {
                        total++;
                    }
                }
            } else {
                synchronized (b) {
                    synchronized (a) {
                        total++;
                    }
                }
            }
        }
    }

    // UNSAFE PF424: taken by one iteration, given back by another
    @ParallelFor
    static void acrossIterations(int[] x, ReentrantLock lock) {
        for (int i = 0; i < x.length; i++) {
            if ((i & 1) == 0) {
                lock.lock();
            }
            x[i]++;
            if ((i & 1) == 1) {
                lock.unlock();
            }
        }
    }

    // UNSAFE PF424: an exception leaves the lock taken
    @ParallelFor
    static void lockLostByException(int[] x, int[] out, ReentrantLock lock) {
        for (int i = 0; i < x.length; i++) {
            lock.lock();
            out[x[i]]++;
            lock.unlock();
        }
    }

    // UNSAFE PF424: another lock is given back
    @ParallelFor
    static void unlocksAnother(int[] x, ReentrantLock a, ReentrantLock b) {
        for (int i = 0; i < x.length; i++) {
            a.lock();
            try {
                total++;
            } finally {
                b.unlock();
            }
        }
    }

    // REFUSED PF424: a semaphore may have several permits
    @ParallelFor
    static void semaphore(int[] x, int n) throws InterruptedException {
        Semaphore one = new Semaphore(1);
        for (int i = 0; i < x.length; i++) {
            one.acquire();
            try {
                total += x[i];
            } finally {
                one.release();
            }
        }
    }

    // UNSAFE PF424: waits to be told
    @ParallelFor
    static void waits(int[] x, Object lock) throws InterruptedException {
        for (int i = 0; i < x.length; i++) {
            synchronized (lock) {
                while (x[i] < 0) {
                    lock.wait();
                }
                total++;
            }
        }
    }
}
