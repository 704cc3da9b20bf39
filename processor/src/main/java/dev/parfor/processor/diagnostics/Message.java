package dev.parfor.processor.diagnostics;

import dev.parfor.processor.ir.Span;

/**
 * A message, ready to be printed.
 *
 * @param at where it stands
 * @param text begins with the code in brackets; its first line can stand alone
 */
public record Message(Code code, Severity severity, Span at, String text) {

    /** The same as a warning, where the code is about a loop that can run sequentially instead; otherwise this message. */
    public Message softened() {
        return code.canBeWarning() && severity == Severity.ERROR
                ? new Message(
                        code,
                        Severity.WARNING,
                        at,
                        text + "\n" + (code == Code.PF101 ? Messages.UNCHANGED : Messages.SOFTENED))
                : this;
    }

    /** The first line, all that some tools show. */
    public String firstLine() {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /** {@code Vectors.java:8: error: [PF201] ...}: for tests and logs. */
    @Override
    public String toString() {
        String severityWord = severity.name().toLowerCase(java.util.Locale.ROOT);
        return at.file() + ":" + at.line() + ": " + severityWord + ": " + text;
    }
}
