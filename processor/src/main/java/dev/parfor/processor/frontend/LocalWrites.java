package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The assignments to local variables in a piece of IR; declarations with an initial value are none. */
final class LocalWrites extends IrScanner {

    private final Map<Var, List<Span>> places = new LinkedHashMap<>();

    private LocalWrites() {}

    static LocalWrites in(Expr e) {
        LocalWrites writes = new LocalWrites();
        writes.scan(e);
        return writes;
    }

    static LocalWrites in(Stmt s) {
        LocalWrites writes = new LocalWrites();
        writes.scan(s);
        return writes;
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** Where a variable is assigned. */
    List<Span> of(Var var) {
        return places.getOrDefault(var, List.of());
    }

    Optional<Span> firstOf(Var var) {
        return of(var).stream().findFirst();
    }

    private void write(Expr target, Span at) {
        if (target instanceof Expr.Local local) {
            places.computeIfAbsent(local.var(), v -> new ArrayList<>()).add(at);
        }
    }

    @Override
    public Void assign(Expr.Assign e) {
        write(e.target(), e.span());
        return super.assign(e);
    }

    @Override
    public Void compound(Expr.Compound e) {
        write(e.target(), e.span());
        return super.compound(e);
    }

    @Override
    public Void step(Expr.Step e) {
        write(e.target(), e.span());
        return super.step(e);
    }
}
