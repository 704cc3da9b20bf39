package dev.parfor.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one call of one loop did: which way it went and why, and what its threads did meanwhile.
 *
 * @param method the method that the loop stands in
 * @param file the source file
 * @param line the loop's line
 * @param tripCount how many iterations it had; 1 where the loop's own text ran as written, which counts for itself
 * @param outcome how it ended
 * @param schedule the rule that dealt out the chunks; empty if the loop ran on its calling thread
 * @param decision why it ran in parallel, or why it did not, in words
 * @param guards what became of its guards
 * @param costs what {@code AUTO} knew when it chose; empty if it had nothing to compare, or no choice
 * @param teamThreads how many threads could have taken part
 * @param elapsed from the call to the end, as its caller waited for it
 * @param threads who ran iterations, the calling thread first
 */
public record LoopStatistics(
        String method,
        String file,
        int line,
        long tripCount,
        Outcome outcome,
        Optional<Schedule> schedule,
        String decision,
        GuardOutcome guards,
        Optional<Costs> costs,
        int teamThreads,
        Duration elapsed,
        List<ThreadStatistics> threads) {

    /** How a loop ended. */
    public enum Outcome {
        /** Every iteration ran. */
        COMPLETED,
        /** An iteration ended the loop, as {@code break} and {@code return} do. */
        ENDED_EARLY,
        /** An iteration threw. */
        FAILED,
        /** A token, a deadline, an interrupt or the end of the team. */
        CANCELLED
    }

    /** What became of the guards of a loop. */
    public enum GuardOutcome {
        /** The loop has none. */
        NONE,
        /** It has some, but ran on its calling thread anyway. */
        NOT_ASKED,
        /** All held. */
        HELD,
        /** One did not, or another condition of cutting the loop into pieces; {@link #decision} says which. */
        FAILED
    }

    /**
     * Nanoseconds an iteration, as learned from calls of about this length; 0 where not known.
     *
     * @param iteration of one thread's time
     * @param alone of whole calls on the calling thread
     * @param awake of whole calls on the team while its workers were awake
     * @param woken of whole calls for which workers had to be woken
     */
    public record Costs(double iteration, double alone, double awake, double woken) {}

    /**
     * What one thread did for the loop.
     *
     * @param thread its name
     * @param busy the time from its first chunk to its last; with loops inside the body, waiting for them included
     * @param idle the rest of the time that the loop took
     * @param arrived when it began its first chunk, counted from the call
     * @param iterations how many it is known to have completed
     * @param chunks how many times it was given some
     */
    public record ThreadStatistics(
            String thread, Duration busy, Duration idle, Duration arrived, long iterations, long chunks) {}

    /** Copies the list. */
    public LoopStatistics {
        threads = List.copyOf(threads);
    }

    /** Method, file and line, as in exceptions and events. */
    public String loop() {
        return method + " (" + file + ":" + line + ")";
    }

    /** Whether it was given out to the team, even if nobody came. */
    public boolean isParallel() {
        return schedule.isPresent();
    }

    /** The threads' time in the loop, in sum. */
    public Duration busy() {
        return threads.stream().map(ThreadStatistics::busy).reduce(Duration.ZERO, Duration::plus);
    }

    /** The time that the team's threads did not spend in the loop while it ran, in sum; other loops may have had it. */
    public Duration idle() {
        Duration idle = elapsed.multipliedBy(teamThreads).minus(busy());
        return idle.isNegative() ? Duration.ZERO : idle;
    }

    /** How many threads were busy with it on average: {@code busy / elapsed}. */
    public double effectiveCores() {
        return elapsed.isZero() ? threads.size() : (double) busy().toNanos() / elapsed.toNanos();
    }

    /**
     * How much longer the busiest of the threads that took part was at it than their average, as a fraction: 0 is perfect
     * balance, 1 means that it took twice the time that an even distribution would have taken.
     */
    public double imbalance() {
        long sum = 0;
        long most = 0;
        for (ThreadStatistics thread : threads) {
            sum += thread.busy().toNanos();
            most = Math.max(most, thread.busy().toNanos());
        }
        return sum == 0 ? 0 : (double) most * threads.size() / sum - 1;
    }

    /** One line: the loop, the time, the way it went and why. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d iterations in %.3f ms %s (%s), %.2f effective cores, imbalance %.2f, %s",
                loop(),
                tripCount,
                elapsed.toNanos() / 1e6,
                isParallel() ? "on " + threads.size() + " of " + teamThreads + " threads" : "on the calling thread",
                decision,
                effectiveCores(),
                imbalance(),
                outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
