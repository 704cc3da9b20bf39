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

/** Draws hashes: what each iteration finds times a factor, and something more. In variables, in cells, in a field. */
final class HashForms {

    private final Scope scope;
    private final ExprGenerator expr;
    private Expr hash;
    private Expr factor;

    HashForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
    }

    List<Stmt> hashes() {
        List<Stmt> all = new ArrayList<>();
        if (scope.chance(5)) {
            all.add(Stmt.when(expr.condition(), new Stmt.Jump(scope.pick("continue", "continue", "break"))));
        }
        int count = scope.pick(1, 1, 1, 2);
        for (int k = 0; k < count; k++) {
            all.addAll(hash());
        }
        return all;
    }

    private List<Stmt> hash() {
        if (scope.chance(15)) {
            return ofCell();
        }
        if (scope.chance(12)) {
            return ofRow();
        }
        Kind kind = scope.chance(50)
                ? Kind.INT
                : scope.pick(Kind.LONG, Kind.LONG, Kind.LONG, Kind.SHORT, Kind.CHAR, Kind.DOUBLE);
        Var own = scope.outer("h", kind, of(scope.pick(0, 1, 7, 17)));
        scope.accumulators.add(own.name());
        scope.results.add(own);
        hash = own;
        List<Stmt> all = steps();
        if (scope.chance(8)) {
            Stmt looks = new Assign(new Element(scope.target(), scope.index), "=", new Expr.Cast(Kind.INT, own));
            all.add(scope.between(0, all.size()), looks);
        }
        if (scope.chance(7)) {
            return List.of(Stmt.when(expr.condition(), all.toArray(new Stmt[0])));
        }
        return scope.chance(6) ? List.of(For.upTo(local(scope.fresh("j")), of(2), new Stmt.Block(all))) : all;
    }

    /** Of columns, of one cell, or of such that the data choose. */
    private List<Stmt> ofCell() {
        Var j = local(scope.fresh("j"));
        Expr array = scope.target();
        boolean columns = scope.chance(50);
        Expr at = columns
                ? j
                : scope.<Expr>pick(
                        of(scope.between(0, 3)),
                        new Binary("&", scope.index, of(3)),
                        new Binary("&", new Element(scope.array(), scope.index), of(7)),
                        scope.index);
        hash = scope.chance(80)
                ? new Element(array, at)
                : new Expr.Field(new Var("other", Kind.THING), "total", Kind.INT);
        List<Stmt> all = steps();
        if (scope.chance(10)) {
            all.add(new Assign(new Element(scope.array(), scope.index), "=", hash));
        }
        return columns ? List.of(For.upTo(j, scope.<Expr>pick(local("w"), of(3)), new Stmt.Block(all))) : all;
    }

    /** Each iteration has one of its own. */
    private List<Stmt> ofRow() {
        Var own = new Var(scope.fresh("h"), scope.pick(Kind.INT, Kind.INT, Kind.LONG));
        Var j = local(scope.fresh("j"));
        hash = own;
        scope.readable.add(j);
        List<Stmt> steps = steps();
        scope.readable.remove(j);
        Expr whole = new Expr.Cast(Kind.INT, own);
        return List.of(
                new Stmt.Declare(own.name(), own.kind(), of(7)),
                For.upTo(j, scope.<Expr>pick(local("w"), of(3)), new Stmt.Block(steps)),
                scope.chance(60)
                        ? new Assign(new Element(scope.target(), scope.index), "=", whole)
                        : ArrayForms.update(scope, new Element(scope.array(), new Binary("&", whole, of(7))), of(1)));
    }

    private List<Stmt> steps() {
        factor = switch (scope.weighted(80, 6, 10, 4)) {
            case 0 -> of(scope.pick(31, 31, 33, 131, -3, 0, 1, 2, 1 << 31, 16777619));
            case 1 -> local("k");
            case 2 -> new Expr.Const(Kind.LONG, scope.pick(1099511628211L, 6364136223846793005L, 1L << 40));
            default -> new Element(scope.array(), scope.<Expr>pick(of(1), scope.index));
        };
        List<Stmt> all = new ArrayList<>();
        int count = scope.pick(1, 1, 1, 2, 3);
        for (int k = 0; k < count; k++) {
            all.addAll(step());
        }
        return all;
    }

    private List<Stmt> step() {
        Expr value = value();
        return switch (scope.weighted(45, 18, 16, 7, 6, 5, 2, 4)) {
            case 0 -> {
                Expr product = scope.chance(60) ? times(factor, hash) : times(hash, factor);
                Expr sum = scope.chance(70) ? plus(product, value) : new Binary("-", value, product);
                yield List.of(assign(sum));
            }
            case 1 -> List.of(new Assign(hash, "*=", factor), new Assign(hash, scope.pick("+=", "-="), value));
            case 2 -> {
                Expr shifted = new Binary("<<", hash, of(scope.pick(5, 5, 1, 3)));
                yield scope.chance(60) && hash.kind() != Kind.DOUBLE
                        ? List.of(assign(plus(new Binary(scope.pick("-", "+"), shifted, hash), value)))
                        : List.of(new Assign(hash, "*=", of(9)), new Assign(hash, "+=", value));
            }
            case 3 -> List.of(assign(new Binary("-", value, hash)));
            case 4 -> List.of(assign(times(factor, plus(hash, value))));
            case 5 -> List.of(new Stmt.Step(hash, scope.chance(50)));
            case 6 -> List.of(assign(plus(times(hash, hash), value)));
            default ->
                hash.kind() == Kind.DOUBLE
                        ? List.of(new Assign(hash, "*=", new Expr.Const(Kind.DOUBLE, 0.5)))
                        : List.of(new Assign(hash, scope.pick("^=", "*=", "|=", ">>="), value));
        };
    }

    private Stmt assign(Expr value) {
        boolean fits = value.kind() == hash.kind()
                || value.kind().compareTo(hash.kind()) < 0 && !hash.kind().isNarrow();
        return new Assign(hash, "=", fits ? value : new Expr.Cast(hash.kind(), value));
    }

    private Expr value() {
        return switch (scope.weighted(45, 25, 15, 10, 5)) {
            case 0 -> new Element(scope.array(), scope.index);
            case 1 -> expr.value(2);
            case 2 -> new Binary("&", new Element(new Var("c", Kind.BYTES), scope.index), of(255));
            case 3 -> new Expr.Choice(expr.condition(), of(1), of(2));
            default -> new Element(new Var("numbers", Kind.NUMBERS), scope.index);
        };
    }
}
