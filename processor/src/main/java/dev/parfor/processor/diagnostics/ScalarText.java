package dev.parfor.processor.diagnostics;

import static dev.parfor.processor.diagnostics.Text.place;
import static dev.parfor.processor.diagnostics.Text.quote;

import dev.parfor.processor.ir.Refusal.Scalar;

/** Texts of the codes 3xx. */
final class ScalarText {

    private ScalarText() {}

    static Text of(Scalar r, LoopLabel loop) {
        String cause = cause(r);
        Text text = Text.of(r.isRefutation() ? loop.mustStay(cause) : loop.notProved(cause));
        return r.other()
                .map(span -> text.line(otherIs(r.kind()) + quote(span.text()) + "  " + place(span, r.at())))
                .orElse(text)
                .line(wayOut(r));
    }

    private static String cause(Scalar r) {
        String variable = quote(r.variable());
        return switch (r.kind()) {
            case CARRIED -> variable + " brings a value from one iteration into another";
            case PARTIAL_VALUE_USED -> variable + " is used before it is complete";
            case CONVERSION ->
                "each step of " + variable + " computes in " + quote(r.detail()) + " and converts the result back";
            case STRICT_FLOATING ->
                variable + " is a floating-point sum or product, and `floating = STRICT` forbids to reorder it";
            case ORDERED -> variable + " collects its parts in iteration order";
            case BOXED ->
                variable + " is an object, of type " + quote(r.detail().replace("java.lang.", ""))
                        + ", and each step makes a new one";
            case SHORT_CIRCUIT -> "an update of " + variable + " skips the evaluation of something with effects";
            case CONDITIONAL_LAST_VALUE -> variable + " is read after the loop, and only some iterations write it";
        };
    }

    private static String otherIs(Scalar.Kind kind) {
        return switch (kind) {
            case CARRIED -> "written by ";
            case PARTIAL_VALUE_USED -> "accumulated by ";
            case CONDITIONAL_LAST_VALUE -> "read after the loop by ";
            case CONVERSION, STRICT_FLOATING, ORDERED, BOXED, SHORT_CIRCUIT -> "see also ";
        };
    }

    private static String primitive(String box) {
        return switch (box) {
            case "java.lang.Integer" -> "`int`";
            case "java.lang.Long" -> "`long`";
            case "java.lang.Double" -> "`double`";
            case "java.lang.Float" -> "`float`";
            case "java.lang.Boolean" -> "`boolean`";
            case "java.lang.Short" -> "`short`";
            case "java.lang.Byte" -> "`byte`";
            case "java.lang.Character" -> "`char`";
            default -> "a variable of a primitive type";
        };
    }

    private static String wayOut(Scalar r) {
        String variable = quote(r.variable());
        return switch (r.kind()) {
            case CARRIED -> "if each iteration is meant to have its own " + variable + ", declare it inside the loop";
            case PARTIAL_VALUE_USED -> "use " + variable + " after the loop only; running totals have an order";
            case CONVERSION -> "accumulate in a variable of the wider type and convert once, after the loop";
            case STRICT_FLOATING ->
                "without STRICT the order is fixed by the number of iterations: the same bits on any number of threads";
            case ORDERED -> "append the parts to a `StringBuilder`, one for the whole loop: `text.append(part)`";
            case BOXED -> "declare " + variable + " as " + primitive(r.detail());
            case SHORT_CIRCUIT -> "if it may be evaluated in every iteration, use `&` or `|` in place of `&&` or `||`";
            case CONDITIONAL_LAST_VALUE ->
                "to find the last hit, take the maximum of the hits: `if (hit) last = Math.max(last, i);`";
        };
    }
}
