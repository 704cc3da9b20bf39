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

/** A box blur along the rows of a picture of {@code size * size} pixels in one array. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Blur {

    @Param({"250", "1500"})
    public int size;

    /** Not a constant, which compilers would unroll in those forms alone that know it. */
    private int radius = 3;

    private int[] in;
    private int[] out;

    @Setup
    public void setUp() {
        in = Numbers.ints(size * size, 256, 1);
        out = new int[size * size];
    }

    @ParallelFor
    static void blur(int[] in, int[] out, int width, int height, int radius) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int k = -radius; k <= radius; k++) {
                    sum += in[y * width + clamp(x + k, width)];
                }
                out[y * width + x] = sum / (2 * radius + 1);
            }
        }
    }

    private static int clamp(int position, int size) {
        return Math.max(0, Math.min(size - 1, position));
    }

    private static void row(int[] in, int[] out, int width, int radius, int y) {
        for (int x = 0; x < width; x++) {
            int sum = 0;
            for (int k = -radius; k <= radius; k++) {
                sum += in[y * width + clamp(x + k, width)];
            }
            out[y * width + x] = sum / (2 * radius + 1);
        }
    }

    @Benchmark
    public int[] sequential() {
        blur(in, out, size, size, radius);
        return out;
    }

    @Benchmark
    public int[] stream() {
        IntStream.range(0, size).parallel().forEach(y -> row(in, out, size, radius, y));
        return out;
    }

    @Benchmark
    public int[] executor(Workers workers) {
        workers.run(size, (lo, hi) -> {
            for (int y = lo; y < hi; y++) {
                row(in, out, size, radius, y);
            }
        });
        return out;
    }

    @Benchmark
    public int[] parfor(Scheduled on) {
        BlurParallel.blur(on.team, in, out, size, size, radius);
        return out;
    }
}
