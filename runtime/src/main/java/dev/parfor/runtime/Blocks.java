package dev.parfor.runtime;

import java.lang.reflect.Array;

/**
 * The fixed association of a reduction: an iteration space cut into blocks.
 *
 * <p>Partial results are formed per block and combined in block order. The cut depends on the trip count and the minimum
 * written into the generated code, on nothing else: not the team, the schedule or the machine. So a floating-point sum
 * has the same bits everywhere.
 *
 * <p><b>Arithmetic.</b> Exact for every trip count up to {@link Long#MAX_VALUE}: no sum is formed that can pass the trip
 * count.
 */
public final class Blocks {

    /** No more blocks than this, whatever the trip count. */
    private static final int MOST = 256;

    /** No more maps or sets than this. */
    private static final int MOST_MAPS = 16;

    /** Copies that get fewer updates than that for each of their cells cost more than they bring. */
    private static final long UPDATES_PER_CELL = 4;

    /** All copies of a loop's arrays together: 32 megabytes of {@code double}s. */
    private static final long MOST_CELLS = 1L << 22;

    private final long tripCount;
    private final long size;
    private final int count;

    private Blocks(long tripCount, long minimum, long most) {
        this.tripCount = tripCount;
        // the divisions would take longer than the shortest loops do
        boolean isOne = 0 < tripCount && tripCount <= minimum;
        this.size = isOne ? minimum : Math.max(minimum, ceilDiv(tripCount, most));
        this.count = isOne ? 1 : (int) ceilDiv(tripCount, size);
    }

    /**
     * The blocks of {@code tripCount} iterations: of {@code max(minimum, ceil(tripCount / 256))} iterations each, the
     * last one of what remains.
     *
     * @throws IllegalArgumentException if {@code tripCount < 0} or {@code minimum < 1}
     */
    public static Blocks of(long tripCount, int minimum) {
        if (tripCount < 0) {
            throw new IllegalArgumentException("trip count " + tripCount + " is negative");
        }
        if (minimum < 1) {
            throw new IllegalArgumentException("minimum " + minimum + " is below 1");
        }
        return new Blocks(tripCount, minimum, MOST);
    }

    /**
     * The blocks of a loop of which each block has copies of arrays: of so many iterations that they make four updates for each
     * cell that is copied, and so few that all copies together have at most 2<sup>22</sup> cells. One block where that can't be:
     * the loop is then better run without copies. The cut depends on the arguments alone.
     *
     * @param cells how many cells a block copies
     * @param updates how many updates an iteration makes, at a guess
     * @throws IllegalArgumentException if {@code tripCount < 0}, {@code minimum < 1}, {@code cells < 0} or {@code updates < 1}
     */
    public static Blocks ofCopies(long tripCount, int minimum, long cells, int updates) {
        Blocks plain = of(tripCount, minimum);
        if (cells < 0 || updates < 1) {
            throw new IllegalArgumentException(cells + " cells, " + updates + " updates");
        }
        long most = Math.max(1, Math.min(MOST, MOST_CELLS / Math.max(1, cells)));
        long least = ceilDiv(UPDATES_PER_CELL * cells, updates);
        if (most == 1 || tripCount / 2 < least) {
            return new Blocks(tripCount, Math.max(tripCount, 1), 1);
        }
        return new Blocks(tripCount, Math.max(plain.size, least), most);
    }

    /** How many cells the rows have together, {@code null} none, as {@link #ofCopies} asks. */
    public static long cells(Object[] rows) {
        long cells = rows.length;
        for (Object row : rows) {
            cells += row == null ? 0 : Array.getLength(row);
        }
        return cells;
    }

    /**
     * The blocks of a loop of which each has a map or set of its own: no more than 16, because what occurs in all of them is merged
     * as often. The cut depends on the arguments alone.
     *
     * @throws IllegalArgumentException if {@code tripCount < 0} or {@code minimum < 1}
     */
    public static Blocks ofMaps(long tripCount, int minimum) {
        return new Blocks(tripCount, of(tripCount, minimum).size, MOST_MAPS);
    }

    /** Blocks of a size that may depend on anything: where nothing is combined in their order. */
    static Blocks ofSize(long tripCount, long size) {
        return new Blocks(tripCount, size, Long.MAX_VALUE);
    }

    /** How many blocks; at most 256, none for an empty loop. */
    public int count() {
        return count;
    }

    /** All iterations. */
    long tripCount() {
        return tripCount;
    }

    /** Iterations of each block but the last one. */
    long size() {
        return size;
    }

    /** The first iteration of a block, {@code 0 <= block < count()}. */
    public long start(int block) {
        return block * size;
    }

    /** One past the last iteration of a block, {@code 0 <= block < count()}. */
    public long end(int block) {
        long start = start(block);
        return tripCount - start <= size ? tripCount : start + size;
    }

    /** What a number comes to when each iteration of a block multiplies by it, modulo 2<sup>64</sup>; {@code 0 <= block < count()}. */
    public long power(int block, long factor) {
        long power = 1;
        long square = factor;
        for (long open = end(block) - start(block); open > 0; open >>= 1) {
            power = (open & 1) == 0 ? power : power * square;
            square *= square;
        }
        return power;
    }

    /** For {@code a >= 0} and {@code b > 0}, without forming {@code a + b - 1}. */
    static long ceilDiv(long a, long b) {
        return a / b + (a % b == 0 ? 0 : 1);
    }
}
