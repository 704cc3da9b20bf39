package dev.parfor.tools.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How much slower calls get where several threads, which share no data, make them at once: what they then share is the machine. */
final class Contention {

    private final Stopwatch stopwatch;

    Contention(Stopwatch stopwatch) {
        this.stopwatch = stopwatch;
    }

    /** A call for a thread of its own. */
    interface Calls {
        Stopwatch.Call make() throws Throwable;
    }

    /**
     * The mean speed of a call on so many threads at once, relative to its speed alone; 1 at most.
     *
     * @param aloneNanos what a call takes if nothing else runs
     */
    double relativeSpeed(int threads, double aloneNanos, Calls calls) throws Throwable {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Callable<Double>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Stopwatch.Call call = calls.make();
                tasks.add(() -> {
                    start.await();
                    return time(call);
                });
            }
            double sum = 0;
            for (Future<Double> nanos : executor.invokeAll(tasks)) {
                sum += aloneNanos / nanos.get();
            }
            return Math.min(1, sum / threads);
        } catch (ExecutionException failure) {
            throw failure.getCause();
        } finally {
            executor.shutdownNow();
        }
    }

    private double time(Stopwatch.Call call) throws Exception {
        try {
            return stopwatch.time(call).nanos();
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }

    /** The same for a computation that needs no memory. */
    double ofMachine(int threads) throws Throwable {
        return threads < 2
                ? 1
                : relativeSpeed(threads, stopwatch.time(Contention::compute).nanos(), () -> Contention::compute);
    }

    private static Object compute() {
        long x = 88172645463325252L;
        for (int i = 0; i < 50_000; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }
}
