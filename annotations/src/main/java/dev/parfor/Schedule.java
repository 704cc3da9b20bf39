package dev.parfor;

/**
 * The rule that maps the chunks of an iteration space to the workers of a team.
 *
 * <p>The choice never changes a result: floating-point reductions are combined in an order that depends on the trip
 * count alone. It changes the time only.
 */
public enum Schedule {
    /**
     * Decides per call site from what it has measured: whether to go parallel at all, in what grain and by which of the
     * other rules. The default.
     */
    AUTO,
    /** One contiguous range a worker, or chunks of the given size dealt out in turn; for iterations of equal cost. */
    STATIC,
    /** Workers take the next chunk when they are done with the last one; for iterations of unequal cost. */
    DYNAMIC,
    /** Like {@link #DYNAMIC} with chunks that shrink as the loop nears its end. */
    GUIDED,
    /** Each worker owns a range; idle ones steal half of what another has left. */
    STEALING
}
