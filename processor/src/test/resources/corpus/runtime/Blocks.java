package dev.parfor.runtime;

/** Takes the place of the true blocks in tests: small ones, so that short loops have several. */
public final class Blocks {

    private final long tripCount;
    private final long size;

    private Blocks(long tripCount, long size) {
        this.tripCount = tripCount;
        this.size = size;
    }

    public static Blocks of(long tripCount, int minimum) {
        return new Blocks(tripCount, Math.max(1, Math.max(tripCount / 200, Math.min(tripCount / 3, Parfor.seed % 5))));
    }

    public static Blocks ofMaps(long tripCount, int minimum) {
        return of(tripCount, minimum);
    }

    /** Sometimes the loop is too short for copies. */
    public static long cells(Object[] rows) {
        return rows.length;
    }

    public static Blocks ofCopies(long tripCount, int minimum, long cells, int updates) {
        return Parfor.seed % 4 == 3 ? new Blocks(tripCount, Math.max(1, tripCount)) : of(tripCount, minimum);
    }

    public int count() {
        return (int) ((tripCount + size - 1) / size);
    }

    long tripCount() {
        return tripCount;
    }

    public long start(int block) {
        return block * size;
    }

    public long end(int block) {
        return Math.min(tripCount, (block + 1) * size);
    }

    public long power(int block, long factor) {
        long power = 1;
        long square = factor;
        for (long open = end(block) - start(block); open > 0; open >>= 1) {
            power = (open & 1) == 0 ? power : power * square;
            square *= square;
        }
        return power;
    }

    static long ceilDiv(long a, long b) {
        return a / b + (a % b == 0 ? 0 : 1);
    }
}
