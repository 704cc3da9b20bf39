package dev.parfor.runtime;

import jdk.jfr.FlightRecorder;

/**
 * Tells Flight Recorder of loops, where there is one: the module {@code jdk.jfr} may be absent, and no class here but
 * {@link LoopEvent} and {@link ChunkEvent} needs it.
 *
 * <p>These two are not even loaded before somebody records, because they bring a hundred classes along.
 */
final class LoopEvents {

    private static final boolean PRESENT = isPresent();

    private LoopEvents() {}

    private static boolean isPresent() {
        try {
            Module jfr = Class.forName("jdk.jfr.FlightRecorder", false, LoopEvents.class.getClassLoader())
                    .getModule();
            return LoopEvents.class.getModule().canRead(jfr);
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    /** Whether there may be a recording. */
    private static boolean isStarted() {
        return PRESENT && FlightRecorder.isInitialized();
    }

    /** An event that has begun; {@code null} where nobody records. */
    static Object begin() {
        return isStarted() ? LoopEvent.beginIfRecording() : null;
    }

    static void region(
            Object event,
            LoopSite site,
            ChunkSource source,
            long first,
            long pieces,
            int threads,
            long busy,
            String why) {
        LoopEvent loop = (LoopEvent) event;
        loop.finish(site, first + source.count, source.schedule.name(), pieces, threads, busy, null, why);
    }

    static void serial(Object event, LoopSite site, long tripCount, String why) {
        ((LoopEvent) event).finish(site, tripCount, null, 1, 1, 0, why, null);
    }

    /** Whether chunks are recorded now. */
    static boolean wantsChunks() {
        return isStarted() && ChunkEvent.isRecorded();
    }

    static Object beginChunk() {
        return ChunkEvent.start();
    }

    static void chunk(Object event, LoopSite site, long first, long iterations) {
        ((ChunkEvent) event).finish(site, first, iterations);
    }
}
