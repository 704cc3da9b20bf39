package dev.parfor.benchmarks;

import dev.parfor.ParallelFor;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The table of a local alignment (Smith and Waterman): a wavefront. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Alignment {

    private static final int SIDE = 128;

    @Param({"300", "2000"})
    public int size;

    private byte[] first;
    private byte[] second;
    private int[][] scores;

    @Setup
    public void setUp() {
        Random random = new Random(1);
        first = bases(random, size);
        second = bases(random, size);
        scores = new int[size + 1][size + 1];
    }

    private static byte[] bases(Random random, int length) {
        byte[] bases = new byte[length];
        for (int i = 0; i < length; i++) {
            bases[i] = (byte) "ACGT".charAt(random.nextInt(4));
        }
        return bases;
    }

    @ParallelFor
    static void fill(byte[] a, byte[] b, int[][] h) {
        for (int i = 1; i <= a.length; i++) {
            int[] above = h[i - 1];
            int[] row = h[i];
            byte base = a[i - 1];
            for (int j = 1; j <= b.length; j++) {
                int match = above[j - 1] + (base == b[j - 1] ? 3 : -3);
                int gap = Math.max(above[j], row[j - 1]) - 2;
                row[j] = Math.max(0, Math.max(match, gap));
            }
        }
    }

    private static void tile(byte[] a, byte[] b, int[][] h, int row, int column, int side) {
        for (int i = row; i < Math.min(row + side, a.length + 1); i++) {
            int[] above = h[i - 1];
            int[] here = h[i];
            byte base = a[i - 1];
            for (int j = column; j < Math.min(column + side, b.length + 1); j++) {
                int match = above[j - 1] + (base == b[j - 1] ? 3 : -3);
                int gap = Math.max(above[j], here[j - 1]) - 2;
                here[j] = Math.max(0, Math.max(match, gap));
            }
        }
    }

    @Benchmark
    public int[][] sequential() {
        fill(first, second, scores);
        return scores;
    }

    /** Diagonals of tiles by hand: the tiles of one after the other. */
    private void diagonals(Diagonal each) {
        int tiles = (size + SIDE - 1) / SIDE;
        for (int d = 0; d < 2 * tiles - 1; d++) {
            int from = Math.max(0, d - tiles + 1);
            each.run(from, Math.min(d, tiles - 1) + 1 - from, d);
        }
    }

    /** Runs the tiles of a diagonal: a number of them, from one on. */
    @FunctionalInterface
    private interface Diagonal {
        void run(int first, int count, int diagonal);
    }

    @Benchmark
    public int[][] stream() {
        diagonals((from, count, d) -> IntStream.range(from, from + count)
                .parallel()
                .forEach(t -> tile(first, second, scores, 1 + t * SIDE, 1 + (d - t) * SIDE, SIDE)));
        return scores;
    }

    @Benchmark
    public int[][] executor(Workers workers) {
        diagonals((from, count, d) -> workers.run(count, (lo, hi) -> {
            for (int t = from + lo; t < from + hi; t++) {
                tile(first, second, scores, 1 + t * SIDE, 1 + (d - t) * SIDE, SIDE);
            }
        }));
        return scores;
    }

    @Benchmark
    public int[][] parfor(Scheduled on) {
        AlignmentParallel.fill(on.team, first, second, scores);
        return scores;
    }
}
