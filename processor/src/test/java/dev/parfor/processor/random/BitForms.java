package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;
import static dev.parfor.processor.random.Expr.times;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Declare;
import java.util.ArrayList;
import java.util.List;

/** Draws subscripts that are made of the bits of an index, of its quotients and of what these leave, below zero as well. */
final class BitForms {

    private final Scope scope;
    private final ExprGenerator expr;
    private final Expr i;

    BitForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
        this.i = scope.index;
    }

    List<Stmt> bits() {
        return switch (scope.weighted(45, 30, 15, 10)) {
            case 0 -> {
                Expr array = scope.target();
                Expr from = new Element(scope.chance(35) ? array : scope.array(), scope.chance(60) ? i : place(i));
                Expr value = scope.chance(60) ? plus(from, scope.between(-2, 3)) : expr.value(1);
                Stmt write = new Assign(new Element(array, place(i)), scope.pick("=", "=", "+="), value);
                yield List.of(scope.chance(25) ? Stmt.when(test(), write) : write);
            }
            case 1 -> partners();
            case 2 -> {
                Expr array = scope.target();
                yield List.of(
                        new Assign(new Element(array, new Binary("<<", i, of(1))), "=", expr.value(1)),
                        new Assign(new Element(array, twice()), "=", expr.value(1)));
            }
            default -> {
                Var j = local(scope.fresh("j"));
                Expr at = scope.<Expr>pick(
                        new Binary("|", new Binary("<<", i, of(2)), j),
                        new Binary("^", plus(times(4, i), j), of(scope.between(1, 7))),
                        plus(times(place(i), of(4)), j),
                        new Binary("+", new Binary("<<", j, of(4)), i));
                Stmt write = new Assign(new Element(scope.target(), at), scope.pick("=", "+="), expr.value(1));
                yield List.of(Stmt.For.upTo(j, of(scope.pick(4, 4, 3, 5)), Stmt.block(write)));
            }
        };
    }

    private Expr twice() {
        return scope.<Expr>pick(
                new Binary("|", times(2, i), of(1)),
                new Binary("^", times(2, i), of(scope.pick(1, 1, 3))),
                plus(new Binary("<<", i, of(1)), scope.pick(1, 1, 2)),
                new Binary("|", i, of(scope.pick(1, 8))));
    }

    private Expr place(Expr from) {
        Expr c = of(scope.pick(1, 1, 2, 3, 4, 5, 7, 8, 16));
        return switch (scope.weighted(25, 12, 10, 10, 10, 10, 13, 10)) {
            case 0 -> scope.chance(80) ? new Binary("^", from, c) : new Binary("^", c, from);
            case 1 -> new Binary("|", from, scope.chance(80) ? c : local("k"));
            case 2 -> new Binary("&", from, of(scope.pick(-2, -4, 7, 15, ~4)));
            case 3 -> new Binary("<<", from, of(scope.pick(1, 2, 31, 33)));
            case 4 -> new Binary(scope.pick(">>", ">>>"), from, of(scope.pick(1, 2, 32)));
            case 5 -> {
                Expr shifted = plus(from, scope.pick(-9, -5, -1));
                yield new Binary("%", shifted, of(scope.pick(4, 7, 16, -5)));
            }
            case 6 -> {
                Expr whole = times(new Binary("/", from, c), scope.chance(70) ? c : of(8));
                Expr rest = new Binary("%", from, c);
                yield plus(whole, scope.chance(70) ? rest : new Binary("-", plus(c, -1), rest));
            }
            default -> {
                Expr product = times(from, of(scope.pick(2, 3, 5, 7)));
                yield new Binary(scope.pick("%", "/"), product, scope.<Expr>pick(of(8), of(16), local("n")));
            }
        };
    }

    private Expr test() {
        Expr c = of(scope.pick(1, 2, 4, 4, 6));
        return scope.<Expr>pick(
                new Binary(scope.pick("==", "!="), new Binary("&", i, c), of(0)),
                new Binary("==", new Binary("%", i, of(2)), of(scope.between(0, 1))),
                expr.condition());
    }

    /** Two cells change places, in one iteration of the two, or in both. */
    private List<Stmt> partners() {
        Var p = local(scope.fresh("p"));
        Var t = local(scope.fresh("t"));
        Expr array = scope.target();
        int bit = scope.pick(1, 2, 4, 8, 3);
        Expr other = scope.chance(75) ? new Binary("^", i, of(bit)) : new Binary("|", i, of(bit));
        List<Stmt> swap = new ArrayList<>();
        swap.add(new Declare(t.name(), Kind.INT, new Element(array, i)));
        swap.add(new Assign(new Element(array, i), "=", plus(new Element(array, p), scope.pick(0, 0, 1))));
        swap.add(new Assign(new Element(array, p), "=", t));
        Expr test = switch (scope.weighted(45, 40, 15)) {
            case 0 -> new Binary(scope.pick(">", ">", "<", "!=", ">="), p, i);
            case 1 -> new Binary("==", new Binary("&", i, of(scope.chance(80) ? bit : scope.pick(1, 2, 4))), of(0));
            default -> test();
        };
        return List.of(new Declare(p.name(), Kind.INT, other), Stmt.when(test, swap.toArray(new Stmt[0])));
    }
}
