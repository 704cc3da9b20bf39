package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;
import static dev.parfor.processor.random.Expr.times;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.For;
import java.util.ArrayList;
import java.util.List;

/** Draws triangles whose rows lie one after the other in an array; seldom with rows that are too long, or begin in a wrong place. */
final class PackedForms {

    private final Scope scope;
    private final ExprGenerator expr;
    private final Expr i;
    private final Var j;
    private final Expr array;

    PackedForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
        this.i = scope.index;
        this.j = local(scope.fresh("j"));
        this.array = scope.target();
    }

    List<Stmt> packed() {
        return scope.chance(65) ? lower() : upper();
    }

    private List<Stmt> lower() {
        int more = scope.weighted(55, 30, 8, 7) == 0 ? 1 : scope.pick(0, 0, 0, 2, -1);
        Expr end = plus(i, more);
        Expr row = switch (scope.weighted(60, 12, 8, 5, 5, 5, 5)) {
            case 0 -> half(times(i, plus(i, more > 0 ? 1 : -1)));
            case 1 -> half(plus(times(i, i), more > 0 ? i : new Expr.Negated(i)));
            case 2 -> half(times(i, plus(i, scope.pick(-1, 1, 2, 3))));
            case 3 -> new Binary("/", times(i, plus(i, 1)), of(3));
            case 4 -> half(plus(times(i, i), 1));
            case 5 -> new Binary("/", times(times(i, plus(i, 1)), plus(i, 2)), of(6));
            default -> half(times(plus(i, local("k")), plus(plus(i, local("k")), 1)));
        };
        return rows(row, of(0), end, j);
    }

    /** Each row begins on the diagonal. */
    private List<Stmt> upper() {
        Expr h = scope.bound;
        Expr row = switch (scope.weighted(35, 35, 15, 15)) {
            case 0 -> new Binary("-", times(i, h), half(times(i, plus(i, scope.pick(-1, -1, -1, 1)))));
            case 1 -> half(times(i, plus(new Binary("-", times(2, h), i), scope.pick(1, 1, 1, -1))));
            case 2 -> new Binary("-", times(i, h), half(times(i, plus(i, 1))));
            default -> new Binary("-", times(h, plus(i, 1)), half(times(plus(i, 1), plus(i, 2))));
        };
        boolean strict = scope.chance(25);
        Expr within = strict ? plus(new Binary("-", j, i), -1) : new Binary("-", j, i);
        return rows(row, strict ? plus(i, 1) : i, scope.chance(90) ? h : plus(h, 1), scope.chance(90) ? within : j);
    }

    private Expr half(Expr product) {
        return scope.chance(70) ? new Binary("/", product, of(2)) : new Binary(scope.pick(">>", ">>>"), product, of(1));
    }

    private List<Stmt> rows(Expr row, Expr from, Expr end, Expr within) {
        List<Stmt> all = new ArrayList<>();
        Expr start = row;
        if (scope.chance(40)) {
            Var begin = local(scope.fresh("row"));
            all.add(new Stmt.Declare(begin.name(), Kind.INT, row));
            start = begin;
        }
        Expr cell = new Element(array, plus(start, within));
        List<Stmt> inside = new ArrayList<>();
        scope.readable.add(j);
        inside.add(new Assign(cell, scope.pick("=", "=", "+="), scope.chance(70) ? expr.value(1) : mirrored(start)));
        if (scope.chance(15)) {
            inside.add(0, Stmt.when(expr.condition(), new Stmt.Jump(scope.pick("continue", "break"))));
        }
        scope.readable.remove(j);
        For across = For.upTo(j, end, new Stmt.Block(inside)).from(from);
        boolean down = scope.chance(15);
        all.add(down ? across.from(plus(end, -1)).to(">=", from).by(of(-1)) : across);
        if (scope.chance(20)) {
            all.add(new Assign(new Element(array, start), scope.pick("=", "+="), expr.value(1)));
        }
        if (scope.chance(15)) {
            Expr matrix = new Element(scope.pick(scope.matrices), i);
            Expr moved = new Element(array, plus(start, within));
            all.add(For.upTo(j, end, Stmt.block(new Assign(new Element(matrix, j), "=", moved)))
                    .from(from));
        }
        return all;
    }

    /** Another cell of the row, or of the other triangle. */
    private Expr mirrored(Expr start) {
        return scope.chance(60)
                ? new Element(array, start)
                : new Element(scope.array(), plus(new Binary("/", times(j, plus(j, 1)), of(2)), i));
    }
}
