package dev.parfor.tools.measure;

import java.util.Locale;

/**
 * What keeps a loop from being faster, each measured by itself.
 *
 * @param threads of the team
 * @param efficiency that the loop has
 * @param machine the speed of a computation without memory on all threads at once, relative to that of one alone: 1 if there is a free processor for each
 * @param copies the same for the sequential method, each thread with arguments of its own; no more than {@code machine}, and less where threads share what they wait for: the way to memory
 * @param imbalance the share of the threads' time in the loop in which they have nothing to do
 * @param serial the share of the sequential time that the variant spends outside of its loops
 * @param alone the share of calls whose loop ran on the calling thread
 * @param fallback why, in the words of the runtime; empty if it did not
 */
public record Causes(
        int threads,
        double efficiency,
        double machine,
        double copies,
        double imbalance,
        double serial,
        double alone,
        String fallback) {

    /** From here on there is not much to gain. */
    private static final double GOOD = 0.85;
    /** Less than this share of the time is no explanation. */
    private static final double LEAST = 0.07;

    /** A loss that explains why a team is not faster than a thread. */
    private static final double MUCH = 0.3;

    /** What a loop is limited by. */
    public enum Limit {
        ONE_THREAD,
        ALONE,
        NOTHING,
        MACHINE,
        MEMORY,
        IMBALANCE,
        SERIAL_PART,
        TOO_SMALL,
        UNKNOWN
    }

    /**
     * The largest loss. What is explained by none of them costs time for threads to start and end; that is the cause if calls are short.
     *
     * @param nanos of a sequential call
     */
    Limit limit(double nanos) {
        if (threads < 2) {
            return Limit.ONE_THREAD;
        }
        if (alone > 0.5) {
            return fallback.startsWith("guard") ? Limit.ALONE : whyAlone();
        }
        if (efficiency >= GOOD) {
            return Limit.NOTHING;
        }
        Limit limit = nanos < 200_000 ? Limit.TOO_SMALL : Limit.UNKNOWN;
        double most = LEAST;
        double[] losses = {1 - machine, memoryLoss(), imbalance, serialLoss()};
        Limit[] limits = {Limit.MACHINE, Limit.MEMORY, Limit.IMBALANCE, Limit.SERIAL_PART};
        for (int i = 0; i < losses.length; i++) {
            if (losses[i] > most) {
                most = losses[i];
                limit = limits[i];
            }
        }
        return limit;
    }

    /** What makes a team no faster than a thread. */
    private Limit whyAlone() {
        if (memoryLoss() > MUCH) {
            return Limit.MEMORY;
        }
        return 1 - machine > MUCH ? Limit.MACHINE : Limit.ALONE;
    }

    private double memoryLoss() {
        return 1 - copies / machine;
    }

    private double serialLoss() {
        return 1 - Speedup.efficiencyWithSerialShare(serial, threads);
    }

    /** The limit in a sentence. */
    String sentence(double nanos) {
        return switch (limit(nanos)) {
            case ONE_THREAD -> "There is one processor: nothing to gain was measured.";
            case ALONE ->
                fallback.isEmpty()
                        ? "Too small: AUTO runs the loop on the calling thread at once."
                        : "The loop runs on the calling thread; the runtime says: " + fallback + ".";
            case NOTHING -> "Little limits it: " + percent(efficiency) + " of the ideal speed-up.";
            case MACHINE ->
                "The machine limits it: there is no free processor for each thread; even a computation without memory runs at "
                        + percent(machine) + " of its speed on " + threads + " threads at once.";
            case MEMORY ->
                "Memory bandwidth limits it: " + threads + " independent copies of the sequential loop run at "
                        + percent(copies) + " of the speed of one.";
            case IMBALANCE ->
                "Imbalance limits it: threads have nothing to do for " + percent(imbalance)
                        + " of the time in the loop; another schedule or smaller chunks may help.";
            case SERIAL_PART ->
                "The serial part limits it: " + percent(serial)
                        + " of the time of the method is spent outside of the loop.";
            case TOO_SMALL ->
                "Too small: a call takes " + Units.time(nanos) + ", and what starting and joining threads costs shows.";
            case UNKNOWN -> "None of the causes measured (machine, memory, imbalance, serial part) explains the loss.";
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
