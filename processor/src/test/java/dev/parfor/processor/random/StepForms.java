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
import dev.parfor.processor.random.Stmt.For;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws loops whose step is computed, up and down, with blocks that are as long as it; seldom longer. */
final class StepForms {

    private final Scope scope;
    private final ExprGenerator expr;
    private final Expr array;
    private Expr half;
    private Expr step;

    StepForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
        this.array = scope.target();
    }

    List<Stmt> steps() {
        if (scope.chance(15)) {
            return cyclic();
        }
        half = scope.<Expr>pick(local("w"), local("w"), local("m"), local("s"), local("k"));
        step = switch (scope.weighted(40, 15, 15, 10, 10, 10)) {
            case 0 -> scope.chance(50) ? times(2, half) : times(half, of(2));
            case 1 -> new Binary("<<", half, of(1));
            case 2 -> half;
            case 3 -> plus(half, scope.pick(1, 1, -1));
            case 4 -> plus(half, half);
            default -> times(3, half);
        };
        if (scope.chance(20)) {
            stages();
        } else if (scope.chance(70)) {
            Expr least = new Binary(scope.pick("<", "<", "<="), half, of(scope.pick(1, 1, 0)));
            scope.before.add(Stmt.when(least, new Stmt.Return(Optional.of(of(0)))));
        }
        if (scope.around == null && scope.chance(30)) {
            Var named = local(scope.fresh("step"));
            scope.before.add(new Declare(named.name(), Kind.INT, step));
            step = named;
        }
        boolean down = scope.chance(20);
        scope.header = up -> header(up, down);
        List<Stmt> all = new ArrayList<>(blocks(down));
        if (scope.chance(20)) {
            Var sum = scope.counter("s", 0);
            scope.results.add(sum);
            all.add(new Assign(sum, "+=", expr.value(1)));
        }
        return all;
    }

    /** Each iteration has every so many cells, from its own on. */
    private List<Stmt> cyclic() {
        Expr count = scope.<Expr>pick(local("w"), local("s"), of(4));
        Expr stride = scope.chance(85) ? count : scope.<Expr>pick(plus(count, 1), of(2));
        scope.before.add(Stmt.when(new Binary("<", stride, of(1)), new Stmt.Return(Optional.of(of(0)))));
        scope.header = up -> up.to("<", count);
        Var j = local(scope.fresh("j"));
        scope.readable.add(j);
        Stmt write = new Assign(new Element(array, j), op(), expr.value(1));
        scope.readable.remove(j);
        return List.of(
                For.upTo(j, local("n"), Stmt.block(write)).from(scope.index).by(stride));
    }

    /** Half as long as the next one: passes of a merge sort, stages of a transform. */
    private void stages() {
        Var own = local(scope.fresh("half"));
        step = replaced(step, half, own);
        half = own;
        Stmt first = new Declare(own.name(), Kind.INT, of(scope.pick(1, 1, 1, 2)));
        Stmt next = scope.chance(70) ? new Assign(own, "*=", of(scope.pick(2, 2, 3))) : new Assign(own, "<<=", of(1));
        Expr goesOn = new Binary("<", own, scope.<Expr>pick(local("n"), of(9)));
        scope.around = marked -> Stmt.block(first, new Stmt.While(goesOn, Stmt.block(marked, next), true));
    }

    private static Expr replaced(Expr in, Expr old, Expr by) {
        if (in.equals(old)) {
            return by;
        }
        return in instanceof Binary b
                ? new Binary(b.operator(), replaced(b.left(), old, by), replaced(b.right(), old, by))
                : in;
    }

    private For header(For up, boolean down) {
        if (down) {
            return up.from(plus(scope.bound, scope.pick(-1, -1, 0)))
                    .to(scope.pick(">=", ">"), of(0))
                    .by(new Expr.Negated(step));
        }
        For stepping = up.by(step);
        return switch (scope.weighted(60, 15, 15, 10)) {
            case 0 -> stepping;
            case 1 -> stepping.from(scope.<Expr>pick(of(1), local("k")));
            case 2 -> stepping.to("<", new Binary("-", scope.bound, half));
            default -> stepping.to("<=", plus(scope.bound, -1));
        };
    }

    private List<Stmt> blocks(boolean down) {
        Var j = local(scope.fresh("j"));
        Expr i = scope.index;
        scope.readable.add(j);
        Expr value = expr.value(1);
        scope.readable.remove(j);
        return switch (scope.weighted(30, 25, 20, 15, 10)) {
            case 0 -> {
                Expr end = scope.chance(85) ? plus(i, step) : plus(plus(i, step), 1);
                Expr until = scope.chance(50)
                        ? end
                        : new Expr.Call(Helpers.MIN, List.of(end, scope.<Expr>pick(local("n"), scope.bound)));
                For block = For.upTo(j, until, Stmt.block(new Assign(new Element(array, j), op(), value)))
                        .from(i);
                yield List.of(down ? block.to(">", new Binary("-", i, step)).by(of(-1)) : block);
            }
            case 1 -> butterflies(j, scope.chance(85) ? plus(i, j) : plus(plus(i, j), 1));
            case 2 -> merged();
            case 3 ->
                List.of(new Assign(new Element(array, scope.chance(70) ? i : plus(i, half)), op(), expr.value(1)));
            default -> {
                Expr cell = new Element(array, plus(i, j));
                yield List.of(For.upTo(j, step, Stmt.block(new Assign(cell, op(), value)))
                        .from(plus(step, -1))
                        .to(">=", of(0))
                        .by(of(-1)));
            }
        };
    }

    private String op() {
        return scope.pick("=", "=", "+=", "-=");
    }

    private List<Stmt> butterflies(Var j, Expr at) {
        Var a = local(scope.fresh("a"));
        Var b = local(scope.fresh("b"));
        Expr first = new Element(array, at);
        Expr second = new Element(array, plus(at, half));
        Stmt.Block body = Stmt.block(
                new Declare(a.name(), Kind.INT, first),
                new Declare(b.name(), Kind.INT, second),
                new Assign(first, "=", plus(a, b)),
                new Assign(second, "=", new Binary("-", a, b)));
        For all = For.upTo(j, half, body);
        return List.of(scope.chance(85) ? all : all.to("<=", half));
    }

    /** A pass of a merge sort. */
    private List<Stmt> merged() {
        Var mid = local(scope.fresh("mid"));
        Var hi = local(scope.fresh("hi"));
        Expr i = scope.index;
        Expr n = scope.<Expr>pick(scope.bound, local("n"), new Expr.Length(new Var("x", Kind.INTS)));
        Expr out = scope.chance(85) ? new Var("z", Kind.INTS) : array;
        return List.of(
                new Declare(mid.name(), Kind.INT, new Expr.Call(Helpers.MIN, List.of(plus(i, half), n))),
                new Declare(hi.name(), Kind.INT, new Expr.Call(Helpers.MIN, List.of(plus(i, step), n))),
                new Stmt.Eval(new Expr.Call(Helpers.MERGE, List.of(new Var("x", Kind.INTS), i, mid, hi, out))));
    }
}
