package dev.parfor.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The iterations of a loop that ends in an ordered block: what stands before it runs in parallel, the block itself in iteration
 * order, one at a time.
 *
 * <p>Iterations are taken in order, some at once, by each thread that comes. It runs what stands before the block for all of
 * them, waits until the blocks of all lower iterations have run, runs the blocks of its own, and lets the next thread in. So no
 * more iterations are under way than a small number for each thread, whatever the loop's length, and the lowest one never waits.
 *
 * <p>Where an iteration throws, before the block or in it, the blocks of all lower iterations have run and that of no higher one
 * ever does. Before the loop is cancelled, likewise: a block runs only if those of all lower iterations have.
 *
 * <p>On one thread, in particular where a guard does not hold, each iteration is run whole before the next one begins.
 *
 * <p>Each block happens-before the next one.
 *
 * @param <H> what an iteration hands to its block
 */
public abstract class OrderedBody<H> extends LoopBody {

    /** Set while a region runs this loop, before any thread can know of it; null where the loop runs alone. */
    Turns turns;

    /** For subclasses. */
    protected OrderedBody() {}

    /**
     * Runs the iterations {@code lo} to {@code hi - 1} whole, in this order, on this thread.
     *
     * @throws Throwable whatever the loop's own body throws, unchanged
     */
    protected abstract void alone(long lo, long hi) throws Throwable;

    /**
     * Runs what stands before the block, for the iterations {@code lo} to {@code hi - 1} in this order. Calls for disjoint
     * ranges may run at the same time, on any threads.
     *
     * @param handed to which each iteration adds what its block needs; one that adds nothing has no block
     * @throws Throwable whatever the loop's own body throws, unchanged
     */
    protected abstract void ahead(long lo, long hi, List<H> handed) throws Throwable;

    /**
     * Runs the blocks of some iterations, in order. Each call happens-before the next one.
     *
     * @throws Throwable whatever the loop's own body throws, unchanged
     */
    protected abstract void inOrder(List<H> handed) throws Throwable;

    /**
     * Whether the block of an iteration must run before the next one begins on the same thread, because the two share what is
     * that thread's own.
     */
    protected boolean isOneByOne() {
        return false;
    }

    @Override
    protected final void run(long lo, long hi) throws Throwable {
        Turns order = turns;
        if (order == null) {
            alone(lo, hi);
            return;
        }
        List<H> handed = new ArrayList<>((int) Math.min(hi - lo, 1024));
        Throwable thrown = null;
        try {
            ahead(lo, hi, handed);
        } catch (Throwable t) {
            thrown = t;
        }
        if (!order.await(lo)) {
            // where a lower iteration has failed this failure is told of as well; where the loop is cancelled it
            // decides nothing
            throw thrown != null && order.isBehindFailure(lo) ? thrown : Turns.ABANDONED;
        }
        try {
            inOrder(handed);
        } catch (Throwable lower) {
            if (thrown != null) {
                LoopFailure.suppress(lower, thrown);
            }
            throw lower;
        }
        if (thrown != null) {
            throw thrown;
        }
        order.pass(hi);
    }
}
