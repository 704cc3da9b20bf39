package dev.parfor.runtime;

import dev.parfor.runtime.Experience.Way;
import dev.parfor.runtime.LoopCancelledException.Reason;
import java.util.Objects;

/**
 * Decides how a loop runs, where the first look at it (in {@link Parfor#run}) wasn't enough.
 *
 * <p>The times here were measured: waking a parked worker costs the caller about 5 microseconds, and the worker arrives
 * some 30 later; a worker that still spins costs next to nothing.
 */
final class Launch {

    /** A loop that takes this long is worth waking a worker for. */
    private static final long WAKE_NANOS = 50_000;
    /** What a chunk should take, to make giving it out a matter of a percent or so. */
    private static final long CHUNK_NANOS = 2_000;
    /** The same for a loop that an iteration may end: at most so much is run in vain, for each thread. */
    private static final long CHUNK_OF_SEARCH_NANOS = 10_000;
    /** What the iterations should take that wait for their turn together. */
    private static final long TURN_NANOS = 50_000;
    /** And how many they are at most: so much is kept for each thread. */
    private static final long MOST_OF_TURN = 1024;

    private static final long MOST_OF_TURN_UNKNOWN = 16;
    /** What a loop of unknown cost is measured for before others are called. */
    private static final long PREFIX_NANOS = 10_000;
    /** Chunks a thread, where the cost of an iteration is known and where it is not. */
    private static final long CHUNKS_KNOWN = 64;

    private static final long CHUNKS_UNKNOWN = 8;

    private static final String UNDER_INITIALIZER = "under a class initializer";
    private static final String TOO_LITTLE = "too little work";

    private Launch() {}

    static void run(Team team, LoopSite site, long tripCount, LoopBody body) {
        Objects.requireNonNull(body, "body");
        if (team.statistics() == null) {
            launch(team, site, tripCount, body);
        } else {
            Recorder.run(team, site, tripCount, body, view -> launch(view, site, tripCount, body));
        }
    }

    static void sequential(Team team, LoopSite site, long tripCount, LoopBody body, String why) {
        Objects.requireNonNull(body, "body");
        if (team.statistics() == null) {
            alone(team, site, tripCount, body, why);
        } else {
            Recorder.run(team, site, tripCount, body, view -> alone(view, site, tripCount, body, why));
        }
    }

    private static void alone(Team team, LoopSite site, long tripCount, LoopBody body, String why) {
        if (hasIterations(team, site, tripCount)) {
            if (team.recorder() != null) {
                team.recorder().guarded(why);
            }
            Serial.run(team, site, 0, tripCount, body, why);
        }
    }

    private static void launch(Team team, LoopSite site, long tripCount, LoopBody body) {
        if (!hasIterations(team, site, tripCount)) {
            return;
        }
        Schedule schedule = team.schedule() == null ? site.schedule : team.schedule();
        int chunk = team.schedule() == null ? site.chunk : site.units(team.chunk());
        if (team.threads() == 1) {
            Serial.run(team, site, 0, tripCount, body, "the team has one thread");
        } else if (tripCount == 1) {
            Serial.run(team, site, 0, 1, body, "one iteration");
        } else if (site.blocking) {
            blocking(team, site, tripCount, body, chunk);
        } else if (schedule == Schedule.AUTO) {
            auto(team, site, tripCount, body, chunk);
        } else if (!isGuarded(team, site, tripCount, body)) {
            boolean wakeNow =
                    site.nanosPerIteration() * (double) tripCount >= WAKE_NANOS || site.nanosPerIteration() <= 0;
            region(team, site, 0, tripCount, body, schedule, chunk, wakeNow, null);
        }
    }

    /** Whatever an iteration takes, it is mostly time in which others can run: each is given out by itself. */
    private static void blocking(Team team, LoopSite site, long tripCount, LoopBody body, int chunk) {
        if (isGuarded(team, site, tripCount, body)) {
            return;
        }
        if (!site.isOutsideInitializers()) {
            Serial.run(team, site, 0, tripCount, body, UNDER_INITIALIZER);
            return;
        }
        boolean oneByOne = body instanceof OrderedBody<?> ordered && ordered.isOneByOne();
        long grain = oneByOne ? 1 : Math.max(1, chunk);
        int threads = (int) Math.min(Helpers.MOST, Blocks.ceilDiv(tripCount, grain));
        ChunkSource source = ChunkSource.of(Schedule.DYNAMIC, tripCount, threads, grain, true);
        Progress progress = Progress.of(team.listener(), site, tripCount);
        new Region(team, site, body, 0, tripCount, source, progress).executeWaiting();
    }

    /** Whether a guard keeps the loop on this thread; then it has run. */
    private static boolean isGuarded(Team team, LoopSite site, long tripCount, LoopBody body) {
        String failed;
        try {
            failed = body.failedGuard(site.iterations(tripCount));
        } catch (RuntimeException e) {
            failed = "a guard could not be evaluated: " + e;
        }
        if (team.recorder() != null) {
            team.recorder().guarded(failed);
        }
        if (failed != null) {
            Serial.run(team, site, 0, tripCount, body, failed);
        }
        return failed != null;
    }

    /** Whether there is anything to run; throws where that must not be. */
    static boolean hasIterations(Team team, LoopSite site, long tripCount) {
        if (tripCount < 0) {
            throw new IllegalArgumentException("loop " + site + " has no trip count: " + tripCount);
        }
        if (team.workers().isClosed()) {
            throw new LoopCancelledException(Reason.TEAM_CLOSED, site.toString(), 0, site.iterations(tripCount));
        }
        return tripCount > 0;
    }

    private static void auto(Team team, LoopSite site, long tripCount, LoopBody body, int chunk) {
        float nanos = site.nanosPerIteration();
        if (nanos <= 0 || site.endsEarly) {
            // a loop that ends in one of its first iterations should not have woken anybody
            if (!isGuarded(team, site, tripCount, body)) {
                unmeasured(team, site, tripCount, body, chunk);
            }
            return;
        }
        double all = tripCount * (double) nanos;
        if (all < LoopSite.SERIAL_NANOS) {
            Serial.run(team, site, 0, tripCount, body, TOO_LITTLE);
            return;
        }
        boolean hot = team.workers().isHot();
        long iterations = site.iterations(tripCount);
        Experience experience = site.experience(iterations);
        if (team.recorder() != null) {
            team.recorder().compared(experience.costs(nanos / site.iterations(1)));
        }
        Way way = hot || all >= WAKE_NANOS
                ? experience.next(iterations, team.threads(), hot, System.nanoTime())
                : !experience.isFasterAloneThanAwake() && team.workers().isWorthWaking((long) all)
                        ? Way.TEAM_WOKEN
                        : Way.ALONE_SHORT;
        if (way.isParallel) {
            long start = System.nanoTime();
            if (isGuarded(team, site, tripCount, body)) {
                return;
            }
            long busy =
                    region(team, site, 0, tripCount, body, Schedule.AUTO, chunk, !hot || all >= WAKE_NANOS, way.why);
            if (busy >= 0) {
                experience.ranOnTeam(iterations, System.nanoTime() - start, busy, hot, way);
            }
        } else {
            experience.ranAlone(iterations, Serial.run(team, site, 0, tripCount, body, way.why), hot, way);
        }
    }

    /** A call before which nothing is known, or nothing that is believed. */
    private static void unmeasured(Team team, LoopSite site, long tripCount, LoopBody body, int chunk) {
        if (site.nanosPerIteration() == 0 && tripCount <= 4L * team.threads()) {
            // few iterations are often heavy ones, and to run even one of them here first could halve the gain
            region(team, site, 0, tripCount, body, Schedule.AUTO, chunk, true, "few iterations");
            return;
        }
        long done = prefix(team, site, tripCount, body);
        if (done == tripCount) {
            return;
        }
        double left = (tripCount - done) * (double) site.nanosPerIteration();
        Workers workers = team.workers();
        boolean wakeNow = left >= WAKE_NANOS;
        if (wakeNow || left >= LoopSite.SERIAL_NANOS && (workers.isHot() || workers.isWorthWaking((long) left))) {
            boolean wake = wakeNow || !workers.isHot();
            region(team, site, done, tripCount, body, Schedule.AUTO, chunk, wake, "its first iterations took long");
        } else {
            Serial.run(team, site, done, tripCount, body, TOO_LITTLE);
        }
    }

    /** Runs and measures the first 1, 2, 4, ... iterations until their time says something. */
    private static long prefix(Team team, LoopSite site, long tripCount, LoopBody body) {
        if (team.recorder() != null) {
            team.recorder().decided(null, "too little work to go on");
            team.recorder().begin();
        }
        long done = 0;
        long step = 1;
        long start = System.nanoTime();
        long elapsed;
        do {
            long to = tripCount - done > step ? done + step : tripCount;
            Serial.piece(team, site, done, to, tripCount, body);
            if (team.recorder() != null) {
                team.recorder().ran(done, to);
            }
            done = to;
            step *= 2;
            elapsed = System.nanoTime() - start;
        } while (done < tripCount && elapsed < PREFIX_NANOS);
        site.measured(elapsed, done);
        if (team.recorder() != null) {
            team.recorder().left(0, elapsed);
        }
        return done;
    }

    /** The time that the threads spent in the region, or -1 if there was none. */
    private static long region(
            Team team,
            LoopSite site,
            long first,
            long tripCount,
            LoopBody body,
            Schedule schedule,
            int chunk,
            boolean wakeNow,
            String why) {
        if (!site.isOutsideInitializers()) {
            Serial.run(team, site, first, tripCount, body, UNDER_INITIALIZER);
            return -1;
        }
        long count = tripCount - first;
        if (body instanceof OrderedBody<?> ordered) {
            return ordered(team, site, first, tripCount, ordered, chunk, wakeNow, why);
        }
        long grain = site.inOrder ? 1 : chunk > 0 ? chunk : grain(count, team.threads(), site);
        // what lies beyond the iteration that ends the loop is work for nothing: threads stay close to each other
        boolean stayClose = site.inOrder || site.endsEarly && schedule == Schedule.AUTO;
        Schedule effective = stayClose ? Schedule.DYNAMIC : schedule;
        ChunkSource source = ChunkSource.of(effective, count, team.threads(), grain, chunk > 0);
        Progress progress = Progress.of(team.listener(), site, tripCount);
        return new Region(team, site, body, first, count, source, progress).execute(wakeNow, why);
    }

    /** In the order of the iterations, whatever the schedule: who waits for a lower iteration must know that somebody has it. */
    private static long ordered(
            Team team,
            LoopSite site,
            long first,
            long tripCount,
            OrderedBody<?> body,
            int chunk,
            boolean wakeNow,
            String why) {
        long count = tripCount - first;
        long grain = body.isOneByOne() ? 1 : chunk > 0 ? chunk : turn(count, team.threads(), site);
        ChunkSource source = ChunkSource.of(Schedule.DYNAMIC, count, team.threads(), grain, true);
        Progress progress = Progress.of(team.listener(), site, tripCount);
        return new Region(team, site, body, first, count, source, progress).execute(wakeNow, why);
    }

    /** How many iterations take their turn together: worth the wait, but so few that all threads have some. */
    private static long turn(long count, int threads, LoopSite site) {
        float nanos = site.nanosPerIteration();
        long worth = nanos <= 0 ? MOST_OF_TURN_UNKNOWN : Math.max(1, (long) (TURN_NANOS / nanos));
        long fair = Math.max(1, count / (CHUNKS_UNKNOWN * threads));
        return Math.min(Math.min(worth, fair), MOST_OF_TURN);
    }

    private static long grain(long count, int threads, LoopSite site) {
        float nanos = site.nanosPerIteration();
        if (nanos <= 0) {
            return Math.max(1, count / (CHUNKS_UNKNOWN * threads));
        }
        if (site.endsEarly) {
            return Math.max(1, (long) (CHUNK_OF_SEARCH_NANOS / nanos));
        }
        long grain = Math.max(Math.max(1, (long) (CHUNK_NANOS / nanos)), count / (CHUNKS_KNOWN * threads));
        long chunks = count / grain;
        if (chunks < threads || chunks >= CHUNKS_UNKNOWN * threads) {
            return grain;
        }
        // three chunks for two threads would leave one of them idle for a third of the time
        return Blocks.ceilDiv(count, chunks / threads * threads);
    }
}
