package dev.parfor.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What somebody who knows the matter writes by hand: a fixed pool of as many threads as processors, four chunks for each
 * thread, partial results combined in order.
 */
@State(Scope.Benchmark)
public class Workers {

    private static final int CHUNKS_PER_THREAD = 4;

    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    /** Iterations {@code lo} to {@code hi - 1}. */
    public interface Body {
        void run(int lo, int hi);
    }

    /** The result of iterations {@code lo} to {@code hi - 1}. */
    public interface Part<R> {
        R of(int lo, int hi);
    }

    public void run(int n, Body body) {
        parts(n, (lo, hi) -> {
            body.run(lo, hi);
            return lo;
        });
    }

    /** The results of the chunks, in order. */
    public <R> List<R> parts(int n, Part<R> part) {
        int chunks = Math.min(n, CHUNKS_PER_THREAD * threads);
        List<Future<R>> futures = new ArrayList<>(chunks);
        for (int c = 0; c < chunks; c++) {
            int lo = (int) ((long) n * c / chunks);
            int hi = (int) ((long) n * (c + 1) / chunks);
            futures.add(pool.submit(() -> part.of(lo, hi)));
        }
        List<R> results = new ArrayList<>(chunks);
        try {
            for (Future<R> future : futures) {
                results.add(future.get());
            }
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
        return results;
    }

    @TearDown
    public void close() {
        pool.shutdown();
    }
}
