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

/** A stencil of four neighbours on a plate of rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Jacobi {

    @Param({"700", "3000"})
    public int size;

    private double[][] from;
    private double[][] to;

    @Setup
    public void setUp() {
        from = new double[size][];
        for (int i = 0; i < size; i++) {
            from[i] = Numbers.doubles(size, i);
        }
        to = new double[size][size];
    }

    @ParallelFor
    static void step(double[][] from, double[][] to, int n) {
        for (int i = 1; i < n - 1; i++) {
            for (int j = 1; j < n - 1; j++) {
                to[i][j] = 0.25 * (from[i - 1][j] + from[i + 1][j] + from[i][j - 1] + from[i][j + 1]);
            }
        }
    }

    private static void row(double[][] from, double[][] to, int n, int i) {
        double[] above = from[i - 1];
        double[] here = from[i];
        double[] below = from[i + 1];
        double[] out = to[i];
        for (int j = 1; j < n - 1; j++) {
            out[j] = 0.25 * (above[j] + below[j] + here[j - 1] + here[j + 1]);
        }
    }

    @Benchmark
    public double[][] sequential() {
        step(from, to, size);
        return to;
    }

    @Benchmark
    public double[][] stream() {
        IntStream.range(1, size - 1).parallel().forEach(i -> row(from, to, size, i));
        return to;
    }

    @Benchmark
    public double[][] executor(Workers workers) {
        workers.run(size - 2, (lo, hi) -> {
            for (int i = lo; i < hi; i++) {
                row(from, to, size, i + 1);
            }
        });
        return to;
    }

    @Benchmark
    public double[][] parfor(Scheduled on) {
        JacobiParallel.step(on.team, from, to, size);
        return to;
    }
}
