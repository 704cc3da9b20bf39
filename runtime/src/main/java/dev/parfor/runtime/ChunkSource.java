package dev.parfor.runtime;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Where the threads of a region get their chunks: one subclass per schedule.
 *
 * <p>Chunks are made of <i>units</i> of {@code unit} iterations, the last one of what remains, and units are what is
 * counted: so no counter can pass the end of {@code long}, whatever the trip count.
 *
 * <p><b>States.</b> Some units are unclaimed; each is claimed once, by one thread; when none is left the source is
 * exhausted and stays so.
 *
 * <p><b>Memory effects.</b> Claims are atomic read-modify-writes. They order nothing but themselves: the region publishes
 * the loop and the results.
 *
 * <p><b>Failure.</b> No method throws.
 */
abstract class ChunkSource {

    /** Keeps the counters of different threads off each other's cache lines, and off the adjacent ones. */
    private static final int PADDING = 16;

    final Schedule schedule;
    /** How many threads may take part: more shares than this have no place. */
    final int threads;

    final long count;
    final long unit;
    final long units;

    private ChunkSource(Schedule schedule, int threads, long count, long unit) {
        this.schedule = schedule;
        this.threads = threads;
        this.count = count;
        this.unit = unit;
        this.units = Blocks.ceilDiv(count, unit);
    }

    /** Claims the next chunk into {@code share}; {@code false} when the source is exhausted. */
    abstract boolean claim(Share share);

    /**
     * Claims, without running them, units that all lie above the chunk that {@code share} holds; called when that chunk
     * is skipped, so that a loop that failed early ends soon.
     *
     * @return how many iterations that is
     */
    abstract long abandon(Share share);

    /** Whether all is claimed; may say no for a moment after. */
    abstract boolean isExhausted();

    /** For {@code count > 0} iterations on {@code threads} threads; {@code grain > 0} is what makes a chunk worth giving out. */
    static ChunkSource of(Schedule schedule, long count, int threads, long grain, boolean grainIsTheUsers) {
        // 2^62 units and a few more claims than units stay inside long
        long unit = Math.max(grain, (count >>> 62) + 1);
        return switch (schedule) {
            case STATIC -> new Static(count, grainIsTheUsers ? unit : Blocks.ceilDiv(count, threads), threads);
            case DYNAMIC -> new Dynamic(count, unit, threads);
            case GUIDED -> new Guided(count, unit, threads);
            case STEALING, AUTO -> new Stealing(count, Math.max(unit, (count >>> 30) + 1), threads);
        };
    }

    /** The chunk of the units {@code from} to {@code to - 1}. */
    final boolean take(Share share, long from, long to) {
        share.lo = from * unit;
        share.hi = to == units ? count : to * unit;
        return true;
    }

    final long iterations(long fromUnit, long toUnit) {
        return fromUnit >= toUnit ? 0 : (toUnit == units ? count : toUnit * unit) - fromUnit * unit;
    }

    /**
     * Units dealt out in turn: slot k has units k, k + slots, k + 2 slots, and so on. A slot belongs to the thread that
     * takes it; who is done with one takes another that nobody came for.
     */
    private static final class Static extends ChunkSource {
        private final int slots;
        private final AtomicLong nextSlot = new AtomicLong();

        Static(long count, long unit, int threads) {
            super(Schedule.STATIC, threads, count, unit);
            this.slots = (int) Math.min(threads, units);
        }

        @Override
        boolean claim(Share share) {
            if (share.nextUnit >= units) {
                if (nextSlot.get() >= slots) {
                    return false;
                }
                long slot = nextSlot.getAndIncrement();
                if (slot >= slots) {
                    return false;
                }
                share.nextUnit = slot;
            }
            long at = share.nextUnit;
            share.nextUnit = at + slots;
            return take(share, at, at + 1);
        }

        @Override
        long abandon(Share share) {
            long from = share.nextUnit;
            share.nextUnit = Long.MAX_VALUE;
            if (from >= units) {
                return 0;
            }
            long more = (units - 1 - from) / slots; // after the first
            long last = from + more * slots;
            return more * unit + iterations(last, last + 1);
        }

        @Override
        boolean isExhausted() {
            return nextSlot.get() >= slots;
        }
    }

    /** One counter, one unit at a time. */
    private static final class Dynamic extends ChunkSource {
        private final AtomicLong next = new AtomicLong();

        Dynamic(long count, long unit, int threads) {
            super(Schedule.DYNAMIC, threads, count, unit);
        }

        @Override
        boolean claim(Share share) {
            if (next.get() >= units) {
                return false;
            }
            long at = next.getAndIncrement();
            return at < units && take(share, at, at + 1);
        }

        @Override
        long abandon(Share share) {
            return iterations(next.getAndSet(units), units);
        }

        @Override
        boolean isExhausted() {
            return next.get() >= units;
        }
    }

    /**
     * One counter, and each claim takes the remaining units divided by twice the threads.
     *
     * <p><b>Source.</b> C. Polychronopoulos, D. Kuck, "Guided Self-Scheduling: A Practical Scheduling Scheme for Parallel
     * Supercomputers", IEEE Transactions on Computers C-36(12), 1987. There the divisor is the number of processors; half
     * of it leaves more for balance at the end.
     */
    private static final class Guided extends ChunkSource {
        private final long divisor;
        private final AtomicLong next = new AtomicLong();

        Guided(long count, long unit, int threads) {
            super(Schedule.GUIDED, threads, count, unit);
            this.divisor = 2L * threads;
        }

        @Override
        boolean claim(Share share) {
            while (true) {
                long at = next.get();
                if (at >= units) {
                    return false;
                }
                long to = at + Math.max(1, (units - at) / divisor);
                if (next.compareAndSet(at, to)) {
                    return take(share, at, to);
                }
            }
        }

        @Override
        long abandon(Share share) {
            return iterations(next.getAndSet(units), units);
        }

        @Override
        boolean isExhausted() {
            return next.get() >= units;
        }
    }

    /**
     * A range of units for each thread; its owner takes them from the front, and who has none left takes half of
     * another's from the back.
     *
     * <p>A range is two ints in one {@code long}, first unit above, end below, so that one compare-and-set moves either
     * end. A value of that word says all there is to know about the range, and a unit is in one range at most: a
     * compare-and-set that succeeds late, after the word changed and changed back, is as good as one in time.
     *
     * <p><b>Source.</b> The idea of range stealing is in A. Robison, M. Voss, A. Kukanov, "Optimization via Reflection on
     * Work Stealing in TBB", IPDPS 2008; the packed word replaces their deques.
     */
    private static final class Stealing extends ChunkSource {
        private final AtomicLongArray ranges;

        Stealing(long count, long unit, int threads) {
            super(Schedule.STEALING, threads, count, unit);
            this.ranges = new AtomicLongArray(threads * PADDING);
            long each = units / threads;
            long larger = units % threads;
            long from = 0;
            for (int i = 0; i < threads; i++) {
                long to = from + each + (i < larger ? 1 : 0);
                ranges.setPlain(i * PADDING, from << 32 | to);
                from = to;
            }
        }

        @Override
        boolean claim(Share share) {
            int own = share.index * PADDING;
            while (true) {
                long range = ranges.get(own);
                long from = range >>> 32;
                if (from >= (int) range) {
                    return steal(share);
                }
                if (ranges.weakCompareAndSetVolatile(own, range, range + (1L << 32))) {
                    return take(share, from, from + 1);
                }
            }
        }

        private boolean steal(Share share) {
            for (int i = 1; i < threads; i++) {
                int victim = (share.index + i) % threads * PADDING;
                while (true) {
                    long range = ranges.get(victim);
                    long from = range >>> 32;
                    long to = (int) range;
                    if (from >= to) {
                        break;
                    }
                    long middle = from + (to - from) / 2;
                    if (ranges.compareAndSet(victim, range, from << 32 | middle)) {
                        // own range is empty, and nobody steals from an empty one: a plain store can't lose anything
                        ranges.set(share.index * PADDING, middle + 1 << 32 | to);
                        return take(share, middle, middle + 1);
                    }
                }
            }
            return false;
        }

        @Override
        long abandon(Share share) {
            long range = ranges.getAndSet(share.index * PADDING, 0);
            return iterations(range >>> 32, (int) range);
        }

        @Override
        boolean isExhausted() {
            for (int i = 0; i < threads; i++) {
                long range = ranges.get(i * PADDING);
                if (range >>> 32 < (int) range) {
                    return false;
                }
            }
            return true;
        }
    }
}
