package dev.parfor.runtime;

import dev.parfor.runtime.LoopCancelledException.Reason;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * One fork-join execution of one loop.
 *
 * <p><b>States.</b> Every iteration is unclaimed, claimed by one thread, or <i>settled</i>: run, or skipped because a
 * lower iteration failed or the loop was cancelled. The region is over when {@code settled} equals {@code count}. Whoever
 * has claimed nothing is not waited for: a worker may come late, find nothing and go, even after the region is over. A
 * thread that waits for the region runs iterations of this region or nothing, so every wait is for a thread that runs a
 * body, and regions nest without deadlock.
 *
 * <p><b>Memory effects.</b> Everything before {@link #execute} happens-before every iteration: the region is published
 * by a volatile store to a slot of the team and found by a volatile load. Every iteration happens-before the return of
 * {@code execute}: each thread adds what it has settled with an atomic read-modify-write, and the caller has loaded the
 * sum with volatile access. {@code cancelled} is volatile; the counts of skipped iterations are under this object's
 * monitor.
 *
 * <p><b>Failure.</b> The body's exceptions, of any kind, are recorded in {@link LoopFailure}; chunks above the lowest
 * failing one are skipped, those below it run to their end. Whether to go on is asked before each chunk and, in chunks
 * that take long, before each strip. A failure all of whose predecessors have run wins over a
 * cancellation, as it would have in the sequential loop.
 *
 * <p><b>Source.</b> The fork-join region of OpenMP without its barrier; "lazy join" was measured against teams that need
 * every member: 0.15 against 0.4 microseconds hot, and no collapse on a machine with more threads than cores.
 */
final class Region {

    /** How long the caller looks for the end of the region before it parks. */
    private static final long SPIN_NANOS = 40_000;
    /** And how long before it parks, if others may have its processor meanwhile. */
    private static final long YIELD_NANOS = 200_000;
    /** A wake-up costs the caller some 5 microseconds: it is paid after this time in the loop, then at this interval. */
    private static final long FIRST_WAKE_NANOS = 10_000;

    private static final long NEXT_WAKE_NANOS = 50_000;
    private static final long PROGRESS_NANOS = 50_000_000;

    private static final VarHandle SETTLED;
    private static final VarHandle RUN;
    private static final VarHandle BUSY;
    private static final VarHandle PIECES;
    private static final VarHandle JOINED;
    private static final VarHandle TOOK_PART;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            SETTLED = lookup.findVarHandle(Region.class, "settled", long.class);
            RUN = lookup.findVarHandle(Region.class, "run", long.class);
            BUSY = lookup.findVarHandle(Region.class, "busy", long.class);
            PIECES = lookup.findVarHandle(Region.class, "pieces", long.class);
            JOINED = lookup.findVarHandle(Region.class, "joined", int.class);
            TOOK_PART = lookup.findVarHandle(Region.class, "tookPart", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final Workers workers;
    private final Limits limits;
    private final Progress progress;
    /** {@code null} where nobody wants to know. */
    private final Recorder recorder;

    private final LoopSite site;
    private final LoopBody body;
    /** The iterations are {@code first} to {@code first + count - 1}; in here they count from 0. */
    private final long first;

    private final long count;
    private final ChunkSource source;
    private final long strip;
    private final LoopFailure failure = new LoopFailure();
    /** The caller's context class loader, which the workers have while they take part. */
    private final ClassLoader contextClassLoader;
    /** What else they have of the caller; {@code null} for nothing. */
    private final ContextCarrier.Snapshot context;
    /** The order of the pieces; {@code null} for a loop without an ordered block. */
    private final Turns turns;

    private final Thread caller = Thread.currentThread();

    /** Where the team published it; used by {@link Workers}. */
    int slot = -1;

    private volatile boolean wakeOthers;
    private volatile Reason cancelled;
    private volatile Thread waiter;
    private long settled;
    private long run;
    private long busy;
    private long pieces;
    private int joined = 1;
    private int tookPart;
    private long skipped;
    private long cancelledFrom = Long.MAX_VALUE;

    Region(Team team, LoopSite site, LoopBody body, long first, long count, ChunkSource source, Progress progress) {
        this.workers = team.workers();
        this.limits = team.limits();
        this.site = site;
        this.body = body;
        this.first = first;
        this.count = count;
        this.source = source;
        this.progress = progress;
        this.recorder =
                team.recorder() != null ? team.recorder() : LoopEvents.wantsChunks() ? new Recorder(team, site) : null;
        this.strip = Strips.first(site.nanosPerIteration());
        this.contextClassLoader = Thread.currentThread().getContextClassLoader();
        this.context = team.carrier() == null ? null : team.carrier().capture();
        this.turns = body instanceof OrderedBody ? new Turns(this, first, source.unit, source.threads) : null;
    }

    /**
     * Runs the loop with the calling thread taking part; returns when it is complete and throws when it is not.
     *
     * @param why for the Flight Recorder event
     * @return the time that all threads together spent in the loop
     */
    long execute(boolean wakeNow, String why) {
        return execute(wakeNow, why, false);
    }

    /** Likewise, with helpers of its own instead of the team's workers: iterations wait. */
    void executeWaiting() {
        execute(false, "its iterations wait", true);
    }

    private long execute(boolean wakeNow, String why, boolean waits) {
        Object event = LoopEvents.begin();
        if (body instanceof OrderedBody<?> ordered) {
            ordered.turns = turns;
        }
        if (recorder != null) {
            recorder.decided(source.schedule, why);
        }
        Share share = new Share(0, strip);
        if (!waits) {
            workers.publish(this);
        }
        try {
            if (waits) {
                Helpers.call(this, source.threads - 1);
            } else if (wakeNow) {
                wakeOthers = true;
                workers.wakeOne();
            }
            participate(share, waits ? Long.MAX_VALUE : wakeNow ? NEXT_WAKE_NANOS : FIRST_WAKE_NANOS, null);
        } finally {
            // after an error in here, too: the caller must not go while workers run its loop
            workers.unpublish(this);
            await(share);
            if (body instanceof OrderedBody<?> ordered) {
                ordered.turns = null;
            }
        }
        long nanos = (long) BUSY.getOpaque(this);
        if (turns != null) {
            nanos = Math.max(1, nanos - turns.waitedNanos());
        }
        if (skipped == 0) {
            site.measured(nanos, count);
        }
        if (event != null) {
            long chunks = (long) PIECES.getOpaque(this);
            LoopEvents.region(event, site, source, first, chunks, (int) TOOK_PART.getOpaque(this), nanos, why);
        }
        finish();
        return nanos;
    }

    /** A worker takes part, if there is something left to do. */
    void help() {
        int index = (int) JOINED.getAndAdd(this, 1);
        if (index < source.threads && !source.isExhausted()) {
            if (wakeOthers) {
                workers.wakeOne();
            }
            Thread thread = Thread.currentThread();
            thread.setContextClassLoader(contextClassLoader);
            try {
                helpInContext(index);
            } finally {
                thread.setContextClassLoader(null);
            }
        }
        workers.unpublish(this);
    }

    private void helpInContext(int index) {
        ContextCarrier.Scope scope = null;
        if (context != null) {
            try {
                scope = context.install();
            } catch (Throwable none) {
                // nothing has been claimed yet, so nobody waits for this worker
                return;
            }
        }
        participate(new Share(index, strip), Long.MAX_VALUE, scope);
    }

    private void participate(Share share, long wakeAfter, ContextCarrier.Scope scope) {
        long start = System.nanoTime();
        long wakeAt = wakeAfter;
        try {
            while (source.claim(share)) {
                if (recorder == null) {
                    settle(share);
                } else {
                    settleRecorded(share);
                }
                if (wakeAt != Long.MAX_VALUE && workers.canWake()) {
                    long elapsed = System.nanoTime() - start;
                    if (elapsed >= wakeAt && !source.isExhausted()) {
                        wakeOthers = true;
                        workers.wakeOne();
                        wakeAt = elapsed + NEXT_WAKE_NANOS;
                    }
                }
            }
        } finally {
            // before the caller can go on: what was lent to the workers is back when the loop returns
            close(scope);
            leave(share, System.nanoTime() - start);
        }
    }

    private static void close(ContextCarrier.Scope scope) {
        if (scope != null) {
            try {
                scope.close();
            } catch (Throwable ignored) {
                // the iterations have run; an exception of one of them is not to be replaced by this
            }
        }
    }

    private void leave(Share share, long elapsed) {
        long mine = share.settled;
        if (mine == 0) {
            return;
        }
        share.settled = 0;
        BUSY.getAndAdd(this, elapsed);
        if (recorder != null) {
            recorder.left(share.index, elapsed);
        }
        if (share.pieces > 0) {
            PIECES.getAndAdd(this, share.pieces);
            TOOK_PART.getAndAdd(this, share.counted ? 0 : 1);
            share.counted = true;
            share.pieces = 0;
        }
        if ((long) SETTLED.getAndAdd(this, mine) + mine == count) {
            Thread parked = waiter;
            if (parked != null) {
                LockSupport.unpark(parked);
            }
        }
    }

    private void settleRecorded(Share share) {
        Object event = null;
        try {
            event = recorder.beginChunk(share.index);
        } catch (Throwable noMemory) {
            // the chunk is claimed: it must be settled, recorded or not
        }
        settle(share);
        try {
            recorder.endChunk(event, share.index, first + share.lo, first + share.hi);
        } catch (Throwable notRecorded) {
            // an iteration's own exception is not to be replaced by this
        }
    }

    /** Runs or skips the chunk that {@code share} holds. */
    private void settle(Share share) {
        long lo = share.lo;
        long hi = share.hi;
        share.settled += hi - lo;
        if (mustStop(share, lo)) {
            skip(share, lo);
        } else if (progress == null && (hi - lo <= share.strip || turns != null)) {
            runPiece(share, lo, hi);
        } else {
            runStrips(share, lo, hi);
        }
    }

    private void runStrips(Share share, long lo, long hi) {
        long from = lo;
        while (true) {
            long to = hi - from > share.strip && turns == null ? from + share.strip : hi;
            long start = System.nanoTime();
            if (!runPiece(share, from, to)) {
                return;
            }
            share.strip = Strips.adapt(share.strip, System.nanoTime() - start);
            if (progress != null) {
                long sum = (long) RUN.getAndAdd(this, to - from) + (to - from);
                if (share.index == 0) {
                    progress.tell(first + sum, false);
                }
            }
            if (to == hi) {
                return;
            }
            from = to;
            if (mustStop(share, from)) {
                skip(share, from);
                return;
            }
        }
    }

    /** Runs iterations of the chunk; {@code false} if one failed, and then the rest of the chunk is skipped. */
    private boolean runPiece(Share share, long lo, long hi) {
        share.pieces++;
        try {
            body.run(first + lo, first + hi);
            return true;
        } catch (Throwable thrown) {
            if (thrown == Turns.ABANDONED) {
                countSkipped(share.hi - lo, !failure.isBelow(lo), lo);
                tellSkipped(share, lo);
                return false;
            }
            failure.record(lo, thrown);
            countSkipped(share.hi - lo, false, lo);
            tellSkipped(share, lo);
            if (turns != null) {
                turns.wakeAll();
            }
            return false;
        }
    }

    /** Whether an iteration that waits for its turn, by the loop's own number, will never have it. */
    boolean isUnwanted(long iteration) {
        return mustStop(Thread.currentThread() == caller, iteration - first);
    }

    boolean isBehindFailure(long iteration) {
        return failure.isBelow(iteration - first);
    }

    private boolean mustStop(Share share, long next) {
        return mustStop(share.index == 0, next);
    }

    private boolean mustStop(boolean callingThread, long next) {
        if (failure.isBelow(next)) {
            return true;
        }
        if (cancelled != null) {
            return true;
        }
        Reason now = whyEnd(callingThread);
        if (now == null) {
            return false;
        }
        cancel(now);
        return true;
    }

    private Reason whyEnd(boolean callingThread) {
        return workers.isClosed() ? Reason.TEAM_CLOSED : limits.poll(callingThread);
    }

    private synchronized void cancel(Reason reason) {
        if (cancelled == null) {
            cancelled = reason;
        }
        if (turns != null) {
            turns.wakeAll();
        }
    }

    /** Skips the rest of the chunk from {@code from}, and what comes after it. */
    private void skip(Share share, long from) {
        long more = source.abandon(share);
        share.settled += more;
        countSkipped(share.hi - from + more, !failure.isBelow(from), from);
        tellSkipped(share, from);
        body.skipped(first + from);
    }

    private void tellSkipped(Share share, long from) {
        if (recorder != null) {
            recorder.skipped(share.index, first + from, first + share.hi);
        }
    }

    private synchronized void countSkipped(long iterations, boolean byCancellation, long from) {
        skipped += iterations;
        if (byCancellation) {
            cancelledFrom = Math.min(cancelledFrom, from);
        }
    }

    private boolean isOver() {
        return (long) SETTLED.getVolatile(this) == count;
    }

    /** Waits for those who still hold chunks of this region; runs what they leave. */
    private void await(Share share) {
        long start = System.nanoTime();
        for (int i = 1; !isOver(); i++) {
            if (!source.isExhausted()) {
                participate(share, Long.MAX_VALUE, null);
            }
            Thread.onSpinWait();
            if (i % 32 == 0) {
                long elapsed = System.nanoTime() - start;
                if (elapsed > YIELD_NANOS) {
                    park();
                    return;
                }
                if (elapsed > SPIN_NANOS) {
                    Thread.yield();
                }
            }
        }
    }

    private void park() {
        waiter = Thread.currentThread();
        boolean interrupted = false;
        while (!isOver()) {
            if (progress == null) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, PROGRESS_NANOS);
                progress.tell(first + (long) RUN.getOpaque(this), false);
            }
            if (Thread.interrupted()) {
                interrupted = true;
                if (limits.interruptible()) {
                    cancel(Reason.INTERRUPTED);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** All threads have arrived: the outcome. */
    private void finish() {
        Throwable thrown;
        long completed;
        synchronized (this) {
            completed = first + count - skipped;
            boolean isComplete = skipped == 0;
            Reason reason = cancelled;
            // a loop inside this one that was ended for a reason that this one shares is no failure of an iteration
            boolean byInnerLoop = failure.primaryIs(LoopCancelledException.class);
            if (byInnerLoop && reason == null) {
                reason = whyEnd(true);
            }
            boolean failureDecides = failure.position() < cancelledFrom && !(byInnerLoop && reason != null);
            if (failureDecides || isComplete) {
                thrown = failure.assemble();
            } else {
                thrown = new LoopCancelledException(
                        reason, site.toString(), site.iterations(completed), site.iterations(first + count));
                failure.suppressAll(thrown);
            }
        }
        if (thrown != null) {
            throw Parfor.sneaky(thrown);
        }
        if (progress != null) {
            progress.tell(completed, true);
        }
    }
}
