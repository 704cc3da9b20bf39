package dev.parfor.processor.ir;

/**
 * A place in the user's source: where a message goes and what it quotes.
 *
 * @param file simple name of the source file
 * @param line 1-based; 0 where there is no place
 * @param text the source text of the expression or statement, whitespace folded to single blanks
 * @param node the frontend's number of the tree at this place, or -1; opaque to everybody else
 */
public record Span(String file, int line, int column, String text, int node) {

    /** No place: for values that tests build by hand. */
    public static final Span NONE = new Span("", 0, 0, "", -1);

    /** A place with nothing but a text, for tests. */
    public static Span of(String text) {
        return new Span("", 0, 0, text, -1);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * line + column) + node;
    }
}
