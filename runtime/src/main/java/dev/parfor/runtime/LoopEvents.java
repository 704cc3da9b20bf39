package dev.parfor.runtime;

/**
 * Tells Flight Recorder of loops, where there is one: the module {@code jdk.jfr} may be absent, and no class here but
 * {@link LoopEvent} and {@link ChunkEvent} mentions it.
 */
final class LoopEvents {

    private static final boolean PRESENT = isPresent();

    private LoopEvents() {}

    private static boolean isPresent() {
        try {
            Class.forName("jdk.jfr.FlightRecorder", false, LoopEvents.class.getClassLoader());
            return LoopEvents.class
                    .getModule()
                    .canRead(ModuleLayer.boot().findModule("jdk.jfr").orElseThrow());
        } catch (ClassNotFoundException | LinkageError | java.util.NoSuchElementException absent) {
            return false;
        }
    }

    /** An event that has begun; {@code null} where nobody records. */
    static Object begin() {
        return PRESENT ? LoopEvent.beginIfRecording() : null;
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
        return PRESENT && ChunkEvent.isRecorded();
    }

    static Object beginChunk() {
        return ChunkEvent.start();
    }

    static void chunk(Object event, LoopSite site, long first, long iterations) {
        ((ChunkEvent) event).finish(site, first, iterations);
    }
}
