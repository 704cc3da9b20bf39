package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;
import static dev.parfor.processor.random.Expr.times;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Field;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.ForEach;
import java.util.ArrayList;
import java.util.List;

/** Draws bodies that go through lists and sets, those that elements hold as well, one inside of the other. */
final class CollectionForms {

    private static final Var LIST = new Var("list", Kind.THING_LIST);

    private final Scope scope;
    private final ExprGenerator expr;

    CollectionForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
    }

    List<Stmt> collections() {
        Expr object = new Element(
                scope.chance(60) ? LIST : scope.pick(scope.things), scope.chance(88) ? scope.index : expr.own());
        List<Stmt> all = new ArrayList<>();
        if (scope.chance(50)) {
            Var own = new Var(scope.fresh("own"), Kind.THING);
            all.add(new Stmt.Declare(own.name(), Kind.THING, object));
            object = own;
        }
        all.add(through(object, scope.chance(25) ? 2 : 1));
        if (scope.chance(15)) {
            all.add(new Stmt.Library("add", new Var("found", Kind.NUMBERS), List.of(expr.value(1))));
        }
        return all;
    }

    private Stmt through(Expr object, int depth) {
        if (scope.chance(30)) {
            Var q = new Var(scope.fresh("q"), Kind.THING);
            Stmt inner = depth > 1
                    ? through(scope.chance(50) ? q : object, depth - 1)
                    : used(object, plus(new Field(q, scope.pick("total", "count"), Kind.INT), scope.between(0, 2)));
            if (scope.chance(7)) {
                inner = Stmt.block(inner, new Assign(new Field(q, "total", Kind.INT), "+=", of(1)));
            }
            return new ForEach(q, LIST, Stmt.block(inner), false);
        }
        Var v = new Var(scope.fresh("v"), Kind.INT);
        Expr over = scope.<Expr>pick(
                new Field(object, "words", Kind.NUMBER_SET),
                new Field(object, "words", Kind.NUMBER_SET),
                new Var("chosen", Kind.NUMBER_SET),
                new Var("numbers", Kind.NUMBERS));
        scope.readable.add(v);
        Expr value = scope.chance(50) ? times(v, expr.value(1)) : v;
        Stmt inner = depth > 1 ? through(object, depth - 1) : used(object, value);
        scope.readable.remove(v);
        if (scope.chance(15)) {
            Stmt leave = new Stmt.Jump(scope.pick("continue", "break", "continue marked"));
            inner = Stmt.block(Stmt.when(new Binary(">", v, of(5)), leave), inner);
        }
        return new ForEach(v, over, Stmt.block(inner), false);
    }

    private Stmt used(Expr object, Expr value) {
        return switch (scope.weighted(30, 25, 25, 10, 10)) {
            case 0 -> new Assign(new Field(object, "total", Kind.INT), scope.pick("+=", "+=", "="), value);
            case 1 -> new Assign(new Element(scope.target(), scope.index), scope.pick("+=", "^=", "="), value);
            case 2 -> {
                Var sum = scope.counter("s", 0);
                scope.results.add(sum);
                yield new Assign(sum, "+=", value);
            }
            case 3 -> {
                Expr cell = new Element(scope.array(), new Binary("&", value, of(7)));
                yield ArrayForms.update(scope, cell, of(scope.between(1, 3)));
            }
            default -> {
                Var best = scope.counter("best", -1);
                scope.results.add(best);
                yield Stmt.when(new Binary(">", value, best), new Assign(best, "=", value));
            }
        };
    }
}
