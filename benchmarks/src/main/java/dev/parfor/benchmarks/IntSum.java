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

/** A sum that may be reordered freely, and that the Java machine vectorizes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class IntSum {

    @Param({"1000000", "20000000"})
    public int size;

    private int[] values;

    @Setup
    public void setUp() {
        values = Numbers.ints(size, 1000, 1);
    }

    @ParallelFor
    static int sum(int[] values) {
        int sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i];
        }
        return sum;
    }

    private static int range(int[] values, int lo, int hi) {
        int sum = 0;
        for (int i = lo; i < hi; i++) {
            sum += values[i];
        }
        return sum;
    }

    @Benchmark
    public int sequential() {
        return sum(values);
    }

    @Benchmark
    public int stream() {
        return Arrays.stream(values).parallel().sum();
    }

    @Benchmark
    public int executor(Workers workers) {
        int sum = 0;
        for (int part : workers.parts(values.length, (lo, hi) -> range(values, lo, hi))) {
            sum += part;
        }
        return sum;
    }

    @Benchmark
    public int parfor(Scheduled on) {
        return IntSumParallel.sum(on.team, values);
    }
}
