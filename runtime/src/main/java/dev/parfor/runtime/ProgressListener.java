package dev.parfor.runtime;

/**
 * Told how far a loop has come.
 *
 * <p>Called on the thread that called the loop, never on a worker and never twice at once: at most some twenty times a
 * second while the loop runs, and once more when it has completed. Between two calls the calling thread runs iterations,
 * so a long iteration delays a call. What a listener throws doesn't end the loop: it goes to the thread's
 * {@linkplain Thread#getUncaughtExceptionHandler() handler of uncaught exceptions}, and the listener isn't called again
 * for this loop.
 */
@FunctionalInterface
public interface ProgressListener {

    /**
     * The loop has completed some of its iterations.
     *
     * @param loop the loop: method, file and line
     * @param completed how many, never fewer than in the call before
     * @param tripCount of how many
     */
    void progress(String loop, long completed, long tripCount);
}
