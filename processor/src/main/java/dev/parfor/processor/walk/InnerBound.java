package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conjunct {@code index + offset relation limit} of an inner loop's condition, the index on the left: as it is at the beginning of an
 * iteration.
 *
 * @param offset what is compared less the index: 1 in {@code j + 1 < n}, -1 in {@code --j >= 0}
 * @param indexText what is compared with the limit
 * @param step what the index gains in an iteration: towards the limit
 * @param before the conjuncts that are evaluated before it
 * @param alone it is all of the condition
 */
record InnerBound(
        Var index,
        Poly offset,
        Operator relation,
        Value.Num limit,
        Expr indexText,
        Expr limitText,
        long step,
        List<Expr> before,
        boolean alone) {

    /** What is compared with the limit when the loop begins, as a value that wraps as the index does. */
    Value.Num start(State entry) {
        Value.Num start = (Value.Num) entry.locals.get(index);
        return new Value.Num(start.poly().plus(offset), start.type());
    }

    /** As part of a conjunction, behind another conjunct if there is one. */
    InnerBound in(Optional<Expr> first) {
        List<Expr> all = new ArrayList<>(before);
        first.ifPresent(e -> all.add(0, e));
        return new InnerBound(index, offset, relation, limit, indexText, limitText, step, all, false);
    }
}
