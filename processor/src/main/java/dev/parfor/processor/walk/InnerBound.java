package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conjunct {@code index relation limit} of an inner loop's condition, the index on the left.
 *
 * @param step what the index gains in an iteration: towards the limit
 * @param before the conjuncts that are evaluated before it
 * @param alone it is all of the condition
 */
record InnerBound(
        Var index, Operator relation, Value.Num limit, Expr limitText, long step, List<Expr> before, boolean alone) {

    /** As part of a conjunction, behind another conjunct if there is one. */
    InnerBound in(Optional<Expr> first) {
        List<Expr> all = new ArrayList<>(before);
        first.ifPresent(e -> all.add(0, e));
        return new InnerBound(index, relation, limit, limitText, step, all, false);
    }
}
