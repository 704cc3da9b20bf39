package dev.parfor.runtime.soak;

import dev.parfor.runtime.CancellationToken;
import dev.parfor.runtime.ContextCarrier;
import dev.parfor.runtime.LoopBody;
import dev.parfor.runtime.LoopCancelledException;
import dev.parfor.runtime.LoopCancelledException.Reason;
import dev.parfor.runtime.LoopExit;
import dev.parfor.runtime.LoopSite;
import dev.parfor.runtime.LoopStatistics;
import dev.parfor.runtime.Parfor;
import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.Team;
import dev.parfor.runtime.soak.Counts.What;
import java.io.IOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** One loop of random form, with what goes wrong in it, and the check of its outcome. */
final class Trial {

    /** What ends the loop, if anything does. */
    private enum Ending {
        NONE,
        FAILURE,
        EXIT,
        TOKEN,
        DEADLINE,
        INTERRUPT,
        IGNORED_INTERRUPT
    }

    private static final Schedule[] SCHEDULES = Schedule.values();
    /** Sites that live as long as the program, as those of generated code do: AUTO learns. */
    private static final LoopSite[] SITES = new LoopSite[SCHEDULES.length];

    static {
        for (Schedule schedule : SCHEDULES) {
            SITES[schedule.ordinal()] = LoopSite.of("Trial.run", "Trial.java", schedule.ordinal(), schedule, 0);
        }
    }

    private static final ThreadLocal<Object> INSIDE = new ThreadLocal<>();
    private static final ThreadLocal<Object> CARRIED = new ThreadLocal<>();

    private final Soak soak;
    private final Counts counts;
    private final Members members;
    private final int depth;
    /** The iteration that calls this loop; null for a loop of a caller's own. */
    private final Object parent;

    private final Ending ending;
    private final Schedule schedule;
    private final int n;
    private final long seed;
    private final int work;
    private final boolean hasInner;
    private final BitSet failing = new BitSet();
    private final int trigger;
    private final Exception[] thrown;
    private final AtomicIntegerArray runs;
    private final CancellationToken token = new CancellationToken();
    private final Thread caller = Thread.currentThread();
    private final Object carried = new Object();
    private volatile boolean isOver;
    private volatile long toldIterations = -1;

    private Trial(Soak soak, Members members, int depth, Object parent, Random random) {
        this.soak = soak;
        this.counts = soak.counts;
        this.members = members;
        this.depth = depth;
        this.parent = parent;
        this.seed = random.nextLong();
        this.n = 1 + random.nextInt(depth > 0 ? 12 : random.nextInt(20) == 0 ? 20_000 : 300);
        this.schedule = SCHEDULES[random.nextInt(SCHEDULES.length)];
        this.work = random.nextInt(8) == 0 ? 2000 : random.nextInt(50);
        this.hasInner = depth < 3 && n < 40 && random.nextInt(3) == 0;
        this.ending = endings(random);
        this.trigger = random.nextInt(n);
        this.thrown = new Exception[n];
        this.runs = new AtomicIntegerArray(n);
        if (ending == Ending.FAILURE || ending == Ending.EXIT) {
            int failures = 1 + random.nextInt(random.nextBoolean() ? 3 : n);
            for (int i = 0; i < failures; i++) {
                failing.set(random.nextInt(n));
            }
        }
    }

    private Ending endings(Random random) {
        Ending some = Ending.values()[random.nextInt(Ending.values().length)];
        boolean isInterrupt = some == Ending.INTERRUPT || some == Ending.IGNORED_INTERRUPT;
        // the flag of a caller inside a loop is that of its outer loop as well
        return random.nextInt(3) == 0 || isInterrupt && depth > 0 ? Ending.NONE : some;
    }

    /** Runs a random loop and checks it. */
    static void run(Soak soak, Members members, int depth, Object parent, Random random) {
        Trial trial = new Trial(soak, members, depth, parent, random);
        trial.counts.add(What.LOOPS);
        if (depth > 0) {
            trial.counts.add(What.INNER_LOOPS);
        }
        trial.call(random);
    }

    private void call(Random random) {
        Team view = view(random);
        LoopSite site = random.nextBoolean()
                ? SITES[schedule.ordinal()]
                : LoopSite.of("Trial.own", "Trial.java", 99, schedule, random.nextInt(20));
        if (ending == Ending.EXIT) {
            site = site.endsEarly();
        }
        boolean alone = random.nextInt(20) == 0;
        Throwable seen = null;
        Object before = CARRIED.get();
        CARRIED.set(carried);
        try {
            if (alone) {
                Parfor.sequential(view, site, n, new Body(), "soak");
            } else {
                Parfor.run(view, site, n, new Body());
            }
        } catch (Throwable t) {
            seen = t;
        } finally {
            isOver = true;
            CARRIED.set(before);
        }
        boolean flag = depth == 0 && Thread.interrupted();
        check(seen, flag);
    }

    private Team view(Random random) {
        Team view = members.team();
        switch (ending) {
            case TOKEN -> view = view.withToken(token);
            case DEADLINE -> view = view.withDeadline(Duration.ofNanos(random.nextInt(1_000_000)));
            case INTERRUPT -> view = view.interruptible();
            default -> {}
        }
        if (random.nextInt(4) == 0) {
            view = view.withStatistics(this::told);
        }
        if (random.nextInt(4) == 0) {
            view = view.withProgress((loop, completed, tripCount) -> {
                if (Thread.currentThread() != caller || completed > tripCount) {
                    violation("progress " + completed + " of " + tripCount + " on " + Thread.currentThread());
                }
            });
        }
        if (random.nextInt(4) == 0) {
            view = view.withContext(new Carrier());
        }
        return view;
    }

    private void told(LoopStatistics loop) {
        toldIterations = loop.threads().stream()
                .mapToLong(LoopStatistics.ThreadStatistics::iterations)
                .sum();
    }

    /** Carries a thread-local along, and complains where it is not taken back. */
    private final class Carrier implements ContextCarrier {
        @Override
        public Snapshot capture() {
            Object value = CARRIED.get();
            return () -> {
                Object before = CARRIED.get();
                if (before != null) {
                    violation("a worker still has a value of another loop");
                }
                CARRIED.set(value);
                return () -> CARRIED.remove();
            };
        }
    }

    private final class Body extends LoopBody {
        @Override
        protected void run(long lo, long hi) throws Throwable {
            for (long i = lo; i < hi; i++) {
                iteration((int) i);
            }
        }
    }

    private void iteration(int i) throws Exception {
        if (isOver) {
            violation("iteration " + i + " began after the loop had returned");
        }
        if (runs.incrementAndGet(i) > 1) {
            violation("iteration " + i + " ran twice");
        }
        Object outer = INSIDE.get();
        if (outer != null && outer != parent) {
            violation("a thread inside of another loop's iteration ran iteration " + i);
        }
        Object me = new Object();
        INSIDE.set(me);
        try {
            Soak.spin(work);
            trigger(i);
            if (hasInner) {
                soak.inner(members, depth + 1, me, new Random(seed + i));
            }
            if (failing.get(i)) {
                fail(i);
            }
        } finally {
            if (outer == null) {
                INSIDE.remove();
            } else {
                INSIDE.set(outer);
            }
            if (isOver) {
                violation("iteration " + i + " was under way when the loop returned");
            }
        }
    }

    private void trigger(int i) {
        if (i != trigger) {
            return;
        }
        if (ending == Ending.TOKEN) {
            token.cancel();
        } else if (ending == Ending.INTERRUPT || ending == Ending.IGNORED_INTERRUPT) {
            caller.interrupt();
        }
    }

    private void fail(int i) throws Exception {
        counts.add(What.INJECTED);
        thrown[i] = ending == Ending.EXIT
                ? new LoopExit(i)
                : (i & 1) == 0 ? new IOException("iteration " + i) : new IllegalStateException("iteration " + i);
        throw thrown[i];
    }

    private void check(Throwable seen, boolean flag) {
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum += runs.get(i);
        }
        counts.add(What.ITERATIONS, sum);
        if (seen == null) {
            completed(sum, flag);
        } else if (seen instanceof LoopCancelledException ended) {
            cancelled(ended, sum, flag);
        } else {
            failed(seen);
        }
    }

    private void completed(long sum, boolean flag) {
        counts.add(What.COMPLETED);
        if (sum != n) {
            violation("returned after " + sum + " iterations");
        }
        if (!failing.isEmpty()) {
            violation("returned although iterations threw");
        }
        if (ending == Ending.IGNORED_INTERRUPT) {
            counts.add(What.IGNORED_INTERRUPTS);
            if (!flag) {
                violation("the interrupt flag is lost");
            }
        }
        if (toldIterations >= 0 && toldIterations != n) {
            violation("statistics tell of " + toldIterations + " iterations");
        }
    }

    private void failed(Throwable seen) {
        int lowest = failing.nextSetBit(0);
        if (lowest < 0 || seen != thrown[lowest]) {
            violation("threw " + seen + ", not the exception of iteration " + lowest);
            return;
        }
        for (int i = 0; i <= lowest; i++) {
            if (runs.get(i) != 1) {
                violation("iteration " + i + " below the failing one " + lowest + " ran " + runs.get(i) + " times");
            }
        }
        for (Throwable other : seen.getSuppressed()) {
            if (other == seen) {
                violation("an exception that suppresses itself");
            }
        }
        counts.add(seen instanceof LoopExit ? What.EXITED : What.FAILED);
        counts.add(What.SUPPRESSED, seen.getSuppressed().length);
    }

    private void cancelled(LoopCancelledException ended, long sum, boolean flag) {
        boolean isExpected = switch (ended.reason()) {
            case TOKEN -> ending == Ending.TOKEN && token.isCancelled();
            case DEADLINE -> ending == Ending.DEADLINE;
            case INTERRUPTED -> ending == Ending.INTERRUPT && flag;
            case TEAM_CLOSED -> members.isClosing();
        };
        counts.add(What.valueOf(ended.reason().name()));
        if (!isExpected) {
            violation("ended: " + ended);
        }
        if (ended.completedIterations() >= n || ended.completedIterations() > sum || ended.tripCount() != n) {
            violation("ended after " + sum + " iterations, and says " + ended);
        }
        if (toldIterations >= 0
                && toldIterations != ended.completedIterations()
                && ended.reason() != Reason.TEAM_CLOSED) {
            violation("statistics tell of " + toldIterations + " iterations, " + ended);
        }
    }

    private void violation(String text) {
        counts.violation(
                text + " [" + ending + ", " + schedule + ", n=" + n + ", depth " + depth + ", " + members + "]");
    }
}
