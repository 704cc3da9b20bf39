package dev.parfor.processor.diagnostics;

import dev.parfor.processor.ir.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a message under construction: a first line that can stand alone, without its code, and the lines under it.
 */
record Text(String head, List<String> lines) {

    private static final int LONGEST = 60;

    Text {
        lines = List.copyOf(lines);
    }

    static Text of(String head) {
        return new Text(head, List.of());
    }

    Text line(String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return new Text(head, more);
    }

    Text lines(List<String> added) {
        List<String> more = new ArrayList<>(lines);
        more.addAll(added);
        return new Text(head, more);
    }

    /** Adds {@code prefix + detail} if there is a detail. */
    Text detail(String prefix, String detail) {
        return detail.isBlank() ? this : line(prefix + detail);
    }

    /** A name or source text as messages quote it. */
    static String quote(String source) {
        return "`" + cut(source) + "`";
    }

    /** As much of a source text as a line of a message has room for. */
    static String cut(String source) {
        if (source.length() <= LONGEST) {
            return source;
        }
        int blank = source.lastIndexOf(' ', LONGEST - 4);
        return source.substring(0, blank > LONGEST / 2 ? blank : LONGEST - 4) + " ...";
    }

    /** {@code 1 check}, {@code 2 checks}. */
    static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    /** {@code line 8}, or {@code Other.java:8} where the message itself stands in another file. */
    static String place(Span span, Span message) {
        return span.file().equals(message.file()) ? "line " + span.line() : span.file() + ":" + span.line();
    }

    /** Pads the first column so that the second stands in line. */
    static List<String> table(List<List<String>> rows) {
        int width = rows.stream().mapToInt(row -> row.get(0).length()).max().orElse(0);
        return rows.stream()
                .map(row -> (row.get(0) + " ".repeat(width - row.get(0).length()) + "  " + row.get(1)).stripTrailing())
                .toList();
    }
}
