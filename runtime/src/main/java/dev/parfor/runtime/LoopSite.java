package dev.parfor.runtime;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * One loop in the source, and what was learned about it: what an iteration costs, and from which trip count on it is not
 * simply run where it is. From there on {@link Experience} decides.
 *
 * <p><b>States.</b> The cost is not known ({@code 0}), doubted after a measurement that was far off ({@code < 0}), or
 * known. {@code serialLimit} follows it: {@code -1} unless known and the loop's schedule is {@link Schedule#AUTO}. Before
 * the first measurement it follows what the loop's text has told, if anything.
 * {@code outsideInitializers} becomes true and stays so.
 *
 * <p><b>Memory effects.</b> All three are hints that any thread may replace, in plain fields: the volatile read of whether the
 * team is closed, with which each call begins, keeps a compiled loop of calls from reading them once for all. None orders anything.
 *
 * <p><b>Failure.</b> A wrong cost makes a loop slower, never wrong. Upward outliers, which a thread that lost its
 * processor makes, are not believed until the next call has measured again.
 *
 * <p><b>Source.</b> A decaying average. The numbers are measured: a region costs 0.2 to 1 microseconds when workers are
 * awake, and starts to gain at 3 to 5.
 */
public final class LoopSite {

    /** Loops expected to take less than this run on the calling thread. */
    static final long SERIAL_NANOS = 3_000;

    /** The same for loops that were never measured, by what their text says. */
    static final int UNMEASURED_NANOS = 40_000;

    /** No trip count above this is run without looking twice: an iteration may cost more in the next call. */
    private static final float CHEAPEST_NANOS = 0.1f;
    /** What reading the clock twice adds to a measurement. */
    private static final long CLOCK_NANOS = 30;

    final String method;
    final String file;
    final int line;
    final Schedule schedule;
    final int chunk;
    /** Whether an iteration can end the loop, so that low iterations are to be run first. */
    final boolean endsEarly;
    /** Whether iterations wait, so that more of them than processors are to be under way. */
    final boolean blocking;

    /** Whether the units of this run build on each other, so that they are given out one by one, in order. */
    final boolean inOrder;

    /** Where the cost is remembered: this site, or the one that this is a view of. */
    private final LoopSite shared;
    /** Of a view, for one run: the blocks that count as iterations. */
    private final Blocks blocks;

    private float nanos;
    private int serialLimit = -1;
    private boolean outsideInitializers;

    /** What runs took that were long enough to matter, by the length of their trip counts in bits. */
    private final AtomicReferenceArray<Experience> experiences;

    private LoopSite(LoopSite shared, Blocks blocks, boolean inOrder) {
        this.method = shared.method;
        this.file = shared.file;
        this.line = shared.line;
        this.schedule = shared.schedule;
        this.endsEarly = shared.endsEarly;
        this.blocking = shared.blocking;
        this.shared = shared;
        this.blocks = blocks;
        this.experiences = null;
        this.inOrder = inOrder;
        this.chunk = units(shared.chunk);
    }

    private LoopSite(
            String method, String file, int line, Schedule schedule, int chunk, boolean endsEarly, boolean blocking) {
        this.method = Objects.requireNonNull(method, "method");
        this.file = Objects.requireNonNull(file, "file");
        this.line = line;
        this.schedule = Objects.requireNonNull(schedule, "schedule");
        this.chunk = chunk;
        this.endsEarly = endsEarly;
        this.blocking = blocking;
        this.inOrder = false;
        this.shared = this;
        this.blocks = null;
        this.experiences = new AtomicReferenceArray<>(Long.SIZE);
    }

    /** This loop where a run is given out in blocks: it counts and measures blocks, and the site learns about iterations. */
    LoopSite inBlocks(Blocks blocks) {
        return new LoopSite(this, blocks, false);
    }

    /** Likewise, where each block builds on the one before. */
    LoopSite inBands(Blocks blocks) {
        return new LoopSite(this, blocks, true);
    }

    /** What is known of calls with about so many iterations. */
    Experience experience(long iterations) {
        AtomicReferenceArray<Experience> all = shared.experiences;
        int length = Long.numberOfLeadingZeros(iterations);
        Experience known = all.get(length);
        if (known == null) {
            Experience first = new Experience();
            known = all.compareAndSet(length, null, first) ? first : all.get(length);
        }
        return known;
    }

    /** How many iterations so many blocks are; of a site itself, the same number. */
    long iterations(long units) {
        return blocks == null ? units : units >= blocks.count() ? blocks.tripCount() : units * blocks.size();
    }

    /** In how many blocks so many iterations are given out: at least in one. */
    int units(int iterations) {
        return blocks == null || iterations == 0 ? iterations : (int) Math.max(1, iterations / blocks.size());
    }

    /**
     * A loop.
     *
     * @param chunk iterations given out at once; 0 leaves it to the runtime
     * @throws IllegalArgumentException if {@code chunk < 0}
     */
    public static LoopSite of(String method, String file, int line, Schedule schedule, int chunk) {
        if (chunk < 0) {
            throw new IllegalArgumentException("chunk " + chunk + " is negative");
        }
        return new LoopSite(method, file, line, schedule, chunk, false, false);
    }

    /** The same loop, where its body may end it by a {@link LoopExit}: {@code AUTO} then gives out low iterations first. */
    public LoopSite endsEarly() {
        return new LoopSite(method, file, line, schedule, chunk, true, blocking);
    }

    /**
     * The same loop, where its iterations wait, for input or output or for each other's locks. Many more of them than a team has
     * threads are under way at once: on virtual threads, or on JDKs without them on those of a pool; on the calling thread as well.
     */
    public LoopSite blocking() {
        return new LoopSite(method, file, line, schedule, chunk, endsEarly, true);
    }

    /**
     * The same loop, where an iteration is known to take no more than about so long. Calls that take {@value #UNMEASURED_NANOS} nanoseconds
     * at most by that just run on their threads, under {@code AUTO}, until one has been measured: what it takes to give out work
     * for the first time is more than such calls together could gain before.
     *
     * @param iteration nanoseconds, above 0
     */
    public LoopSite expectingNanos(int iteration) {
        LoopSite site = new LoopSite(method, file, line, schedule, chunk, endsEarly, blocking);
        if (schedule == Schedule.AUTO && !blocking) {
            site.serialLimit = UNMEASURED_NANOS / iteration;
        }
        return site;
    }

    /** Loops of at most so many iterations just run; -1 where that isn't known. */
    int serialLimit() {
        return serialLimit;
    }

    /** Nanoseconds an iteration takes; 0 if it was never measured, negative if it must be measured again. */
    float nanosPerIteration() {
        float each = shared.nanos;
        return blocks == null ? each : each * blocks.size();
    }

    void measured(long elapsed, long iterations) {
        if (shared != this) {
            shared.measured(elapsed, iterations(iterations));
            return;
        }
        float old = nanosPerIteration();
        float sample = Math.max(CHEAPEST_NANOS, (float) Math.max(0, elapsed - CLOCK_NANOS) / iterations);
        if (old > 0) {
            if (sample > 8 * old && elapsed > SERIAL_NANOS) {
                forget();
                return;
            }
            // a short measurement says little, and a cheaper one is the truth more often than a dearer one
            float weight = sample < old ? Math.min(1, elapsed / 500f) : Math.min(0.25f, elapsed / 4000f);
            sample = old + (sample - old) * weight;
        }
        nanos = Math.max(CHEAPEST_NANOS, sample);
        if (schedule == Schedule.AUTO && !blocking) {
            serialLimit = (int) (SERIAL_NANOS / sample);
        }
    }

    private void forget() {
        nanos = -1;
        serialLimit = -1;
    }

    /**
     * Whether the loop may leave its thread: not under a class initializer, whose class no other thread could touch until
     * the caller, which waits for that thread, is done. A loop seen outside once is not looked at again: then its own class
     * is initialized, and so is what its body uses in every iteration. What remains is a body that first touches a class in
     * a later call, from under that class's own initializer.
     */
    boolean isOutsideInitializers() {
        if (shared != this) {
            return shared.isOutsideInitializers();
        }
        if (outsideInitializers) {
            return true;
        }
        boolean outside = !InitializerFinder.isUnderInitializer();
        if (outside) {
            outsideInitializers = true;
        }
        return outside;
    }

    /** Method, file and line. */
    @Override
    public String toString() {
        return method + " (" + file + ":" + line + ")";
    }
}
