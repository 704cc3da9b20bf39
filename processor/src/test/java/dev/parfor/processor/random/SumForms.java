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
import dev.parfor.processor.random.Stmt.Step;
import java.util.ArrayList;
import java.util.List;

/** Draws several sums of integers of all widths, in branches and inner loops, of wider and narrower values; seldom one that is looked at. */
final class SumForms {

    private final Scope scope;
    private final ExprGenerator expr;
    private final List<Var> sums = new ArrayList<>();

    SumForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
    }

    List<Stmt> sums() {
        int count = scope.between(1, 4);
        for (int k = 0; k < count; k++) {
            Kind kind = scope.pick(Kind.INT, Kind.INT, Kind.INT, Kind.LONG, Kind.LONG, Kind.SHORT, Kind.BYTE);
            Var sum = scope.outer("s", kind, of(scope.between(-2, 3)));
            scope.accumulators.add(sum.name());
            scope.results.add(sum);
            sums.add(sum);
        }
        List<Stmt> all = new ArrayList<>();
        int steps = scope.between(count, count + 2);
        for (int k = 0; k < steps; k++) {
            Var sum = k < count ? sums.get(k) : scope.pick(sums);
            all.add(placed(sum));
        }
        if (scope.chance(8)) {
            Stmt looks = new Assign(
                    new Element(new Var("z", Kind.INTS), scope.index), "=", new Expr.Cast(Kind.INT, scope.pick(sums)));
            all.add(scope.chance(50) ? looks : Stmt.when(expr.condition(), looks));
        }
        if (scope.chance(8)) {
            all.add(
                    scope.between(0, all.size()),
                    Stmt.when(expr.condition(), new Stmt.Jump(scope.pick("continue", "break"))));
        }
        return all;
    }

    private Stmt placed(Var sum) {
        return switch (scope.weighted(50, 15, 10, 20, 5)) {
            case 0 -> step(sum);
            case 1 -> Stmt.when(expr.condition(), step(sum));
            case 2 -> new Stmt.If(expr.condition(), Stmt.block(step(sum)), Stmt.block(step(scope.pick(sums))));
            case 3 -> {
                Var j = local(scope.fresh("j"));
                Expr cell = new Element(
                        scope.array(),
                        scope.chance(60) ? plus(times(scope.index, local("w")), j) : plus(scope.index, j));
                List<Stmt> body = new ArrayList<>(List.of(new Assign(sum, scope.pick("+=", "+=", "-="), cell)));
                if (scope.chance(25)) {
                    body.add(step(scope.pick(sums)));
                }
                if (scope.chance(15)) {
                    body.add(Stmt.when(new Binary("==", cell, of(3)), new Stmt.Jump("break")));
                }
                yield For.upTo(j, scope.chance(70) ? local("w") : of(3), new Stmt.Block(body));
            }
            default ->
                new Stmt.Switch(
                        new Binary("&", expr.value(1), of(3)),
                        List.of(Stmt.block(step(sum)), Stmt.block(step(scope.pick(sums))), Stmt.block(step(sum))),
                        scope.chance(40));
        };
    }

    private Stmt step(Var sum) {
        Expr value = switch (scope.weighted(60, 20, 10, 10)) {
            case 0 -> expr.value(2);
            case 1 -> new Binary("*", expr.value(1), new Expr.Const(Kind.LONG, scope.pick(3L, 1L << 33, -1L)));
            case 2 -> new Expr.Cast(scope.pick(Kind.BYTE, Kind.SHORT, Kind.LONG), expr.value(1));
            default -> scope.index;
        };
        boolean plain = sum.kind() == Kind.LONG || sum.kind() == Kind.INT && value.kind() != Kind.LONG;
        return switch (scope.weighted(60, 15, 10, 10, 3)) {
            case 0 -> new Assign(sum, scope.pick("+=", "+=", "-="), value);
            case 1 -> new Step(sum, scope.chance(70));
            case 2 ->
                plain
                        ? new Assign(sum, "=", scope.chance(95) ? plus(value, sum) : plus(sum, sum))
                        : new Assign(sum, "+=", value);
            case 3 -> plain ? new Assign(sum, "=", new Binary("-", sum, value)) : new Assign(sum, "-=", value);
            default -> new Assign(sum, scope.pick("^=", "*=", "|="), value);
        };
    }
}
