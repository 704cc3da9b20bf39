package dev.parfor.processor.diagnostics;

import static dev.parfor.processor.diagnostics.Text.quote;

import dev.parfor.processor.ir.Refusal.Crash;
import dev.parfor.processor.ir.Refusal.Misuse;
import java.util.List;

/** Texts of the codes 8xx and 9xx: never a statement about a loop. */
final class MisuseText {

    private MisuseText() {}

    static Text of(Misuse r) {
        String name = detailIs(r.kind());
        return Text.of(head(r)).detail(name, name.isEmpty() ? "" : r.detail()).line(wayOut(r));
    }

    static Text of(Crash r, LoopLabel loop) {
        List<String> trace = r.exception().lines().toList();
        String first = trace.isEmpty() ? "no message" : trace.get(0).strip();
        return Text.of("Parfor itself failed at " + loop + ": " + first)
                .lines(trace.stream().skip(1).toList())
                .line("the defect is Parfor's; this says nothing about the loop")
                .line("a report that helps: this message, the method, and the version of the JDK");
    }

    private static String head(Misuse r) {
        String subject = quote(r.subject());
        return switch (r.kind()) {
            case NEGATIVE_CHUNK -> subject + " is not a size of a chunk";
            case UNKNOWN_OPTION -> "there is no option " + subject;
            case OPTION_VALUE -> "option " + subject + " does not take this value";
            case EMPTY_REASON -> subject + " gives no reason";
            case ASSERTION_PLACE -> subject + " means nothing here";
            case NAME_CLASH -> "the name " + subject + " of a generated class is taken";
            case SIGNATURE_CLASH -> "two variants would have the signature " + subject;
            case PRIVATE_TYPE -> "type " + subject + modifier(r) + ": the generated class cannot name it";
            case UNREACHABLE_MEMBER -> subject + modifier(r) + ": the generated class cannot reach it";
            case FOREIGN_COMPILER -> "this compiler gives no access to the source: Parfor needs javac";
            case HARNESS_INPUT -> "no input can be made for " + subject;
            case HARNESS_VARIANTS -> subject + " has no variants to test";
            case HARNESS_ACCESS -> "the harness cannot call " + subject;
            case HARNESS_LIBRARY -> "the harness needs a library that is not on the class path: " + r.subject();
            case HARNESS_FACTORY -> "nothing is made by " + subject;
        };
    }

    private static String modifier(Misuse r) {
        return r.detail().isBlank() ? "" : " is " + quote(r.detail());
    }

    /** How the detail is called under the first line; empty where it stands in that line, or nowhere. */
    private static String detailIs(Misuse.Kind kind) {
        return switch (kind) {
            case UNKNOWN_OPTION -> "options: ";
            case OPTION_VALUE, ASSERTION_PLACE -> "expected: ";
            case NAME_CLASH, SIGNATURE_CLASH -> "also: ";
            case HARNESS_INPUT -> "argument of: ";
            case HARNESS_ACCESS -> "because: ";
            case HARNESS_FACTORY -> "expected: ";
            case NEGATIVE_CHUNK,
                    EMPTY_REASON,
                    PRIVATE_TYPE,
                    UNREACHABLE_MEMBER,
                    FOREIGN_COMPILER,
                    HARNESS_VARIANTS,
                    HARNESS_LIBRARY -> "";
        };
    }

    private static String wayOut(Misuse r) {
        return switch (r.kind()) {
            case NEGATIVE_CHUNK -> "a positive number, or 0 for a size that is chosen at run time";
            case UNKNOWN_OPTION -> "remove it, or correct its name";
            case OPTION_VALUE -> "use one of the values that it takes";
            case EMPTY_REASON -> "say why it holds: the reason is listed with every loop that rests on it";
            case ASSERTION_PLACE -> "remove it, or move it to what it is meant for";
            case NAME_CLASH -> "rename the class that has the name";
            case SIGNATURE_CLASH -> "give one of them another name: @ParallelFor(name = \"other\")";
            case PRIVATE_TYPE -> "leave out `private`: package-private is enough";
            case UNREACHABLE_MEMBER -> "call a method of your own class that does it";
            case FOREIGN_COMPILER -> "let javac compile the classes that have marked loops";
            case HARNESS_INPUT ->
                "make one in the harness class: `static " + r.subject() + " any(int size, Random random)`";
            case HARNESS_VARIANTS -> "mark a loop of it with `@ParallelFor`, and compile it with the processor";
            case HARNESS_ACCESS -> "make it visible to the package of the harness class";
            case HARNESS_LIBRARY -> "add it to the dependencies of the tests or benchmarks";
            case HARNESS_FACTORY -> "remove it, or give it the name or the type of what it is to make";
        };
    }
}
