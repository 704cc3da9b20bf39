package corpus;

import dev.parfor.ParallelFor;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Atomic variables and concurrent collections whose order does not show, and their neighbours whose order does. */
final class Atomics {

    static volatile int seen;

    static void reset() {
        seen = 0;
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

    // UNSAFE PF412: two steps on a volatile
    @ParallelFor
    static void volatileCount(int[] x) {
        for (int i = 0; i < x.length; i++) {
            seen++;
        }
    }

    // REFUSED PF106: another thread may change the bound
    @ParallelFor
    static void atomicBound(int[] x, AtomicInteger n) {
        for (int i = 0; i < n.get(); i++) {
            x[i]++;
        }
    }
}
