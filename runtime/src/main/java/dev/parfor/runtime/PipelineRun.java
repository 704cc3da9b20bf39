package dev.parfor.runtime;

import dev.parfor.runtime.LoopCancelledException.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of a {@link Pipeline}.
 *
 * <p><b>States.</b> Batches of items have numbers in the order in which they were read. For each step in order there is the number of the batch
 * whose turn it is. The run goes on, or has ended at a batch: the one that failed, the one behind the last, or any where it is
 * cancelled; no batch from there on passes a step in order.
 *
 * <p><b>Progress.</b> A batch is read by the thread that takes it through all steps. Whoever waits for a turn waits for a batch that another
 * thread holds, and the lowest of these waits for nobody. So it ends with any number of threads that come.
 *
 * <p><b>Memory effects.</b> All turns are under this object's monitor, and the source is asked under its own.
 *
 * <p><b>Failure.</b> The failure of the lowest batch is kept, of which the first item that failed is the first in order: a batch goes through
 * a step as a whole, and where an item fails, those before it in the batch go on without it.
 *
 * <p><b>Source.</b> The token-bounded pipeline of TBB, {@code parallel_pipeline} with filters that are parallel or serial in order.
 */
final class PipelineRun {

    static final String NAME = "Pipeline.run";

    /** What a batch should take. */
    private static final long BATCH_NANOS = 50_000;

    private static final int MOST = 512;
    private static final long POLL_MILLIS = 5;

    /** @param inOrder whether it is called for one item at a time, in their order */
    record Step(Pipeline.Stage<Object, Object> stage, boolean inOrder) {}

    private final Team team;
    private final Pipeline.Source<?> source;
    private final List<Step> steps;
    private final Thread caller = Thread.currentThread();
    private final Object reading = new Object();
    private final long[] turns;

    /** Under the monitor of {@code reading}. */
    private long batches;

    private long items;
    private boolean exhausted;
    private int size = 1;

    /** Under the monitor of this object. */
    private long end = Long.MAX_VALUE;

    private Throwable failure;
    private Reason cancelled;
    private long completed;

    PipelineRun(Team team, Pipeline.Source<?> source, List<Step> steps) {
        this.team = team;
        this.source = source;
        this.steps = steps;
        this.turns = new long[steps.size()];
    }

    long execute() {
        Reason before = whyEnd();
        if (before != null) {
            throw new LoopCancelledException(before, NAME, 0, 0);
        }
        int threads = team.threads();
        LoopSite site = LoopSite.of(NAME, "Pipeline.java", 1, Schedule.DYNAMIC, 1);
        // tokens and the like are asked for here, between batches
        Parfor.run(team.withoutLimits(), site, threads, new LoopBody() {
            @Override
            protected void run(long lo, long hi) {
                work();
            }
        });
        synchronized (this) {
            if (failure != null) {
                throw Parfor.sneaky(failure);
            }
            if (cancelled != null) {
                throw new LoopCancelledException(cancelled, NAME, completed, items);
            }
        }
        return items;
    }

    /** Some items, and what has become of them. */
    private static final class Batch {
        final long number;
        List<Object> items = new ArrayList<>();
        /** Items read, those of earlier batches among them. */
        long itemsSoFar;

        long waitedNanos;
        Throwable thrown;

        Batch(long number) {
            this.number = number;
        }
    }

    private void work() {
        Batch batch;
        while ((batch = read()) != null) {
            long start = System.nanoTime();
            int count = batch.items.size();
            if (!pass(batch)) {
                return;
            }
            adapt(count, System.nanoTime() - start - batch.waitedNanos);
        }
    }

    private Batch read() {
        synchronized (reading) {
            Reason reason = whyEnd();
            if (reason != null) {
                cancel(reason);
            }
            if (exhausted || hasEnded(batches)) {
                return null;
            }
            Batch batch = new Batch(batches);
            try {
                while (batch.items.size() < size) {
                    Object item = source.next();
                    if (item == null) {
                        exhausted = true;
                        break;
                    }
                    batch.items.add(item);
                    items++;
                }
            } catch (Throwable thrown) {
                exhausted = true;
                batch.thrown = thrown;
            }
            batch.itemsSoFar = items;
            if (batch.items.isEmpty() && batch.thrown == null) {
                return null;
            }
            batches++;
            return batch;
        }
    }

    /** More at once where an item is done quickly. */
    private void adapt(int count, long nanos) {
        synchronized (reading) {
            // one thread reads an item when it is done with the one before, as the plain loop does
            if (count == size && nanos < BATCH_NANOS / 2 && team.threads() > 1) {
                size = Math.min(MOST, 2 * size);
            } else if (nanos > 4 * BATCH_NANOS) {
                size = Math.max(1, size / 2);
            }
        }
    }

    /** Takes a batch through all steps; {@code false} if the run has ended with it, or before. */
    private boolean pass(Batch batch) {
        for (int s = 0; s < turns.length; s++) {
            Step step = steps.get(s);
            if (step.inOrder() && !await(s, batch)) {
                return false;
            }
            apply(step, batch);
            if (step.inOrder() && batch.thrown == null) {
                next(s, batch);
            }
        }
        if (batch.thrown != null) {
            fail(batch);
            return false;
        }
        return true;
    }

    /** What a failed item was to go through it does not; those before it do. */
    private static void apply(Step step, Batch batch) {
        List<Object> out = new ArrayList<>(batch.items.size());
        try {
            for (Object item : batch.items) {
                Object result = step.stage().apply(item);
                if (result != null) {
                    out.add(result);
                }
            }
        } catch (Throwable thrown) {
            if (batch.thrown != null) {
                LoopFailure.suppress(thrown, batch.thrown);
            }
            batch.thrown = thrown;
        }
        batch.items = out;
    }

    private synchronized boolean await(int step, Batch batch) {
        boolean interrupted = false;
        long start = System.nanoTime();
        try {
            while (true) {
                if (batch.number >= end) {
                    return false;
                }
                if (turns[step] == batch.number) {
                    return true;
                }
                Reason reason = whyEnd();
                if (reason != null) {
                    cancel(reason);
                    return false;
                }
                try {
                    wait(POLL_MILLIS);
                } catch (InterruptedException kept) {
                    interrupted = true;
                    if (team.limits().interruptible() && Thread.currentThread() == caller) {
                        cancel(Reason.INTERRUPTED);
                        return false;
                    }
                }
            }
        } finally {
            batch.waitedNanos += System.nanoTime() - start;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void next(int step, Batch batch) {
        turns[step]++;
        if (step == turns.length - 1) {
            completed = batch.itemsSoFar;
        }
        notifyAll();
    }

    private synchronized void fail(Batch batch) {
        if (batch.number < end) {
            if (failure != null) {
                LoopFailure.suppress(batch.thrown, failure);
            }
            failure = batch.thrown;
            cancelled = null;
            end = batch.number;
        } else if (failure != null) {
            LoopFailure.suppress(failure, batch.thrown);
        }
        notifyAll();
    }

    private synchronized void cancel(Reason reason) {
        if (end == Long.MAX_VALUE) {
            cancelled = reason;
            end = turns[turns.length - 1];
            notifyAll();
        }
    }

    private synchronized boolean hasEnded(long batch) {
        return batch >= end;
    }

    private Reason whyEnd() {
        return team.workers().isClosed() ? Reason.TEAM_CLOSED : team.limits().poll(Thread.currentThread() == caller);
    }
}
