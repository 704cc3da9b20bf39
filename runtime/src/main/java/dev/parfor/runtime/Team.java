package dev.parfor.runtime;

import java.time.Duration;
import java.util.Objects;

/**
 * The threads that run loops: a fixed number, the calling thread always one of them.
 *
 * <p>Any number of threads may call loops on one team at once, also from inside its loops; they share the workers, and
 * each of them makes progress even when every worker is busy. A thread that waits for its loop runs iterations of that
 * loop or nothing. Workers are daemon threads, started when they are needed and ended when they haven't been for some
 * seconds; they have the caller's context class loader while they run its loop, and of its thread-locals what a {@link
 * ContextCarrier} takes along.
 *
 * <p>The {@code with} methods give a <i>view</i>: a team on the same workers whose loops differ in one respect. Views of
 * views add up. A team that has no token, no deadline and isn't interruptible ignores interrupts and keeps the flag.
 *
 * <p>Property {@code parfor.threads} is the number of threads of the {@linkplain #shared() shared} team, {@code
 * parfor.schedule} its schedule: a name such as {@code dynamic}, or a name and a chunk, {@code dynamic,64}; it takes the
 * place of what the loops themselves say. With {@code parfor.statistics=true} that team adds up what its loops do and prints
 * it to the standard error stream when the JVM ends.
 */
public final class Team implements AutoCloseable {

    private final Workers workers;
    private final boolean shared;
    private final Schedule schedule;
    private final int chunk;
    private final Limits limits;
    private final Observers observers;
    private final ContextCarrier carrier;
    /** Nothing about this view touches a loop whose schedule is AUTO and that runs on the calling thread. */
    private final boolean plain;

    private Team(
            Workers workers,
            boolean shared,
            Schedule schedule,
            int chunk,
            Limits limits,
            Observers observers,
            ContextCarrier carrier) {
        this.workers = workers;
        this.shared = shared;
        this.schedule = schedule;
        this.chunk = chunk;
        this.limits = limits;
        this.observers = observers;
        this.carrier = carrier;
        this.plain = (schedule == null || schedule == Schedule.AUTO) && limits.isNone() && observers == Observers.NONE;
    }

    /**
     * The team of loops called without one. It is never closed.
     *
     * @throws IllegalStateException if property {@code parfor.threads}, {@code parfor.schedule} or {@code parfor.statistics} has a
     *     value that makes no sense
     */
    public static Team shared() {
        Team team = SharedTeam.TEAM;
        if (team == null) {
            throw new IllegalStateException(SharedTeam.PROBLEM);
        }
        return team;
    }

    /**
     * A new team.
     *
     * @param threads how many threads run a loop at most, the calling one included
     * @throws IllegalArgumentException if {@code threads} is below 1 or above 32767
     */
    public static Team of(int threads) {
        return of(threads, false);
    }

    static Team of(int threads, boolean shared) {
        if (threads < 1 || threads > Short.MAX_VALUE) {
            throw new IllegalArgumentException("a team has 1 to 32767 threads, not " + threads);
        }
        return new Team(new Workers(threads), shared, null, 0, Limits.NONE, Observers.NONE, null);
    }

    /** How many threads run a loop at most, the calling one included. */
    public int threads() {
        return workers.threads;
    }

    /** A view whose loops have this schedule, with chunks of the runtime's choice, whatever they say themselves. */
    public Team withSchedule(Schedule schedule) {
        return withSchedule(schedule, 0);
    }

    /**
     * A view whose loops have this schedule, whatever they say themselves.
     *
     * @param chunk iterations given out at once; 0 leaves it to the runtime
     * @throws IllegalArgumentException if {@code chunk < 0}
     */
    public Team withSchedule(Schedule schedule, int chunk) {
        Objects.requireNonNull(schedule, "schedule");
        if (chunk < 0) {
            throw new IllegalArgumentException("chunk " + chunk + " is negative");
        }
        return new Team(workers, shared, schedule, chunk, limits, observers, carrier);
    }

    /**
     * A view whose loops all end, with a {@link LoopCancelledException}, so long from <i>now</i>: not so long from their
     * start. So one deadline covers a call with several loops. Of two deadlines the earlier one holds.
     */
    public Team withDeadline(Duration fromNow) {
        long nanos;
        try {
            nanos = Math.min(fromNow.toNanos(), Long.MAX_VALUE >> 1);
        } catch (ArithmeticException centuries) {
            nanos = fromNow.isNegative() ? 0 : Long.MAX_VALUE >> 1;
        }
        return with(limits.withDeadline(System.nanoTime() + Math.max(0, nanos)));
    }

    /** A view whose loops end, with a {@link LoopCancelledException}, when the token is cancelled. */
    public Team withToken(CancellationToken token) {
        return with(limits.with(Objects.requireNonNull(token, "token")));
    }

    /**
     * A view whose loops end, with a {@link LoopCancelledException}, when the thread that called them is interrupted. The
     * interrupt flag stays set. Other threads' iterations aren't interrupted, only not followed by more.
     */
    public Team interruptible() {
        return with(limits.withInterrupts());
    }

    /** A view that tells how far its loops have come; it has one listener, the last one given. */
    public Team withProgress(ProgressListener listener) {
        return with(observers.with(Objects.requireNonNull(listener, "listener")));
    }

    /**
     * A view that tells of each of its loops what it did and why, when it has ended; it has one such listener, the last one
     * given. Loops of other views cost nothing more; those of this one cost some hundred nanoseconds more each.
     */
    public Team withStatistics(StatisticsListener listener) {
        return with(observers.with(Objects.requireNonNull(listener, "listener")));
    }

    /** A view whose loops take what the carrier captures along to the workers; of two carriers, both. */
    public Team withContext(ContextCarrier carrier) {
        Objects.requireNonNull(carrier, "carrier");
        ContextCarrier all = this.carrier == null ? carrier : this.carrier.and(carrier);
        return new Team(workers, shared, schedule, chunk, limits, observers, all);
    }

    /** A view for loops that look after tokens, deadlines and interrupts themselves. */
    Team withoutLimits() {
        return with(Limits.NONE);
    }

    private Team with(Limits limits) {
        return new Team(workers, shared, schedule, chunk, limits, observers, carrier);
    }

    private Team with(Observers observers) {
        return new Team(workers, shared, schedule, chunk, limits, observers, carrier);
    }

    /** A view for one call of one loop. */
    Team recordedBy(Recorder recorder) {
        return with(observers.with(recorder));
    }

    /**
     * Closes the team with all its views. Loops that run on its workers end with a {@link LoopCancelledException} after
     * the strips that are being run; new ones get that exception at
     * once. Returns when the workers have ended, except on a worker thread, which doesn't wait, and on a thread that is
     * interrupted, which stops waiting and keeps the flag. On the {@linkplain #shared() shared} team it does nothing.
     */
    @Override
    public void close() {
        if (!shared) {
            workers.close();
        }
    }

    @Override
    public String toString() {
        return workers + " of " + threads() + (workers.isClosed() ? ", closed" : "");
    }

    Workers workers() {
        return workers;
    }

    /** {@code null} for each loop's own. */
    Schedule schedule() {
        return schedule;
    }

    int chunk() {
        return chunk;
    }

    Limits limits() {
        return limits;
    }

    /** {@code null} for none. */
    ProgressListener listener() {
        return observers.progress();
    }

    /** {@code null} for none. */
    StatisticsListener statistics() {
        return observers.statistics();
    }

    /** {@code null} except in a view that is made for one call. */
    Recorder recorder() {
        return observers.recorder();
    }

    /** {@code null} for none. */
    ContextCarrier carrier() {
        return carrier;
    }

    boolean isPlainAndOpen() {
        return plain && !workers.isClosed();
    }
}
