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

/** The greatest value. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Max {

    @Param({"300000", "10000000"})
    public int size;

    private double[] x;

    @Setup
    public void setUp() {
        x = Numbers.doubles(size, 1);
    }

    @ParallelFor
    static double max(double[] x) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            max = Math.max(max, x[i]);
        }
        return max;
    }

    private static double range(double[] x, int lo, int hi) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = lo; i < hi; i++) {
            max = Math.max(max, x[i]);
        }
        return max;
    }

    @Benchmark
    public double sequential() {
        return max(x);
    }

    @Benchmark
    public double stream() {
        return Arrays.stream(x).parallel().max().orElse(Double.NEGATIVE_INFINITY);
    }

    @Benchmark
    public double executor(Workers workers) {
        double max = Double.NEGATIVE_INFINITY;
        for (double part : workers.parts(x.length, (lo, hi) -> range(x, lo, hi))) {
            max = Math.max(max, part);
        }
        return max;
    }

    @Benchmark
    public double parfor(Scheduled on) {
        return MaxParallel.max(on.team, x);
    }
}
