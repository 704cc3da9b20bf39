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

/** A matrix in one array, turned: reads along rows, writes along columns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Transpose {

    @Param({"700", "3000"})
    public int size;

    private double[] from;
    private double[] to;

    @Setup
    public void setUp() {
        from = Numbers.doubles(size * size, 1);
        to = new double[size * size];
    }

    @ParallelFor
    static void transpose(double[] from, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                to[j * n + i] = from[i * n + j];
            }
        }
    }

    private static void row(double[] from, double[] to, int n, int i) {
        for (int j = 0; j < n; j++) {
            to[j * n + i] = from[i * n + j];
        }
    }

    @Benchmark
    public double[] sequential() {
        transpose(from, to, size);
        return to;
    }

    @Benchmark
    public double[] stream() {
        IntStream.range(0, size).parallel().forEach(i -> row(from, to, size, i));
        return to;
    }

    @Benchmark
    public double[] executor(Workers workers) {
        workers.run(size, (lo, hi) -> {
            for (int i = lo; i < hi; i++) {
                row(from, to, size, i);
            }
        });
        return to;
    }

    @Benchmark
    public double[] parfor(Scheduled on) {
        TransposeParallel.transpose(on.team, from, to, size);
        return to;
    }
}
