package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;
import static dev.parfor.processor.random.Expr.times;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Const;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.For;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws sums, products and extremes of floating-point numbers, with ties, zeros of both signs and what is not a number. */
final class FractionForms {

    private final Scope scope;
    private final ExprGenerator expr;
    private final boolean few;

    FractionForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
        this.few = scope.chance(25);
    }

    List<Stmt> fractions() {
        List<Stmt> all = new ArrayList<>();
        int count = scope.pick(1, 1, 2, 3);
        for (int k = 0; k < count; k++) {
            Stmt one = one();
            all.add(
                    switch (scope.weighted(65, 20, 15)) {
                        case 0 -> one;
                        case 1 -> Stmt.when(test(), one);
                        default ->
                            For.upTo(local(scope.fresh("j")), scope.<Expr>pick(of(2), local("w")), Stmt.block(one));
                    });
        }
        if (scope.chance(12)) {
            Stmt leave = scope.<Stmt>pick(
                    new Stmt.Jump("break"), new Stmt.Jump("continue"), new Stmt.Return(Optional.of(scope.index)));
            all.add(scope.between(0, all.size()), Stmt.when(test(), leave));
        }
        if (scope.chance(25)) {
            Expr cell = new Element(new Var("v", Kind.DOUBLES), scope.index);
            all.add(new Assign(cell, scope.pick("=", "+="), read()));
        }
        return all;
    }

    private Kind kind() {
        return few ? Kind.FLOAT : Kind.DOUBLE;
    }

    private Expr read() {
        Expr at = scope.chance(85) ? scope.index : plus(scope.index, 1);
        Expr array = few ? new Var("floats", Kind.FLOATS) : new Var(scope.chance(70) ? "u" : "v", Kind.DOUBLES);
        return new Element(array, at);
    }

    private Expr constant(double value) {
        return new Const(kind(), few ? (Object) (float) value : (Object) value);
    }

    private Expr test() {
        Expr value = read();
        return switch (scope.weighted(50, 20, 30)) {
            case 0 -> new Binary(scope.pick("<", ">", ">="), value, constant(scope.between(-2, 3)));
            case 1 -> new Binary(scope.pick("!=", "=="), value, value);
            default -> expr.condition();
        };
    }

    private Stmt one() {
        return switch (scope.weighted(35, 10, 25, 20, 10)) {
            case 0 -> sum();
            case 1 -> {
                if (few) {
                    yield sum();
                }
                Var product = carried("p", constant(1));
                Expr value = plus(constant(1), new Binary("*", read(), constant(0.0625)));
                yield scope.chance(70)
                        ? new Assign(product, "*=", value)
                        : new Assign(product, "=", new Binary("*", value, product));
            }
            case 2 -> extreme();
            case 3 -> place();
            default -> count();
        };
    }

    private Var carried(String prefix, Expr first) {
        Var variable = scope.outer(prefix, kind(), first);
        scope.accumulators.add(variable.name());
        scope.results.add(variable);
        return variable;
    }

    /** Rounded in each iteration to what it is kept in. */
    private Stmt rounded() {
        Var sum = scope.outer("s", scope.pick(Kind.INT, Kind.LONG, Kind.FLOAT), of(scope.between(0, 2)));
        scope.results.add(sum);
        return new Assign(sum, scope.pick("+=", "+=", "*="), new Element(new Var("u", Kind.DOUBLES), scope.index));
    }

    private Stmt sum() {
        if (scope.chance(7)) {
            return rounded();
        }
        Var sum = carried("s", constant(scope.pick(0.0, 0.0, -0.0, 2.5)));
        Expr value = switch (scope.weighted(45, 25, 15, 15)) {
            case 0 -> read();
            case 1 -> new Binary("*", read(), read());
            case 2 -> new Binary("+", read(), constant(0.5));
            default -> new Binary("*", new Binary("&", expr.value(0), of(7)), read());
        };
        return switch (scope.weighted(60, 15, 15, 5, 5)) {
            case 0 -> new Assign(sum, "+=", value);
            case 1 -> new Assign(sum, "=", plus(sum, value));
            case 2 -> new Assign(sum, "=", plus(value, sum));
            case 3 -> new Assign(sum, "=", plus(times(sum, constant(0.5)), value));
            default -> {
                // A running value that is stored.
                Stmt store = new Assign(new Element(new Var("v", Kind.DOUBLES), scope.index), "=", sum);
                yield Stmt.block(new Assign(sum, "+=", value), store);
            }
        };
    }

    /** Its sign shows where it is zero. */
    private void divideBy(Var best) {
        Var inverse = new Var(scope.fresh("inverse"), kind());
        scope.after.add(new Stmt.Declare(inverse.name(), kind(), new Binary("/", constant(1), best)));
        scope.results.remove(best);
        scope.results.add(inverse);
    }

    private Stmt extreme() {
        double first = scope.pick(0.0, -0.0, -1.0, 3.0, Double.MAX_VALUE);
        Var best = carried("best", few && first > 9 ? constant(9) : constant(first));
        if (scope.chance(40)) {
            divideBy(best);
        }
        Expr value = read();
        boolean most = scope.chance(50);
        Expr better = new Binary(most ? scope.pick(">", ">=") : scope.pick("<", "<="), value, best);
        return switch (scope.weighted(40, 35, 15, 10)) {
            case 0 -> Stmt.when(better, new Assign(best, "=", value));
            case 1 -> {
                Helpers.Helper helper = few
                        ? most ? FractionHelpers.MAX_FEW : FractionHelpers.MIN_FEW
                        : most ? FractionHelpers.MAX : FractionHelpers.MIN;
                List<Expr> both = scope.chance(50) ? List.of(best, value) : List.of(value, best);
                yield new Assign(best, "=", new Expr.Call(helper, both));
            }
            case 2 -> new Assign(best, "=", new Expr.Choice(better, value, best));
            default -> new Assign(best, "=", new Expr.Choice(new Binary(most ? ">" : "<", best, value), best, value));
        };
    }

    /** Where the extreme stands: the first of equal ones, or the last. */
    private Stmt place() {
        Var best = carried("best", constant(scope.pick(0.0, -9.0, 9.0)));
        Var at = scope.counter("at", 1);
        scope.results.add(at);
        Expr value = read();
        Expr better = new Binary(scope.pick("<", ">", "<=", ">="), value, best);
        Expr test = scope.chance(80) ? better : new Binary("||", new Binary("==", at, of(scope.pick(1, 1, 2))), better);
        Stmt kept = new Assign(best, "=", value);
        Stmt placed = new Assign(at, "=", plus(scope.index, 2));
        return scope.chance(50) ? Stmt.when(test, kept, placed) : Stmt.when(test, placed, kept);
    }

    private Stmt count() {
        if (scope.chance(50)) {
            Var count = scope.counter("c", 0);
            scope.results.add(count);
            return Stmt.when(test(), new Stmt.Step(count, true));
        }
        Var any = scope.outer("any", Kind.BOOLEAN, new Const(Kind.BOOLEAN, scope.chance(50)));
        scope.flags.add(any);
        scope.accumulators.add(any.name());
        return scope.chance(60)
                ? new Assign(any, scope.pick("|=", "&=", "^="), test())
                : new Assign(any, "=", new Binary(scope.pick("||", "&&"), any, test()));
    }
}
