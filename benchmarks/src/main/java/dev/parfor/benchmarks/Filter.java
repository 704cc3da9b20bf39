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

/** Keeps the positive numbers, in order: where an element goes depends on all before it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Filter {

    @Param({"300000", "10000000"})
    public int size;

    private double[] x;
    private double[] kept;

    @Setup
    public void setUp() {
        x = Numbers.doubles(size, 1);
        kept = new double[size];
    }

    @ParallelFor
    static int positive(double[] x, double[] kept) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                kept[k++] = x[i];
            }
        }
        return k;
    }

    private static int count(double[] x, int lo, int hi) {
        int k = 0;
        for (int i = lo; i < hi; i++) {
            k += x[i] > 0 ? 1 : 0;
        }
        return k;
    }

    private static void range(double[] x, double[] kept, int from, int lo, int hi) {
        int k = from;
        for (int i = lo; i < hi; i++) {
            if (x[i] > 0) {
                kept[k++] = x[i];
            }
        }
    }

    private double[] result(int k) {
        return new double[] {k, kept[0], kept[Math.max(0, k / 2)], kept[Math.max(0, k - 1)]};
    }

    @Benchmark
    public double[] sequential() {
        return result(positive(x, kept));
    }

    @Benchmark
    public double[] stream() {
        double[] all = Arrays.stream(x).parallel().filter(v -> v > 0).toArray();
        System.arraycopy(all, 0, kept, 0, all.length);
        return result(all.length);
    }

    @Benchmark
    public double[] executor(Workers workers) {
        List<int[]> parts = workers.parts(size, (lo, hi) -> new int[] {lo, hi, count(x, lo, hi)});
        int before = 0;
        for (int[] part : parts) {
            int own = part[2];
            part[2] = before;
            before += own;
        }
        workers.run(parts.size(), (lo, hi) -> {
            for (int p = lo; p < hi; p++) {
                int[] part = parts.get(p);
                range(x, kept, part[2], part[0], part[1]);
            }
        });
        return result(before);
    }

    @Benchmark
    public double[] parfor(Scheduled on) {
        return result(FilterParallel.positive(on.team, x, kept));
    }
}
