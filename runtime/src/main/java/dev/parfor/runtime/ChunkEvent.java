package dev.parfor.runtime;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One chunk of a loop that several threads may run; off unless a recording asks for it by name. */
@Name("dev.parfor.Chunk")
@Label("Chunk of a Parallel Loop")
@Category("Parfor")
@StackTrace(false)
@Enabled(false)
final class ChunkEvent extends Event {

    @Label("Loop")
    String loop;

    @Label("File")
    String file;

    @Label("Line")
    int line;

    @Label("First Iteration")
    @Description("Counted from 0, whatever the loop's own index does")
    long first;

    @Label("Iterations")
    @Description("Of a loop that failed or was cancelled, not all of them may have run")
    long iterations;

    static boolean isRecorded() {
        return FlightRecorder.isInitialized() && new ChunkEvent().isEnabled();
    }

    static ChunkEvent start() {
        ChunkEvent event = new ChunkEvent();
        event.begin();
        return event;
    }

    void finish(LoopSite site, long first, long iterations) {
        end();
        if (shouldCommit()) {
            this.loop = site.method;
            this.file = site.file;
            this.line = site.line;
            this.first = first;
            this.iterations = iterations;
            commit();
        }
    }
}
