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
 * @param relation {@code !=} only until it is known on which side of the limit the index begins
 * @param step what the index gains in an iteration: towards the limit; 0 where that is no number
 * @param untilEqual the loop ends where the two are equal, and the index surely gets there
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
        boolean untilEqual,
        List<Expr> before,
        boolean alone) {

    /** What is compared with the limit when the loop begins, as a value that wraps as the index does. */
    Value.Num start(State entry) {
        Value.Num start = (Value.Num) entry.locals.get(index);
        return new Value.Num(start.poly().plus(offset), start.type());
    }

    /** The same with an order instead of {@code !=}. */
    InnerBound ordered() {
        return new InnerBound(
                index,
                offset,
                step > 0 ? Operator.LESS : Operator.GREATER,
                limit,
                indexText,
                limitText,
                step,
                true,
                before,
                alone);
    }

    /** As part of a conjunction, behind another conjunct if there is one. */
    InnerBound in(Optional<Expr> first) {
        List<Expr> all = new ArrayList<>(before);
        first.ifPresent(e -> all.add(0, e));
        return new InnerBound(index, offset, relation, limit, indexText, limitText, step, untilEqual, all, false);
    }
}
