package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;
import static dev.parfor.processor.random.Expr.times;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Call;
import dev.parfor.processor.random.Expr.Choice;
import dev.parfor.processor.random.Expr.Const;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws what is gathered of the cells of a wavefront: sums of all widths, bits, extremes with and without their places, flags, several
 * at once, from values that are not neutral; seldom one that is looked at, or that the order of cells decides.
 */
final class GatheredForms {

    private final Scope scope;
    private final ExprGenerator expr;
    private final Expr cell;
    private final Var column;

    /** @param cell that of the row and the column */
    GatheredForms(Scope scope, ExprGenerator expr, Expr cell, Var column) {
        this.scope = scope;
        this.expr = expr;
        this.cell = cell;
        this.column = column;
    }

    List<Stmt> gathered() {
        List<Stmt> all = new ArrayList<>();
        int count = scope.pick(1, 1, 2, 3);
        for (int k = 0; k < count; k++) {
            Stmt one = one();
            all.add(scope.chance(15) ? Stmt.when(expr.condition(), one) : one);
        }
        return all;
    }

    private Stmt one() {
        return switch (scope.weighted(30, 12, 20, 24, 14, 4)) {
            case 0 -> sum();
            case 1 -> new Assign(carried("b", Kind.INT), scope.pick("^=", "|=", "&="), value());
            case 2 -> extreme();
            case 3 -> place();
            case 4 -> flag();
            default -> odd();
        };
    }

    private Var carried(String prefix, Kind kind) {
        Var variable = scope.outer(prefix, kind, of(scope.between(-3, 9)));
        scope.accumulators.add(variable.name());
        scope.results.add(variable);
        return variable;
    }

    private Expr value() {
        return switch (scope.weighted(70, 10, 10, 10)) {
            case 0 -> cell;
            case 1 -> times(cell, column);
            case 2 -> plus(cell, scope.index);
            default -> column;
        };
    }

    private Stmt sum() {
        Var sum = carried("s", scope.pick(Kind.INT, Kind.INT, Kind.LONG, Kind.SHORT, Kind.BYTE, Kind.DOUBLE));
        return scope.chance(75) ? new Assign(sum, scope.pick("+=", "+=", "-="), value()) : new Step(sum, true);
    }

    private Stmt extreme() {
        boolean most = scope.chance(50);
        Var best = carried("best", Kind.INT);
        Expr value = value();
        Expr better = new Binary((most ? ">" : "<") + scope.pick("", "", "="), value, best);
        return switch (scope.weighted(40, 35, 25)) {
            case 0 -> {
                List<Expr> both = scope.chance(50) ? List.of(best, value) : List.of(value, best);
                yield new Assign(best, "=", new Call(most ? Helpers.MAX : Helpers.MIN, both));
            }
            case 1 -> Stmt.when(better, new Assign(best, "=", value));
            default -> new Assign(best, "=", new Choice(better, value, best));
        };
    }

    /** Where the extreme stands: the first of equal ones, seldom the last. */
    private Stmt place() {
        Var best = carried("best", scope.chance(80) ? Kind.INT : Kind.LONG);
        Expr value = scope.chance(85) ? cell : value();
        List<Stmt> kept = new ArrayList<>(List.of(new Assign(best, "=", value)));
        int count = scope.pick(1, 2, 2, 3);
        for (int k = 0; k < count; k++) {
            Expr where = scope.<Expr>pick(scope.index, column, plus(times(of(100), scope.index), column), cell);
            kept.add(scope.between(0, kept.size()), new Assign(carried("at", Kind.INT), "=", where));
        }
        Expr better = new Binary(scope.pick("<", ">", ">", scope.pick("<=", ">=")), value, best);
        return Stmt.when(better, kept.toArray(new Stmt[0]));
    }

    private Stmt flag() {
        Var flag = scope.outer("any", Kind.BOOLEAN, new Const(Kind.BOOLEAN, scope.chance(40)));
        scope.flags.add(flag);
        scope.accumulators.add(flag.name());
        Expr test = new Binary(scope.pick("<", ">", "==", "!="), cell, of(scope.between(-2, 12)));
        return switch (scope.weighted(40, 30, 30)) {
            case 0 -> new Assign(flag, scope.pick("|=", "&=", "^="), test);
            case 1 -> Stmt.when(test, new Assign(flag, "=", new Const(Kind.BOOLEAN, scope.chance(70))));
            default -> new Assign(flag, "=", new Binary(scope.pick("||", "&&"), flag, test));
        };
    }

    /** What a part of a row can't gather for itself. */
    private Stmt odd() {
        Var sum = carried("s", Kind.INT);
        return switch (scope.weighted(1, 1, 1, 1)) {
            case 0 -> new Assign(sum, "=", plus(times(of(3), sum), cell));
            case 1 -> Stmt.block(new Assign(sum, "+=", cell), new Assign(cell, "+=", sum));
            case 2 -> Stmt.when(expr.condition(), new Assign(sum, "=", column));
            default ->
                Stmt.block(
                        new Assign(sum, "+=", cell), Stmt.when(new Binary(">", sum, of(40)), new Stmt.Jump("break")));
        };
    }
}
