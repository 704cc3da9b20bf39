package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Stmt;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** What of a body stands in lambdas, by identity: it runs when somebody calls them, if ever. */
record InLambdas(Set<Object> inside) {

    static InLambdas of(Stmt body) {
        Set<Object> inside = Collections.newSetFromMap(new IdentityHashMap<>());
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                if (e instanceof Expr.Lambda lambda) {
                    addAll(lambda.body(), inside);
                }
            }
        }.scan(body);
        return new InLambdas(inside);
    }

    private static void addAll(Stmt body, Set<Object> inside) {
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                inside.add(e);
            }

            @Override
            protected void enter(Stmt s) {
                inside.add(s);
            }
        }.scan(body);
    }

    boolean contains(Object expressionOrStatement) {
        return inside.contains(expressionOrStatement);
    }
}
