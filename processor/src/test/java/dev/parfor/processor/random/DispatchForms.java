package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;

import dev.parfor.processor.random.Expr.Call;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Field;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Declare;
import java.util.ArrayList;
import java.util.List;

/** Draws calls of methods that subclasses override, of elements and of objects that stay or change. */
final class DispatchForms {

    private final Scope scope;
    private final ExprGenerator expr;

    DispatchForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
    }

    List<Stmt> dispatch() {
        List<Stmt> all = new ArrayList<>();
        Expr object = receiver();
        if (scope.chance(40)) {
            Var chosen = new Var(scope.fresh("o"), Kind.THING);
            Expr other = receiver();
            boolean made = scope.chance(15);
            all.add(new Declare(
                    chosen.name(),
                    Kind.THING,
                    made
                            ? new Expr.NewThing()
                            : scope.chance(50) ? object : new Expr.Choice(expr.condition(), object, other)));
            object = chosen;
        }
        int count = scope.between(1, 2);
        for (int k = 0; k < count; k++) {
            all.add(call(object));
        }
        if (scope.chance(10)) {
            Expr cell = new Element(scope.pick(scope.things), scope.index);
            all.add(
                    scope.between(0, all.size()),
                    new Assign(cell, "=", scope.chance(50) ? receiver() : new Expr.NewThing()));
        }
        return all;
    }

    private Expr receiver() {
        return switch (scope.weighted(55, 30, 10, 5)) {
            case 0 -> new Element(scope.pick(scope.things), scope.index);
            case 1 -> new Var("other", Kind.THING);
            case 2 -> new Element(scope.pick(scope.things), of(scope.between(0, 2)));
            default -> new Element(scope.pick(scope.things), plus(scope.index, 1));
        };
    }

    private Stmt call(Expr object) {
        Expr cell = new Element(scope.target(), expr.own());
        return switch (scope.weighted(35, 20, 20, 15, 10)) {
            case 0 -> new Assign(cell, scope.pick("=", "+="), new Call(Helpers.RATE, List.of(object, expr.value(1))));
            case 1 -> new Assign(cell, "=", new Call(Helpers.TWICE, List.of(object, expr.value(1))));
            case 2 -> new Stmt.Eval(new Call(Helpers.KEEP, List.of(object, expr.value(1))));
            case 3 -> new Stmt.Eval(new Call(Helpers.BOTH, List.of(object, expr.value(1))));
            default -> new Assign(new Field(object, "total", Kind.INT), scope.pick("=", "+="), expr.value(1));
        };
    }
}
