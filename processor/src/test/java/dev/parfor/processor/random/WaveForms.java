package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;
import static dev.parfor.processor.random.Expr.times;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Call;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Declare;
import dev.parfor.processor.random.Stmt.For;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws loops whose cells come from their neighbors, as arrays of rows and as one array, from left to right and back, in place and from
 * other arrays, with sums and extremes of them; and such that look like them and can't run in tiles, because what they read comes later, or
 * runs along the row.
 */
final class WaveForms {

    private final Scope scope;
    private final ExprGenerator expr;
    private final Var column;
    private final boolean flat;
    private final Expr matrix;
    private final Expr array;

    WaveForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
        this.column = local(scope.fresh("j"));
        this.flat = scope.chance(30);
        this.matrix = scope.pick(scope.matrices);
        this.array = scope.array();
    }

    List<Stmt> waves() {
        List<Stmt> row = new ArrayList<>();
        List<Expr> sources = new ArrayList<>();
        int neighbors = scope.between(1, 3);
        for (int k = 0; k < neighbors; k++) {
            sources.add(neighbor());
        }
        if (scope.chance(25)) {
            Var left = local(scope.fresh("p"));
            row.add(new Declare(left.name(), Kind.INT, scope.chance(60) ? beside() : expr.value(1)));
            sources.add(left);
        }
        Expr value = sources.get(0);
        for (Expr source : sources.subList(1, sources.size())) {
            value = scope.chance(60)
                    ? plus(value, source)
                    : new Call(scope.pick(Helpers.MAX, Helpers.MIN), List.of(plus(value, 1), source));
        }
        List<Stmt> cell = new ArrayList<>();
        Stmt store = new Assign(at(scope.index, column), scope.pick("=", "=", "+="), value);
        if (scope.chance(8)) {
            Var carried = local(scope.fresh("q"));
            row.add(new Declare(carried.name(), Kind.INT, of(1)));
            cell.add(new Assign(carried, "+=", neighbor()));
            cell.add(new Assign(at(scope.index, column), "=", carried));
        } else if (scope.chance(12)) {
            cell.add(Stmt.when(expr.condition(), store));
        } else {
            cell.add(store);
        }
        if (scope.chance(8)) {
            cell.add(new Assign(at(plus(scope.index, 1), column), "+=", of(1)));
        }
        List<Stmt> outside = new ArrayList<>();
        if (scope.chance(50)) {
            List<Stmt> gathered = new GatheredForms(scope, expr, at(scope.index, column), column).gathered();
            switch (scope.weighted(80, 12, 4, 4)) {
                case 0 -> cell.addAll(gathered);
                case 1 -> cell.addAll(0, gathered);
                case 2 -> row.add(new Assign(scope.counter("rows", 1), "+=", scope.index));
                default -> outside.add(new Assign(scope.counter("rows", 1), "+=", scope.index));
            }
        }
        For inner = For.upTo(column, local("w"), Stmt.block(cell.toArray(new Stmt[0])));
        inner = switch (scope.weighted(45, 15, 25, 15)) {
            case 0 -> inner.from(of(1));
            case 1 -> inner;
            case 2 -> inner.from(plus(local("w"), -2)).to(">=", of(0)).by(of(-1));
            default -> inner.from(of(1)).to("<=", plus(local("w"), -2));
        };
        if (scope.chance(6)) {
            inner = inner.to("<", scope.pick(scope.index, plus(scope.index, 2)));
        }
        if (scope.chance(60)) {
            row.add(Stmt.when(new Binary(">", scope.index, of(0)), inner));
        } else {
            row.add(inner);
        }
        row.addAll(outside);
        return row;
    }

    /** A cell nearby: most often one that has come before. */
    private Expr neighbor() {
        int up = scope.weighted(55, 25, 12, 8);
        int side = scope.weighted(35, 35, 20, 5, 5);
        Expr i = up == 1 ? scope.index : plus(scope.index, up == 0 ? -1 : up == 2 ? 1 : -2);
        Expr j = side == 0 ? column : plus(column, new int[] {0, -1, 1, 2, -2}[side]);
        if (scope.chance(10)) {
            return new Element(new Element(scope.pick(scope.matrices), i), j);
        }
        return at(i, j);
    }

    /** A cell that a row is read of before its columns. */
    private Expr beside() {
        return at(scope.chance(70) ? scope.index : plus(scope.index, -1), scope.chance(70) ? of(0) : of(2));
    }

    private Expr at(Expr i, Expr j) {
        return flat ? new Element(array, plus(times(i, local("w")), j)) : new Element(new Element(matrix, i), j);
    }
}
