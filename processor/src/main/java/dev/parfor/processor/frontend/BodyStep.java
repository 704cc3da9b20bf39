package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A loop that has nothing in its header to step an index, whose body ends with it: {@code while (i < n) { ...; i++; }}. Behind
 * the step only updates of other variables may follow.
 *
 * @param position of the step in the body
 */
record BodyStep(int position, Expr step) {

    /** All statements that could be the step, the last one first. */
    static List<BodyStep> candidates(Stmt.Loop loop) {
        List<BodyStep> found = new ArrayList<>();
        if (!loop.updates().isEmpty() || !loop.testFirst()) {
            return found;
        }
        List<Stmt> statements = loop.body() instanceof Stmt.Block block ? block.statements() : List.of(loop.body());
        for (int i = statements.size() - 1; i >= 0; i--) {
            Optional<Expr> update = update(statements.get(i));
            if (update.isEmpty()) {
                break;
            }
            found.add(new BodyStep(i, update.get()));
        }
        return found;
    }

    /** {@code j++}, {@code j += 2}, {@code j = j + 2}: what cannot throw. */
    private static Optional<Expr> update(Stmt statement) {
        if (!(statement instanceof Stmt.Eval eval)) {
            return Optional.empty();
        }
        Expr e = eval.expression();
        boolean plain = e instanceof Expr.Step step && isPrimitiveLocal(step.target())
                || e instanceof Expr.Compound compound
                        && isPrimitiveLocal(compound.target())
                        && compound.operator() != Operator.DIVIDE
                        && compound.operator() != Operator.REMAINDER
                        && ExtrasChecks.isPlain(compound.value())
                || e instanceof Expr.Assign assign
                        && isPrimitiveLocal(assign.target())
                        && ExtrasChecks.isPlain(assign.value());
        return plain ? Optional.of(e) : Optional.empty();
    }

    private static boolean isPrimitiveLocal(Expr target) {
        return target instanceof Expr.Local local && local.type().isPrimitive();
    }

    /** Whether the statements behind the step would see another index if they ran before it. */
    boolean isSeenBehind(Stmt.Loop loop, Var index) {
        if (!(loop.body() instanceof Stmt.Block block)) {
            return false;
        }
        return block.statements().subList(position + 1, block.statements().size()).stream()
                .anyMatch(s -> LocalReads.in(s).contains(index)
                        || !LocalWrites.in(s).of(index).isEmpty());
    }

    /** The body without the step. */
    static Stmt without(Stmt body, int position) {
        List<Stmt> statements = new ArrayList<>(body instanceof Stmt.Block b ? b.statements() : List.of(body));
        statements.remove(position);
        return new Stmt.Block(body.span(), statements);
    }

    /** A {@code continue} of the loop itself: it would leave out the step. */
    static Optional<Span> leftOut(Stmt.Loop loop) {
        List<Span> found = new ArrayList<>();
        new IrScanner() {
            @Override
            public Void continueWith(Stmt.Continue s) {
                if (s.target() == loop.id()) {
                    found.add(s.span());
                }
                return null;
            }
        }.scan(loop.body());
        return found.stream().findFirst();
    }
}
