package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A failure of ours as a reason to refuse a loop. */
public final class Crashes {

    /** As many frames as tell where it was. */
    private static final int FRAMES = 8;

    private Crashes() {}

    /** Runs a step; where it fails by a fault of ours, {@code otherwise} has the say. What javac stops itself by goes through. */
    public static <T> T guard(Supplier<T> step, Function<Throwable, T> otherwise) {
        try {
            return step.get();
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError failure) {
            return otherwise.apply(failure);
        }
    }

    public static Refusal.Crash of(Throwable failure, Span at) {
        String frames = Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\nat " + frame)
                .collect(Collectors.joining());
        return new Refusal.Crash(at, failure + frames);
    }
}
