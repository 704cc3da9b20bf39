package dev.parfor.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What the iterations of one region have thrown.
 *
 * <p><b>States.</b> None; then one primary failure, which is replaced only by one of a lower position. The position of a
 * failure is the first iteration of the piece that failed: pieces are disjoint and run their iterations in order, so the
 * order of pieces is the order of the iterations that failed.
 *
 * <p><b>Memory effects.</b> {@link #isBelow} loads the lowest position with opaque access: it is a hint that saves work,
 * and a stale value only runs an iteration that could have been skipped. Everything else is under the monitor of this
 * object; {@link #assemble} is called when every participant has arrived.
 *
 * <p><b>Failure.</b> Recording allocates at most an array; where even that fails the primary is kept and the others are
 * dropped. Others become suppressed exceptions of the primary: never of itself, never twice, and no more than {@value
 * #MOST} of them on one instance, since an instance may be cached and thrown again for ever.
 *
 * A {@link LoopExit} is the primary like any other, but neither has suppressed exceptions nor is one: iterations beyond the
 * one that decides have, for all that anybody can see, not run.
 *
 * <p><b>Source.</b> The lowest failing iteration wins, as in the sequential loop.
 */
final class LoopFailure {

    private static final int MOST = 8;
    private static final VarHandle LOWEST;

    static {
        try {
            LOWEST = MethodHandles.lookup().findVarHandle(LoopFailure.class, "lowest", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private long lowest = Long.MAX_VALUE;
    private Throwable primary;
    private Throwable[] others;
    private int count;

    /** Whether a failure below this iteration is known, so that the iteration need not run. */
    boolean isBelow(long iteration) {
        return (long) LOWEST.getOpaque(this) < iteration;
    }

    synchronized void record(long position, Throwable thrown) {
        Throwable other = thrown;
        if (primary == null || position < lowest) {
            other = primary;
            primary = thrown;
            LOWEST.setOpaque(this, position);
        }
        if (other == null || other instanceof LoopExit) {
            return;
        }
        if (others == null) {
            try {
                others = new Throwable[MOST];
            } catch (OutOfMemoryError keepThePrimary) {
                return;
            }
        }
        if (count < MOST) {
            others[count++] = other;
        }
    }

    /** The position of the primary failure; {@code Long.MAX_VALUE} where nothing failed. */
    synchronized long position() {
        return lowest;
    }

    synchronized boolean primaryIs(Class<? extends Throwable> type) {
        return type.isInstance(primary);
    }

    /** The primary failure with the others suppressed; {@code null} where nothing failed. */
    synchronized Throwable assemble() {
        if (primary != null) {
            suppressOthers(primary);
        }
        return primary;
    }

    /** Adds every failure to an exception that takes their place. */
    synchronized void suppressAll(Throwable in) {
        if (primary != null) {
            suppress(in, primary);
            suppressOthers(in);
        }
    }

    private void suppressOthers(Throwable in) {
        for (int i = 0; i < count; i++) {
            suppress(in, others[i]);
        }
    }

    /** Adds a failure to another one that takes its place. */
    static void suppress(Throwable in, Throwable other) {
        Throwable[] already = in.getSuppressed();
        if (other == in || other instanceof LoopExit || already.length >= MOST) {
            return;
        }
        for (Throwable t : already) {
            if (t == other) {
                return;
            }
        }
        in.addSuppressed(other);
    }
}
