package dev.parfor.runtime;

import dev.parfor.runtime.LoopStatistics.Costs;
import dev.parfor.runtime.LoopStatistics.GuardOutcome;
import dev.parfor.runtime.LoopStatistics.Outcome;
import dev.parfor.runtime.LoopStatistics.ThreadStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes down one call of one loop, for a {@link StatisticsListener} or for Flight Recorder's chunk events. It exists only
 * where somebody wants either; elsewhere there is {@code null} in its place.
 *
 * <p><b>States.</b> Each thread that runs a chunk has a part of its own, made with its first chunk.
 *
 * <p><b>Memory effects.</b> A part is written by its thread alone, before that thread tells the {@link Region} what it has
 * settled; so the caller, which waits for that, sees it.
 *
 * <p><b>Failure.</b> What a listener throws goes to the handler of uncaught exceptions.
 *
 * <p><b>Source.</b> None.
 */
final class Recorder {

    /** A call of a loop on a view of its team. */
    interface Call {
        void on(Team view);
    }

    private static final class Part {
        final String thread = Thread.currentThread().getName();
        final long arrived;
        long busy;
        long iterations;
        long chunks;

        Part(long arrived) {
            this.arrived = arrived;
        }
    }

    private final LoopSite site;
    private final Part[] parts;
    private final boolean hasChunkEvents = LoopEvents.wantsChunks();
    private final long start = System.nanoTime();
    private Schedule schedule;
    private String decision = "";
    private GuardOutcome guards = GuardOutcome.NONE;
    private Costs costs;

    Recorder(Team team, LoopSite site) {
        this.site = site;
        this.parts = new Part[site.blocking ? Math.max(Helpers.MOST, team.threads()) : team.threads()];
    }

    /** Calls a loop and tells the team's listener what became of it. */
    static void run(Team team, LoopSite site, long tripCount, LoopBody body, Call call) {
        Recorder recorder = new Recorder(team, site);
        if (hasGuards(body)) {
            recorder.guards = GuardOutcome.NOT_ASKED;
        } else if (body.isGuarded()) {
            recorder.guards = GuardOutcome.HELD;
        }
        Throwable thrown = null;
        try {
            call.on(team.recordedBy(recorder));
        } catch (Throwable t) {
            thrown = t;
            throw t;
        } finally {
            recorder.tell(team, tripCount, thrown);
        }
    }

    private static boolean hasGuards(LoopBody body) {
        return !Guards.usesMethod(body, LoopBody.class, "failedGuard", long.class);
    }

    private void tell(Team team, long tripCount, Throwable thrown) {
        if (tripCount <= 0) {
            return;
        }
        try {
            team.statistics().loopEnded(statistics(tripCount, System.nanoTime() - start, outcome(thrown)));
        } catch (Throwable ofListener) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, ofListener);
        }
    }

    private static Outcome outcome(Throwable thrown) {
        if (thrown == null) {
            return Outcome.COMPLETED;
        }
        if (thrown instanceof LoopExit) {
            return Outcome.ENDED_EARLY;
        }
        return thrown instanceof LoopCancelledException ? Outcome.CANCELLED : Outcome.FAILED;
    }

    private LoopStatistics statistics(long tripCount, long elapsed, Outcome outcome) {
        List<ThreadStatistics> threads = new ArrayList<>();
        for (Part part : parts) {
            if (part != null) {
                threads.add(new ThreadStatistics(
                        part.thread,
                        Duration.ofNanos(part.busy),
                        Duration.ofNanos(Math.max(0, elapsed - part.busy)),
                        Duration.ofNanos(part.arrived),
                        part.iterations,
                        part.chunks));
            }
        }
        return new LoopStatistics(
                site.method,
                site.file,
                site.line,
                site.iterations(tripCount),
                outcome,
                Optional.ofNullable(schedule),
                decision,
                guards,
                Optional.ofNullable(costs),
                parts.length,
                Duration.ofNanos(elapsed),
                threads);
    }

    void guarded(String failed) {
        if (failed != null) {
            guards = GuardOutcome.FAILED;
        } else if (guards == GuardOutcome.NOT_ASKED) {
            guards = GuardOutcome.HELD;
        }
    }

    void compared(Costs known) {
        costs = known;
    }

    /** The way the loop goes; {@code null} for the calling thread. */
    void decided(Schedule by, String why) {
        schedule = by;
        decision = why == null ? "its schedule is " + by : why;
    }

    /** The calling thread begins to run iterations alone: one chunk. */
    void begin() {
        part(0).chunks++;
    }

    /** The calling thread has run the iterations, or blocks, {@code from} to {@code to - 1} alone. */
    void ran(long from, long to) {
        parts[0].iterations += site.iterations(to) - site.iterations(from);
    }

    private Part part(int index) {
        Part part = parts[index];
        if (part == null) {
            part = new Part(System.nanoTime() - start);
            parts[index] = part;
        }
        return part;
    }

    /** A thread begins a chunk; what comes out is for {@link #endChunk}. */
    Object beginChunk(int index) {
        part(index);
        return hasChunkEvents ? LoopEvents.beginChunk() : null;
    }

    void endChunk(Object event, int index, long lo, long hi) {
        long iterations = site.iterations(hi) - site.iterations(lo);
        Part part = parts[index];
        if (part != null) {
            part.chunks++;
            part.iterations += iterations;
        }
        if (event != null) {
            LoopEvents.chunk(event, site, site.iterations(lo), iterations);
        }
    }

    /** Iterations of a chunk that {@link #endChunk} is going to count were not run, or not to their end. */
    void skipped(int index, long lo, long hi) {
        if (parts[index] != null) {
            parts[index].iterations -= site.iterations(hi) - site.iterations(lo);
        }
    }

    /** A thread leaves the loop after so much time. Never throws: the region waits for what comes after it. */
    void left(int index, long nanos) {
        if (parts[index] != null) {
            parts[index].busy += nanos;
        }
    }
}
