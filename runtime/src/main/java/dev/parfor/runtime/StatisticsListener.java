package dev.parfor.runtime;

/**
 * Told of each loop when it has ended, however it did; {@link Statistics} is one that adds up and prints.
 *
 * <p>Called on the thread that called the loop, after the last iteration and before the call returns or throws, once for
 * each loop of the {@linkplain Team#withStatistics view} that has iterations; by several threads at once if several call
 * loops. What it throws doesn't change the loop's outcome: it goes to the thread's {@linkplain
 * Thread#getUncaughtExceptionHandler() handler of uncaught exceptions}.
 */
@FunctionalInterface
public interface StatisticsListener {

    /** A loop has ended. */
    void loopEnded(LoopStatistics loop);
}
