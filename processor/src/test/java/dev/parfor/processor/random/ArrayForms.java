package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;
import static dev.parfor.processor.random.Expr.times;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Bump;
import dev.parfor.processor.random.Expr.Call;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Length;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Block;
import dev.parfor.processor.random.Stmt.Declare;
import dev.parfor.processor.random.Stmt.For;
import dev.parfor.processor.random.Stmt.Jump;
import dev.parfor.processor.random.Stmt.Step;
import java.util.ArrayList;
import java.util.List;

/** Draws the forms that are about arrays: how their subscripts are made, what is summed in them, what only lends its memory. */
final class ArrayForms {

    private final Scope scope;
    private final ExprGenerator expr;

    ArrayForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
    }

    /** An array made before the loop, for each iteration to fill and read. */
    List<Stmt> work() {
        Var a = new Var(scope.fresh("work"), Kind.INTS);
        Expr length = scope.<Expr>pick(local("m"), local("w"), of(6), plus(local("w"), 2), local("n"));
        scope.before.add(new Declare(a.name(), Kind.INTS, new Expr.NewArray(length)));
        List<Stmt> all = new ArrayList<>();
        Var j = local(scope.fresh("j"));
        Expr filled = scope.weighted(70, 15, 15) == 0 ? length : scope.<Expr>pick(new Length(a), plus(length, -1));
        scope.readable.add(j);
        Stmt fill = new Assign(new Element(a, j), "=", expr.value(1));
        scope.readable.remove(j);
        boolean counts = scope.chance(15);
        Var c = local(scope.fresh("c"));
        if (counts) {
            all.add(new Declare(c.name(), Kind.INT, of(0)));
            Stmt next = new Assign(new Element(a, new Bump(c, true, false)), "=", expr.value(1));
            all.add(For.upTo(j, filled, Stmt.block(Stmt.when(expr.condition(), next))));
        } else if (scope.chance(8)) {
            all.add(For.upTo(j, filled, Stmt.block(Stmt.when(expr.condition(), fill))));
        } else if (scope.chance(15)) {
            all.add(new Stmt.Eval(new Call(Helpers.FILL, List.of(a, of(0), filled, expr.value(0)))));
        } else {
            all.add(For.upTo(j, filled, Stmt.block(fill)));
        }
        Var q = local(scope.fresh("q"));
        if (scope.chance(30)) {
            Expr key = new Binary("&", ownCell(), of(3));
            all.add(
                    scope.chance(50)
                            ? new Assign(new Element(a, key), "+=", of(1))
                            : new Assign(new Element(a, of(scope.between(0, 2))), "=", expr.value(1)));
        }
        Var t = local(scope.fresh("t"));
        all.add(new Declare(t.name(), Kind.INT, of(0)));
        Expr until = counts ? c : scope.chance(85) ? filled : length;
        Stmt use = scope.chance(60)
                ? new Assign(t, "+=", new Element(a, q))
                : new Assign(new Element(scope.array(), plus(times(scope.index, length), q)), "=", new Element(a, q));
        all.add(For.upTo(q, until, Stmt.block(use)));
        all.add(new Assign(new Element(scope.target(), scope.chance(85) ? scope.index : expr.own()), "=", t));
        if (scope.chance(20)) {
            Var last = local(scope.fresh("last"));
            scope.after.add(new Declare(last.name(), Kind.INT, new Element(a, of(0))));
            scope.results.add(last);
        }
        if (scope.chance(8)) {
            Var b = new Var(scope.fresh("alias"), Kind.INTS);
            scope.before.add(new Declare(b.name(), Kind.INTS, a));
            all.add(new Assign(new Element(b, of(0)), scope.pick("=", "+="), expr.value(0)));
        }
        return all;
    }

    private Expr ownCell() {
        return new Element(scope.array(), scope.index);
    }

    /** Sums, counts and extremes in cells and fields. */
    List<Stmt> merged() {
        List<Stmt> all = new ArrayList<>();
        Expr holder = scope.array();
        if (scope.chance(25)) {
            Var own = new Var(scope.fresh("bins"), Kind.INTS);
            scope.before.add(new Declare(own.name(), Kind.INTS, new Expr.NewArray(of(8))));
            Var seen = local(scope.fresh("seen"));
            scope.after.add(new Declare(seen.name(), Kind.INT, new Element(own, of(scope.between(0, 7)))));
            scope.results.add(seen);
            holder = own;
        }
        boolean floating = scope.chance(15);
        Expr target;
        if (floating) {
            target = new Element(new Var("v", Kind.DOUBLES), key());
        } else {
            target = switch (scope.weighted(60, 20, 12, 8)) {
                case 0 -> new Element(holder, key());
                case 1 -> new Expr.Field(new Var("other", Kind.THING), "total", Kind.INT);
                case 2 ->
                    new Expr.Field(
                            new Element(
                                    new Var("things", Kind.THINGS),
                                    new Element(new Var("idx", Kind.INTS), scope.index)),
                            "total",
                            Kind.INT);
                default -> new Element(new Element(scope.pick(scope.matrices), of(scope.between(0, 1))), key());
            };
        }
        Expr value = floating
                ? scope.chance(50)
                        ? new Element(new Var("u", Kind.DOUBLES), scope.index)
                        : new Expr.Const(Kind.DOUBLE, 0.5)
                : expr.value(1);
        all.add(update(scope, target, value));
        if (scope.chance(12)) {
            all.add(update(scope, target, value));
        }
        if (scope.chance(10)) {
            all.add(new Assign(
                    new Element(scope.array(), scope.index), "=", target.kind() == Kind.INT ? target : of(1)));
        }
        if (scope.chance(40)) {
            Var j = local(scope.fresh("j"));
            return List.of(For.upTo(j, local("w"), new Block(all)));
        }
        return scope.chance(25) ? List.of(Stmt.when(expr.condition(), all.toArray(new Stmt[0]))) : all;
    }

    private Expr key() {
        Expr i = scope.index;
        return switch (scope.weighted(30, 25, 10, 10, 15, 10)) {
            case 0 -> new Binary("&", new Element(new Var("x", Kind.INTS), i), of(7));
            case 1 -> new Element(new Var("idx", Kind.INTS), i);
            case 2 -> of(scope.between(0, 3));
            case 3 -> local("k");
            case 4 -> new Binary("%", i, of(scope.between(2, 5)));
            default -> new Element(new Var("y", Kind.INTS), i);
        };
    }

    /** One that may come in any order among its like. */
    static Stmt update(Scope scope, Expr target, Expr value) {
        if (target.kind() == Kind.DOUBLE) {
            return new Stmt.Merging(target, "+", new Assign(target, scope.pick("+=", "-="), value));
        }
        return switch (scope.weighted(25, 25, 15, 15, 12, 8)) {
            case 0 -> new Stmt.Merging(target, "+", new Assign(target, scope.pick("+=", "-="), value));
            case 1 -> new Stmt.Merging(target, "+", new Step(target, scope.chance(80)));
            case 2 -> {
                String operator = scope.pick("^", "|", "&", "*");
                yield new Stmt.Merging(target, operator, new Assign(target, operator + "=", value));
            }
            case 3 -> {
                boolean most = scope.chance(50);
                Expr better = new Binary(most ? ">" : "<", value, target);
                yield new Stmt.Merging(target, most ? "max" : "min", Stmt.when(better, new Assign(target, "=", value)));
            }
            case 4 -> {
                boolean most = scope.chance(50);
                Expr call = new Call(most ? Helpers.MAX : Helpers.MIN, List.of(target, value));
                yield new Stmt.Merging(target, most ? "max" : "min", new Assign(target, "=", call));
            }
            default -> new Stmt.Merging(target, "+", new Assign(target, "=", plus(target, value)));
        };
    }

    /** Subscripts that are read from arrays. */
    List<Stmt> indices() {
        Expr idx = new Var("idx", Kind.INTS);
        Expr at = new Element(idx, scope.index);
        Expr ptr = new Var("ptr", Kind.INTS);
        return switch (scope.weighted(30, 25, 25, 10, 10)) {
            case 0 -> List.of(new Assign(new Element(scope.target(), at), scope.pick("=", "+="), expr.value(1)));
            case 1 -> {
                Var t = local(scope.fresh("t"));
                Expr place = scope.weighted(60, 20, 20) == 0
                        ? t
                        : scope.<Expr>pick(plus(t, 1), plus(times(t, of(2)), scope.between(0, 1)));
                Expr cell = new Element(scope.target(), place);
                yield List.of(
                        new Declare(t.name(), Kind.INT, at),
                        scope.chance(50)
                                ? new Assign(cell, "=", new Element(scope.array(), t))
                                : Stmt.when(expr.condition(), new Assign(cell, "+=", expr.value(1))));
            }
            case 2 -> {
                Var p = local(scope.fresh("p"));
                Expr end = new Element(ptr, plus(scope.index, scope.chance(85) ? 1 : 2));
                scope.readable.add(p);
                Stmt use = new Assign(new Element(scope.target(), p), scope.pick("=", "+="), expr.value(1));
                scope.readable.remove(p);
                yield List.of(For.upTo(p, end, Stmt.block(use)).from(new Element(ptr, scope.index)));
            }
            case 3 -> {
                Expr row = new Element(scope.pick(scope.matrices), at);
                yield List.of(
                        new Assign(new Element(row, of(scope.between(0, 2))), scope.pick("=", "+="), expr.value(1)));
            }
            default -> {
                Expr object = new Element(new Var("things", Kind.THINGS), at);
                yield List.of(new Assign(new Expr.Field(object, "total", Kind.INT), "=", expr.value(1)));
            }
        };
    }

    /** An index that runs on from iteration to iteration. */
    List<Stmt> counting() {
        Var k = scope.chance(70) ? scope.counter("k", scope.between(0, 2)) : scope.outer("k", Kind.INT, local("k"));
        scope.accumulators.add(k.name());
        Var j = local(scope.fresh("j"));
        Expr width = scope.<Expr>pick(local("w"), of(3), local("m"));
        int step = scope.pick(1, 1, 1, 2, 3);
        List<Stmt> inside = new ArrayList<>();
        boolean bumps = step == 1 && scope.chance(60);
        scope.readable.add(j);
        Expr value = expr.value(1);
        inside.add(new Assign(new Element(scope.target(), bumps ? new Bump(k, true, false) : k), "=", value));
        if (!bumps) {
            inside.add(new Assign(k, "+=", of(step)));
        }
        scope.readable.remove(j);
        List<Stmt> all = new ArrayList<>();
        switch (scope.weighted(60, 15, 10, 8, 7)) {
            case 0 -> all.add(For.upTo(j, width, new Block(inside)));
            case 1 -> {
                Expr test = new Binary(scope.pick("!=", "<", ">"), scope.index, of(scope.between(0, 4)));
                all.add(Stmt.when(test, For.upTo(j, width, new Block(inside))));
            }
            case 2 -> {
                Stmt leave = Stmt.when(new Binary("==", j, scope.index), new Jump(scope.pick("break", "continue")));
                inside.add(scope.between(0, 1), leave);
                all.add(For.upTo(j, width, new Block(inside)));
            }
            case 3 -> all.add(For.upTo(j, scope.index, new Block(inside)));
            default -> {
                scope.accumulators.remove(k.name());
                inside.add(0, Stmt.when(expr.condition(), new Jump("continue")));
                all.add(For.upTo(j, width, new Block(inside)));
            }
        }
        if (scope.chance(20)) {
            all.add(new Assign(k, "+=", scope.<Expr>pick(of(1), local("w"), of(2))));
        }
        if (scope.chance(40)) {
            scope.results.add(k);
        }
        return all;
    }

    /** Squares, triangles, blocks, and parts of a whole. */
    List<Stmt> products() {
        Expr i = scope.index;
        Var j = local(scope.fresh("j"));
        Var lo = local(scope.fresh("lo"));
        Var hi = local(scope.fresh("hi"));
        Stmt cell = new Assign(new Element(scope.target(), j), scope.pick("=", "+="), expr.value(1));
        return switch (scope.weighted(20, 15, 15, 25, 25)) {
            case 0 ->
                List.of(new Assign(
                        new Element(scope.target(), plus(times(i, i), scope.pick(0, 0, 1, 3))),
                        scope.pick("=", "+="),
                        expr.value(1)));
            case 1 -> {
                Expr end = scope.chance(70) ? plus(times(2, i), 1) : plus(times(2, i), 2);
                Expr at = plus(times(i, i), j);
                yield List.of(For.upTo(
                        j, end, Stmt.block(new Assign(new Element(scope.target(), at), "=", expr.value(1)))));
            }
            case 2 -> {
                Expr half = new Binary("/", times(i, plus(i, scope.pick(-1, 1, 1))), of(2));
                Expr at = plus(half, j);
                yield List.of(For.upTo(
                        j, i, Stmt.block(new Assign(new Element(scope.target(), at), "=", expr.value(1)))));
            }
            case 3 -> {
                Expr size = scope.<Expr>pick(of(4), local("w"), of(3));
                Expr end = plus(lo, scope.chance(85) ? size : plus(size, 1));
                Expr whole = scope.<Expr>pick(new Length(new Var("x", Kind.INTS)), times(scope.bound, size), of(20));
                yield List.of(
                        new Declare(lo.name(), Kind.INT, times(i, size)),
                        new Declare(hi.name(), Kind.INT, new Call(Helpers.MIN, List.of(end, whole))),
                        For.upTo(j, hi, Stmt.block(cell)).from(lo));
            }
            default -> {
                Expr whole = scope.<Expr>pick(new Length(new Var("y", Kind.INTS)), of(23), local("n"));
                Expr parts = scope.chance(85) ? scope.bound : of(4);
                boolean wide = scope.chance(50);
                Expr from = part(i, whole, parts, wide);
                Expr to = part(plus(i, 1), whole, parts, wide);
                yield List.of(
                        new Declare(lo.name(), Kind.INT, from),
                        new Declare(hi.name(), Kind.INT, to),
                        For.upTo(j, hi, Stmt.block(cell)).from(lo));
            }
        };
    }

    private static Expr part(Expr i, Expr whole, Expr parts, boolean wide) {
        Expr product = wide ? new Binary("*", new Expr.Cast(Kind.LONG, i), whole) : times(i, whole);
        Expr quotient = new Binary("/", product, parts);
        return wide ? new Expr.Cast(Kind.INT, quotient) : quotient;
    }

    /** Methods that call themselves, for a region of an array. */
    List<Stmt> recursion() {
        Expr width = scope.<Expr>pick(local("w"), of(4), of(3));
        Expr row = times(scope.index, width);
        Expr to = plus(row, scope.chance(80) ? width : plus(width, 1));
        Expr a = scope.chance(45) ? new Element(scope.pick(scope.matrices), scope.index) : scope.array();
        return switch (scope.weighted(40, 40, 20)) {
            case 0 -> List.of(new Stmt.Eval(new Call(Helpers.HALVE, List.of(a, row, to, expr.value(0)))));
            case 1 -> {
                Expr sum = new Call(Helpers.GATHER, List.of(a, row, to));
                yield List.of(
                        new Assign(new Element(scope.target(), scope.chance(70) ? scope.index : expr.own()), "=", sum));
            }
            default -> List.of(new Stmt.Eval(new Call(Helpers.RIPPLE, List.of(a, row, to, of(scope.between(1, 3))))));
        };
    }
}
