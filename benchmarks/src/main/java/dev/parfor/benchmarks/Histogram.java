package dev.parfor.benchmarks;

import dev.parfor.ParallelFor;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
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

/** How often each of 256 values occurs: every iteration may update any cell. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Histogram {

    @Param({"300000", "10000000"})
    public int size;

    private static final int BINS = 256;

    private int[] values;

    @Setup
    public void setUp() {
        values = Numbers.ints(size, BINS, 1);
    }

    @ParallelFor
    static int[] count(int[] values, int bins) {
        int[] counts = new int[bins];
        for (int i = 0; i < values.length; i++) {
            counts[values[i]]++;
        }
        return counts;
    }

    private static int[] range(int[] values, int lo, int hi) {
        int[] counts = new int[BINS];
        for (int i = lo; i < hi; i++) {
            counts[values[i]]++;
        }
        return counts;
    }

    private static int[] add(int[] to, int[] part) {
        for (int b = 0; b < to.length; b++) {
            to[b] += part[b];
        }
        return to;
    }

    @Benchmark
    public int[] sequential() {
        return count(values, BINS);
    }

    @Benchmark
    public int[] stream() {
        return Arrays.stream(values)
                .parallel()
                .collect(() -> new int[BINS], (counts, v) -> counts[v]++, Histogram::add);
    }

    @Benchmark
    public int[] executor(Workers workers) {
        int[] counts = new int[BINS];
        for (int[] part : workers.parts(values.length, (lo, hi) -> range(values, lo, hi))) {
            add(counts, part);
        }
        return counts;
    }

    @Benchmark
    public int[] parfor(Scheduled on) {
        return HistogramParallel.count(on.team, values, BINS);
    }
}
