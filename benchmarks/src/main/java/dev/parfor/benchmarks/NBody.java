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

/** The pull of all bodies on each: an inner loop over everything. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class NBody {

    @Param({"300", "3000"})
    public int size;

    private double[] x;
    private double[] y;
    private double[] ax;
    private double[] ay;

    @Setup
    public void setUp() {
        x = Numbers.doubles(size, 1);
        y = Numbers.doubles(size, 2);
        ax = new double[size];
        ay = new double[size];
    }

    @ParallelFor
    static void attract(double[] x, double[] y, double[] ax, double[] ay) {
        for (int i = 0; i < x.length; i++) {
            double sx = 0;
            double sy = 0;
            for (int j = 0; j < x.length; j++) {
                double dx = x[j] - x[i];
                double dy = y[j] - y[i];
                double square = dx * dx + dy * dy + 1e-4;
                double pull = 1 / (square * Math.sqrt(square));
                sx += pull * dx;
                sy += pull * dy;
            }
            ax[i] = sx;
            ay[i] = sy;
        }
    }

    private static void body(double[] x, double[] y, double[] ax, double[] ay, int i) {
        double sx = 0;
        double sy = 0;
        for (int j = 0; j < x.length; j++) {
            double dx = x[j] - x[i];
            double dy = y[j] - y[i];
            double square = dx * dx + dy * dy + 1e-4;
            double pull = 1 / (square * Math.sqrt(square));
            sx += pull * dx;
            sy += pull * dy;
        }
        ax[i] = sx;
        ay[i] = sy;
    }

    @Benchmark
    public double[] sequential() {
        attract(x, y, ax, ay);
        return ax;
    }

    @Benchmark
    public double[] stream() {
        IntStream.range(0, size).parallel().forEach(i -> body(x, y, ax, ay, i));
        return ax;
    }

    @Benchmark
    public double[] executor(Workers workers) {
        workers.run(size, (lo, hi) -> {
            for (int i = lo; i < hi; i++) {
                body(x, y, ax, ay, i);
            }
        });
        return ax;
    }

    @Benchmark
    public double[] parfor(Scheduled on) {
        NBodyParallel.attract(on.team, x, y, ax, ay);
        return ax;
    }
}
