package dev.parfor.processor.frontend.text;

import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.TypeText;
import java.util.stream.Collectors;

/** Cut text with its pieces in guillemets. */
final class Printed {

    private Printed() {}

    static String of(SourceText text) {
        return text.pieces().stream().map(Printed::piece).collect(Collectors.joining());
    }

    private static String piece(Piece piece) {
        if (piece instanceof Piece.Verbatim verbatim) {
            return verbatim.text();
        } else if (piece instanceof Piece.TypeName name) {
            return "«T:" + of(name.type()) + "»";
        } else if (piece instanceof Piece.Self) {
            return "«self»";
        } else if (piece instanceof Piece.LocalUse use) {
            return "«" + use.var().name() + "»";
        } else if (piece instanceof Piece.Hole hole) {
            return "«loop " + hole.ordinal() + "»";
        } else if (piece instanceof Piece.Then then) {
            return "«then " + of(then.statement()) + "»";
        } else if (piece instanceof Piece.Place place) {
            return of(place.text());
        } else if (piece instanceof Piece.Exit exit) {
            return "«exit " + of(exit.statement()) + "»";
        } else if (piece instanceof Piece.PrivateGet get) {
            return "«get " + of(get.type()) + " " + get.field() + "(" + of(get.receiver()) + ")»";
        } else if (piece instanceof Piece.PrivateSet set) {
            return "«set " + of(set.type()) + " " + set.field() + "(" + of(set.receiver()) + ") = " + of(set.value())
                    + "»";
        } else if (piece instanceof Piece.PrivateUpdate update) {
            return "«update " + of(update.type()) + " " + update.field() + "(" + of(update.receiver()) + ") "
                    + update.operator() + " " + of(update.value()) + "»";
        } else if (piece instanceof Piece.PrivateCall call) {
            String arguments = call.arguments().stream().map(Printed::of).collect(Collectors.joining(", "));
            String parameters = call.parameters().stream().map(Printed::of).collect(Collectors.joining(", "));
            String thrown = call.thrown().isEmpty()
                    ? ""
                    : " throws " + call.thrown().stream().map(Printed::of).collect(Collectors.joining(", "));
            return "«call " + of(call.returns()) + " " + call.method().display() + "(" + parameters + ")" + thrown
                    + " on (" + of(call.receiver()) + ") with (" + arguments + ")»";
        }
        throw new AssertionError(piece);
    }

    static String of(TypeText type) {
        if (type instanceof TypeText.Declared declared) {
            String name = declared.packageName().isEmpty() ? "" : declared.packageName() + ".";
            String arguments = declared.arguments().stream().map(Printed::of).collect(Collectors.joining(", "));
            return name + String.join(".", declared.simpleNames()) + (arguments.isEmpty() ? "" : "<" + arguments + ">");
        } else if (type instanceof TypeText.ArrayOf array) {
            return of(array.element()) + "[]";
        } else if (type instanceof TypeText.Keyword keyword) {
            return keyword.name();
        } else if (type instanceof TypeText.TypeVariable variable) {
            return variable.name();
        } else if (type instanceof TypeText.Wildcard wildcard) {
            return "?"
                    + wildcard.upper().map(b -> " extends " + of(b)).orElse("")
                    + wildcard.lower().map(b -> " super " + of(b)).orElse("");
        }
        throw new AssertionError(type);
    }
}
