package dev.parfor.runtime;

/**
 * The iterations of a loop over rows that has a loop over columns inside, by number: what {@link Parfor#wavefront} runs.
 *
 * <p>Rows and columns are numbered from 0 in the order in which the two loops count, whatever their indices do. A row may be
 * given out in parts: from left to right, each column once.
 */
public abstract class RowsBody {

    /** For subclasses. */
    protected RowsBody() {}

    /**
     * Runs the columns {@code from} to {@code to - 1} of a row in this order, on this thread; what stands before the loop over
     * the columns is run with every part.
     *
     * @throws Throwable whatever the loops' own body throws, unchanged
     */
    protected abstract void run(long row, long from, long to) throws Throwable;

    /**
     * The condition that does not hold without which rows must run one after the other, in words; null if there is none. As
     * {@link LoopBody#failedGuard}.
     *
     * @param rows how many there are
     */
    protected String failedGuard(long rows) {
        return null;
    }
}
