package dev.parfor.processor.advice;

import dev.parfor.processor.ir.Span;
import java.util.List;

/**
 * One loop and what was found out about it.
 *
 * @param file as the compiler names it
 * @param type qualified name of the top-level class that it stands in
 * @param at the loop statement; its text is the header
 * @param lastLine of the loop's text
 * @param where {@code Vectors.dot}
 * @param depth 0 for a loop that stands in no other of its method
 * @param reasons none of a parallel loop: worst first otherwise
 * @param rests what a parallel loop rests on, guards and assertions, in words
 * @param annotation what to write before the loop's variable, or before its method; empty for a loop that is not parallel
 * @param microseconds what reading and judging it took
 */
public record Advice(
        String file,
        String type,
        Span at,
        int lastLine,
        String where,
        int depth,
        Verdict verdict,
        List<Reason> reasons,
        String rests,
        String annotation,
        long microseconds) {

    public Advice {
        reasons = List.copyOf(reasons);
    }

    /** What is decided about a loop. */
    public enum Verdict {
        PROVED,
        GUARDED,
        TRUSTED,
        /** Two iterations meet. */
        REFUTED,
        NOT_PROVED,
        /** Of a form that is not judged: no count of iterations, or code that could not be read. */
        NOT_READ,
        /** In a constructor, an initializer or a function, which get no variants. */
        NO_PLACE;

        public boolean isParallel() {
            return this == PROVED || this == GUARDED || this == TRUSTED;
        }
    }

    /**
     * Why a loop is not parallel.
     *
     * @param code {@code PF201}
     * @param kind the kind of refusal, for tables
     * @param at where it lies
     * @param text the whole message; its first line can stand alone
     * @param accesses the two that meet or may meet, as they stand in the loop; empty where the reason is another
     */
    public record Reason(String code, String kind, Span at, String text, List<Access> accesses) {

        public Reason {
            accesses = List.copyOf(accesses);
        }

        public String firstLine() {
            int end = text.indexOf('\n');
            return end < 0 ? text : text.substring(0, end);
        }
    }

    /** One of two accesses to memory. */
    public record Access(boolean isWrite, Span at) {}
}
