package dev.parfor.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Takes the place of the true entry point in tests: runs the chunks of a region on the calling thread, in the worst orders that its
 * contract allows, and counts which path was taken. What it does depends on {@link #seed} alone.
 */
public final class Parfor {

    /** Chooses the order. */
    public static long seed;

    /** Regions of at least two iterations run since this was last set to zero. */
    public static int regions;

    /** Loops with at least two iterations that were not run as a region since this was last set to zero. */
    public static int sequential;

    private Parfor() {}

    public static void run(Team team, LoopSite site, long tripCount, LoopBody body) {
        run(team, site, tripCount, tripCount, body);
    }

    private static void run(Team team, LoopSite site, long iterations, long tripCount, LoopBody body) {
        String failed = null;
        try {
            // As where there is too little work: the loop runs alone, and nobody asks for its guards.
            failed = seed % 5 == 3 ? "too little work" : body.failedGuard(iterations);
        } catch (RuntimeException e) {
            failed = e.toString();
        }
        if (failed != null) {
            sequential(team, site, tripCount, body, failed);
            return;
        }
        regions += tripCount > 1 ? 1 : 0;
        Random random = new Random(seed);
        List<long[]> chunks = new ArrayList<>();
        long widest = seed % 3 == 0 ? 1 : 1 + tripCount / 5;
        for (long lo = 0; lo < tripCount; ) {
            long least = 1 + tripCount / 500;
            long hi = Math.min(tripCount, lo + least + (long) (random.nextDouble() * (widest - 1)));
            chunks.add(new long[] {lo, hi});
            lo = hi;
        }
        if (seed % 2 == 0) {
            Collections.reverse(chunks);
        } else {
            Collections.shuffle(chunks, random);
        }
        long failedAt = Long.MAX_VALUE;
        Throwable failure = null;
        for (long[] chunk : chunks) {
            if (chunk[0] < failedAt) {
                try {
                    body.run(chunk[0], chunk[1]);
                } catch (Throwable t) {
                    failedAt = chunk[0];
                    failure = t;
                }
            }
        }
        if (failure != null) {
            throw sneaky(failure);
        }
    }

    public static void sequential(Team team, LoopSite site, long tripCount, LoopBody body, String why) {
        sequential += tripCount > 1 ? 1 : 0;
        try {
            body.run(0, tripCount);
        } catch (Throwable t) {
            throw sneaky(t);
        }
    }

    public static void initialize(Class<?> type) {
        Initialization.of(type);
    }

    public static void run(Team team, LoopSite site, Blocks blocks, LoopBody body) {
        run(team, site, blocks.tripCount(), blocks.count(), body);
    }

    public static void sequential(Team team, LoopSite site, Blocks blocks, LoopBody body, String why) {
        sequential(team, site, blocks.count(), body, why);
    }

    static RuntimeException sneaky(Throwable thrown) {
        return Parfor.<RuntimeException>unchecked(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
