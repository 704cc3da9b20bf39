package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;
import static dev.parfor.processor.random.Expr.times;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Call;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Length;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Declare;
import dev.parfor.processor.random.Stmt.For;
import java.util.ArrayList;
import java.util.List;

/** Draws subscripts that come round, and tiles whose last index is included. */
final class RoundForms {

    private final Scope scope;
    private final ExprGenerator expr;

    RoundForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
    }

    List<Stmt> round() {
        Expr i = scope.index;
        Var j = local(scope.fresh("j"));
        Expr width = scope.<Expr>pick(local("w"), of(4));
        return switch (scope.weighted(50, 15, 15, 20)) {
            case 0 -> {
                Expr at = rest(i, scope.bound);
                Expr array = scope.target();
                Expr from = scope.chance(40) ? array : scope.array();
                Expr read = new Element(from, scope.chance(40) ? at : scope.chance(50) ? i : rest(i, scope.bound));
                yield List.of(new Assign(new Element(array, at), op(), value(read)));
            }
            case 1 -> {
                Expr at = plus(times(rest(i, scope.bound), width), j);
                yield List.of(For.upTo(
                        j, width, Stmt.block(new Assign(new Element(scope.target(), at), op(), inner(j)))));
            }
            case 2 -> {
                Expr at = plus(times(i, width), rest(scope.chance(50) ? j : plus(i, j), width));
                yield List.of(For.upTo(
                        j, width, Stmt.block(new Assign(new Element(scope.target(), at), op(), inner(j)))));
            }
            default -> {
                Expr row = new Element(scope.pick(scope.matrices), rest(i, scope.bound));
                yield List.of(For.upTo(j, width, Stmt.block(new Assign(new Element(row, j), op(), inner(j)))));
            }
        };
    }

    private String op() {
        return scope.pick("=", "=", "=", "+=");
    }

    private Expr value(Expr read) {
        return scope.chance(60) ? plus(read, scope.between(-2, 4)) : expr.value(1);
    }

    private Expr inner(Var j) {
        scope.readable.add(j);
        Expr value = expr.value(1);
        scope.readable.remove(j);
        return value;
    }

    /** {@code (i + k) % n} and the like, most often by as many as there are iterations. */
    private Expr rest(Expr i, Expr count) {
        Expr by = switch (scope.weighted(70, 10, 10, 10)) {
            case 0 -> count;
            case 1 -> scope.<Expr>pick(local("n"), local("m"), new Length(new Var("x", Kind.INTS)));
            case 2 -> plus(count, scope.pick(-1, 1, 2));
            default -> times(scope.pick(2, 3), count);
        };
        Expr shifted = switch (scope.weighted(30, 20, 15, 10, 10, 10, 5)) {
            case 0 -> plus(i, local("k"));
            case 1 -> plus(i, scope.between(0, 5));
            case 2 -> new Binary("-", count, i);
            case 3 -> new Binary("-", i, local("k"));
            case 4 -> plus(times(scope.pick(2, 3, -1), i), local("k"));
            case 5 -> plus(plus(i, count), -scope.between(1, 3));
            default -> plus(i, times(local("k"), count));
        };
        return new Binary("%", shifted, by);
    }

    List<Stmt> tiles() {
        Expr size = scope.<Expr>pick(of(4), of(3), local("w"));
        Var j = local(scope.fresh("j"));
        Var last = local(scope.fresh("last"));
        Expr start = times(scope.index, size);
        Expr end = plus(plus(start, size), scope.chance(85) ? -1 : 0);
        Expr whole = scope.<Expr>pick(local("n"), new Length(new Var("x", Kind.INTS)), times(scope.bound, size));
        Expr least = new Call(
                scope.chance(90) ? Helpers.MIN : Helpers.MAX,
                scope.chance(50) ? List.of(end, plus(whole, -1)) : List.of(plus(whole, -1), end));
        Expr cell = scope.weighted(70, 15, 15) == 0
                ? new Element(scope.target(), j)
                : new Element(scope.target(), scope.<Expr>pick(plus(j, local("k")), new Binary("-", whole, j)));
        For tile =
                For.upTo(j, last, Stmt.block(new Assign(cell, op(), inner(j)))).from(start);
        List<Stmt> all = new ArrayList<>();
        if (scope.chance(30)) {
            all.add(new Declare(last.name(), Kind.INT, least));
            all.add(tile.to("<=", last));
        } else if (scope.chance(30)) {
            boolean swapped = scope.chance(50);
            Expr one = swapped ? plus(whole, -1) : end;
            Expr other = swapped ? end : plus(whole, -1);
            all.add(tile.to("<=", one).whileAlso(new Binary("<=", j, other)));
        } else {
            all.add(tile.to("<=", least));
        }
        return all;
    }
}
