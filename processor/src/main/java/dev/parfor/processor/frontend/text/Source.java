package dev.parfor.processor.frontend.text;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.parfor.processor.frontend.TypedTrees;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The raw text of a compilation unit and where its trees stand in it. */
final class Source {

    private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\u+([0-9a-fA-F]{4})");

    private final CompilationUnitTree unit;
    private final TypedTrees trees;
    private final String text;

    Source(CompilationUnitTree unit, TypedTrees trees) {
        this.unit = unit;
        this.trees = trees;
        this.text = trees.source(unit);
    }

    CompilationUnitTree unit() {
        return unit;
    }

    String text() {
        return text;
    }

    String text(Range range) {
        return text.substring(range.start(), range.end());
    }

    /** Where a tree stands; empty for trees that the compiler has made up, such as the type of {@code var}. */
    Optional<Range> range(Tree tree) {
        long start = trees.start(unit, tree);
        long end = trees.end(unit, tree);
        return start >= 0 && end > start && end <= text.length()
                ? Optional.of(new Range((int) start, (int) end))
                : Optional.empty();
    }

    /** Start of a tree, or -1. */
    int start(Tree tree) {
        return (int) trees.start(unit, tree);
    }

    /** Whether exactly {@code name} is written in {@code range}, unicode escapes aside. */
    boolean says(Range range, CharSequence name) {
        return decoded(range).contentEquals(name);
    }

    /** Whether {@code range} ends in {@code name}, unicode escapes aside. */
    boolean endsWith(Range range, CharSequence name) {
        return decoded(range).endsWith(name.toString());
    }

    private String decoded(Range range) {
        String raw = text(range);
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        Matcher m = UNICODE_ESCAPE.matcher(raw);
        return m.replaceAll(r -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(r.group(1), 16))));
    }

    int skipBlanks(int position) {
        int at = position;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The first position from {@code position} on that is neither blank nor in a comment. */
    int skipComments(int position) {
        int at = skipBlanks(position);
        while (true) {
            int end;
            if (text.startsWith("/*", at)) {
                end = text.indexOf("*/", at + 2) + 2;
            } else if (text.startsWith("//", at)) {
                end = nextLine(at);
            } else {
                return at;
            }
            at = skipBlanks(end);
        }
    }

    int skipBlanksBackwards(int position) {
        int at = position;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /**
     * The least number of blanks that the lines of {@code range} start with, empty lines aside. Lines inside text blocks
     * count, so that removing this many from every line leaves the meaning of text blocks alone.
     */
    int indentOf(Range range) {
        int indent = Integer.MAX_VALUE;
        int line = lineStart(range.start());
        while (line < range.end()) {
            int first = line;
            while (first < text.length() && isBlank(text.charAt(first))) {
                first++;
            }
            boolean empty = first >= text.length() || isLineEnd(text.charAt(first));
            if (!empty && (first < range.end() || line <= range.start())) {
                indent = Math.min(indent, first - line);
            }
            line = nextLine(first);
        }
        return indent == Integer.MAX_VALUE ? 0 : indent;
    }

    private int lineStart(int position) {
        int at = position;
        while (at > 0 && !isLineEnd(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private int nextLine(int position) {
        int at = position;
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return at + 1;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
