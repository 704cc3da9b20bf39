package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import java.util.List;
import java.util.Optional;

/**
 * A loop whose body is {@code ok = ok && e;} and nothing else. Once {@code ok} is false no iteration does anything, so the loop
 * might as well end: it is judged as {@code if (!(ok && e)) { ok = false; break; }}. Likewise with {@code ||} and true.
 */
public final class ShortCircuit {

    private ShortCircuit() {}

    /** The loop as it is judged; itself where it has another form, or the index can be seen to have stopped. */
    public static LoopNest asExit(LoopNest nest) {
        boolean seen = nest.header() instanceof LoopNest.Header.Counted h && !h.declaredInHeader();
        Optional<Expr.Assign> update =
                seen ? Optional.empty() : only(nest.body()).flatMap(ShortCircuit::update);
        return update.map(u -> nest.with(ending(u, nest.id()), nest.surroundings()))
                .orElse(nest);
    }

    /** The value of the variable at which {@link #asExit} lets the loop end, where it has changed the body. */
    public static Optional<Boolean> endsAt(LoopNest nest) {
        boolean changed = nest.body() instanceof Stmt.If test
                && test.then() instanceof Stmt.Block then
                && then.statements().size() == 2
                && then.statements().get(1) instanceof Stmt.Break out
                && out.span() == test.span();
        if (!changed) {
            return Optional.empty();
        }
        return Optional.of(!(((Stmt.If) nest.body()).condition() instanceof Expr.Unary));
    }

    private static Optional<Expr> only(Stmt body) {
        if (body instanceof Stmt.Block block) {
            return block.statements().size() == 1 ? only(block.statements().get(0)) : Optional.empty();
        }
        return body instanceof Stmt.Eval eval ? Optional.of(eval.expression()) : Optional.empty();
    }

    private static Optional<Expr.Assign> update(Expr e) {
        return e instanceof Expr.Assign a
                        && a.target() instanceof Expr.Local target
                        && target.type() == Type.Primitive.BOOLEAN
                        && a.value() instanceof Expr.Binary b
                        && (b.operator() == Operator.CONDITIONAL_AND || b.operator() == Operator.CONDITIONAL_OR)
                        && b.left() instanceof Expr.Local left
                        && left.var().equals(target.var())
                        && Spelling.mentions(b.right(), target.var()) == 0
                ? Optional.of(a)
                : Optional.empty();
    }

    private static Stmt ending(Expr.Assign update, int loop) {
        boolean and = ((Expr.Binary) update.value()).operator() == Operator.CONDITIONAL_AND;
        Var v = ((Expr.Local) update.target()).var();
        Expr condition = and
                ? new Expr.Unary(update.span(), Expr.Unary.Sign.NOT, update.value(), Type.Primitive.BOOLEAN)
                : update.value();
        Expr value = new Expr.Literal(update.span(), Type.Primitive.BOOLEAN, Optional.of(!and));
        Stmt set = new Stmt.Eval(
                update.span(),
                new Expr.Assign(update.span(), new Expr.Local(update.target().span(), v), value));
        Stmt then = new Stmt.Block(update.span(), List.of(set, new Stmt.Break(update.span(), loop)));
        return new Stmt.If(update.span(), condition, then, Optional.empty());
    }
}
