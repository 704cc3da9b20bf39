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

/** Which of sixteen centres is nearest to each point. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class KMeans {

    @Param({"20000", "1000000"})
    public int size;

    private static final int CLUSTERS = 16;

    private double[] x;
    private double[] y;
    private double[] centerX;
    private double[] centerY;
    private int[] label;

    @Setup
    public void setUp() {
        x = Numbers.doubles(size, 1);
        y = Numbers.doubles(size, 2);
        centerX = Numbers.doubles(CLUSTERS, 3);
        centerY = Numbers.doubles(CLUSTERS, 4);
        label = new int[size];
    }

    @ParallelFor
    static void assign(double[] x, double[] y, double[] centerX, double[] centerY, int[] label) {
        for (int i = 0; i < x.length; i++) {
            label[i] = nearest(x[i], y[i], centerX, centerY);
        }
    }

    private static int nearest(double x, double y, double[] centerX, double[] centerY) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centerX.length; c++) {
            double dx = x - centerX[c];
            double dy = y - centerY[c];
            double distance = dx * dx + dy * dy;
            if (distance < least) {
                least = distance;
                nearest = c;
            }
        }
        return nearest;
    }

    @Benchmark
    public int[] sequential() {
        assign(x, y, centerX, centerY, label);
        return label;
    }

    @Benchmark
    public int[] stream() {
        IntStream.range(0, size).parallel().forEach(i -> label[i] = nearest(x[i], y[i], centerX, centerY));
        return label;
    }

    @Benchmark
    public int[] executor(Workers workers) {
        workers.run(size, (lo, hi) -> {
            for (int i = lo; i < hi; i++) {
                label[i] = nearest(x[i], y[i], centerX, centerY);
            }
        });
        return label;
    }

    @Benchmark
    public int[] parfor(Scheduled on) {
        KMeansParallel.assign(on.team, x, y, centerX, centerY, label);
        return label;
    }
}
