package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;
import static dev.parfor.processor.random.Expr.times;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Bump;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Field;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Declare;
import dev.parfor.processor.random.Stmt.For;
import dev.parfor.processor.random.Stmt.While;
import java.util.ArrayList;
import java.util.List;

/** Draws loops over the rows of images: several places of a row, regions with an offset, rows from both ends, rows behind fields. */
final class RegionForms {

    private final Scope scope;
    private final ExprGenerator expr;
    private final Expr image;
    private final Expr stride;
    private final Expr row;

    RegionForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
        this.image = scope.chance(70) ? scope.target() : objects();
        Expr w = local("w");
        this.stride = switch (scope.weighted(60, 15, 15, 10)) {
            case 0 -> w;
            case 1 -> plus(w, scope.between(1, 3));
            case 2 -> of(scope.between(2, 6));
            default -> times(2, w);
        };
        this.row = switch (scope.weighted(70, 12, 10, 8)) {
            case 0 -> times(scope.index, stride);
            case 1 -> times(plus(scope.index, scope.<Expr>pick(of(1), local("k"))), stride);
            case 2 -> plus(times(scope.index, stride), local("k"));
            default -> times(new Binary("-", plus(scope.bound, -1), scope.index), stride);
        };
    }

    /** An array behind a field. */
    private Expr objects() {
        Var other = new Var("other", Kind.THING);
        return new Field(
                scope.chance(50) ? other : new Element(scope.pick(scope.things), scope.index), "data", Kind.INTS);
    }

    List<Stmt> regions() {
        List<Stmt> all = new ArrayList<>();
        int count = scope.between(1, 2);
        for (int k = 0; k < count; k++) {
            all.addAll(
                    switch (scope.weighted(16, 14, 14, 12, 12, 12, 10, 10)) {
                        case 0 -> ends();
                        case 1 -> mirrored();
                        case 2 -> copied();
                        case 3 -> filled();
                        case 4 -> bothHalves();
                        case 5 -> running();
                        case 6 -> rowsOfRows();
                        default -> List.of(parted());
                    });
        }
        return all;
    }

    private Expr at(Expr place) {
        return new Element(image, place);
    }

    private Expr last() {
        return plus(row, plus(scope.chance(85) ? stride : local("w"), scope.chance(90) ? -1 : 0));
    }

    /** The first and the last place of a row. */
    private List<Stmt> ends() {
        Stmt first = new Assign(at(row), "=", scope.chance(50) ? at(plus(row, 1)) : expr.value(1));
        Stmt last = new Assign(at(last()), scope.pick("=", "+="), scope.chance(50) ? at(plus(last(), -1)) : of(1));
        return scope.chance(50) ? List.of(first, last) : List.of(last, first);
    }

    /** A row turned around. */
    private List<Stmt> mirrored() {
        Var j = local(scope.fresh("j"));
        Var t = local(scope.fresh("t"));
        Expr here = at(plus(row, j));
        Expr there = at(new Binary("-", last(), j));
        Expr half = scope.chance(85) ? new Binary("/", stride, of(2)) : stride;
        return List.of(For.upTo(
                j,
                half,
                Stmt.block(
                        new Declare(t.name(), Kind.INT, here),
                        new Assign(here, "=", there),
                        new Assign(there, "=", t))));
    }

    /** A region of another place, or another array. */
    private List<Stmt> copied() {
        Var j = local(scope.fresh("j"));
        Expr source = scope.chance(60) ? scope.array() : image;
        Expr from = plus(
                times(plus(scope.index, scope.<Expr>pick(of(0), of(1), local("m"))), scope.chance(70) ? stride : of(5)),
                j);
        Expr to = plus(row, plus(j, scope.<Expr>pick(of(0), local("m"), of(1))));
        return List.of(For.upTo(
                j,
                scope.<Expr>pick(stride, local("w"), local("m"), plus(stride, -1)),
                Stmt.block(new Assign(at(to), scope.pick("=", "+="), new Element(source, from)))));
    }

    /** A row that is cleared, and added to. */
    private List<Stmt> filled() {
        Var j = local(scope.fresh("j"));
        Var q = local(scope.fresh("j"));
        Expr place = scope.<Expr>pick(
                plus(row, q), plus(row, new Binary("&", q, of(1))), plus(row, new Binary("/", q, of(2))));
        For added = For.upTo(q, stride, Stmt.block(new Assign(at(place), "+=", expr.value(1))));
        return List.of(
                For.upTo(j, stride, Stmt.block(new Assign(at(plus(row, j)), "=", of(0)))),
                scope.chance(40) ? added.by(of(scope.between(2, 3))) : added);
    }

    /** Rows from both ends. */
    private List<Stmt> bothHalves() {
        Var j = local(scope.fresh("j"));
        Expr opposite = new Binary("-", plus(scope.bound, -1), scope.index);
        Expr there = at(plus(times(opposite, stride), j));
        Stmt added =
                scope.chance(50) ? new Assign(there, "=", at(plus(row, j))) : new Assign(there, "+=", expr.value(1));
        Stmt turned = For.upTo(
                j, stride, Stmt.block(new Assign(at(plus(times(scope.index, stride), j)), "+=", of(1)), added));
        return List.of(scope.chance(80) ? Stmt.when(new Binary("<", scope.index, opposite), turned) : turned);
    }

    /** A place that runs through the row, to where it ends. */
    private List<Stmt> running() {
        Var p = local(scope.fresh("p"));
        Var end = local(scope.fresh("e"));
        Expr value = scope.chance(50) ? expr.value(1) : new Element(scope.array(), p);
        Expr step = of(scope.pick(1, 1, 2));
        Stmt stepped = new Assign(p, "+=", step);
        Stmt written = new Assign(new Element(image, p), scope.pick("=", "+="), value);
        Expr test = new Binary(scope.chance(75) ? "<" : "!=", p, end);
        boolean counts = scope.chance(60);
        Stmt once = new Assign(new Element(image, new Bump(p, true, false)), "=", expr.value(1));
        return List.of(
                new Declare(p.name(), Kind.INT, row),
                new Declare(end.name(), Kind.INT, plus(p, scope.chance(85) ? stride : local("m"))),
                new While(test, counts ? Stmt.block(once) : Stmt.block(written, stepped), true));
    }

    /** Rows of pairs of rows, and parts of rows. */
    private List<Stmt> rowsOfRows() {
        Var j = local(scope.fresh("j"));
        Expr even = times(times(2, scope.index), stride);
        Expr odd = times(plus(times(2, scope.index), scope.chance(85) ? 1 : 2), stride);
        return List.of(For.upTo(
                j,
                scope.chance(80) ? stride : plus(stride, 1),
                Stmt.block(
                        new Assign(at(plus(even, j)), "=", expr.value(1)),
                        new Assign(at(plus(odd, j)), "=", scope.chance(50) ? at(plus(even, j)) : of(2)))));
    }

    /** Columns of a part of the row, a whole number of iterations to a row. */
    private Stmt parted() {
        Var j = local(scope.fresh("j"));
        int parts = scope.between(2, 3);
        Expr whole = times(new Binary("/", scope.index, of(parts)), times(of(parts), local("m")));
        Expr part = times(new Binary("%", scope.index, of(parts)), local("m"));
        return For.upTo(
                j,
                scope.chance(85) ? local("m") : local("w"),
                Stmt.block(new Assign(at(plus(plus(whole, part), j)), "=", expr.value(1))));
    }
}
