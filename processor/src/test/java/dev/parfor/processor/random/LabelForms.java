package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Length;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Declare;
import dev.parfor.processor.random.Stmt.For;
import java.util.ArrayList;
import java.util.List;

/** Draws updates of cells in rows that the data choose: sums by label, joint histograms, products of all pairs; of all widths. */
final class LabelForms {

    private static final List<Var> ROWS = List.of(
            new Var("byteRows", Kind.BYTE_ROWS),
            new Var("shortRows", Kind.SHORT_ROWS),
            new Var("charRows", Kind.CHAR_ROWS),
            new Var("g", Kind.ROWS),
            new Var("h", Kind.ROWS),
            new Var("longRows", Kind.LONG_ROWS),
            new Var("floatRows", Kind.FLOAT_ROWS),
            new Var("doubleRows", Kind.DOUBLE_ROWS));

    private final Scope scope;
    private final ExprGenerator expr;
    private Var rows;
    private Kind cell;

    LabelForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
    }

    List<Stmt> labels() {
        rows = scope.pick(ROWS);
        cell = rows.kind().element().element();
        if (scope.chance(30)) {
            rows = made();
        }
        List<Stmt> all = new ArrayList<>();
        Expr label = label();
        if (scope.chance(40)) {
            Var named = local(scope.fresh("label"));
            all.add(new Declare(named.name(), Kind.INT, label));
            label = named;
        }
        Expr row = new Element(rows, label);
        if (scope.chance(25)) {
            Var alias = new Var(scope.fresh("row"), rows.kind().element());
            all.add(new Declare(alias.name(), alias.kind(), row));
            row = alias;
        }
        all.addAll(updates(row));
        if (scope.chance(35)) {
            Expr count = new Element(scope.chance(80) ? new Var("z", Kind.INTS) : scope.array(), label);
            all.add(new Stmt.Merging(count, "+", new Stmt.Step(count, true)));
        }
        if (scope.chance(10)) {
            Expr seen = new Expr.Cast(Kind.INT, new Element(row, of(scope.between(0, 2))));
            all.add(new Assign(new Element(scope.array(), scope.index), "=", seen));
        }
        return scope.chance(12) ? List.of(Stmt.when(expr.condition(), all.toArray(new Stmt[0]))) : all;
    }

    /** Rows that the method makes, and looks at in the end. */
    private Var made() {
        Var own = new Var(scope.fresh("bins"), rows.kind());
        scope.before.add(new Declare(own.name(), own.kind(), new Expr.NewArray(own.kind(), List.of(of(8), of(5)))));
        Var seen = new Var(scope.fresh("seen"), cell);
        Expr last = new Element(new Element(own, of(scope.between(0, 7))), of(scope.between(0, 4)));
        scope.after.add(new Declare(seen.name(), cell, last));
        scope.results.add(seen);
        return own;
    }

    private Expr label() {
        Expr found = new Element(scope.array(), scope.index);
        return switch (scope.weighted(35, 20, 15, 10, 10, 10)) {
            case 0 -> new Binary("&", found, of(scope.pick(1, 3, 3, 7)));
            case 1 -> new Element(new Var("idx", Kind.INTS), scope.index);
            case 2 -> new Binary("%", new Binary("&", found, of(63)), of(scope.between(2, 5)));
            case 3 -> found;
            case 4 -> new Binary("%", scope.index, of(scope.between(2, 3)));
            default -> scope.index;
        };
    }

    private List<Stmt> updates(Expr row) {
        Var d = local(scope.fresh("d"));
        return switch (scope.weighted(45, 30, 25)) {
            case 0 -> {
                Expr width = scope.<Expr>pick(of(3), local("w"), new Length(row), local("n"));
                Expr target = new Element(row, d);
                List<Stmt> inside = new ArrayList<>(List.of(update(target, value(d))));
                if (scope.chance(10)) {
                    inside.add(update(target, value(d)));
                }
                yield List.of(For.upTo(d, width, new Stmt.Block(inside)));
            }
            case 1 -> {
                Expr place = scope.<Expr>pick(
                        of(scope.between(0, 3)),
                        new Binary("&", new Element(scope.array(), scope.index), of(3)),
                        new Element(scope.array(), scope.index));
                yield List.of(update(new Element(row, place), value(of(scope.between(0, 3)))));
            }
            default -> {
                Var a = local(scope.fresh("a"));
                Expr target = new Element(scope.chance(70) ? new Element(rows, a) : row, d);
                For inner = For.upTo(d, scope.chance(60) ? plus(a, 1) : of(3), Stmt.block(update(target, value(d))));
                yield List.of(For.upTo(a, scope.<Expr>pick(of(3), local("w")), Stmt.block(inner)));
            }
        };
    }

    private Expr value(Expr d) {
        if (cell.isFloating()) {
            Expr point = new Element(new Element(new Var("points", Kind.DOUBLE_ROWS), scope.index), d);
            Expr less = new Element(new Element(new Var("floatRows", Kind.FLOAT_ROWS), scope.index), d);
            return cell == Kind.FLOAT
                    ? scope.<Expr>pick(less, of(1), less)
                    : scope.<Expr>pick(point, point, new Binary("*", point, new Expr.Const(Kind.DOUBLE, 0.5)), of(1));
        }
        Expr point = new Element(new Element(new Var(scope.pick("g", "h"), Kind.ROWS), scope.index), d);
        Expr fraction = new Element(new Var("u", Kind.DOUBLES), scope.index);
        return switch (scope.weighted(45, 30, 17, 8)) {
            case 0 -> point;
            case 1 -> expr.value(1);
            case 2 -> new Binary("*", point, new Element(new Var("wide", Kind.LONGS), scope.index));
            default -> fraction;
        };
    }

    private Stmt update(Expr target, Expr value) {
        boolean fits = value.kind() == cell || value.kind().compareTo(cell) < 0 && !cell.isNarrow();
        Expr cast = fits ? value : new Expr.Cast(cell, value);
        return switch (scope.weighted(50, 12, 12, 12, 8, 6)) {
            case 0 ->
                merging(target, "+", new Assign(target, cell == Kind.DOUBLE ? "+=" : scope.pick("+=", "-="), value));
            case 1 -> merging(target, "+", new Stmt.Step(target, scope.chance(80)));
            case 2 -> {
                boolean bits = !cell.isFloating() && !value.kind().isFloating();
                String operator = bits ? scope.pick("^", "|", "&", "*") : "*";
                yield merging(target, operator, new Assign(target, operator + "=", value));
            }
            case 3 -> {
                boolean most = scope.chance(50);
                Expr better = new Binary(most ? ">" : "<", value, target);
                yield merging(target, most ? "max" : "min", Stmt.when(better, new Assign(target, "=", cast)));
            }
            case 4 -> {
                Expr sum = plus(target, value);
                boolean same = sum.kind() == cell;
                yield merging(target, "+", new Assign(target, "=", same ? sum : new Expr.Cast(cell, sum)));
            }
            default -> new Assign(target, "=", cast);
        };
    }

    private static Stmt merging(Expr target, String operator, Stmt update) {
        return new Stmt.Merging(target, operator, update);
    }
}
