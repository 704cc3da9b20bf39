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
 * trial that changes nothing the next one waits twice as many calls, up to {@value #LONGEST_GAP}, but no longer than the
 * loss was worth: what is hardly slower is tried often, since in the first second of a program its compiler and whatever else
 * starts up take the other processors away, and that must not decide for the rest of the run. So trials cost a percent or so, whatever
 * the loop is, and a loop whose cost has changed is found out. What is not known of workers that are awake is taken from those that
 * had to be woken, and the other way round.
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
        TEAM_WOKEN(true, "one of many that follow each other");

        final boolean isParallel;
        final String why;

        Way(boolean isParallel, String why) {
            this.isParallel = isParallel;
            this.why = why;
        }
    }

    static final int LONGEST_GAP = 256;
    private static final int SHORTEST_GAP = 4;
    /** So many calls are between two trials of the team that take twice the time alone; fewer where they take less. */
    private static final int GAP_OF_TEAM = 32;
    /** Likewise of trials alone: nothing that starts up makes them slower. */
    private static final int GAP_ALONE = 128;
    /** After so many trials in vain there are twice as many. */
    private static final float PATIENCE = 16;
    /** What a worker needs that must be woken, and the caller to wake it. */
    private static final float WAKING_NANOS = 50_000;

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
    private int inVain;
    private boolean wasParallelAwake;
    private boolean wasParallelWoken;
    /** A trial with workers that had to be woken says little; they are tried once more now that they are awake. */
    private boolean again;
    /** When the last call began and ended. */
    private long began;

    private long ended;
    /** Nanoseconds that calls in a row have lost for want of workers that are awake. */
    private float regret;

    /** Which way to go with so many iterations; {@code hot} if workers are awake, {@code now} by {@link System#nanoTime}. */
    Way next(long iterations, int threadsNow, boolean hot, long now) {
        boolean isQuick = now - ended < Worker.LONGEST_PAUSE_NANOS;
        began = now;
        if (threads != threadsNow) {
            threads = threadsNow;
            awake = 0;
            woken = 0;
            gap = 1;
            trials = 0;
            ended = now - Worker.LONGEST_PAUSE_NANOS;
            again = false;
        }
        boolean unknown = (hot ? awake : woken) == 0;
        float team = expected(iterations, hot);
        float own = alone;
        if (team == 0 && own == 0) {
            return Way.TEAM_TRIAL;
        }
        calls++;
        if (again) {
            again = false;
            if (hot) {
                return Way.TEAM_TRIAL;
            }
        }
        boolean isParallel = team != 0 && (own == 0 || team < own);
        double cost = extra(own, team, isParallel) * (double) iterations;
        if (isParallel != (hot ? wasParallelAwake : wasParallelWoken)) {
            wasParallelAwake = hot ? isParallel : wasParallelAwake;
            wasParallelWoken = hot ? wasParallelWoken : isParallel;
            gap = Math.min(gap, SHORTEST_GAP);
            inVain = 0;
        }
        // workers are seldom awake where they are not used: the first chance to try them must not wait
        if ((calls > gap || unknown && !isParallel || team == 0) && cost <= credit) {
            calls = 0;
            gap = Math.min(LONGEST_GAP, 2 * gap);
            trials++;
            again = !isParallel && !hot;
            return isParallel ? Way.ALONE_TRIAL : Way.TEAM_TRIAL;
        }
        if (isParallel) {
            return Way.TEAM_FASTER;
        }
        return !hot && isWorthWaking(iterations, isQuick) ? Way.TEAM_WOKEN : Way.ALONE_FASTER;
    }

    /**
     * Whether workers that are asleep are to be woken for the calls that will follow, although this one will lose by it: when the calls
     * just before it have lost as much (the ski-rental argument).
     */
    private boolean isWorthWaking(long iterations, boolean isQuick) {
        if (!isQuick || awake == 0 || awake >= alone) {
            regret = 0;
            return false;
        }
        regret += (alone - awake) * iterations;
        boolean worth = regret > Math.max(0, woken - alone) * iterations + WAKING_NANOS;
        regret = worth ? 0 : regret;
        return worth;
    }

    /** Nanoseconds an iteration on the team; 0 where nothing is known of it. */
    private float expected(long iterations, boolean hot) {
        if (hot) {
            return awake != 0 ? awake : woken;
        }
        return woken != 0 || awake == 0 ? woken : awake + WAKING_NANOS / iterations;
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
        ended = began + elapsed;
        save(elapsed, iterations, sample, expected(iterations, hot), way);
        alone = learnt(alone, sample, way == Way.ALONE_TRIAL);
    }

    /** A call ran on the team; {@code hot} as it was told to {@link #next}. */
    void ranOnTeam(long iterations, long elapsed, long busyNanos, boolean hot, Way way) {
        float sample = (float) elapsed / iterations;
        ended = began + elapsed;
        save(elapsed, iterations, sample, alone, way);
        if (hot) {
            awake = learnt(awake, sample, way == Way.TEAM_TRIAL);
        } else {
            woken = learnt(woken, sample, way == Way.TEAM_TRIAL);
        }
        busy = Math.max(sample, (float) busyNanos / iterations);
    }

    /** A trial costs what it took longer than the other way; the first ones, which may mean nothing, only in part. */
    private void save(long elapsed, long iterations, float sample, float other, Way way) {
        float extra = 0;
        boolean isTrial = way == Way.TEAM_TRIAL || way == Way.ALONE_TRIAL;
        if (isTrial && other != 0) {
            extra = Math.max(0, sample - other);
            if (extra > 0) {
                inVain++;
                float worth = (way.isParallel ? GAP_OF_TEAM : GAP_ALONE) * (1 + inVain / PATIENCE) * extra / other;
                gap = Math.min(gap, Math.max(SHORTEST_GAP, (int) Math.min(LONGEST_GAP, worth)));
            }
            extra = (trials > FEW_TRIALS ? extra : Math.min(extra, 4 * other)) * iterations;
        }
        credit = Math.min(MOST_CREDIT, credit + elapsed * PART_FOR_TRIALS - extra);
    }

    private static float learnt(float old, float sample, boolean isTrial) {
        float least = Math.max(sample, Float.MIN_NORMAL);
        // what a trial replaces is long ago
        if (old == 0 || least < (isTrial ? old : old / 2)) {
            return least;
        }
        return least < old ? (old + least) / 2 : old + (Math.min(least, 4 * old) - old) / 4;
    }
}
