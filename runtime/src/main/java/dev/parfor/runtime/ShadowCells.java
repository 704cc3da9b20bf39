package dev.parfor.runtime;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who has read and written the cells of one object: elements of an array, fields of any other.
 *
 * <p>Of each cell the two lowest iterations that write it are kept, and the two lowest that read it, each with the place in the
 * source. That is enough: two iterations meet in a cell, in whatever order they are recorded, just if two of these do, and the
 * pair whose later iteration is the lowest is among them.
 *
 * <p><b>States.</b> An iteration and its place are one number, {@code iteration << 16 | place}, so that lower iterations are lower
 * numbers. Each of the four numbers of a cell only falls, from {@link #NONE}.
 *
 * <p><b>Memory effects.</b> A page of cells is under its own monitor.
 *
 * <p><b>Source.</b> Shadow memory as in N. Nethercote and J. Seward, "How to Shadow Every Byte of Memory Used by a Program", VEE
 * 2007; iterations in place of threads as in the privatizing DOALL test of L. Rauchwerger and D. Padua, "The LRPD Test", PLDI 1995.
 */
final class ShadowCells {

    static final int PLACE_BITS = 16;
    private static final long NONE = Long.MAX_VALUE;
    /** Numbers of a cell: two iterations that write, two that read. */
    private static final int SLOTS = 4;

    private final int shift;
    private final int cells;
    /** What most objects need, and many need no more: short arrays, objects with few fields. */
    private final long[] first;

    private volatile ConcurrentHashMap<Integer, long[]> others;

    /**
     * @param shift cells of a page, as a power of two
     * @param most how many cells the object has, if it has few
     */
    ShadowCells(int shift, int most) {
        this.shift = shift;
        this.cells = Math.min(1 << shift, Math.max(1, most));
        this.first = empty();
    }

    private long[] empty() {
        long[] page = new long[SLOTS * cells];
        Arrays.fill(page, NONE);
        return page;
    }

    private long[] page(int number) {
        if (number == 0) {
            return first;
        }
        ConcurrentHashMap<Integer, long[]> pages = others;
        if (pages == null) {
            synchronized (this) {
                pages = others == null ? new ConcurrentHashMap<>() : others;
                others = pages;
            }
        }
        long[] known = pages.get(number);
        return known != null ? known : pages.computeIfAbsent(number, n -> empty());
    }

    /**
     * Two iterations that meet in a cell.
     *
     * @param first iteration and place of the one that comes first in the plain loop
     */
    record Pair(long first, boolean firstWrites, long second, boolean secondWrites) {

        long firstIteration() {
            return first >> PLACE_BITS;
        }

        long secondIteration() {
            return second >> PLACE_BITS;
        }

        private static Pair of(long a, boolean aWrites, long b, boolean bWrites) {
            return a < b ? new Pair(a, aWrites, b, bWrites) : new Pair(b, bWrites, a, aWrites);
        }

        /** Whether this pair is to be told rather than another one. */
        boolean isBefore(Pair other) {
            if (secondIteration() != other.secondIteration()) {
                return secondIteration() < other.secondIteration();
            } else if (firstIteration() != other.firstIteration()) {
                return firstIteration() < other.firstIteration();
            } else if ((firstWrites && secondWrites) != (other.firstWrites && other.secondWrites)) {
                return firstWrites && secondWrites;
            }
            return second != other.second ? second < other.second : first < other.first;
        }
    }

    /** Records an access; the pair to be told of the cell, if the access may have made it another one. */
    Optional<Pair> record(int cell, long access, boolean writes) {
        long[] page = page(cell >> shift);
        int at = SLOTS * (cell & (1 << shift) - 1);
        synchronized (page) {
            return add(page, writes ? at : at + 2, access) ? lowest(page, at) : Optional.empty();
        }
    }

    /** Keeps the two lowest iterations; whether that has changed anything. */
    private static boolean add(long[] page, int at, long access) {
        long iteration = access >> PLACE_BITS;
        for (int slot = at; slot < at + 2; slot++) {
            if (page[slot] >> PLACE_BITS == iteration) {
                boolean lower = access < page[slot];
                page[slot] = Math.min(page[slot], access);
                return lower;
            }
        }
        if (access > page[at + 1]) {
            return false;
        }
        page[at + 1] = Math.max(page[at], access);
        page[at] = Math.min(page[at], access);
        return true;
    }

    private static Optional<Pair> lowest(long[] page, int at) {
        Pair lowest = page[at + 1] == NONE ? null : Pair.of(page[at], true, page[at + 1], true);
        for (int write = at; write < at + 2; write++) {
            for (int read = at + 2; read < at + 4; read++) {
                boolean meet = page[write] != NONE
                        && page[read] != NONE
                        && page[write] >> PLACE_BITS != page[read] >> PLACE_BITS;
                if (meet) {
                    Pair pair = Pair.of(page[write], true, page[read], false);
                    lowest = lowest == null || pair.isBefore(lowest) ? pair : lowest;
                }
            }
        }
        return Optional.ofNullable(lowest);
    }
}
