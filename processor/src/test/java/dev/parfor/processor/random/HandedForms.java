package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Declare;
import dev.parfor.processor.random.Stmt.Jump;
import dev.parfor.processor.random.Stmt.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws what one iteration leaves to the next one, or to the one after: the value of an expression that can be made anew. */
final class HandedForms {

    private final Scope scope;
    private final BodyGenerator bodies;
    private final ExprGenerator expr;

    HandedForms(Scope scope, BodyGenerator bodies, ExprGenerator expr) {
        this.scope = scope;
        this.bodies = bodies;
        this.expr = expr;
    }

    List<Stmt> handed() {
        List<Var> chain = new ArrayList<>();
        int length = scope.weighted(70, 20, 10) + 1;
        boolean isPlace = scope.chance(20);
        for (int i = 0; i < length; i++) {
            Expr first = isPlace ? plus(scope.bound, -1 - i) : of(scope.between(-2, 9));
            Var before = scope.outer("before", Kind.INT, first);
            scope.accumulators.add(before.name());
            chain.add(before);
        }
        List<Stmt> makers = makers(chain, isPlace);
        List<Stmt> all = new ArrayList<>();
        int uses = scope.between(1, 2);
        for (int i = 0; i < uses; i++) {
            all.add(use(scope.pick(chain), isPlace));
        }
        if (scope.chance(10)) {
            all.add(Stmt.when(expr.condition(), new Jump("continue")));
        }
        if (scope.chance(12)) {
            all.addAll(0, makers);
        } else {
            all.addAll(makers);
        }
        if (scope.chance(15)) {
            all.add(bodies.write());
        }
        if (scope.chance(50)) {
            scope.results.add(scope.pick(chain));
        }
        return all;
    }

    /** What makes the last one, and hands the others on. */
    private List<Stmt> makers(List<Var> chain, boolean isPlace) {
        List<Stmt> all = new ArrayList<>();
        Expr value = isPlace ? scope.index : expr.value(scope.between(1, 2));
        if (scope.chance(30)) {
            Var current = local(scope.fresh("now"));
            all.add(new Declare(current.name(), Kind.INT, value));
            value = current;
        }
        if (scope.chance(8)) {
            value = plus(value, scope.pick(chain));
        }
        boolean backwards = scope.chance(12);
        List<Stmt> hands = new ArrayList<>();
        for (int i = chain.size() - 1; i > 0; i--) {
            Expr older = scope.chance(85) ? chain.get(i - 1) : new Binary("^", chain.get(i - 1), expr.value(0));
            hands.add(backwards ? 0 : hands.size(), new Assign(chain.get(i), "=", older));
        }
        Stmt made = new Assign(chain.get(0), "=", value);
        all.addAll(hands);
        all.add(backwards ? all.size() - hands.size() : all.size(), made);
        if (scope.chance(8)) {
            Stmt last = all.remove(all.size() - 1);
            all.add(Stmt.when(expr.condition(), last));
        }
        return all;
    }

    private Stmt use(Var before, boolean isPlace) {
        Expr value = isPlace && scope.chance(70) ? new Element(scope.array(), before) : before;
        return switch (scope.weighted(40, 20, 15, 10, 10, 5)) {
            case 0 ->
                new Assign(
                        new Element(scope.target(), scope.chance(80) ? scope.index : expr.own()),
                        scope.pick("=", "=", "+="),
                        new Binary(scope.pick("-", "+", "^"), expr.value(1), value));
            case 1 -> {
                Var sum = scope.counter("s", scope.between(-1, 3));
                scope.results.add(sum);
                yield new Assign(sum, scope.pick("+=", "-="), value);
            }
            case 2 -> {
                Var runs = scope.counter("c", 0);
                scope.results.add(runs);
                yield Stmt.when(new Binary(scope.pick("!=", "<", ">"), value, expr.value(1)), new Step(runs, true));
            }
            case 3 ->
                Stmt.when(
                        new Binary(scope.pick("==", "<"), value, of(scope.between(0, 6))),
                        new Jump(scope.pick("break", "break marked")));
            case 4 -> Stmt.when(new Binary("==", value, of(scope.between(5, 12))), new Stmt.Return(Optional.of(value)));
            default ->
                new Assign(new Element(scope.array(), new Binary("&", value, of(7))), "+=", of(scope.between(1, 3)));
        };
    }
}
