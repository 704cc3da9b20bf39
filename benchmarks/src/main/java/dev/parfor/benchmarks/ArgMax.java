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

/** Where the greatest value stands, the first one if there are several. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ArgMax {

    @Param({"300000", "10000000"})
    public int size;

    private double[] x;

    @Setup
    public void setUp() {
        x = Numbers.doubles(size, 1);
    }

    @ParallelFor
    static int argMax(double[] x) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > most) {
                most = x[i];
                best = i;
            }
        }
        return best;
    }

    private static int range(double[] x, int lo, int hi) {
        int best = lo;
        for (int i = lo + 1; i < hi; i++) {
            if (x[i] > x[best]) {
                best = i;
            }
        }
        return best;
    }

    @Benchmark
    public int sequential() {
        return argMax(x);
    }

    @Benchmark
    public int stream() {
        return IntStream.range(0, x.length)
                .parallel()
                .reduce((i, j) -> x[j] > x[i] ? j : i)
                .orElse(-1);
    }

    @Benchmark
    public int executor(Workers workers) {
        int best = 0;
        for (int part : workers.parts(x.length, (lo, hi) -> range(x, lo, hi))) {
            best = x[part] > x[best] ? part : best;
        }
        return best;
    }

    @Benchmark
    public int parfor(Scheduled on) {
        return ArgMaxParallel.argMax(on.team, x);
    }
}
