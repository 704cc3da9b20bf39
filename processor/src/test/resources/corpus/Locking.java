package corpus;

import dev.parfor.ParallelFor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** How locks are taken and given back: one within another, in either order, waiting for another iteration. */
final class Locking {

    static int total;
    static volatile int seen;
    static int other;

    static void reset() {
        total = 0;
        seen = 0;
        other = 0;
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
