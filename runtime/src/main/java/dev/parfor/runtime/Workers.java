package dev.parfor.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The worker threads of a team and the regions they may come to.
 *
 * <p><b>States.</b> A region is published in a slot or not; where no slot is free it runs on its caller alone. A place
 * for a worker is empty or has a worker that is running, spinning, parked or ended. A team is open, then closed, for ever.
 *
 * <p><b>Memory effects.</b> A slot is written with volatile access or stronger and read with volatile access: that
 * publishes the region. A worker that goes to park first stores its state and {@code parked}, then looks at the slots
 * once more; a caller first stores the slot, then looks at {@code parked}. All four are sequentially consistent, so one
 * of the two sees the other.
 *
 * <p><b>Failure.</b> A worker that can't be started is not missed: its share of the work goes to the others. Only {@link
 * #close} waits for workers; a worker that runs a body which never returns makes it wait until it is interrupted.
 *
 * <p><b>Source.</b> The wake-up handshake is Dekker's, as in {@link java.util.concurrent.ForkJoinPool}; that every woken
 * worker wakes one more is from there as well.
 */
final class Workers {

    private static final AtomicInteger TEAMS = new AtomicInteger();

    final int threads;
    private final String name;
    private final AtomicReferenceArray<Region> slots;
    private final AtomicReferenceArray<Worker> places;
    private final AtomicInteger parked = new AtomicInteger();
    private final AtomicInteger spinning = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();
    private final Object lifecycle = new Object();
    private volatile boolean closed;

    /** Work of loops that were too small to wake a worker for, and since when; a hint, lost updates are no matter. */
    private volatile long debt;

    private volatile long debtSince;

    Workers(int threads) {
        this.threads = threads;
        // not by +, which a Java machine is slow to link for the first time
        this.name = "parfor-".concat(Integer.toString(TEAMS.incrementAndGet()));
        this.slots = new AtomicReferenceArray<>(threads == 1 ? 0 : Math.max(4, threads));
        this.places = new AtomicReferenceArray<>(threads - 1);
    }

    boolean isClosed() {
        return closed;
    }

    void publish(Region region) {
        int length = slots.length();
        for (int i = 0; i < length; i++) {
            if (slots.get(i) == null && slots.compareAndSet(i, null, region)) {
                region.slot = i;
                return;
            }
        }
    }

    /** Called by everyone who finds nothing more in it. */
    void unpublish(Region region) {
        int slot = region.slot;
        if (slot >= 0 && slots.get(slot) == region) {
            slots.compareAndSet(slot, region, null);
        }
    }

    /** A region that a worker may come to; workers that look from different places find different ones. */
    Region find(int from) {
        int length = slots.length();
        if (!closed) {
            for (int i = 0; i < length; i++) {
                Region region = slots.get((from + i) % length);
                if (region != null) {
                    return region;
                }
            }
        }
        return null;
    }

    /** Whether {@link #wakeOne} could bring one more worker. */
    boolean canWake() {
        return parked.get() > 0 || started.get() < threads - 1;
    }

    /** Whether a worker is looking for work now, so that a region costs next to nothing. */
    boolean isHot() {
        return spinning.get() > 0;
    }

    /** Brings one more worker, unless one is looking for work anyway: that one will wake the next. */
    void wakeOne() {
        if (spinning.get() > 0 || closed) {
            return;
        }
        if (parked.get() > 0) {
            for (int i = 0; i < places.length(); i++) {
                Worker worker = places.get(i);
                if (worker != null && worker.wake()) {
                    return;
                }
            }
        }
        if (started.get() < threads - 1) {
            start();
        }
    }

    /**
     * Whether loops that are each too small to wake a worker for have come so close together that one will pay.
     *
     * @param nanos what the next one is expected to take
     */
    boolean isWorthWaking(long nanos) {
        long now = System.nanoTime();
        long sum = debt + nanos;
        if (now - debtSince > 3 * sum) {
            debtSince = now;
            sum = nanos;
        }
        boolean worth = sum > 200_000;
        debt = worth ? 0 : sum;
        return worth;
    }

    private void start() {
        synchronized (lifecycle) {
            for (int i = 0; i < places.length() && !closed; i++) {
                if (places.get(i) == null) {
                    startAt(i);
                    return;
                }
            }
        }
    }

    private void startAt(int place) {
        try {
            Worker worker = new Worker(this, place, name.concat("-worker-").concat(Integer.toString(place + 1)));
            places.set(place, worker);
            started.incrementAndGet();
            worker.start();
        } catch (OutOfMemoryError | SecurityException noThread) {
            // the operating system has none left, or gives none: the team is smaller until the next attempt
            if (places.getAndSet(place, null) != null) {
                started.decrementAndGet();
            }
        }
    }

    void ended(Worker worker) {
        synchronized (lifecycle) {
            if (places.get(worker.place) == worker) {
                places.set(worker.place, null);
                started.decrementAndGet();
            }
        }
    }

    void parking(int change) {
        parked.getAndAdd(change);
    }

    void spinning(int change) {
        spinning.getAndAdd(change);
    }

    /**
     * Ends what runs and the workers. Waits for them, unless called by a worker of any team, which could be one of those
     * waited for, or until the waiting thread is interrupted.
     */
    void close() {
        Worker[] all = new Worker[places.length()];
        synchronized (lifecycle) {
            closed = true;
            for (int i = 0; i < all.length; i++) {
                all[i] = places.get(i);
            }
        }
        for (Worker worker : all) {
            if (worker != null) {
                worker.wake();
            }
        }
        if (Thread.currentThread() instanceof Worker) {
            return;
        }
        try {
            for (Worker worker : all) {
                if (worker != null) {
                    worker.join();
                }
            }
        } catch (InterruptedException stopWaiting) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
