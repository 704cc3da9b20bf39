package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Refusal.Shape;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether it makes no difference that what a header does beside counting is done elsewhere: the other initializers before the
 * index is set, the other updates at the end of the body.
 */
final class ExtrasChecks {

    private ExtrasChecks() {}

    /** Why it does make one. */
    static List<Refusal> check(Stmt.Loop loop, HeaderExtras extras, Var index, Expr start) {
        List<Refusal> refusals = new ArrayList<>();
        for (int position : extras.initializers()) {
            Stmt initializer = loop.initializers().get(position);
            boolean moved = position > extras.start() && extras.start() >= 0;
            if (LocalReads.in(initializer).contains(index)
                    || (moved
                            && (!(isPlain(start) || isPlain(initializer)) || writesWhatItReads(initializer, start)))) {
                refusals.add(header(initializer.span()));
            }
        }
        for (int position : extras.updates()) {
            Expr update = loop.updates().get(position);
            boolean moved = position > extras.step();
            if (moved && LocalReads.in(update).contains(index)) {
                refusals.add(header(update.span()));
            }
        }
        if (!extras.updates().isEmpty() && (continues(loop) || !DefiniteAssignment.completes(loop.body()))) {
            refusals.add(header(loop.updates().get(extras.updates().get(0)).span()));
        }
        return refusals;
    }

    /** A variable of the loop's own: it does not matter whether it is set before or after something that throws. */
    private static boolean isPlain(Stmt initializer) {
        return initializer instanceof Stmt.Declare d
                && d.initializer().map(ExtrasChecks::isPlain).orElse(true);
    }

    private static Refusal header(Span at) {
        return new Shape(Shape.Kind.HEADER, at, at.text(), Optional.empty());
    }

    /** Whether an expression has no effects, never throws, and reads nothing but locals. */
    static boolean isPlain(Expr e) {
        if (e instanceof Expr.Literal || e instanceof Expr.Local) {
            return e.type().isPrimitive();
        }
        if (e instanceof Expr.Unary unary) {
            return isPlain(unary.operand());
        }
        if (e instanceof Expr.Cast cast) {
            return cast.type().isPrimitive() && isPlain(cast.operand());
        }
        return e instanceof Expr.Binary binary
                && binary.operator() != Operator.CONCATENATE
                && (binary.operator() != Operator.DIVIDE && binary.operator() != Operator.REMAINDER
                        || binary.type().isFloating())
                && isPlain(binary.left())
                && isPlain(binary.right());
    }

    private static boolean writesWhatItReads(Stmt initializer, Expr start) {
        LocalWrites writes = LocalWrites.in(initializer);
        return LocalReads.in(start).stream().anyMatch(v -> writes.firstOf(v).isPresent());
    }

    private static boolean continues(Stmt.Loop loop) {
        boolean[] found = {false};
        new IrScanner() {
            @Override
            public Void continueWith(Stmt.Continue s) {
                found[0] |= s.target() == loop.id();
                return null;
            }
        }.scan(loop.body());
        return found[0];
    }
}
