package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The body's text with variables in place of the fields and cells that blocks have private ones of.
 *
 * @param texts what stands for a place that a variable alone does not do for
 */
record PrivateNames(Map<Span, Var> names, Map<Span, SourceText> texts) {

    SourceText in(SourceText text) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : text.pieces()) {
            if (piece instanceof Piece.Place place && texts.containsKey(place.at())) {
                pieces.addAll(texts.get(place.at()).pieces());
            } else if (piece instanceof Piece.Place place && names.containsKey(place.at())) {
                pieces.addAll(renamed(names.get(place.at()), place.text()));
            } else {
                pieces.add(in(piece));
            }
        }
        return new SourceText(pieces);
    }

    private Piece in(Piece piece) {
        if (piece instanceof Piece.Place place) {
            return new Piece.Place(place.at(), in(place.text()));
        } else if (piece instanceof Piece.Watched watched) {
            return new Piece.Watched(watched.watch(), watched.at(), watched.field(), in(watched.text()));
        } else if (piece instanceof Piece.Then then) {
            return new Piece.Then(then.at(), in(then.statement()));
        } else if (piece instanceof Piece.Exit exit) {
            return new Piece.Exit(
                    exit.kind(), in(exit.statement()), exit.value().map(this::in));
        } else if (piece instanceof Piece.PrivateGet get) {
            return new Piece.PrivateGet(get.field(), get.type(), in(get.receiver()));
        } else if (piece instanceof Piece.PrivateSet set) {
            return new Piece.PrivateSet(set.field(), set.type(), in(set.receiver()), in(set.value()));
        } else if (piece instanceof Piece.PrivateUpdate update) {
            return new Piece.PrivateUpdate(
                    update.field(), update.type(), in(update.receiver()), update.operator(), in(update.value()));
        } else if (piece instanceof Piece.PrivateCall call) {
            return new Piece.PrivateCall(
                    call.method(),
                    call.returns(),
                    call.parameters(),
                    call.thrown(),
                    in(call.receiver()),
                    call.arguments().stream().map(this::in).toList());
        }
        return piece;
    }

    /** The variable, or the assignment to it where the text is a whole assignment to a private field. */
    private List<Piece> renamed(Var var, SourceText text) {
        Piece.LocalUse name = new Piece.LocalUse(var);
        List<Piece> pieces = new ArrayList<>();
        if (text.pieces().size() == 1 && text.pieces().get(0) instanceof Piece.PrivateSet set) {
            pieces.add(name);
            pieces.add(new Piece.Verbatim(" = "));
            pieces.addAll(in(set.value()).pieces());
        } else if (text.pieces().size() == 1 && text.pieces().get(0) instanceof Piece.PrivateUpdate update) {
            boolean steps = update.value().pieces().isEmpty();
            boolean prefix = steps && !update.operator().startsWith("x");
            String sign = update.operator().replace("x", "");
            pieces.add(prefix ? new Piece.Verbatim(sign) : name);
            pieces.add(prefix ? name : new Piece.Verbatim(steps ? sign : " " + sign + " "));
            pieces.addAll(in(update.value()).pieces());
        } else {
            pieces.add(name);
        }
        return pieces;
    }
}
