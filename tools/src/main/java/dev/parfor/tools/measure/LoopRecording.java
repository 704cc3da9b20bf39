package dev.parfor.tools.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What the runtime's own Flight Recorder events say of some calls.
 *
 * @param callNanos what the calls took in sum
 * @param loopNanos what their loops took in sum, as far as they have events
 * @param imbalance the share of the threads' time in loops in which they had nothing to do
 * @param alone the share of loops that ran on the calling thread
 * @param fallback why, of the last such loop; empty if none did, or no reason was given
 */
record LoopRecording(double callNanos, double loopNanos, double imbalance, double alone, String fallback) {

    private static final String EVENT = "dev.parfor.Loop";

    /** The share of the calls' time outside of their loops. */
    double outside() {
        return Math.max(0, 1 - loopNanos / callNanos);
    }

    static LoopRecording of(int calls, Stopwatch.Call call) throws Throwable {
        Path file = Files.createTempFile("parfor", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(EVENT).withoutThreshold();
            recording.start();
            // the first one pays for the start of the recorder
            call.run();
            long start = System.nanoTime();
            for (int i = 0; i < calls; i++) {
                call.run();
            }
            long elapsed = System.nanoTime() - start;
            recording.stop();
            recording.dump(file);
            List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                    .filter(e -> e.getEventType().getName().equals(EVENT))
                    .sorted((a, b) -> a.getStartTime().compareTo(b.getStartTime()))
                    .toList();
            int perCall = events.size() / (calls + 1);
            return of(elapsed, events.subList(Math.min(events.size(), perCall), events.size()));
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    private static LoopRecording of(long callNanos, List<RecordedEvent> events) {
        double loops = 0;
        double offered = 0;
        double busy = 0;
        int alone = 0;
        String fallback = "";
        for (RecordedEvent event : events) {
            double nanos = event.getDuration().toNanos();
            int threads = event.getInt("threads");
            loops += nanos;
            if (threads < 2) {
                alone++;
                String why = event.getString("fallback");
                fallback = why == null ? "" : why;
            } else {
                offered += nanos * threads;
                busy += event.getDuration("busyTime").toNanos();
            }
        }
        return new LoopRecording(
                callNanos,
                loops,
                offered == 0 ? 0 : Math.max(0, 1 - busy / offered),
                // loops too small for an event run where they are
                events.isEmpty() ? 1 : (double) alone / events.size(),
                fallback);
    }
}
