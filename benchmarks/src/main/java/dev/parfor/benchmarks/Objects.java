package dev.parfor.benchmarks;

import dev.parfor.Distinct;
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

/** Objects that are moved, one after the other: each is changed by its own iteration alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Objects {

    @Param({"30000", "1000000"})
    public int size;

    /** A particle in a box. */
    static final class Particle {
        double x;
        double y;
        double vx;
        double vy;

        Particle(double x, double y, double vx, double vy) {
            this.x = x;
            this.y = y;
            this.vx = vx;
            this.vy = vy;
        }

        void move(double dt) {
            double r = Math.sqrt(x * x + y * y + 0.01);
            vx -= dt * x / r;
            vy -= dt * y / r;
            x += dt * vx;
            y += dt * vy;
        }
    }

    private Particle[] particles;
    private double[] places;

    @Setup
    public void setUp() {
        double[] x = Numbers.doubles(size, 1);
        double[] y = Numbers.doubles(size, 2);
        particles = new Particle[size];
        for (int i = 0; i < size; i++) {
            particles[i] = new Particle(x[i], y[i], 0, 0);
        }
        places = new double[size];
    }

    @ParallelFor
    static void move(@Distinct("made one by one") Particle[] particles, double[] places, double dt) {
        for (int i = 0; i < particles.length; i++) {
            particles[i].move(dt);
            places[i] = particles[i].x;
        }
    }

    private static void one(Particle[] particles, double[] places, double dt, int i) {
        particles[i].move(dt);
        places[i] = particles[i].x;
    }

    @Benchmark
    public double[] sequential() {
        move(particles, places, 1e-6);
        return places;
    }

    @Benchmark
    public double[] stream() {
        IntStream.range(0, size).parallel().forEach(i -> one(particles, places, 1e-6, i));
        return places;
    }

    @Benchmark
    public double[] executor(Workers workers) {
        workers.run(size, (lo, hi) -> {
            for (int i = lo; i < hi; i++) {
                one(particles, places, 1e-6, i);
            }
        });
        return places;
    }

    @Benchmark
    public double[] parfor(Scheduled on) {
        ObjectsParallel.move(on.team, particles, places, 1e-6);
        return places;
    }
}
