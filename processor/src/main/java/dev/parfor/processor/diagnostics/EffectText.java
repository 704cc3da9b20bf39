package dev.parfor.processor.diagnostics;

import static dev.parfor.processor.diagnostics.Text.place;
import static dev.parfor.processor.diagnostics.Text.quote;

import dev.parfor.processor.ir.Refusal.Effect;
import dev.parfor.processor.ir.Span;
import java.util.List;
import java.util.Optional;

/** Texts of the codes 4xx. */
final class EffectText {

    private static final String ARGUMENT = "argument ";

    private EffectText() {}

    static Text of(Effect r, LoopLabel loop) {
        return Text.of(loop.notProved(cause(r)))
                .lines(calls(r))
                .detail("its object is of type ", isCalled(r) ? quoteIfAny(r.detail()) : "")
                .detail(
                        "its argument is of type ",
                        isHanded(r) ? quoteIfAny(r.detail().substring(ARGUMENT.length())) : "")
                .line(idiom(r).orElseGet(() -> wayOut(r)));
    }

    private static Optional<String> idiom(Effect r) {
        boolean changes = r.kind() == Effect.Kind.SHARED_STATE && !r.detail().equals("order");
        boolean cause = r.subject().equals("toString") && r.at().text().startsWith("new ");
        if (cause) {
            return Optional.of(Idioms.CAUSE);
        }
        return Idioms.insteadOf(r.subject())
                .or(() -> changes ? Idioms.insteadOfChanging(r.at().text()) : Optional.empty());
    }

    private static boolean isOfTheJdk(Effect r) {
        return r.kind() == Effect.Kind.UNKNOWN_METHOD && r.detail().equals("jdk");
    }

    private static String quoteIfAny(String name) {
        return name.isBlank() ? "" : quote(name);
    }

    /** Whether a method is called whose object may be of any class. */
    private static boolean isCalled(Effect r) {
        return r.kind() == Effect.Kind.VIRTUAL && !isHanded(r);
    }

    /** Whether a method of the library is handed an object that may be of any class. */
    private static boolean isHanded(Effect r) {
        return r.kind() == Effect.Kind.VIRTUAL && r.detail().startsWith(ARGUMENT);
    }

    private static String cause(Effect r) {
        String subject = r.subject().isBlank() ? "a call" : quote(r.subject());
        return switch (r.kind()) {
            case UNKNOWN_METHOD ->
                isOfTheJdk(r)
                        ? subject + " is not among the methods of the JDK that Parfor knows"
                        : "nothing is known of what " + subject + " does";
            case VIRTUAL ->
                isHanded(r)
                        ? subject + " may call its argument, and what that does is known at run time only"
                        : "which " + subject + " runs is known at run time only";
            case DEPTH -> depth(r.detail(), subject);
            case FUNCTION -> "what the function object behind " + subject + " does is not followed";
            case OUTSIDE_WORLD -> subject + " acts on the world outside the program, in iteration order";
            case SYNCHRONIZATION -> synchronization(r.detail(), subject);
            case THREAD -> subject + " depends on the thread that runs it";
            case SHARED_STATE -> sharedState(r.detail(), subject);
            case CLASS_INITIALIZER -> "the first use of " + subject + " may run its class initializer";
        };
    }

    private static String depth(String detail, String subject) {
        return switch (detail) {
            case "work" -> "the body and the methods that it calls are too large to follow";
            case "header" -> "what its header calls throws an exception, or is too large to follow";
            default -> "the calls from " + subject + " nest too deep to follow";
        };
    }

    private static String synchronization(String detail, String subject) {
        return switch (detail) {
            case "volatile" -> "field " + subject + " is volatile, and the order of its accesses could show";
            default -> subject + " synchronizes with other threads, and in which order could show";
        };
    }

    private static String sharedState(String detail, String subject) {
        return switch (detail) {
            case "order" -> "the order of the calls of " + subject + " may show";
            case "hidden" -> subject + " uses a state that all iterations share";
            case "refuted" -> "iterations change " + subject + ", which they share";
            default -> "iterations change " + subject + ", which they may share";
        };
    }

    /** The calls that lead from the one that the message stands at to the subject. */
    private static List<String> calls(Effect r) {
        return r.calledFrom().stream()
                .filter(span -> !span.equals(r.at()))
                .map(span -> called(span, r.at()))
                .toList();
    }

    private static String called(Span call, Span at) {
        return "by way of " + quote(call.text()) + "  " + place(call, at);
    }

    private static String wayOut(Effect r) {
        String subject = quote(r.subject());
        return switch (r.kind()) {
            case UNKNOWN_METHOD, DEPTH ->
                "if no other iteration can notice the call, "
                        + (isOfTheJdk(r)
                                ? "put it into a method of your own and say why on that"
                                : "say why on the method")
                        + ": @Pure(\"reason\")";
            case VIRTUAL ->
                isHanded(r)
                        ? "hand over a string, a number, or another value of a final class of the library"
                        : "make the method or its class final; or say, on the method or on the parameter, why no implementation has effects: @Pure(\"reason\")";
            case FUNCTION ->
                "write its body in the loop; or say why it has no effects where it is declared: @Pure(\"reason\")";
            case OUTSIDE_WORLD ->
                "store the results in an array, and do " + subject
                        + " in a second loop; or, if any order will do, say why: " + "@ParallelFor(trust = \"reason\")";
            case SYNCHRONIZATION ->
                "for a total use a local variable and `+=`; for results an array, one cell for each iteration";
            case THREAD -> "compute it once before the loop, and use the value inside";
            case SHARED_STATE ->
                r.detail().equals("order")
                        ? "if it does not, say so: @ThreadSafe(value = \"reason\", orderMatters = false)"
                        : "store the results in an array, one cell for each iteration, and move them after the loop";
            case CLASS_INITIALIZER -> "use the class once before the loop, or make its static fields constants";
        };
    }
}
