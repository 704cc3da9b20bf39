package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;

/** Whether a method computes something from what it is given and reads, and does nothing else: a quick look, not a proof. */
final class PlainCode {

    private PlainCode() {}

    static boolean is(Bodies.MethodBody body) {
        boolean[] plain = {true};
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                boolean writes = e instanceof Expr.Assign a && !(a.target() instanceof Expr.Local)
                        || e instanceof Expr.Compound c && !(c.target() instanceof Expr.Local)
                        || e instanceof Expr.Step s && !(s.target() instanceof Expr.Local);
                boolean calls = e instanceof Expr.Call c && !isMath(c)
                        || e instanceof Expr.New
                        || e instanceof Expr.Binary b && b.operator() == Operator.CONCATENATE;
                plain[0] &= !writes && !calls && !(e instanceof Expr.Unreadable);
            }

            @Override
            protected void enter(Stmt s) {
                plain[0] &= !(s instanceof Stmt.Synchronized || s instanceof Stmt.Unreadable);
            }
        }.scan(body.body());
        return plain[0];
    }

    private static boolean isMath(Expr.Call call) {
        return call.method().owner().equals("java.lang.Math");
    }
}
