package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Field;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Declare;
import dev.parfor.processor.random.Stmt.For;
import java.util.ArrayList;
import java.util.List;

/** Draws work on objects that stand in an array or a list, and on the arrays in their fields: bodies that move and attract each other. */
final class ElementForms {

    private static final Var LIST = new Var("list", Kind.THING_LIST);

    private final Scope scope;
    private final ExprGenerator expr;
    private final List<Stmt> all = new ArrayList<>();
    private final Var k;

    ElementForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
        this.k = local(scope.fresh("k"));
    }

    List<Stmt> elements() {
        Expr body = body();
        int count = scope.pick(1, 1, 2);
        for (int n = 0; n < count; n++) {
            all.add(
                    switch (scope.weighted(40, 25, 15, 10, 6, 4)) {
                        case 0 -> For.upTo(k, width(), Stmt.block(moved(body, body)));
                        case 1 -> attracted(body);
                        case 2 -> new Assign(number(body), scope.pick("=", "+=", "-="), read(body));
                        case 3 -> new Stmt.Eval(new Expr.Call(Helpers.MOVE, List.of(body, of(scope.between(1, 3)))));
                        case 4 -> new Assign(new Field(body, "data", Kind.INTS), "=", source(body));
                        default -> exchanged(body);
                    });
        }
        if (scope.chance(25)) {
            all.add(new Assign(new Element(scope.target(), scope.index), "=", read(body)));
        }
        if (scope.chance(12)) {
            Stmt last = all.remove(all.size() - 1);
            all.add(Stmt.when(expr.condition(), last));
        }
        return all;
    }

    /** An element, named or not. */
    private Expr body() {
        Expr at = scope.weighted(82, 8, 10) == 0
                ? scope.index
                : scope.<Expr>pick(new Element(new Var("idx", Kind.INTS), scope.index), plus(scope.index, 1));
        Expr body = new Element(scope.chance(75) ? scope.pick(scope.things) : LIST, at);
        if (scope.chance(60)) {
            Var own = new Var(scope.fresh("body"), Kind.THING);
            all.add(new Declare(own.name(), Kind.THING, body));
            body = own;
        }
        if (scope.chance(8)) {
            all.add(Stmt.when(new Binary("==", new Field(body, "offset", Kind.INT), of(2)), new Stmt.Jump("continue")));
        }
        return body;
    }

    private Expr width() {
        return scope.<Expr>pick(of(3), of(3), local("w"));
    }

    private Expr number(Expr body) {
        return new Field(body, scope.pick("total", "total", "offset"), Kind.INT);
    }

    private Expr array(Expr body) {
        return scope.chance(90)
                ? new Field(body, scope.pick("data", "hidden"), Kind.INTS)
                : new Element(new Field(body, "grid", Kind.ROWS), of(scope.between(0, 1)));
    }

    private Expr read(Expr body) {
        return scope.<Expr>pick(
                plus(number(body), scope.between(0, 2)),
                new Element(array(body), of(scope.between(0, 3))),
                expr.value(1),
                new Field(body, "count", Kind.INT));
    }

    /** A cell of one body, by cells of another. */
    private Stmt moved(Expr body, Expr from) {
        if (scope.chance(20)) {
            Expr weight = new Element(new Field(body, "weights", Kind.DOUBLES), k);
            Expr other = new Element(new Field(from, "weights", Kind.DOUBLES), k);
            return new Assign(weight, scope.pick("=", "+="), scope.chance(70) ? other : number(from));
        }
        Expr target = new Element(array(body), scope.chance(85) ? k : of(1));
        Expr source = new Element(array(from), scope.chance(85) ? k : plus(k, 1));
        Expr value = scope.chance(60) ? source : scope.<Expr>pick(plus(source, number(from)), expr.value(1));
        return new Assign(target, scope.pick("=", "+=", "+=", "-="), value);
    }

    /** By all others. */
    private Stmt attracted(Expr body) {
        Var o = new Var(scope.fresh("o"), Kind.THING);
        Stmt inner = scope.chance(65)
                ? For.upTo(k, width(), Stmt.block(moved(body, o)))
                : new Assign(number(body), "+=", read(o));
        if (scope.chance(40)) {
            inner = Stmt.when(new Binary(scope.chance(80) ? "!=" : "==", o, body), inner);
        }
        if (scope.chance(8)) {
            inner = Stmt.block(inner, new Assign(number(o), "+=", of(1)));
        }
        return new Stmt.ForEach(
                o, scope.chance(70) ? scope.pick(scope.things) : LIST, new Stmt.Block(List.of(inner)), false);
    }

    private Expr source(Expr body) {
        return scope.<Expr>pick(
                scope.array(),
                new Expr.NewArray(plus(local("n"), 4)),
                new Field(body, "hidden", Kind.INTS),
                new Field(new Element(scope.pick(scope.things), scope.index), "data", Kind.INTS));
    }

    /** Two arrays change places. */
    private Stmt exchanged(Expr body) {
        Var t = new Var(scope.fresh("t"), Kind.INTS);
        Expr data = new Field(body, "data", Kind.INTS);
        Expr hidden = new Field(body, "hidden", Kind.INTS);
        return Stmt.block(
                new Declare(t.name(), Kind.INTS, data), new Assign(data, "=", hidden), new Assign(hidden, "=", t));
    }
}
