package dev.parfor.processor.diagnostics;

import static dev.parfor.processor.diagnostics.Text.place;
import static dev.parfor.processor.diagnostics.Text.quote;

import dev.parfor.processor.ir.Refusal.Effect;
import dev.parfor.processor.ir.Span;
import java.util.List;

/** Texts of the codes 4xx. */
final class EffectText {

    private EffectText() {}

    static Text of(Effect r, LoopLabel loop) {
        return Text.of(loop.notProved(cause(r)))
                .lines(calls(r))
                .detail("technically: ", r.detail())
                .line(Idioms.insteadOf(r.subject()).orElseGet(() -> wayOut(r)));
    }

    private static String cause(Effect r) {
        String subject = quote(r.subject());
        return switch (r.kind()) {
            case UNKNOWN_METHOD -> "nothing is known of what " + subject + " does";
            case VIRTUAL -> "which method runs at " + subject + " is known at run time only";
            case DEPTH -> "the calls from " + subject + " nest too deep to follow, or it calls itself";
            case FUNCTION -> "what " + subject + " does is not followed";
            case OUTSIDE_WORLD -> subject + " acts on the world outside the program, in iteration order";
            case SYNCHRONIZATION -> subject + " synchronizes with other threads, and the order could show";
            case THREAD -> subject + " depends on the thread that runs it";
            case SHARED_STATE -> subject + " changes an object that iterations share";
            case CLASS_INITIALIZER -> "the first use of " + subject + " may run its class initializer";
        };
    }

    /** The call that the message stands at, and those that lead there from the loop. */
    private static List<String> calls(Effect r) {
        return r.calledFrom().stream()
                .filter(span -> !span.equals(r.at()))
                .map(span -> called(span, r.at()))
                .toList();
    }

    private static String called(Span call, Span at) {
        return "called by " + quote(call.text()) + "  " + place(call, at);
    }

    private static String wayOut(Effect r) {
        String subject = quote(r.subject());
        return switch (r.kind()) {
            case UNKNOWN_METHOD, DEPTH ->
                "if no other iteration can notice the call, say why on the method: @Pure(\"reason\")";
            case VIRTUAL ->
                "make the method or its class final; or say why no implementation has effects: @Pure(\"reason\")";
            case FUNCTION ->
                "write its body in the loop; or say why it has no effects where it is declared: @Pure(\"reason\")";
            case OUTSIDE_WORLD -> "store the results in an array, and do " + subject + " in a second loop";
            case SYNCHRONIZATION ->
                "for a total use a local variable and `+=`; for results an array, one cell for each iteration";
            case THREAD -> "compute it once before the loop, and use the value inside";
            case SHARED_STATE ->
                "store the results in an array, one cell for each iteration, and move them after the loop";
            case CLASS_INITIALIZER -> "use the class once before the loop, or make its static fields constants";
        };
    }
}
