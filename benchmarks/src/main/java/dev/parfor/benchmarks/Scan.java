package dev.parfor.benchmarks;

import dev.parfor.ParallelFor;
import java.util.Arrays;
import java.util.List;
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

/** Running sums: each iteration needs the one before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Scan {

    @Param({"300000", "10000000"})
    public int size;

    private double[] x;
    private double[] sums;

    @Setup
    public void setUp() {
        x = Numbers.doubles(size, 1);
        sums = new double[size];
    }

    @ParallelFor
    static void sums(double[] x, double[] sums) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
            sums[i] = sum;
        }
    }

    private static double sum(double[] x, int lo, int hi) {
        double sum = 0;
        for (int i = lo; i < hi; i++) {
            sum += x[i];
        }
        return sum;
    }

    private static void range(double[] x, double[] sums, double before, int lo, int hi) {
        double sum = before;
        for (int i = lo; i < hi; i++) {
            sum += x[i];
            sums[i] = sum;
        }
    }

    @Benchmark
    public double[] sequential() {
        sums(x, sums);
        return sums;
    }

    @Benchmark
    public double[] stream() {
        System.arraycopy(x, 0, sums, 0, size);
        Arrays.parallelPrefix(sums, Double::sum);
        return sums;
    }

    @Benchmark
    public double[] executor(Workers workers) {
        List<double[]> parts = workers.parts(size, (lo, hi) -> new double[] {lo, hi, sum(x, lo, hi)});
        double before = 0;
        for (double[] part : parts) {
            double own = part[2];
            part[2] = before;
            before += own;
        }
        workers.run(parts.size(), (lo, hi) -> {
            for (int p = lo; p < hi; p++) {
                double[] part = parts.get(p);
                range(x, sums, part[2], (int) part[0], (int) part[1]);
            }
        });
        return sums;
    }

    @Benchmark
    public double[] parfor(Scheduled on) {
        ScanParallel.sums(on.team, x, sums);
        return sums;
    }
}
