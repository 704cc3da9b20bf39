package dev.parfor.runtime.soak;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What has happened, and what should not have. */
final class Counts {

    /** What is counted. */
    enum What {
        LOOPS("loops"),
        INNER_LOOPS("of them inside of other loops"),
        ITERATIONS("iterations"),
        COMPLETED("loops completed"),
        FAILED("loops failed, with the exception of the lowest iteration"),
        INJECTED("failures injected"),
        SUPPRESSED("failures of higher iterations that were suppressed exceptions"),
        EXITED("loops ended early by an iteration"),
        TOKEN("loops ended by a token"),
        DEADLINE("loops ended by a deadline"),
        INTERRUPTED("loops ended by an interrupt"),
        TEAM_CLOSED("loops ended by the end of their team"),
        IGNORED_INTERRUPTS("interrupts ignored, the flag kept"),
        REDUCTIONS("sums compared bit by bit"),
        ORDERED("loops with ordered blocks, in order"),
        TEAMS("teams opened and closed"),
        CLOSED_WHILE_USED("of them closed while loops ran");

        final String text;

        What(String text) {
            this.text = text;
        }
    }

    private final LongAdder[] numbers = new LongAdder[What.values().length];
    private final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();

    Counts() {
        Arrays.setAll(numbers, i -> new LongAdder());
    }

    void add(What what) {
        add(what, 1);
    }

    void add(What what, long number) {
        numbers[what.ordinal()].add(number);
    }

    long of(What what) {
        return numbers[what.ordinal()].sum();
    }

    /** Something happened that must not. */
    void violation(String text) {
        if (violations.size() < 100) {
            violations.add(text);
        }
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public String toString() {
        return Arrays.stream(What.values())
                .map(what -> String.format(Locale.ROOT, "| %s | %,d |", what.text, of(what)))
                .collect(Collectors.joining("\n"));
    }
}
