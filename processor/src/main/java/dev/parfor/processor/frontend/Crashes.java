package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A failure of ours as a reason to refuse a loop. */
public final class Crashes {

    /** As many frames as tell where it was. */
    private static final int FRAMES = 8;

    private Crashes() {}

    public static Refusal.Crash of(Throwable failure, Span at) {
        String frames = Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\nat " + frame)
                .collect(Collectors.joining());
        return new Refusal.Crash(at, failure + frames);
    }
}
