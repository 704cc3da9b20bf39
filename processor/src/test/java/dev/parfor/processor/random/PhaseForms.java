package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.For;
import java.util.ArrayList;
import java.util.List;

/** Draws two or three loops to make parallel in one method: arrays, sums and indices go from one to the next. */
final class PhaseForms {

    private final Scope scope;
    private final ExprGenerator expr;
    private final Var between;
    private final Var sum;

    PhaseForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
        this.between = new Var(scope.fresh("between"), Kind.INTS);
        this.sum = scope.counter("s", scope.between(0, 3));
    }

    List<Stmt> phases() {
        boolean own = scope.chance(60);
        Expr made = own ? new Expr.NewArray(plus(scope.bound, scope.pick(0, 1, 2))) : scope.target();
        scope.before.add(new Stmt.Declare(between.name(), Kind.INTS, made));
        Var first = local(scope.fresh("f"));
        List<Stmt> filled = new ArrayList<>();
        filled.add(new Assign(new Element(between, first), "=", read(first)));
        if (scope.chance(60)) {
            filled.add(step(first));
        }
        if (scope.chance(20)) {
            filled.add(0, Stmt.when(new Binary("<", read(first), of(2)), new Stmt.Jump("continue")));
        }
        scope.before.add(For.upTo(first, scope.bound, new Stmt.Block(filled)).mark());
        if (scope.chance(30)) {
            Var last = local(scope.fresh("l"));
            Expr cell = new Element(new Var("y", Kind.INTS), last);
            Expr value = scope.chance(50) ? plus(sum, new Element(between, last)) : new Element(between, last);
            scope.after.add(For.upTo(last, scope.bound, Stmt.block(new Assign(cell, scope.pick("=", "+="), value)))
                    .mark());
        }
        scope.results.add(sum);
        return second();
    }

    private Expr read(Var index) {
        Expr cell = new Element(scope.array(), index);
        return scope.chance(50) ? cell : plus(cell, scope.between(-3, 3));
    }

    private Stmt step(Var index) {
        Expr value = read(index);
        return switch (scope.weighted(50, 30, 20)) {
            case 0 -> new Assign(sum, scope.pick("+=", "-="), value);
            case 1 -> Stmt.when(new Binary(">", value, sum), new Assign(sum, "=", value));
            default -> Stmt.when(new Binary("==", value, of(3)), new Assign(sum, "=", index));
        };
    }

    private List<Stmt> second() {
        Expr i = scope.index;
        Expr handed = new Element(between, scope.weighted(60, 20, 20) == 0 ? i : scope.<Expr>pick(plus(i, 1), of(0)));
        Expr cell = new Element(scope.chance(75) ? scope.target() : between, i);
        List<Stmt> all = new ArrayList<>();
        switch (scope.weighted(35, 25, 20, 20)) {
            case 0 -> all.add(new Assign(cell, scope.pick("=", "+="), plus(handed, sum)));
            case 1 -> {
                Var total = scope.counter("t", 0);
                scope.results.add(total);
                all.add(new Assign(total, "+=", new Binary("*", handed, scope.chance(70) ? sum : i)));
            }
            case 2 ->
                all.add(Stmt.when(
                        new Binary(">", handed, scope.chance(50) ? sum : of(2)), new Assign(cell, "=", handed)));
            default -> all.add(new Assign(new Element(scope.array(), new Binary("&", handed, of(7))), "+=", of(1)));
        }
        if (scope.chance(25)) {
            all.add(new Assign(sum, "+=", expr.value(1)));
        }
        return all;
    }
}
