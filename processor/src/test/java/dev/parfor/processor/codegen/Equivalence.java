package dev.parfor.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.Team;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Runs a variant against its original: the same result, arrays and exception, bit by bit. */
final class Equivalence {

    static final int[] SIZES = {0, 1, 2, 7, 1000, 100_000};

    private final Compiled classes;
    private final String className;
    private final String method;

    Equivalence(Compiled classes, String className, String method) {
        this.classes = classes;
        this.className = className;
        this.method = method;
    }

    /** What a call did: its result or exception, and what became of its arguments. */
    private record Outcome(Object result, String thrown, Object[] arguments) {
        boolean sameAs(Outcome other) {
            return thrown.equals(other.thrown)
                    && Arrays.deepEquals(new Object[] {result}, new Object[] {other.result})
                    && Arrays.deepEquals(unpacked(arguments), unpacked(other.arguments));
        }
    }

    private static Object[] unpacked(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(a -> a instanceof List<?> list ? list.toArray() : a)
                .toArray();
    }

    /** All sizes; the function makes equal but new arguments at each call. */
    void onAllSizes(IntFunction<Object[]> arguments) {
        for (int size : SIZES) {
            on("size " + size, null, () -> arguments.apply(size));
        }
    }

    /** @param receiver of an instance method; its state is not compared */
    void on(String what, Object receiver, java.util.function.Supplier<Object[]> arguments) {
        Object[] forOriginal = arguments.get();
        Outcome expected = outcome(forOriginal, () -> classes.call(className, method, receiver, forOriginal));
        Object[] forShared = arguments.get();
        compare(what + ", shared team", expected, receiver, forShared, null);
        for (int threads : new int[] {1, 2, 3, 7}) {
            try (Team team = Team.of(threads)) {
                compare(what + ", " + threads + " threads", expected, receiver, arguments.get(), team);
                for (Schedule schedule : Schedule.values()) {
                    for (int chunk : new int[] {0, 1, 64}) {
                        Team view = chunk == 0 ? team.withSchedule(schedule) : team.withSchedule(schedule, chunk);
                        compare(
                                what + ", " + threads + " threads, " + schedule + ", chunk " + chunk,
                                expected,
                                receiver,
                                arguments.get(),
                                view);
                    }
                }
            }
        }
    }

    private void compare(String what, Outcome expected, Object receiver, Object[] arguments, Team team) {
        List<Object> all = new ArrayList<>();
        if (team != null) {
            all.add(team);
        }
        if (receiver != null) {
            all.add(receiver);
        }
        all.addAll(Arrays.asList(arguments));
        Outcome actual = outcome(arguments, () -> classes.call(className + "Parallel", method, null, all.toArray()));
        assertThat(actual.sameAs(expected))
                .as("%s: %s %s, expected %s %s", what, actual.result, actual.thrown, expected.result, expected.thrown)
                .isTrue();
    }

    private interface Action {
        Object run() throws Throwable;
    }

    private static Outcome outcome(Object[] arguments, Action action) {
        try {
            return new Outcome(action.run(), "", arguments);
        } catch (Throwable thrown) {
            // the JVM's own text names variables
            String message = thrown instanceof NullPointerException ? "" : ": " + thrown.getMessage();
            return new Outcome(null, thrown.getClass().getName() + message, arguments);
        }
    }
}
