package dev.parfor.runtime;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** One execution of one loop. Loops that {@code AUTO} runs without a second look, below some microseconds, have none. */
@Name("dev.parfor.Loop")
@Label("Parallel Loop")
@Category("Parfor")
@StackTrace(false)
final class LoopEvent extends Event {

    @Label("Loop")
    String loop;

    @Label("File")
    String file;

    @Label("Line")
    int line;

    @Label("Trip Count")
    long tripCount;

    @Label("Schedule")
    @Description("The rule that dealt out the chunks; none if the loop ran on its calling thread")
    String schedule;

    @Label("Chunks")
    long chunks;

    @Label("Threads")
    @Description("How many threads ran at least one chunk")
    int threads;

    @Label("Busy Time")
    @Description("Sum over the threads of the time spent in the loop")
    @Timespan(Timespan.NANOSECONDS)
    long busyTime;

    @Label("Fallback")
    @Description("Why the loop was not run in parallel")
    String fallback;

    @Label("Decision")
    @Description("Why AUTO ran the loop in parallel")
    String decision;

    static LoopEvent beginIfRecording() {
        LoopEvent event = new LoopEvent();
        if (!event.isEnabled()) {
            return null;
        }
        event.begin();
        return event;
    }

    void finish(
            LoopSite site,
            long tripCount,
            String schedule,
            long chunks,
            int threads,
            long busyTime,
            String fallback,
            String decision) {
        end();
        if (shouldCommit()) {
            this.loop = site.method;
            this.file = site.file;
            this.line = site.line;
            this.tripCount = site.iterations(tripCount);
            this.schedule = schedule;
            this.chunks = chunks;
            this.threads = threads;
            this.busyTime = busyTime;
            this.fallback = fallback;
            this.decision = decision;
            commit();
        }
    }
}
