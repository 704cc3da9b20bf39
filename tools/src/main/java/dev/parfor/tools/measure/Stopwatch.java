package dev.parfor.tools.measure;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Times calls in this very Java machine: warm-up, then the median of samples of about a millisecond or one call, whichever is longer. No fork, no protection against what the compiler has learned from
 * other calls: for numbers to publish there is JMH.
 */
final class Stopwatch {

    private static final int LEAST_SAMPLES = 3;
    private static final long SAMPLE_NANOS = 1_000_000;

    /** Where results go, so that computing them is not left out. */
    @SuppressWarnings("unused")
    private static volatile Object sink;

    /** What is read while the calls run; tests have one of their own. */
    interface Meters {
        long nanos();

        /** Bytes that all threads have allocated so far. */
        long allocated();

        /** Processor time of the process, in nanoseconds. */
        long processorNanos();
    }

    /** Something to time. */
    interface Call {
        Object run() throws Throwable;
    }

    private final Meters meters;
    private final long warmUpNanos;
    private final long nanos;

    Stopwatch(Meters meters, long warmUpMillis, long millis) {
        this.meters = meters;
        this.warmUpNanos = warmUpMillis * 1_000_000;
        this.nanos = millis * 1_000_000;
    }

    Timing time(Call call) throws Throwable {
        long begin = meters.nanos();
        long warm = 0;
        long elapsed;
        long lastCall;
        do {
            long start = meters.nanos();
            sink = call.run();
            long end = meters.nanos();
            warm++;
            lastCall = end - start;
            elapsed = end - begin;
        } while (elapsed < warmUpNanos);
        long batch = Math.max(1, SAMPLE_NANOS / Math.max(1, Math.min(lastCall, elapsed / warm)));
        return samples(call, batch);
    }

    private Timing samples(Call call, long batch) throws Throwable {
        DoubleStream.Builder times = DoubleStream.builder();
        long allocated = meters.allocated();
        long processor = meters.processorNanos();
        long begin = meters.nanos();
        long end = begin;
        int samples = 0;
        while (samples < LEAST_SAMPLES || end - begin < nanos) {
            long start = meters.nanos();
            for (long i = 0; i < batch; i++) {
                sink = call.run();
            }
            end = meters.nanos();
            times.add((double) (end - start) / batch);
            samples++;
        }
        double processors = (double) (meters.processorNanos() - processor) / Math.max(1, end - begin);
        double bytes = (double) (meters.allocated() - allocated) / (samples * (double) batch);
        return new Timing(median(times.build().toArray()), bytes, processors);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Those of this Java machine. */
    static Meters meters() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Meters() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public long allocated() {
                // -1 for a thread that has ended since
                return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                        .filter(b -> b > 0)
                        .sum();
            }

            @Override
            public long processorNanos() {
                return system.getProcessCpuTime();
            }
        };
    }
}
