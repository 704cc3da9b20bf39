package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;
import static dev.parfor.processor.random.Expr.times;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Bump;
import dev.parfor.processor.random.Expr.Call;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Length;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Block;
import dev.parfor.processor.random.Stmt.Declare;
import dev.parfor.processor.random.Stmt.For;
import dev.parfor.processor.random.Stmt.Jump;
import dev.parfor.processor.random.Stmt.Return;
import dev.parfor.processor.random.Stmt.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the forms that are about variables from outside of the loop, and about its header. */
final class ScalarForms {

    private final Scope scope;
    private final BodyGenerator bodies;
    private final ExprGenerator expr;

    ScalarForms(Scope scope, BodyGenerator bodies, ExprGenerator expr) {
        this.scope = scope;
        this.bodies = bodies;
        this.expr = expr;
    }

    /** A break, return or labelled break, with sums of what came before. */
    List<Stmt> exits() {
        List<Stmt> before = new ArrayList<>();
        List<Stmt> after = new ArrayList<>();
        if (scope.chance(50)) {
            sum(scope.chance(50) ? before : after);
        }
        if (scope.chance(25)) {
            sum(before);
        }
        if (scope.chance(12)) {
            (scope.chance(50) ? before : after).add(bodies.write());
        }
        if (scope.chance(12)) {
            before.add(Stmt.when(expr.condition(), scope.chance(50) ? new Jump("continue") : new Stmt.Throw()));
        }
        before.add(exit());
        if (scope.chance(25)) {
            before.add(exit());
        }
        before.addAll(after);
        return before;
    }

    private void sum(List<Stmt> all) {
        Var sum = scope.counter("s", scope.between(-1, 3));
        scope.results.add(sum);
        all.add(
                switch (scope.weighted(4, 2, 2, 1)) {
                    case 0 -> new Assign(sum, scope.pick("+=", "-=", "^="), expr.value(1));
                    case 1 -> new Step(sum, true);
                    case 2 -> new Assign(sum, "=", new Call(Helpers.MAX, List.of(sum, expr.value(1))));
                    default -> Stmt.when(expr.condition(), new Step(sum, true));
                });
    }

    private Stmt exit() {
        return switch (scope.weighted(3, 3, 3, 2, 1)) {
            case 0 -> Stmt.when(expr.condition(), new Jump(scope.pick("break", "break", "break marked")));
            case 4 -> divisor();
            case 1 -> {
                Var found = scope.outer("f", Kind.INT, of(-1));
                scope.results.add(found);
                Stmt kept = new Assign(found, "=", scope.chance(60) ? scope.index : expr.value(1));
                yield Stmt.when(expr.condition(), kept, new Jump("break"));
            }
            case 2 ->
                Stmt.when(expr.condition(), new Return(Optional.of(scope.chance(60) ? scope.index : expr.value(1))));
            default -> {
                Var j = local(scope.fresh("j"));
                scope.readable.add(j);
                Expr cell = new Element(scope.array(), scope.chance(60) ? plus(times(scope.index, local("w")), j) : j);
                Expr test = new Binary(scope.pick("==", ">", "<"), cell, of(scope.between(0, 12)));
                Stmt leave = scope.chance(50) ? new Jump("break marked") : new Return(Optional.of(j));
                scope.readable.remove(j);
                yield For.upTo(j, local("w"), Stmt.block(Stmt.when(test, leave)));
            }
        };
    }

    /** Leaves the loop at a number with a divisor, or without one. */
    private Stmt divisor() {
        Var v = local(scope.fresh("v"));
        Var t = local(scope.fresh("t"));
        Var d = local(scope.fresh("d"));
        Expr number = scope.chance(75) ? new Binary("&", expr.value(1), of(1023)) : expr.value(1);
        Expr square = times(t, scope.chance(90) ? t : plus(t, -1));
        Stmt found =
                Stmt.when(new Binary("==", new Binary("%", v, t), of(0)), new Assign(d, "=", t), new Jump("break"));
        Stmt next = new Assign(t, "+=", of(scope.pick(1, 1, 1, 2)));
        return Stmt.block(
                new Declare(v.name(), Kind.INT, number),
                new Declare(t.name(), Kind.INT, of(scope.pick(2, 2, 2, 3, 1))),
                new Declare(d.name(), Kind.INT, of(0)),
                new Stmt.While(new Binary(scope.pick("<=", "<=", "<"), square, v), Stmt.block(found, next), true),
                Stmt.when(new Binary(scope.pick("==", ">"), d, of(scope.pick(0, 2))), new Jump("break marked")));
    }

    List<Stmt> headers() {
        scope.header = up -> header(scope, up);
        List<Stmt> all = new ArrayList<>();
        all.add(bodies.write());
        if (scope.chance(40)) {
            sum(all);
        }
        return all;
    }

    /** A while loop, or a second bound. */
    private static For header(Scope scope, For up) {
        For loop = up;
        if (scope.chance(50)) {
            Expr bound = scope.<Expr>pick(
                    new Length(new Var("x", Kind.INTS)), new Length(new Var("y", Kind.INTS)), local("m"), of(9));
            Expr index = new Var(loop.index(), loop.kind());
            loop = loop.whileAlso(new Binary(scope.pick("<", "<", "<="), index, bound));
        }
        if (scope.chance(25)) {
            loop = loop.from(scope.<Expr>pick(of(1), local("k"))).by(of(scope.between(1, 3)));
        } else if (scope.chance(30)) {
            loop = loop.from(plus(loop.bound(), -1)).to(">=", of(0)).by(of(-1));
        }
        boolean byOne = loop.step() instanceof Expr.Const c && Math.abs((int) c.value()) == 1;
        boolean down = loop.relation().equals(">=") && loop.also().isEmpty();
        return loop.written(
                switch (scope.weighted(50, 25, 25)) {
                    case 0 -> jumps(loop.body()) ? Stmt.Spelling.FOR : Stmt.Spelling.WHILE;
                    case 1 ->
                        !byOne
                                ? Stmt.Spelling.FOR
                                : down && scope.chance(50) ? Stmt.Spelling.COMPARES_FIRST : Stmt.Spelling.STEPS_FIRST;
                    default -> Stmt.Spelling.FOR;
                });
    }

    private static boolean jumps(Stmt s) {
        return s instanceof Jump
                || s instanceof Block b && b.statements().stream().anyMatch(ScalarForms::jumps)
                || s instanceof Stmt.If i && (jumps(i.then()) || jumps(i.otherwise()))
                || s instanceof For f && jumps(f.body())
                || s instanceof Stmt.Labeled
                || s instanceof Stmt.Try
                || s instanceof Stmt.Switch;
    }

    /** Variables whose last value counts, set in some iterations. */
    List<Stmt> last() {
        List<Stmt> kept = new ArrayList<>();
        int count = scope.between(1, 3);
        for (int i = 0; i < count; i++) {
            Var last = scope.outer("p", scope.pick(Kind.INT, Kind.INT, Kind.LONG), of(scope.between(-1, 5)));
            scope.results.add(last);
            kept.add(new Assign(last, "=", scope.chance(40) ? scope.index : expr.value(1)));
            if (scope.chance(10)) {
                kept.add(new Assign(new Element(scope.array(), expr.own()), "=", new Expr.Cast(Kind.INT, last)));
            }
        }
        List<Stmt> all = new ArrayList<>();
        Stmt conditional = new Stmt.If(
                expr.condition(), new Block(kept), scope.chance(20) ? new Block(kept.subList(0, 1)) : Stmt.block());
        if (scope.chance(20)) {
            all.add(For.upTo(local(scope.fresh("j")), local("w"), Stmt.block(conditional)));
        } else {
            all.add(conditional);
        }
        return all;
    }

    /** The place of the greatest or least, with more to remember about it. */
    List<Stmt> extremes() {
        Kind kind = scope.pick(Kind.INT, Kind.INT, Kind.LONG);
        Var best = scope.outer("best", kind, of(scope.between(-3, 9)));
        scope.results.add(best);
        scope.accumulators.add(best.name());
        Expr value = expr.value(1);
        List<Stmt> all = new ArrayList<>();
        if (scope.chance(50)) {
            Var v = local(scope.fresh("v"));
            all.add(new Declare(v.name(), Kind.INT, value));
            value = v;
        }
        List<Stmt> kept = new ArrayList<>(List.of(new Assign(best, "=", value)));
        int count = scope.between(1, 2);
        for (int i = 0; i < count; i++) {
            Var at = scope.counter("at", -1);
            scope.results.add(at);
            kept.add(
                    scope.between(0, kept.size()), new Assign(at, "=", scope.chance(70) ? scope.index : expr.value(1)));
        }
        String relation = scope.pick("<", ">", "<=", ">=");
        Expr better = new Binary(relation, value, best);
        Expr test = scope.chance(15) ? new Binary("&&", expr.condition(), better) : better;
        Stmt compared = new Stmt.If(
                test,
                new Block(kept),
                scope.chance(20) ? Stmt.block(otherExtreme(relation, value, kind)) : Stmt.block());
        all.add(scope.chance(20) ? For.upTo(local(scope.fresh("j")), local("w"), Stmt.block(compared)) : compared);
        return all;
    }

    /** The extreme at the other end, asked about where the first one does not change. */
    private Stmt otherExtreme(String relation, Expr value, Kind kind) {
        Var other = scope.outer("other", scope.chance(90) ? kind : Kind.LONG, of(scope.between(-9, 3)));
        scope.results.add(other);
        scope.accumulators.add(other.name());
        String mirrored = relation.startsWith("<") ? ">" : "<";
        return Stmt.when(
                new Binary(scope.chance(90) ? mirrored : relation, value, other), new Assign(other, "=", value));
    }

    /** {@code out[k++] = e}, for some iterations. */
    List<Stmt> filters() {
        boolean down = scope.chance(25);
        Var k = down
                ? scope.outer("k", Kind.INT, plus(scope.bound, scope.between(-1, 1)))
                : scope.counter("k", scope.pick(0, 0, 0, 1));
        scope.accumulators.add(k.name());
        Expr out = scope.<Expr>pick(new Var("z", Kind.INTS), new Var("z", Kind.INTS), scope.array());
        List<Stmt> kept = new ArrayList<>();
        int count = scope.pick(1, 1, 1, 2);
        for (int i = 0; i < count; i++) {
            boolean bumps = scope.chance(75);
            Expr value = scope.chance(50) ? new Element(new Var("x", Kind.INTS), scope.index) : expr.value(1);
            kept.add(new Assign(new Element(out, bumps ? new Bump(k, !down, down ^ scope.chance(10)) : k), "=", value));
            if (!bumps) {
                kept.add(down && scope.chance(80) ? 0 : kept.size(), new Step(k, !down));
            }
        }
        if (scope.chance(15)) {
            kept.add(bodies.write());
        }
        scope.results.add(k);
        List<Stmt> all = new ArrayList<>();
        Stmt conditional = Stmt.when(expr.condition(), kept.toArray(new Stmt[0]));
        all.add(
                scope.chance(20)
                        ? For.upTo(local(scope.fresh("j")), local("w"), Stmt.block(conditional))
                        : conditional);
        if (scope.chance(10)) {
            all.add(new Assign(new Element(scope.array(), scope.index), "=", k));
        }
        return all;
    }

    /** A running value that iterations store. */
    List<Stmt> scans() {
        Var s = scope.counter("s", scope.between(-1, 3));
        Expr value = expr.value(1);
        Stmt grow = switch (scope.weighted(50, 15, 20, 15)) {
            case 0 -> new Assign(s, scope.pick("+=", "-="), value);
            case 1 -> new Assign(s, scope.pick("^=", "|=", "&=", "*="), value);
            case 2 -> new Assign(s, "=", new Call(scope.pick(Helpers.MAX, Helpers.MIN), List.of(s, value)));
            default -> Stmt.when(expr.condition(), new Step(s, true));
        };
        Stmt store = new Assign(new Element(scope.target(), scope.chance(80) ? scope.index : expr.own()), "=", s);
        if (scope.chance(60)) {
            scope.results.add(s);
        }
        return scope.chance(70) ? List.of(grow, store) : List.of(store, grow);
    }
}
