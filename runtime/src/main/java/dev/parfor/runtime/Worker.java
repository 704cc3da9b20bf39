package dev.parfor.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that runs chunks of whatever regions its team has.
 *
 * <p><b>States.</b> Awake, or parked; whoever turns parked into awake, by compare-and-set, also takes it off the team's
 * count of parked workers. A worker that has been parked for some seconds ends; the team starts another one when it needs
 * it. So a team that nobody closed and nobody uses holds no threads.
 *
 * <p><b>Memory effects.</b> Those of {@link Workers} and {@link Region}.
 *
 * <p><b>Failure.</b> Exceptions of bodies never get here. Whatever else does ends the thread, and the team goes on
 * without it.
 *
 * <p><b>Source.</b> Spinning before parking, as in libgomp's {@code GOMP_SPINCOUNT}: a park and the way back cost some 40
 * microseconds, so that much spinning is never worse than twice the best choice (the ski-rental argument: A. Karlin, K.
 * Li, M. Manasse, S. Owicki, "Empirical Studies of Competitive Spinning", SOSP 1991). Where loops have followed each other
 * at a regular pace, the worker waits for the next one somewhat longer than that, as the adaptive algorithms there do; it
 * offers its processor to other threads all the while.
 */
final class Worker extends Thread {

    private static final long SPIN_NANOS = 40_000;
    /** No pause is waited for that is longer. */
    static final long LONGEST_PAUSE_NANOS = 500_000;

    private static final long KEEP_ALIVE_NANOS = 5_000_000_000L;
    private static final int AWAKE = 0;
    private static final int PARKED = 1;

    final int place;
    private final Workers team;
    private final AtomicInteger state = new AtomicInteger(AWAKE);
    /** Nanoseconds between the end of one loop and the next one, lately. */
    private long pause = LONGEST_PAUSE_NANOS / 2;

    private long leftAt;
    private boolean hasLeft;

    Worker(Workers team, int place, String name) {
        // neither the thread group, nor inheritable thread-locals, nor the class loader of whoever came first
        super(rootGroup(), null, name, 0, false);
        this.team = team;
        this.place = place;
        setDaemon(true);
        setPriority(NORM_PRIORITY);
        setContextClassLoader(null);
    }

    private static ThreadGroup rootGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    @Override
    public void run() {
        try {
            while (workOrRest()) {
                // a body may have left the flag set; it is none of the next loop's business
                Thread.interrupted();
            }
        } finally {
            team.ended(this);
        }
    }

    /** {@code false} to end. */
    private boolean workOrRest() {
        Region region = team.find(place);
        if (region != null) {
            if (hasLeft) {
                pause += (Math.min(System.nanoTime() - leftAt, 4 * LONGEST_PAUSE_NANOS) - pause) / 4;
                hasLeft = false;
            }
            region.help();
            return true;
        }
        if (!hasLeft) {
            hasLeft = true;
            leftAt = System.nanoTime();
        }
        return !team.isClosed() && (spin() || park());
    }

    /** Looks for work for a while; whether there may be some. */
    private boolean spin() {
        team.spinning(1);
        try {
            long start = System.nanoTime();
            do {
                for (int i = 0; i < 16; i++) {
                    if (team.find(place) != null) {
                        return true;
                    }
                    Thread.onSpinWait();
                }
            } while (System.nanoTime() - start < SPIN_NANOS && !team.isClosed());
            return pause <= LONGEST_PAUSE_NANOS && lookFor(start, 2 * pause);
        } finally {
            team.spinning(-1);
        }
    }

    /** Likewise, until so long after {@code start}, with the processor offered to whoever needs it. */
    private boolean lookFor(long start, long nanos) {
        while (System.nanoTime() - start < nanos && !team.isClosed()) {
            if (team.find(place) != null) {
                return true;
            }
            Thread.yield();
        }
        return false;
    }

    /** Parks until woken; {@code false} if nobody did for a long time. */
    private boolean park() {
        state.set(PARKED);
        team.parking(1);
        long start = System.nanoTime();
        while (state.get() == PARKED) {
            if (team.find(place) != null || team.isClosed()) {
                leaveParked();
                return true;
            }
            LockSupport.parkNanos(team, KEEP_ALIVE_NANOS);
            Thread.interrupted();
            if (System.nanoTime() - start >= KEEP_ALIVE_NANOS && leaveParked()) {
                return false;
            }
        }
        return true;
    }

    private boolean leaveParked() {
        if (state.compareAndSet(PARKED, AWAKE)) {
            team.parking(-1);
            return true;
        }
        return false;
    }

    /** Whether this worker was parked and no longer is. */
    boolean wake() {
        if (state.get() == PARKED && leaveParked()) {
            LockSupport.unpark(this);
            return true;
        }
        return false;
    }
}
