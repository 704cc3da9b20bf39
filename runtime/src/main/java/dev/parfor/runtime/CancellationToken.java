package dev.parfor.runtime;

/**
 * Ends loops from another thread.
 *
 * <p>A loop on a team made by {@link Team#withToken} asks its token between chunks and between strips of large chunks;
 * once the token is cancelled the loop starts nothing new and ends with a {@link LoopCancelledException}. A token serves
 * any number of loops and teams, and is never reset.
 *
 * <p><b>States.</b> Not cancelled, then cancelled, for ever.
 *
 * <p><b>Memory effects.</b> Everything before {@link #cancel} happens-before the {@link LoopCancelledException} of a loop
 * that saw it: a volatile write and a volatile read.
 *
 * <p><b>Failure.</b> Neither method throws. <b>Source.</b> The cooperative cancellation of .NET's
 * {@code CancellationToken}, without its callbacks.
 */
public final class CancellationToken {

    private volatile boolean cancelled;

    /** A token that is not cancelled. */
    public CancellationToken() {}

    /** Cancels; calling it again changes nothing. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether {@link #cancel} was called. */
    public boolean isCancelled() {
        return cancelled;
    }
}
