package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How long the arrays are that locals are declared with and keep: {@code double[] row = new double[n + 1]}. */
final class Lengths extends IrScanner {

    private final LocalWrites writes;
    private final Map<Var, Expr> lengths = new HashMap<>();

    private Lengths(LocalWrites writes) {
        this.writes = writes;
    }

    /** Of a method's body: only lengths that have one value wherever the array is known. */
    static Map<Var, Expr> in(Stmt body) {
        Lengths found = new Lengths(LocalWrites.in(body));
        found.scan(body);
        return found.lengths;
    }

    @Override
    public Void declare(Stmt.Declare s) {
        if (s.initializer().isPresent()
                && s.initializer().get() instanceof Expr.NewArray made
                && writes.of(s.var()).isEmpty()) {
            length(made).filter(this::isFixed).ifPresent(e -> lengths.put(s.var(), e));
        }
        return super.declare(s);
    }

    private static Optional<Expr> length(Expr.NewArray made) {
        return made.elements()
                .<Expr>map(all -> new Expr.Literal(made.span(), Type.Primitive.INT, Optional.of(all.size())))
                .or(() -> made.dimensions().stream().findFirst());
    }

    private boolean isFixed(Expr e) {
        if (e.type() != Type.Primitive.INT) {
            return false;
        }
        if (e instanceof Expr.Binary b) {
            boolean known = b.operator() == Operator.ADD
                    || b.operator() == Operator.SUBTRACT
                    || b.operator() == Operator.MULTIPLY;
            return known && isFixed(b.left()) && isFixed(b.right());
        }
        return e instanceof Expr.Literal
                || isFixedLocal(e)
                || e instanceof Expr.ArrayLength length && isFixedLocal(length.array());
    }

    private boolean isFixedLocal(Expr e) {
        return e instanceof Expr.Local local && writes.of(local.var()).isEmpty();
    }
}
