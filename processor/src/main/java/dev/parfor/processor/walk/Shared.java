package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import java.util.List;

/**
 * A field, cell or whole array that the body only updates, by the variable that stands for a block's private one.
 *
 * @param var in the body that is walked, in place of {@code expression}
 * @param expression the field or cell, or the array; evaluated before the loop, where it is the same
 * @param isArray whether it is an array whose cells are updated at any index
 * @param mentions the places of the text that {@code var} stands for
 */
public record Shared(Var var, Expr expression, boolean isArray, List<Span> mentions) {
    public Shared {
        mentions = List.copyOf(mentions);
    }
}
