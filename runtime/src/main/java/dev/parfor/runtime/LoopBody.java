package dev.parfor.runtime;

/**
 * The iterations of one loop, by number.
 *
 * <p>Generated code has one small named subclass for each loop. Iterations are numbered from 0 to the trip count less
 * one, whatever the loop's own index does. Two calls for disjoint ranges may run at the same time, on any threads.
 */
public abstract class LoopBody {

    /** For subclasses. */
    protected LoopBody() {}

    /**
     * Runs the iterations {@code lo} to {@code hi - 1} in this order, on this thread. Where it throws, the iterations
     * from the failing one to {@code hi - 1} have not completed.
     *
     * @throws Throwable whatever the loop's own body throws, unchanged
     */
    protected abstract void run(long lo, long hi) throws Throwable;

    /**
     * The condition that does not hold without which iterations may not run at the same time, in words; null if there is none.
     * It is asked before the first iteration, on the calling thread, and only where others would be called: a loop that runs
     * alone needs no guard. An exception thrown here counts as a guard that does not hold. Changes nothing that is seen outside
     * of this object.
     *
     * @param tripCount iterations of the loop, not blocks of them
     */
    protected String failedGuard(long tripCount) {
        return null;
    }

    /** Whether guards were asked, and have held, before the loop was handed over: for those who count them. */
    protected boolean isGuarded() {
        return false;
    }

    /** Told, on any thread, when iterations from this one on may never run: what else runs must not wait for them. */
    void skipped(long from) {}
}
