package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import java.util.LinkedHashSet;
import java.util.Set;

/** The local variables that an expression or statement mentions. */
final class LocalReads extends IrScanner {

    private final Set<Var> found = new LinkedHashSet<>();

    private LocalReads() {}

    static Set<Var> in(Expr e) {
        LocalReads reads = new LocalReads();
        reads.scan(e);
        return reads.found;
    }

    static Set<Var> in(Stmt s) {
        LocalReads reads = new LocalReads();
        reads.scan(s);
        return reads.found;
    }

    @Override
    public Void local(Expr.Local e) {
        found.add(e.var());
        return null;
    }
}
