package dev.parfor.tools.advise;

import dev.parfor.tools.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * The samples of a Flight Recorder file: where Java threads were when they were looked at, about every 10 to 20 milliseconds.
 * Equal stacks are kept once. Only frames in classes of the loops are of interest, but the others are cheap.
 */
final class Recording {

    private static final String SAMPLE = "jdk.ExecutionSample";

    /** A frame, as far as a loop can be found by it. */
    private record Frame(String type, int line) {}

    /**
     * How often a loop was seen running.
     *
     * @param samples with the loop anywhere on the stack: what it calls is part of it
     * @param own with no other loop further in
     */
    record Count(long samples, long own) {
        static final Count NONE = new Count(0, 0);

        Count plus(long n, boolean isOwn) {
            return new Count(samples + n, own + (isOwn ? n : 0));
        }
    }

    private final String name;
    private final Map<List<Frame>, Long> stacks;

    private Recording(String name, Map<List<Frame>, Long> stacks) {
        this.name = name;
        this.stacks = stacks;
    }

    static Recording read(Path file) {
        Map<List<Frame>, Long> stacks = new HashMap<>();
        Map<Frame, Frame> frames = new HashMap<>();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
                    stacks.merge(stack(event.getStackTrace(), frames), 1L, Long::sum);
                }
            }
        } catch (IOException wrong) {
            throw new UserError("cannot read the recording " + file + ": " + wrong.getMessage());
        }
        if (stacks.isEmpty()) {
            throw new UserError(
                    "the recording " + file + " has no execution samples; parfor record makes one that has");
        }
        return new Recording(file.getFileName().toString(), stacks);
    }

    private static List<Frame> stack(RecordedStackTrace trace, Map<Frame, Frame> frames) {
        List<Frame> stack = new ArrayList<>();
        for (RecordedFrame frame : trace.getFrames()) {
            if (frame.isJavaFrame()) {
                Frame plain = new Frame(frame.getMethod().getType().getName(), frame.getLineNumber());
                stack.add(frames.computeIfAbsent(plain, f -> f));
            }
        }
        return stack;
    }

    String name() {
        return name;
    }

    long samples() {
        return stacks.values().stream().mapToLong(n -> n).sum();
    }

    /** Each loop that was seen; a loop that is on one stack twice, by recursion, was running once. */
    Map<Loop, Count> counts(List<Loop> loops) {
        LoopIndex index = new LoopIndex(loops);
        Map<Loop, Count> counts = new IdentityHashMap<>();
        stacks.forEach((stack, times) -> {
            Set<Loop> running = new LinkedHashSet<>();
            for (Frame frame : stack) {
                running.addAll(index.at(frame.type(), frame.line()));
            }
            boolean isOwn = true;
            for (Loop loop : running) {
                counts.put(loop, counts.getOrDefault(loop, Count.NONE).plus(times, isOwn));
                isOwn = false;
            }
        });
        return counts;
    }
}
