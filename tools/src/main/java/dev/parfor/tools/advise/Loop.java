package dev.parfor.tools.advise;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.parfor.processor.advice.Advice.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * A line of the processor's advice, as {@code -Aparfor.advise} writes it.
 *
 * @param type qualified name of the top-level class
 * @param where {@code Vectors.dot}, without the package
 * @param loop the header, whitespace folded
 * @param depth 0 for a loop that stands in no other of its method
 * @param annotation what to write before the loop's variable or its method; empty for a loop that is not parallel
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Loop(
        String file,
        String type,
        int line,
        int column,
        int lastLine,
        String where,
        String loop,
        int depth,
        Verdict verdict,
        String rests,
        String annotation,
        List<Reason> reasons) {

    Loop {
        type = type == null ? "" : type;
        reasons = List.copyOf(reasons);
    }

    /** Why it is not parallel. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reason(String code, String kind, int line, int column, String source, String text, List<Access> accesses) {

        Reason {
            accesses = accesses == null ? List.of() : List.copyOf(accesses);
        }

        String firstLine() {
            return Loop.firstLine(text);
        }
    }

    /** One of two accesses that meet or may meet; {@code access} is {@code read} or {@code write}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Access(String access, int line, int column, String source) {}

    Loop inFile(String name) {
        return new Loop(name, type, line, column, lastLine, where, loop, depth, verdict, rests, annotation, reasons);
    }

    /** The line to write, annotation and header; empty where the loop is not parallel. */
    String marked() {
        if (annotation.startsWith("for (") && loop.startsWith("for (")) {
            return annotation + loop.substring("for (".length());
        }
        return annotation;
    }

    /** The words of {@link Verdict}. */
    static String words(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
