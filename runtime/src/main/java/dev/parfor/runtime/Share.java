package dev.parfor.runtime;

/**
 * One thread's part in one region: the chunk it holds and what it has done. Used by that thread alone; what others must
 * know goes into the {@link Region} when the thread leaves.
 */
final class Share {

    /** 0 for the thread that called the loop; workers count up in the order they came. */
    final int index;

    /** The chunk held now. */
    long lo;

    long hi;

    /** The next unit of this thread, for schedules that give a thread several in turn. */
    long nextUnit;

    /** Iterations this thread has run or skipped and not yet told the region of. */
    long settled;

    /** Pieces that were run and not yet told. */
    long pieces;

    /** Whether the region has counted this thread as one that ran something. */
    boolean counted;

    /** Iterations a strip of a chunk should have, found by measuring. */
    long strip;

    Share(int index, long strip) {
        this.index = index;
        this.strip = strip;
        this.nextUnit = Long.MAX_VALUE;
    }
}
