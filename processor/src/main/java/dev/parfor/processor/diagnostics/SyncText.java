package dev.parfor.processor.diagnostics;

import static dev.parfor.processor.diagnostics.Text.place;
import static dev.parfor.processor.diagnostics.Text.quote;

import dev.parfor.processor.ir.Refusal.Sync;
import java.util.List;

/** Texts of the codes 42x: what is synchronized, and does not help or does not commute. */
final class SyncText {

    private SyncText() {}

    static Text of(Sync r, LoopLabel loop) {
        return Text.of(loop.notProved(cause(r))).lines(other(r)).line(wayOut(r));
    }

    private static List<String> other(Sync r) {
        return r.other()
                .filter(o -> !o.equals(r.at()))
                .map(o -> List.of("the other access: " + quote(o.text()) + "  " + place(o, r.at())))
                .orElse(List.of());
    }

    private static String cause(Sync r) {
        String subject = r.subject().isBlank() ? "the cell" : quote(r.subject());
        return switch (r.kind()) {
            case ORDER -> order(r.detail(), subject);
            case UNGUARDED ->
                r.detail().equals("two")
                        ? subject + " is accessed under two different locks, which do not exclude each other"
                        : subject + " is accessed without the lock that it is accessed under elsewhere";
            case OWN_LOCK -> subject + " may lock another object in each iteration";
            case WAITS -> waits(r.detail(), subject);
            case VALUE_USED -> "the value of " + subject + " tells how many iterations came before";
        };
    }

    private static String order(String detail, String subject) {
        return switch (detail) {
            case "last" -> "the last iteration to write " + subject + " under the lock wins";
            case "floating" -> "the rounding of " + subject + " depends on which iteration comes first";
            case "mixed" -> subject + " is updated by two operations, and which comes first shows";
            case "read" -> "what is read of " + subject + " under the lock depends on which iteration came before";
            case "check" -> subject + " is read and changed in two steps, and other iterations come between";
            case "function" -> "nothing is known of the function that updates " + subject;
            case "state" -> "iterations change " + subject + ", each whole, but in any order";
            default -> "the order of the operations on " + subject + " shows";
        };
    }

    private static String waits(String detail, String subject) {
        return switch (detail) {
            case "nested" -> "locks are taken in more than one order, which could end in a deadlock at " + subject;
            case "half" ->
                subject
                        + " is not given back where it was taken, in a `finally` right after it, whatever happens between";
            case "semaphore" -> subject + " is a semaphore, which may let several iterations in";
            default -> subject + " may wait for another iteration";
        };
    }

    private static String wayOut(Sync r) {
        return switch (r.kind()) {
            case ORDER ->
                switch (r.detail()) {
                    case "floating" -> "sum into a local variable: its order is fixed by the number of iterations";
                    case "check" ->
                        "use one operation that does both, such as `incrementAndGet`, and do not use its value";
                    default ->
                        "if the order does not matter, say why: @ParallelFor(trust = \"reason\"); else store results in an array, one cell for each iteration";
                };
            case UNGUARDED -> "make all accesses in the loop under one lock";
            case OWN_LOCK -> "lock one object that does not change while the loop runs: a final field or a parameter";
            case WAITS -> waitsOut(r.detail());
            case VALUE_USED ->
                "compute the number from the index; or, if any order will do, say why: @ParallelFor(trust = \"reason\")";
        };
    }

    private static String waitsOut(String detail) {
        return switch (detail) {
            case "nested" -> "take the locks in one order everywhere, or use one lock";
            case "half", "semaphore" ->
                "write `lock.lock(); try { ... } finally { lock.unlock(); }` with a `ReentrantLock`";
            default -> "let no iteration wait for what another one does; in the sequential loop it would wait for ever";
        };
    }
}
