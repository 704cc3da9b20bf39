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

/** Rows of the product, the innermost loop along rows of both matrices. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatrixProduct {

    @Param({"96", "512"})
    public int size;

    private double[][] a;
    private double[][] b;
    private double[][] c;

    @Setup
    public void setUp() {
        a = new double[size][];
        b = new double[size][];
        c = new double[size][size];
        for (int i = 0; i < size; i++) {
            a[i] = Numbers.doubles(size, i);
            b[i] = Numbers.doubles(size, size + i);
        }
    }

    @ParallelFor
    static void product(double[][] a, double[][] b, double[][] c, int n) {
        for (int i = 0; i < n; i++) {
            double[] row = c[i];
            for (int j = 0; j < n; j++) {
                row[j] = 0;
            }
            for (int k = 0; k < n; k++) {
                double factor = a[i][k];
                double[] other = b[k];
                for (int j = 0; j < n; j++) {
                    row[j] += factor * other[j];
                }
            }
        }
    }

    private static void row(double[][] a, double[][] b, double[][] c, int n, int i) {
        double[] row = c[i];
        for (int j = 0; j < n; j++) {
            row[j] = 0;
        }
        for (int k = 0; k < n; k++) {
            double factor = a[i][k];
            double[] other = b[k];
            for (int j = 0; j < n; j++) {
                row[j] += factor * other[j];
            }
        }
    }

    @Benchmark
    public double[][] sequential() {
        product(a, b, c, size);
        return c;
    }

    @Benchmark
    public double[][] stream() {
        IntStream.range(0, size).parallel().forEach(i -> row(a, b, c, size, i));
        return c;
    }

    @Benchmark
    public double[][] executor(Workers workers) {
        workers.run(size, (lo, hi) -> {
            for (int i = lo; i < hi; i++) {
                row(a, b, c, size, i);
            }
        });
        return c;
    }

    @Benchmark
    public double[][] parfor(Scheduled on) {
        MatrixProductParallel.product(on.team, a, b, c, size);
        return c;
    }
}
