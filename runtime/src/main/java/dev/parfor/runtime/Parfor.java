package dev.parfor.runtime;

/**
 * Runs loops: what generated code calls.
 *
 * <p>Both methods run every iteration exactly once and return, or throw. What they throw is what the sequential loop
 * would have thrown, the same instance: the exception of the lowest iteration that failed, of whatever type (checked
 * exceptions included, although no {@code throws} clause says so; the generated method has the original's). Every
 * iteration below it has run; later ones may have. Failures of later iterations are suppressed exceptions of it. Only a
 * team whose loops can be ended from outside throws something else, a {@link LoopCancelledException}. A {@link LoopExit}
 * of the body, which ends the loop without failing, is treated the same, but that failures of later iterations are dropped.
 *
 * <p>Everything before the call happens-before every iteration, and every iteration happens-before the return.
 */
public final class Parfor {

    private Parfor() {}

    /**
     * Whether a loop is to be run by one call of its kernel: {@link #run(Team, LoopSite, Blocks, LoopBody)} would run its blocks on this
     * thread, one after the other, and the result is the same. Then not even the objects that a region needs are worth making.
     * Where not, {@link #runNotSmall} is to follow: one call in 64 is measured.
     *
     * @param tripCount above 0
     * @param block the iterations of a block, or how many blocks of one iteration there may be
     */
    public static boolean isSmall(Team team, LoopSite site, long tripCount, int block) {
        return tripCount <= block && isAlone(team, site, tripCount);
    }

    /**
     * Runs a loop on a team, the calling thread included.
     *
     * @throws IllegalArgumentException if the trip count is negative
     * @throws LoopCancelledException if the team's token, deadline, interrupt or end has cut the loop short
     */
    public static void run(Team team, LoopSite site, long tripCount, LoopBody body) {
        if (tripCount > 0 && isAlone(team, site, tripCount)) {
            try {
                body.run(0, tripCount);
            } catch (Throwable thrown) {
                throw sneaky(thrown);
            }
            return;
        }
        Launch.run(team, site, tripCount, body);
    }

    /**
     * Runs a loop whose body is given blocks of iterations, by number. What a user sees, the size of chunks and the progress,
     * is counted in iterations all the same.
     *
     * @throws LoopCancelledException if the team's token, deadline, interrupt or end has cut the loop short
     */
    public static void run(Team team, LoopSite site, Blocks blocks, LoopBody body) {
        long tripCount = blocks.tripCount();
        if (tripCount > 0 && isAlone(team, site, tripCount)) {
            try {
                body.run(0, blocks.count());
            } catch (Throwable thrown) {
                throw sneaky(thrown);
            }
            return;
        }
        Launch.run(team, site.inBlocks(blocks), blocks.count(), body);
    }

    /**
     * Runs a loop that is not {@linkplain #isSmall small}: if it is one block all the same, or each of its iterations is one, that is because
     * it is to be measured, or looked at.
     *
     * @throws LoopCancelledException if the team's token, deadline, interrupt or end has cut the loop short
     */
    public static void runNotSmall(Team team, LoopSite site, Blocks blocks, LoopBody body) {
        if (blocks.count() == 1 || blocks.size() == 1) {
            Launch.run(team, site.inBlocks(blocks), blocks.count(), body);
        } else {
            run(team, site, blocks, body);
        }
    }

    /**
     * Runs a loop over rows that has a loop over columns inside, where later rows build on earlier ones: in tiles, each after the
     * tile above it and the one to its left. Of two iterations in different rows that one in the upper row comes first whose
     * {@code column + skew * row} is not greater; those of one row keep their order. Iterations are counted in cells here: rows
     * times columns. Where a guard fails, or it is not worth it, the rows run in their order, each in one piece, on the calling
     * thread. Rows are given out in order whatever the schedule; a chunk is a number of rows.
     *
     * <p>What is thrown is what the sequential loop would have thrown: by the uppermost row that fails. All rows above it have
     * run to their ends.
     *
     * @throws IllegalArgumentException if {@code rows}, {@code columns} or {@code skew} is negative
     * @throws LoopCancelledException if the team's token, deadline, interrupt or end has cut the loop short
     */
    public static void wavefront(Team team, LoopSite site, long rows, long columns, int skew, RowsBody body) {
        if (rows < 0 || columns < 0 || skew < 0) {
            throw new IllegalArgumentException(rows + " rows, " + columns + " columns, skew " + skew);
        }
        long across = Math.max(1, columns);
        if (rows > 0 && rows <= Long.MAX_VALUE / across && isAlone(team, site, rows * across)) {
            try {
                for (long row = 0; row < rows; row++) {
                    body.run(row, 0, columns);
                }
            } catch (Throwable thrown) {
                throw sneaky(thrown);
            }
        } else if (rows > 0) {
            Wavefront.run(team, site, rows, columns, skew, body);
        }
    }

    /**
     * Runs a loop on the calling thread, in order; still ended by the team's token, deadline or interrupt.
     *
     * @param why for the Flight Recorder event: the guard that failed, for example
     * @throws IllegalArgumentException if the trip count is negative
     * @throws LoopCancelledException if the team's token, deadline, interrupt or end has cut the loop short
     */
    public static void sequential(Team team, LoopSite site, long tripCount, LoopBody body, String why) {
        Launch.sequential(team, site, tripCount, body, why);
    }

    /**
     * The same for a loop whose body is given blocks of iterations, by number.
     *
     * @throws LoopCancelledException if the team's token, deadline, interrupt or end has cut the loop short
     */
    public static void sequential(Team team, LoopSite site, Blocks blocks, LoopBody body, String why) {
        sequential(team, site.inBlocks(blocks), blocks.count(), body, why);
    }

    /**
     * Initializes a class if it is not, as the call of a static method of it does. Variants of static methods begin with
     * this; a loop that runs under its own class's initializer is then known to, and stays on its thread.
     */
    public static void initialize(Class<?> type) {
        Initialization.of(type);
    }

    /** Whether so many iterations just run on this thread: they are known to be cheap, nobody watches, and they are not to be measured. */
    private static boolean isAlone(Team team, LoopSite site, long iterations) {
        return iterations <= site.serialLimit() && team.isPlainAndOpen() && !Sampler.isNow();
    }

    /** Throws anything, checked or not. The return type lets the caller write {@code throw sneaky(t)}. */
    static RuntimeException sneaky(Throwable thrown) {
        return Parfor.<RuntimeException>unchecked(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
