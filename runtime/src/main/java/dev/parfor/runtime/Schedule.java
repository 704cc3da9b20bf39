package dev.parfor.runtime;

/**
 * The rule that maps the chunks of an iteration space to the threads of a team. It changes the time of a loop, never its
 * result. These are the constants of {@code dev.parfor.Schedule}, which the runtime does not depend on.
 */
public enum Schedule {
    /** Decides per call site, from what it has measured, whether to go parallel at all and in what grain. */
    AUTO,
    /** One contiguous range a thread, or chunks of the given size dealt out in turn; for iterations of equal cost. */
    STATIC,
    /** A thread takes the next chunk when it is done with the last one; for iterations of unequal cost. */
    DYNAMIC,
    /** Like {@link #DYNAMIC} with chunks that shrink as the loop nears its end. */
    GUIDED,
    /** Each thread owns a range; idle ones steal half of what another has left. */
    STEALING
}
