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
     * Runs a loop on a team, the calling thread included.
     *
     * @throws IllegalArgumentException if the trip count is negative
     * @throws LoopCancelledException if the team's token, deadline, interrupt or end has cut the loop short
     */
    public static void run(Team team, LoopSite site, long tripCount, LoopBody body) {
        if (tripCount <= site.serialLimit() && tripCount > 0 && team.isPlainAndOpen() && !Sampler.isNow()) {
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
        if (tripCount <= site.serialLimit() && tripCount > 0 && team.isPlainAndOpen() && !Sampler.isNow()) {
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

    /** Throws anything, checked or not. The return type lets the caller write {@code throw sneaky(t)}. */
    static RuntimeException sneaky(Throwable thrown) {
        return Parfor.<RuntimeException>unchecked(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
