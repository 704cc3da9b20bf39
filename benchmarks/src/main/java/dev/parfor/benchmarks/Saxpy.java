package dev.parfor.benchmarks;

import dev.parfor.ParallelFor;
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

/** One multiplication and addition for each three accesses: bound by memory where the arrays are large. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Saxpy {

    @Param({"10", "100", "1000", "300000", "10000000"})
    public int size;

    private final double a = 1e-9;
    private double[] x;
    private double[] y;

    @Setup
    public void setUp() {
        x = Numbers.doubles(size, 1);
        y = Numbers.doubles(size, 2);
    }

    @ParallelFor
    static void saxpy(double a, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += a * x[i];
        }
    }

    private static void range(double a, double[] x, double[] y, int lo, int hi) {
        for (int i = lo; i < hi; i++) {
            y[i] += a * x[i];
        }
    }

    @Benchmark
    public double[] sequential() {
        saxpy(a, x, y);
        return y;
    }

    @Benchmark
    public double[] stream() {
        IntStream.range(0, y.length).parallel().forEach(i -> y[i] += a * x[i]);
        return y;
    }

    @Benchmark
    public double[] executor(Workers workers) {
        workers.run(y.length, (lo, hi) -> range(a, x, y, lo, hi));
        return y;
    }

    @Benchmark
    public double[] parfor(Scheduled on) {
        SaxpyParallel.saxpy(on.team, a, x, y);
        return y;
    }
}
