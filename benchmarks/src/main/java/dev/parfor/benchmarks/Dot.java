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

/** A floating-point sum: the sequential loop may not reorder it, the others do. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Dot {

    @Param({"10", "100", "1000", "300000", "10000000"})
    public int size;

    private double[] x;
    private double[] y;

    @Setup
    public void setUp() {
        x = Numbers.doubles(size, 1);
        y = Numbers.doubles(size, 2);
    }

    @ParallelFor
    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static double range(double[] x, double[] y, int lo, int hi) {
        double sum = 0;
        for (int i = lo; i < hi; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    @Benchmark
    public double sequential() {
        return dot(x, y);
    }

    @Benchmark
    public double stream() {
        return IntStream.range(0, x.length)
                .parallel()
                .mapToDouble(i -> x[i] * y[i])
                .sum();
    }

    @Benchmark
    public double executor(Workers workers) {
        double sum = 0;
        for (double part : workers.parts(x.length, (lo, hi) -> range(x, y, lo, hi))) {
            sum += part;
        }
        return sum;
    }

    @Benchmark
    public double parfor(Scheduled on) {
        return DotParallel.dot(on.team, x, y);
    }
}
