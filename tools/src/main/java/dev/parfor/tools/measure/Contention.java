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
     * How calls fare on several threads at once.
     *
     * @param relativeSpeed of a call, on average; 1 if it is as fast as alone
     * @param processors that each thread had for itself
     */
    record Share(double relativeSpeed, double processors) {}

    /** @param aloneNanos what a call takes if nothing else runs */
    Share share(int threads, double aloneNanos, Calls calls) throws Throwable {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Callable<Timing>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Stopwatch.Call call = calls.make();
                tasks.add(() -> {
                    start.await();
                    return time(call);
                });
            }
            double speed = 0;
            double processors = 0;
            for (Future<Timing> timing : executor.invokeAll(tasks)) {
                speed += aloneNanos / timing.get().nanos() / threads;
                // the meter counts those of the whole process
                processors += timing.get().processors() / threads / threads;
            }
            return new Share(Math.min(1, speed), Math.min(1, processors));
        } catch (ExecutionException failure) {
            throw failure.getCause();
        } finally {
            executor.shutdownNow();
        }
    }

    private Timing time(Stopwatch.Call call) throws Exception {
        try {
            return stopwatch.time(call);
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }

    /** The speed of a computation that needs no memory, where each thread has one, relative to one alone on a processor. */
    double ofMachine(int threads) throws Throwable {
        Timing alone = stopwatch.time(Contention::compute);
        Share share = share(threads, alone.nanos(), () -> Contention::compute);
        return Math.min(share.relativeSpeed(), share.processors());
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
