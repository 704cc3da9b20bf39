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

/** Sums over random walks, each with numbers of its own: arithmetic and a reduction. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MonteCarlo {

    @Param({"20000", "500000"})
    public int size;

    private static final int STEPS = 16;

    @Setup
    public void setUp() {}

    @ParallelFor
    static double payoffs(int paths, int steps) {
        double sum = 0;
        for (int p = 0; p < paths; p++) {
            sum += walk(p, steps);
        }
        return sum;
    }

    private static double walk(int path, int steps) {
        long state = path * 0x9E3779B97F4A7C15L + 1;
        double price = 100;
        for (int s = 0; s < steps; s++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            price *= 1 + 0.02 * ((state >>> 11) * 0x1.0p-53 - 0.5);
        }
        return Math.max(0, price - 100);
    }

    private static double range(int lo, int hi) {
        double sum = 0;
        for (int p = lo; p < hi; p++) {
            sum += walk(p, STEPS);
        }
        return sum;
    }

    @Benchmark
    public double sequential() {
        return payoffs(size, STEPS);
    }

    @Benchmark
    public double stream() {
        return IntStream.range(0, size)
                .parallel()
                .mapToDouble(p -> walk(p, STEPS))
                .sum();
    }

    @Benchmark
    public double executor(Workers workers) {
        double sum = 0;
        for (double part : workers.parts(size, MonteCarlo::range)) {
            sum += part;
        }
        return sum;
    }

    @Benchmark
    public double parfor(Scheduled on) {
        return MonteCarloParallel.payoffs(on.team, size, STEPS);
    }
}
