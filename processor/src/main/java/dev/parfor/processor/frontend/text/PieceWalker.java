package dev.parfor.processor.frontend.text;

import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Var;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a cut text mentions, the parts of its pieces included. */
final class PieceWalker {

    private final Set<Var> locals = new LinkedHashSet<>();
    private boolean usesThis;

    private PieceWalker() {}

    static PieceWalker of(SourceText text) {
        PieceWalker walker = new PieceWalker();
        walker.walk(text);
        return walker;
    }

    /** In order of first use. */
    List<Var> locals() {
        return List.copyOf(locals);
    }

    boolean usesThis() {
        return usesThis;
    }

    private void walk(SourceText text) {
        for (Piece piece : text.pieces()) {
            if (piece instanceof Piece.LocalUse use) {
                locals.add(use.var());
            } else if (piece instanceof Piece.Self) {
                usesThis = true;
            } else if (piece instanceof Piece.Then then) {
                walk(then.statement());
            } else if (piece instanceof Piece.Place place) {
                walk(place.text());
            } else if (piece instanceof Piece.Watched watched) {
                walk(watched.text());
            } else if (piece instanceof Piece.Exit exit) {
                walk(exit.statement());
            } else if (piece instanceof Piece.PrivateGet get) {
                walk(get.receiver());
            } else if (piece instanceof Piece.PrivateSet set) {
                walk(set.receiver());
                walk(set.value());
            } else if (piece instanceof Piece.PrivateUpdate update) {
                walk(update.receiver());
                walk(update.value());
            } else if (piece instanceof Piece.PrivateCall call) {
                walk(call.receiver());
                call.arguments().forEach(this::walk);
            }
        }
    }
}
