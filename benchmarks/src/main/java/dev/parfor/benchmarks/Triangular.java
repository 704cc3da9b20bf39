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

/** A loop whose iterations grow: the last one does most. Equal shares of iterations are unequal shares of work. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Triangular {

    @Param({"700", "6000"})
    public int size;

    private double[] x;
    private double[] nearest;

    @Setup
    public void setUp() {
        x = Numbers.doubles(size, 1);
        nearest = new double[size];
    }

    @ParallelFor
    static void nearestBefore(double[] x, double[] nearest) {
        for (int i = 0; i < x.length; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < i; j++) {
                least = Math.min(least, Math.abs(x[i] - x[j]));
            }
            nearest[i] = least;
        }
    }

    private static double one(double[] x, int i) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < i; j++) {
            least = Math.min(least, Math.abs(x[i] - x[j]));
        }
        return least;
    }

    @Benchmark
    public double[] sequential() {
        nearestBefore(x, nearest);
        return nearest;
    }

    @Benchmark
    public double[] stream() {
        IntStream.range(0, size).parallel().forEach(i -> nearest[i] = one(x, i));
        return nearest;
    }

    @Benchmark
    public double[] executor(Workers workers) {
        workers.run(size, (lo, hi) -> {
            for (int i = lo; i < hi; i++) {
                nearest[i] = one(x, i);
            }
        });
        return nearest;
    }

    @Benchmark
    public double[] parfor(Scheduled on) {
        TriangularParallel.nearestBefore(on.team, x, nearest);
        return nearest;
    }
}
