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

/** Long, equal iterations without memory traffic to speak of. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BlackScholes {

    @Param({"10000", "1000000"})
    public int size;

    private static final double RATE = 0.03;
    private static final double VOLATILITY = 0.2;

    private double[] strike;
    private double[] years;
    private double[] call;

    @Setup
    public void setUp() {
        strike = new double[size];
        years = new double[size];
        call = new double[size];
        for (int i = 0; i < size; i++) {
            strike[i] = 60 + i % 81;
            years[i] = (1 + i / 81 % 36) / 12.0;
        }
    }

    @ParallelFor
    static void price(double[] strike, double[] years, double[] call, double rate, double volatility) {
        for (int i = 0; i < call.length; i++) {
            call[i] = price(100, strike[i], years[i], rate, volatility);
        }
    }

    private static double price(double spot, double strike, double years, double rate, double volatility) {
        double spread = volatility * Math.sqrt(years);
        double d1 = (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * years) / spread;
        return spot * normal(d1) - strike * Math.exp(-rate * years) * normal(d1 - spread);
    }

    private static double normal(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double polynomial =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI) * polynomial;
        return x >= 0 ? 1 - tail : tail;
    }

    @Benchmark
    public double[] sequential() {
        price(strike, years, call, RATE, VOLATILITY);
        return call;
    }

    @Benchmark
    public double[] stream() {
        IntStream.range(0, size).parallel().forEach(i -> call[i] = price(100, strike[i], years[i], RATE, VOLATILITY));
        return call;
    }

    @Benchmark
    public double[] executor(Workers workers) {
        workers.run(size, (lo, hi) -> {
            for (int i = lo; i < hi; i++) {
                call[i] = price(100, strike[i], years[i], RATE, VOLATILITY);
            }
        });
        return call;
    }

    @Benchmark
    public double[] parfor(Scheduled on) {
        BlackScholesParallel.price(on.team, strike, years, call, RATE, VOLATILITY);
        return call;
    }
}
