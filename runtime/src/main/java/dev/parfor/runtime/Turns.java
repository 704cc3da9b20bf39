package dev.parfor.runtime;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets the pieces of one region pass a place in the order of their iterations.
 *
 * <p><b>States.</b> {@code next} is the lowest iteration that has not passed; it grows, piece by piece, and stands still for
 * ever when a piece fails. A thread waits at most once at a time, for the piece that it holds.
 *
 * <p><b>Progress.</b> Pieces are handed out in order. So the one that {@code next} is in is held by a thread that does not wait
 * here, or by nobody, and then no piece is held at all. Of t threads at most t - 1 wait, for pieces whose numbers differ by
 * less than t: each has a slot of its own.
 *
 * <p><b>Memory effects.</b> {@code next} is written and read with volatile access: all that a piece has done before it passed
 * happens-before all that the next one does after it has waited. A thread that goes to park first stores itself in its slot,
 * then looks at {@code next} once more; who passes first stores {@code next}, then looks into the slot. One of the two sees the
 * other.
 *
 * <p><b>Failure.</b> Who waits asks the region whether its piece is still wanted: it is woken when an iteration fails or the loop is
 * cancelled, and asks from time to time for what nobody tells it of, a deadline or a token.
 *
 * <p><b>Source.</b> {@code ordered} of OpenMP, by pieces; the serial, in-order filter of TBB's {@code parallel_pipeline}. The
 * wake-up handshake is that of {@link Workers}.
 */
final class Turns {

    /** Thrown by a piece that nobody needs any more. It never leaves the region. */
    static final Throwable ABANDONED = new Throwable("abandoned", null, false, false) {
        private static final long serialVersionUID = 1L;
    };

    private static final long SPIN_NANOS = 20_000;
    private static final long POLL_NANOS = 5_000_000;

    private final Region region;
    private final long unit;
    private final AtomicReferenceArray<Thread> waiting;
    private final AtomicLong waited = new AtomicLong();
    private volatile long next;

    /** For pieces of {@code unit} iterations, the first of which begins with iteration {@code first}. */
    Turns(Region region, long first, long unit, int threads) {
        this.region = region;
        this.next = first;
        this.unit = unit;
        this.waiting = new AtomicReferenceArray<>(threads);
    }

    /** Waits until all iterations below {@code lo} have passed; {@code false} if that will not happen. */
    boolean await(long lo) {
        if (next == lo) {
            return true;
        }
        long start = System.nanoTime();
        boolean isTurn = spin(lo, start) || park(lo);
        waited.getAndAdd(System.nanoTime() - start);
        return isTurn;
    }

    private boolean spin(long lo, long start) {
        for (int i = 1; next != lo; i++) {
            Thread.onSpinWait();
            if (i % 32 == 0 && System.nanoTime() - start > SPIN_NANOS) {
                return false;
            }
        }
        return true;
    }

    private boolean park(long lo) {
        Thread thread = Thread.currentThread();
        int slot = slot(lo);
        boolean interrupted = false;
        try {
            while (true) {
                waiting.set(slot, thread);
                if (next == lo) {
                    return true;
                }
                if (region.isUnwanted(lo)) {
                    return false;
                }
                LockSupport.parkNanos(this, POLL_NANOS);
                if (thread.isInterrupted()) {
                    // the region looks at the flag, if it is one that interrupts end; then it must not keep us from
                    // parking
                    if (region.isUnwanted(lo)) {
                        return false;
                    }
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            waiting.set(slot, null);
            if (interrupted) {
                thread.interrupt();
            }
        }
    }

    private int slot(long iteration) {
        return (int) (Math.floorDiv(iteration, unit) % waiting.length());
    }

    /** Whether a lower iteration has failed. */
    boolean isBehindFailure(long lo) {
        return region.isBehindFailure(lo);
    }

    /** The piece whose turn it was has passed; {@code hi} is the next iteration, if there is one. */
    void pass(long hi) {
        next = hi;
        LockSupport.unpark(waiting.get(slot(hi)));
    }

    /** Something has happened that those who wait may want to know. */
    void wakeAll() {
        for (int i = 0; i < waiting.length(); i++) {
            LockSupport.unpark(waiting.get(i));
        }
    }

    /** How long threads have waited here, together. */
    long waitedNanos() {
        return waited.get();
    }
}
