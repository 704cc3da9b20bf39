package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Call;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Length;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Declare;
import dev.parfor.processor.random.Stmt.For;
import dev.parfor.processor.random.Stmt.Jump;
import java.util.ArrayList;
import java.util.List;

/** Draws work arrays that the caller lends: each iteration writes the same elements before it reads them, most often. */
final class LentForms {

    private final Scope scope;
    private final ExprGenerator expr;

    LentForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
    }

    List<Stmt> lent() {
        Var a = new Var(scope.pick("z", "z", "y"), Kind.INTS);
        Expr from = scope.<Expr>pick(of(0), of(0), of(1), local("k"), local("w"));
        List<Stmt> all = new ArrayList<>();
        if (scope.chance(6)) {
            all.add(Stmt.when(expr.condition(), new Jump("continue")));
        }
        Expr read;
        if (scope.chance(50)) {
            int cells = scope.between(1, 3);
            for (int c = 0; c < cells; c++) {
                Stmt write = new Assign(new Element(a, plus(from, c)), "=", expr.value(1));
                all.add(scope.chance(7) ? Stmt.when(expr.condition(), write) : write);
            }
            read = new Element(a, plus(from, scope.between(0, scope.chance(90) ? cells - 1 : cells)));
        } else {
            read = range(a, from, all);
        }
        if (scope.chance(20)) {
            Expr chosen = scope.<Expr>pick(from, plus(from, 1), new Binary("&", expr.value(1), of(1)));
            all.add(new Assign(new Element(a, chosen), scope.pick("=", "+="), expr.value(0)));
        }
        use(read, all);
        if (scope.chance(25)) {
            Var last = local(scope.fresh("last"));
            scope.after.add(new Declare(last.name(), Kind.INT, new Element(a, plus(from, scope.between(0, 2)))));
            scope.results.add(last);
        }
        return all;
    }

    /** Elements from one place on; the result is their sum, or one of them. */
    private Expr range(Var a, Expr from, List<Stmt> all) {
        Var j = local(scope.fresh("j"));
        Expr to = scope.<Expr>pick(plus(from, local("w")), plus(from, 3), new Length(a), local("m"));
        scope.readable.add(j);
        Stmt write = new Assign(new Element(a, j), "=", expr.value(1));
        scope.readable.remove(j);
        if (scope.chance(20)) {
            all.add(new Stmt.Eval(new Call(Helpers.FILL, List.of(a, from, to, expr.value(0)))));
        } else {
            For fill = For.upTo(j, to, Stmt.block(scope.chance(7) ? Stmt.when(expr.condition(), write) : write))
                    .from(from);
            all.add(scope.chance(20) ? fill.from(plus(to, -1)).to(">=", from).by(of(-1)) : fill);
        }
        if (scope.chance(30)) {
            return new Element(a, from);
        }
        Var q = local(scope.fresh("q"));
        Var t = local(scope.fresh("t"));
        all.add(new Declare(t.name(), Kind.INT, of(0)));
        Expr until = scope.chance(90) ? to : plus(to, 1);
        all.add(For.upTo(q, until, Stmt.block(new Assign(t, "+=", new Element(a, q))))
                .from(from));
        return t;
    }

    private void use(Expr read, List<Stmt> all) {
        Expr value = scope.chance(60) ? read : plus(read, expr.value(0));
        switch (scope.weighted(60, 20, 20)) {
            case 0 -> {
                Expr at = scope.chance(85) ? scope.index : expr.own();
                all.add(new Assign(new Element(new Var("x", Kind.INTS), at), scope.pick("=", "+="), value));
            }
            case 1 -> {
                Var sum = scope.counter("s", scope.between(-1, 3));
                scope.results.add(sum);
                all.add(new Assign(sum, scope.pick("+=", "-="), value));
            }
            default -> {
                Var k = scope.counter("k", 0);
                scope.results.add(k);
                Stmt kept = new Assign(new Element(new Var("x", Kind.INTS), new Expr.Bump(k, true, false)), "=", value);
                all.add(Stmt.when(new Binary(">", read, of(scope.between(0, 4))), kept));
            }
        }
    }
}
