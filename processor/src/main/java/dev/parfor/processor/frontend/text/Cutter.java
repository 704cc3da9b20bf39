package dev.parfor.processor.frontend.text;

import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stretch of source text at its {@link Edits}. Lines lose {@code indent} blanks each and end in {@code \n}. */
final class Cutter {

    private final Source source;
    private final Edits edits;
    private final boolean holes;
    private final int indent;

    private Cutter(Source source, Edits edits, boolean holes, int indent) {
        this.source = source;
        this.edits = edits;
        this.holes = holes;
        this.indent = indent;
    }

    /** The text of {@code range} without the indent that all its lines share. */
    static SourceText cut(Source source, Edits edits, Range range, boolean holes) {
        return new Cutter(source, edits, holes, source.indentOf(range)).cut(range);
    }

    SourceText cut(Range range) {
        return cut(range, true);
    }

    /** The text of an edit's own place, but for that edit. */
    SourceText inside(Range range) {
        return cut(range, false);
    }

    private SourceText cut(Range range, boolean asAWhole) {
        List<Piece> pieces = new ArrayList<>();
        int at = range.start();
        for (Edits.Edit edit : edits.startingIn(range)) {
            Range place = edit.range();
            boolean wanted = (holes || !edit.isHole()) && (asAWhole || !place.equals(range));
            if (wanted && place.start() >= at && place.end() <= range.end()) {
                add(pieces, verbatim(at, place.start()));
                edit.replacement().pieces(this).forEach(p -> add(pieces, p));
                at = place.end();
            }
        }
        add(pieces, verbatim(at, range.end()));
        return new SourceText(pieces);
    }

    private static void add(List<Piece> pieces, Piece piece) {
        if (!(piece instanceof Piece.Verbatim added)) {
            pieces.add(piece);
            return;
        }
        int last = pieces.size() - 1;
        if (last >= 0 && pieces.get(last) instanceof Piece.Verbatim before) {
            pieces.set(last, new Piece.Verbatim(before.text() + added.text()));
        } else if (!added.text().isEmpty()) {
            pieces.add(added);
        }
    }

    private Piece.Verbatim verbatim(int from, int to) {
        String text = source.text();
        StringBuilder out = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            char c = text.charAt(at++);
            if (c == '\r') {
                if (at < text.length() && text.charAt(at) == '\n') {
                    continue;
                }
                c = '\n';
            }
            out.append(c);
            for (int removed = 0;
                    c == '\n' && removed < indent && at < to && Source.isBlank(text.charAt(at));
                    removed++) {
                at++;
            }
        }
        return new Piece.Verbatim(out.toString());
    }
}
