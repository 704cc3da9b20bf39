package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Stmt;
import java.util.Set;

/** Tells bodies of a few operations from those with loops, calls or objects in them. */
final class CheapBody {

    private CheapBody() {}

    static boolean isCheap(LoopNest nest) {
        boolean[] cheap = {true};
        new IrScanner() {
            @Override
            protected void enter(Stmt s) {
                cheap[0] &= !(s instanceof Stmt.Loop || s instanceof Stmt.ForEach);
            }

            @Override
            protected void enter(Expr e) {
                boolean small = e instanceof Expr.Call c
                        && c.method().owner().equals("java.lang.Math")
                        && Set.of("abs", "max", "min", "fma", "sqrt", "signum")
                                .contains(c.method().name());
                cheap[0] &= !(e instanceof Expr.Call || e instanceof Expr.New || e instanceof Expr.NewArray) || small;
            }
        }.scan(nest.body());
        return cheap[0];
    }
}
