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

/** Rows that take very different times; {@code size * size} pixels. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Mandelbrot {

    @Param({"60", "600"})
    public int size;

    private static final int LIMIT = 500;

    private int[] steps;

    @Setup
    public void setUp() {
        steps = new int[size * size];
    }

    @ParallelFor
    static void draw(int[] steps, int width, int height, int limit) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                steps[y * width + x] = escape(3.0 * x / width - 2, 3.0 * y / height - 1.5, limit);
            }
        }
    }

    private static int escape(double re, double im, int limit) {
        double x = 0;
        double y = 0;
        int steps = 0;
        while (steps < limit && x * x + y * y <= 4) {
            double next = x * x - y * y + re;
            y = 2 * x * y + im;
            x = next;
            steps++;
        }
        return steps;
    }

    private static void row(int[] steps, int size, int y) {
        for (int x = 0; x < size; x++) {
            steps[y * size + x] = escape(3.0 * x / size - 2, 3.0 * y / size - 1.5, LIMIT);
        }
    }

    @Benchmark
    public int[] sequential() {
        draw(steps, size, size, LIMIT);
        return steps;
    }

    @Benchmark
    public int[] stream() {
        IntStream.range(0, size).parallel().forEach(y -> row(steps, size, y));
        return steps;
    }

    @Benchmark
    public int[] executor(Workers workers) {
        workers.run(size, (lo, hi) -> {
            for (int y = lo; y < hi; y++) {
                row(steps, size, y);
            }
        });
        return steps;
    }

    @Benchmark
    public int[] parfor(Scheduled on) {
        MandelbrotParallel.draw(on.team, steps, size, size, LIMIT);
        return steps;
    }
}
