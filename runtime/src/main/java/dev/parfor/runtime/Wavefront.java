package dev.parfor.runtime;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * One run of a loop over rows with a loop over columns inside, in tiles.
 *
 * <p>Rows are cut into bands of {@code height}, which a {@link Region} gives out as iterations, strictly in order; columns into
 * tiles of {@code width}. So that the tiles of a band may lean, columns are counted by {@code x = column + skew * row}. A thread
 * goes through the tiles of its band from left to right, in each through the rows from top to bottom; before tile {@code t} it
 * waits until the band above has done its tile {@code t}. Of two iterations in different rows the one in the upper row comes
 * first wherever its {@code x} is not greater: that is what the judgement of the loop has to show for all that meet. Iterations
 * of one row keep their order.
 *
 * <p><b>States.</b> A band is unclaimed, runs, is done, has failed, or was given up. It counts its tiles in {@code done}; behind
 * the last one the count says that all are. A band that fails counts no further: its upper rows, which the sequential loop would
 * have run to their ends, go on, and may fail as well; the bands below give up.
 *
 * <p><b>Memory effects.</b> A tile's count is stored with release and loaded with acquire access by the band below, which so sees
 * all tiles above and to the left. {@code tiled} is written before the region begins. The two limits are volatile.
 *
 * <p><b>Failure.</b> No wait is for ever: a band waits for the one above, which was claimed before, and that thread runs the
 * body, or waits for a band further up, or has left: at its end, with a failure, or because the region has skipped it, and each
 * of these is told. Who waits looks at the count for a while, then sleeps for short times; nobody has to wake it. An interrupt
 * is left to the region.
 *
 * <p><b>Source.</b> L. Lamport, "The Parallel Execution of DO Loops", CACM 17(2), 1974, for hyperplanes; M. Wolfe, "Loops
 * Skewing: The Wavefront Method Revisited", International Journal of Parallel Programming 15(4), 1986, for the leaning tiles;
 * the waits are those of R. Cytron, "Doacross: Beyond Vectorization for Multiprocessors", ICPP 1986.
 */
final class Wavefront extends LoopBody {

    /** What a tile should take: waits and counts then cost a percent or so. */
    private static final float TILE_NANOS = 20_000;
    /** What a row of a tile should take at least: it costs a call. */
    private static final float ROW_NANOS = 100;
    /** What an iteration takes before it has been measured, at a guess. */
    private static final float GUESS_NANOS = 5;

    private static final long WIDEST = 4096;
    private static final long MOST_BANDS = 1 << 16;
    private static final long SPIN_NANOS = 40_000;
    private static final long SLEEP_NANOS = 20_000;
    /** Counts of neighbors are this far apart, off each other's cache lines. */
    private static final int PADDING = 16;

    private final RowsBody body;
    private final long rows;
    private final long columns;
    private final int skew;
    private final long height;
    private final long width;
    private final int bands;
    private final AtomicLongArray done;
    private final int stride;

    /** Whether the guards hold, without which tiles may not be run at all. */
    private boolean tiled;

    private volatile long failed = Long.MAX_VALUE;
    private volatile long skipped = Long.MAX_VALUE;

    /**
     * @param height rows of a band
     * @param width columns of a tile
     */
    Wavefront(RowsBody body, long rows, long columns, int skew, long height, long width) {
        this.body = body;
        this.rows = rows;
        this.columns = columns;
        this.skew = skew;
        this.height = height;
        this.width = width;
        this.bands = (int) Blocks.ceilDiv(rows, height);
        this.stride = Math.max(PADDING, (bands + PADDING - 1) / PADDING);
        this.done = new AtomicLongArray(PADDING * stride);
    }

    /** Runs all rows on the team, or in order on the calling thread. */
    static void run(Team team, LoopSite site, long rows, long columns, int skew, RowsBody body) {
        long across = Math.max(1, columns);
        int chunk = team.schedule() == null ? site.chunk : team.chunk();
        float nanos = site.nanosPerIteration() > 0 ? site.nanosPerIteration() : GUESS_NANOS;
        int threads = team.threads();
        long width = width(columns, threads, nanos);
        long height = chunk > 0 ? chunk : height(rows, threads, width * nanos);
        height = Math.min(rows, Math.max(height, Blocks.ceilDiv(rows, MOST_BANDS)));
        boolean countable = rows <= Long.MAX_VALUE / 4 / across;
        Wavefront wavefront = new Wavefront(body, rows, columns, skew, height, width);
        LoopSite inBands =
                site.inBands(Blocks.ofSize(countable ? rows * across : rows, countable ? height * across : height));
        if (rows < 2 || columns < 2 || !countable) {
            Parfor.sequential(team, inBands, wavefront.bands, wavefront, "there is one row or column");
        } else {
            Launch.run(team, inBands, wavefront.bands, wavefront);
        }
    }

    /** So many columns that a band has some tiles for each thread, and the row of a tile is worth a call. */
    private static long width(long columns, int threads, float nanos) {
        long least = Math.max(1, Math.min(64, (long) (ROW_NANOS / nanos)));
        return Math.min(WIDEST, Math.max(least, Blocks.ceilDiv(columns, 4L * threads)));
    }

    /** So many rows that a tile takes its time, and each thread has some bands. */
    private static long height(long rows, int threads, float nanosPerRow) {
        return Math.max(1, Math.min((long) (TILE_NANOS / nanosPerRow), rows / (4L * threads)));
    }

    @Override
    protected String failedGuard(long iterations) {
        String guard = body.failedGuard(rows);
        tiled = guard == null;
        return guard;
    }

    @Override
    protected void run(long lo, long hi) throws Throwable {
        if (!tiled) {
            long end = Math.min(rows, hi * height);
            for (long row = lo * height; row < end; row++) {
                body.run(row, 0, columns);
            }
            return;
        }
        for (int band = (int) lo; band < hi; band++) {
            boolean complete = false;
            try {
                band(band);
                complete = true;
            } finally {
                if (!complete) {
                    // also after an error in here: nobody must go on waiting for this band
                    fail(band);
                }
            }
        }
    }

    private void band(int band) throws Throwable {
        long first = band * height;
        long end = Math.min(rows, first + height);
        long last = (skew * (end - 1) + columns - 1) / width;
        LoopFailure failure = null;
        for (long tile = skew * first / width; tile <= last && first < end; tile++) {
            if (!isReady(band, tile)) {
                throw failure == null ? Turns.ABANDONED : failure.assemble();
            }
            long row = first;
            try {
                for (; row < end; row++) {
                    long from = Math.max(0, tile * width - skew * row);
                    long to = Math.min(columns, (tile + 1) * width - skew * row);
                    if (from < to) {
                        body.run(row, from, to);
                    }
                }
            } catch (Throwable thrown) {
                fail(band);
                failure = failure == null ? new LoopFailure() : failure;
                failure.record(row, thrown);
                end = row;
            }
            if (failure == null) {
                done.setRelease(place(band), tile + 1);
            }
        }
        if (failure != null) {
            throw failure.assemble();
        }
        done.setRelease(place(band), Long.MAX_VALUE);
    }

    private int place(int band) {
        return band % PADDING * stride + band / PADDING;
    }

    /** Waits until the band above has done the tile; {@code false} if it never will. */
    private boolean isReady(int band, long tile) {
        int above = band == 0 ? -1 : place(band - 1);
        long start = 0;
        for (int i = 1; failed >= band && skipped >= band; i++) {
            if (above < 0 || done.getAcquire(above) > tile) {
                return true;
            }
            Thread.onSpinWait();
            if (i % 64 == 0) {
                long now = System.nanoTime();
                start = start == 0 ? now : start;
                if (now - start > SPIN_NANOS) {
                    sleep();
                }
            }
        }
        return false;
    }

    private void sleep() {
        if (Thread.currentThread().isInterrupted()) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(this, SLEEP_NANOS);
        }
    }

    private synchronized void fail(long band) {
        failed = Math.min(failed, band);
    }

    @Override
    synchronized void skipped(long band) {
        skipped = Math.min(skipped, band);
    }
}
