package dev.parfor.runtime;

/**
 * What runs of one loop of about one length took, alone and with others, and which way to go next.
 *
 * <p><b>Question.</b> Is the whole call sooner done on its own thread or by the team? The cost of an iteration does not
 * say: two threads that wait for the same memory are no faster than one, and a worker that must be woken may come too
 * late. So both ways are tried and their times compared: of the calling thread alone, with workers that were awake, and
 * with workers that had to be woken.
 *
 * <p><b>Answer.</b> The way that took less, except for trials of the other one, now and then. A trial is paid from what
 * was saved up: a thirty-second part of the time that the loop has taken, and five milliseconds to begin with. After each
 * trial that changes nothing the next one waits twice as many calls, up to {@value #LONGEST_GAP}. So trials cost some
 * percent at most, whatever the loop is, and a loop whose cost has changed is found out.
 *
 * <p><b>Memory effects.</b> None: racy fields, which any thread may read and replace. A lost sample is a sample less.
 *
 * <p><b>Failure.</b> Wrong times make a loop slower, never wrong. A time that is too long, of a thread that lost its
 * processor, counts little; one that is half of what was believed replaces it, since the first runs are those of
 * interpreted code.
 *
 * <p><b>Source.</b> A two-armed bandit with a budget for exploration; the decreasing rate of trials is that of
 * ε-greedy in P. Auer, N. Cesa-Bianchi, P. Fischer, "Finite-time Analysis of the Multiarmed Bandit Problem", Machine
 * Learning 47, 2002.
 */
final class Experience {

    /** What to do with a call, and why. */
    enum Way {
        ALONE_FASTER(false, "was faster alone"),
        ALONE_TRIAL(false, "a trial run alone"),
        TEAM_FASTER(true, "was faster on the team"),
        TEAM_TRIAL(true, "a trial run on the team"),
        /** Too short to wake a worker for. */
        ALONE_SHORT(false, "too little work"),
        /** Too short as well, but others like it came just before. */
        TEAM_WOKEN(true, "one of many short loops");

        final boolean isParallel;
        final String why;

        Way(boolean isParallel, String why) {
            this.isParallel = isParallel;
            this.why = why;
        }
    }

    static final int LONGEST_GAP = 256;

    /** So many trials may have been of interpreted code, or of threads that were not there yet. */
    private static final int FEW_TRIALS = 4;

    private static final float FIRST_CREDIT = 5_000_000;
    private static final float MOST_CREDIT = 1e10f;
    private static final float PART_FOR_TRIALS = 1 / 32f;

    /** Nanoseconds an iteration, of whole calls; 0 where not known. */
    private float alone;

    private float awake;
    private float woken;
    /** The time of all threads together in the last run on the team: what it would take alone, at most. */
    private float busy;

    private int threads;
    private float credit = FIRST_CREDIT;
    private int gap = 1;
    private int calls;
    private int trials;
    private boolean wasParallelAwake;
    private boolean wasParallelWoken;

    /** Which way to go with so many iterations; {@code hot} if workers are awake. */
    Way next(long iterations, int threadsNow, boolean hot) {
        if (threads != threadsNow) {
            threads = threadsNow;
            awake = 0;
            woken = 0;
            gap = 1;
            trials = 0;
        }
        float team = hot ? awake : woken;
        float own = alone;
        if (team == 0 && own == 0) {
            return Way.TEAM_TRIAL;
        }
        calls++;
        boolean isParallel = team != 0 && (own == 0 || team < own);
        double cost = extra(own, team, isParallel) * (double) iterations;
        if (isParallel != (hot ? wasParallelAwake : wasParallelWoken)) {
            wasParallelAwake = hot ? isParallel : wasParallelAwake;
            wasParallelWoken = hot ? wasParallelWoken : isParallel;
            gap = Math.min(gap, 4);
        }
        // workers are seldom awake where they are not used: the first chance to try them must not wait
        if ((calls > gap || team == 0) && cost <= credit) {
            calls = 0;
            gap = Math.min(LONGEST_GAP, 2 * gap);
            trials++;
            return isParallel ? Way.ALONE_TRIAL : Way.TEAM_TRIAL;
        }
        return isParallel ? Way.TEAM_FASTER : Way.ALONE_FASTER;
    }

    /** What a trial of the other way is expected to cost an iteration. */
    private float extra(float own, float team, boolean isParallel) {
        if (isParallel) {
            return Math.max(0, Math.min(own == 0 ? busy : own, busy) - team);
        }
        // what was bad a few times may have been so for other reasons
        return team == 0 ? own : (trials > FEW_TRIALS ? team : Math.min(team, 2 * own)) - own;
    }

    /** What is known, of a loop whose iterations take so many nanoseconds. */
    LoopStatistics.Costs costs(double iteration) {
        return new LoopStatistics.Costs(iteration, alone, awake, woken);
    }

    /** Whether workers that are awake are known to make the loop slower. */
    boolean isFasterAloneThanAwake() {
        return alone != 0 && awake != 0 && alone <= awake;
    }

    /** A call ran on its own thread; {@code hot} as it was told to {@link #next}. */
    void ranAlone(long iterations, long elapsed, boolean hot, Way way) {
        float sample = (float) elapsed / iterations;
        save(elapsed, iterations, sample, hot ? awake : woken, way == Way.ALONE_TRIAL);
        alone = learnt(alone, sample);
    }

    /** A call ran on the team; {@code hot} as it was told to {@link #next}. */
    void ranOnTeam(long iterations, long elapsed, long busyNanos, boolean hot, Way way) {
        float sample = (float) elapsed / iterations;
        save(elapsed, iterations, sample, alone, way == Way.TEAM_TRIAL);
        if (hot) {
            awake = learnt(awake, sample);
        } else {
            woken = learnt(woken, sample);
        }
        busy = Math.max(sample, (float) busyNanos / iterations);
    }

    /** A trial costs what it took longer than the other way; the first ones, which may mean nothing, only in part. */
    private void save(long elapsed, long iterations, float sample, float other, boolean isTrial) {
        float extra = 0;
        if (isTrial && other != 0) {
            extra = Math.max(0, sample - other);
            extra = (trials > FEW_TRIALS ? extra : Math.min(extra, 4 * other)) * iterations;
        }
        credit = Math.min(MOST_CREDIT, credit + elapsed * PART_FOR_TRIALS - extra);
    }

    private static float learnt(float old, float sample) {
        float least = Math.max(sample, Float.MIN_NORMAL);
        if (old == 0 || least < old / 2) {
            return least;
        }
        return least < old ? (old + least) / 2 : old + (Math.min(least, 4 * old) - old) / 4;
    }
}
