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

/** Draws calls of little methods that copy, turn round, sort and multiply a row, in place or in an array made for it. */
final class CallForms {

    private final Scope scope;
    private final ExprGenerator expr;
    private Expr width;
    private Expr row;

    CallForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
    }

    List<Stmt> calling() {
        width = scope.<Expr>pick(local("w"), of(3), of(4));
        row = scope.chance(85) ? times(scope.index, width) : plus(scope.index, 1);
        List<Stmt> all = new ArrayList<>();
        if (scope.chance(20)) {
            Stmt leave = new Stmt.Jump(scope.pick("continue", "continue marked", "break"));
            all.add(Stmt.when(expr.condition(), leave));
        }
        switch (scope.weighted(35, 35, 15, 15)) {
            case 0 -> all.add(inPlace(array()));
            case 1 -> all.addAll(inScratch());
            case 2 ->
                all.add(new Stmt.Switch(
                        new Binary("&", expr.value(1), of(3)),
                        List.of(
                                Stmt.block(inPlace(scope.target())),
                                Stmt.block(inPlace(scope.target())),
                                Stmt.block(new Assign(new Element(scope.array(), scope.index), "=", dot()))),
                        scope.chance(25)));
            default -> all.add(new Assign(new Element(scope.target(), scope.index), scope.pick("=", "+="), dot()));
        }
        return all;
    }

    private Expr array() {
        return scope.chance(75) ? scope.target() : new Element(scope.pick(scope.matrices), scope.index);
    }

    private Expr end() {
        return scope.chance(88) ? plus(row, width) : plus(row, plus(width, 1));
    }

    private Stmt inPlace(Expr array) {
        Expr from = scope.chance(50) ? row : of(scope.between(0, 2));
        return switch (scope.weighted(30, 30, 20, 20)) {
            case 0 -> eval(Helpers.REVERSE, array, row, end());
            case 1 -> eval(Helpers.SORT, array, row, end());
            case 2 -> eval(Helpers.COPY, scope.array(), from, array, row, width);
            default -> {
                Expr mid = plus(row, new Binary("/", width, of(2)));
                yield eval(Helpers.MERGE, scope.array(), row, mid, end(), array);
            }
        };
    }

    private Expr dot() {
        return new Call(Helpers.DOT, List.of(scope.array(), row, scope.array(), scope.<Expr>pick(row, of(0)), width));
    }

    /** A copy of the row is worked on, and comes back. */
    private List<Stmt> inScratch() {
        Var own = new Var(scope.fresh("own"), Kind.INTS);
        Declare made = new Declare(own.name(), Kind.INTS, new Expr.NewArray(plus(width, scope.between(0, 1))));
        List<Stmt> all = new ArrayList<>();
        if (scope.chance(70)) {
            all.add(made);
        } else {
            scope.before.add(made);
        }
        Expr length = scope.chance(85) ? width : plus(width, -1);
        all.add(eval(Helpers.COPY, scope.array(), row, own, of(0), length));
        switch (scope.weighted(35, 35, 30)) {
            case 0 -> all.add(eval(Helpers.SORT, own, of(0), width));
            case 1 -> all.add(eval(Helpers.REVERSE, own, of(0), width));
            default -> {
                Var j = local(scope.fresh("j"));
                Expr before = new Element(own, plus(j, -1));
                all.add(For.upTo(j, width, Stmt.block(new Assign(new Element(own, j), "+=", before)))
                        .from(of(1)));
            }
        }
        all.add(
                scope.chance(60)
                        ? eval(Helpers.COPY, own, of(0), scope.target(), row, width)
                        : new Assign(new Element(scope.target(), scope.index), "=", new Element(own, of(0))));
        return all;
    }

    private static Stmt eval(Helpers.Helper helper, Expr... arguments) {
        return new Stmt.Eval(new Call(helper, List.of(arguments)));
    }
}
