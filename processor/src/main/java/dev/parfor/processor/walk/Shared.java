package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import java.util.List;
import java.util.Optional;

/**
 * A field, cell, array or collection that the body only updates, by the variable that stands for a block's private one.
 *
 * @param var in the body that is walked, in place of {@code expression}
 * @param expression the field or cell, or the array or collection; evaluated before the loop, where it is the same
 * @param mentions the places of the text that {@code var} stands for
 * @param className of a collection: what it is guarded to be
 */
public record Shared(Var var, Expr expression, Kind kind, List<Span> mentions, Optional<String> className) {

    /** What blocks have a private one of. */
    public enum Kind {
        /** A field or cell. */
        PLACE,
        /** An array whose cells are updated at any index, or filled one after the other. */
        ARRAY,
        /** A collection, map, text or set of bits. */
        COLLECTION
    }

    public Shared {
        mentions = List.copyOf(mentions);
    }

    public Shared(Var var, Expr expression, boolean isArray, List<Span> mentions) {
        this(var, expression, isArray ? Kind.ARRAY : Kind.PLACE, mentions, Optional.empty());
    }

    /** Whether the private one is an object of its own. */
    public boolean isObject() {
        return kind != Kind.PLACE;
    }
}
