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

/** A sparse matrix by rows, ten entries in each on average, times a vector. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SparseProduct {

    @Param({"40000", "1000000"})
    public int size;

    private int[] start;
    private int[] column;
    private double[] value;
    private double[] x;
    private double[] y;

    @Setup
    public void setUp() {
        int[] length = Numbers.ints(size, 20, 1);
        start = new int[size + 1];
        for (int i = 0; i < size; i++) {
            start[i + 1] = start[i] + length[i];
        }
        column = Numbers.ints(start[size], size, 2);
        value = Numbers.doubles(start[size], 3);
        x = Numbers.doubles(size, 4);
        y = new double[size];
    }

    @ParallelFor
    static void multiply(int[] start, int[] column, double[] value, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            double sum = 0;
            for (int k = start[i]; k < start[i + 1]; k++) {
                sum += value[k] * x[column[k]];
            }
            y[i] = sum;
        }
    }

    private static double row(int[] start, int[] column, double[] value, double[] x, int i) {
        double sum = 0;
        for (int k = start[i]; k < start[i + 1]; k++) {
            sum += value[k] * x[column[k]];
        }
        return sum;
    }

    @Benchmark
    public double[] sequential() {
        multiply(start, column, value, x, y);
        return y;
    }

    @Benchmark
    public double[] stream() {
        IntStream.range(0, size).parallel().forEach(i -> y[i] = row(start, column, value, x, i));
        return y;
    }

    @Benchmark
    public double[] executor(Workers workers) {
        workers.run(size, (lo, hi) -> {
            for (int i = lo; i < hi; i++) {
                y[i] = row(start, column, value, x, i);
            }
        });
        return y;
    }

    @Benchmark
    public double[] parfor(Scheduled on) {
        SparseProductParallel.multiply(on.team, start, column, value, x, y);
        return y;
    }
}
