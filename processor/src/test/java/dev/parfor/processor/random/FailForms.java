package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Declare;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws loops of which some iterations fail, each in its way, before and after they have written; the lowest one counts. */
final class FailForms {

    private final Scope scope;
    private final BodyGenerator bodies;
    private final ExprGenerator expr;

    FailForms(Scope scope, BodyGenerator bodies, ExprGenerator expr) {
        this.scope = scope;
        this.bodies = bodies;
        this.expr = expr;
    }

    List<Stmt> failing() {
        List<Stmt> all = new ArrayList<>();
        all.add(work());
        if (scope.chance(40)) {
            all.add(work());
        }
        int count = scope.pick(1, 1, 2);
        for (int k = 0; k < count; k++) {
            all.add(scope.between(0, all.size()), failure());
        }
        if (scope.chance(12)) {
            Optional<String> caught = scope.chance(70)
                    ? Optional.of(scope.pick("RuntimeException", "ArithmeticException", "NullPointerException"))
                    : Optional.empty();
            return List.of(
                    new Stmt.Try(new Stmt.Block(all), caught, Stmt.block(bodies.write()), Stmt.block(bodies.write())));
        }
        return all;
    }

    private Stmt work() {
        return switch (scope.weighted(45, 25, 15, 15)) {
            case 0 ->
                new Assign(
                        new Element(scope.target(), scope.chance(80) ? scope.index : expr.own()),
                        scope.pick("=", "+="),
                        expr.value(1));
            case 1 -> {
                Var sum = scope.counter("s", 0);
                scope.results.add(sum);
                yield new Assign(sum, "+=", expr.value(1));
            }
            case 2 -> {
                Expr cell = new Element(scope.array(), new Binary("&", expr.value(1), of(7)));
                yield ArrayForms.update(scope, cell, of(scope.between(1, 3)));
            }
            default -> {
                Expr row = new Element(scope.pick(scope.matrices), scope.index);
                yield new Assign(new Element(row, of(scope.between(0, 4))), "=", expr.value(1));
            }
        };
    }

    private Stmt failure() {
        Expr found = new Element(scope.array(), scope.index);
        Expr chosen = new Binary("==", found, of(scope.between(0, 12)));
        return switch (scope.weighted(30, 20, 15, 15, 10, 10)) {
            case 0 -> Stmt.when(scope.chance(60) ? chosen : expr.condition(), new Stmt.Throw());
            case 1 -> {
                Expr divisor = scope.chance(60) ? found : new Binary("-", found, of(3));
                yield new Assign(
                        new Element(scope.target(), scope.index),
                        "=",
                        new Binary(scope.pick("/", "%"), of(100), divisor));
            }
            case 2 -> {
                Expr thing = new Element(scope.pick(scope.things), scope.index);
                yield new Assign(new Expr.Field(thing, "total", Kind.INT), scope.pick("=", "+="), of(1));
            }
            case 3 -> {
                Expr length = plus(new Binary("&", found, of(15)), -1);
                Var own = new Var(scope.fresh("own"), Kind.INTS);
                Stmt use = new Assign(new Element(own, of(0)), "=", expr.value(0));
                yield Stmt.block(new Declare(own.name(), Kind.INTS, new Expr.NewArray(length)), use);
            }
            case 4 -> Stmt.when(chosen, new Assign(new Element(new Var("y", Kind.INTS), of(-1)), "=", scope.index));
            default -> {
                Var t = local(scope.fresh("t"));
                Expr far = new Element(new Var("x", Kind.INTS), new Binary("*", found, local("n")));
                yield Stmt.block(
                        new Declare(t.name(), Kind.INT, far),
                        new Assign(new Element(scope.target(), scope.index), "=", t));
            }
        };
    }
}
