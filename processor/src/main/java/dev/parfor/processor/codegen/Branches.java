package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Span;
import java.util.LinkedHashSet;
import java.util.Set;

/** The statements of a text beside which a note can be left. */
final class Branches {

    private Branches() {}

    /** A note that has no place would be a wrong result. */
    static void require(Set<Span> places, SourceText text) {
        Set<Span> found = new LinkedHashSet<>();
        collect(text, found);
        if (!found.containsAll(places)) {
            throw new IllegalArgumentException("the text lacks a statement of the loop: " + places);
        }
    }

    private static void collect(SourceText text, Set<Span> found) {
        for (Piece piece : text.pieces()) {
            if (piece instanceof Piece.Then then) {
                found.add(then.at());
                collect(then.statement(), found);
            } else if (piece instanceof Piece.Place place) {
                collect(place.text(), found);
            } else if (piece instanceof Piece.Watched watched) {
                collect(watched.text(), found);
            } else if (piece instanceof Piece.PrivateCall call) {
                call.arguments().forEach(a -> collect(a, found));
            }
        }
    }
}
