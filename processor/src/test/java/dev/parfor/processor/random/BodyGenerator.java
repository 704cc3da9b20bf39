package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;
import static dev.parfor.processor.random.Expr.times;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Block;
import dev.parfor.processor.random.Stmt.Declare;
import dev.parfor.processor.random.Stmt.For;
import dev.parfor.processor.random.Stmt.If;
import dev.parfor.processor.random.Stmt.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws statements. */
final class BodyGenerator {

    private final Scope scope;
    private final ExprGenerator expr;
    private final Theme theme;
    private final OddGenerator odd;

    BodyGenerator(Scope scope, Theme theme) {
        this.scope = scope;
        this.expr = new ExprGenerator(scope);
        this.theme = theme;
        this.odd = new OddGenerator(scope, expr, this);
    }

    Block body(int depth) {
        List<Stmt> statements = new ArrayList<>();
        int readable = scope.readable.size();
        int count = scope.between(1, depth > 1 ? 3 : 2);
        for (int i = 0; i < count; i++) {
            statements.addAll(statement(depth));
        }
        while (scope.readable.size() > readable) {
            scope.readable.remove(scope.readable.size() - 1);
        }
        return new Block(statements);
    }

    private List<Stmt> statement(int depth) {
        int draw = scope.weighted(theme.weights());
        return switch (depth <= 0 && draw > 5 && draw < 13 ? 0 : draw) {
            case 0 -> List.of(write());
            case 1 -> temporary();
            case 2 -> privateScalar();
            case 3 -> reduction();
            case 4 -> call();
            case 5 -> fieldOrRow();
            case 6 -> List.of(branch(depth));
            case 7 -> List.of(rectangle(depth));
            case 8 -> running();
            case 9 -> rows(depth);
            case 10 -> induction();
            case 11 -> scratch();
            case 12 -> List.of(triangle(depth));
            default -> odd.statement(depth);
        };
    }

    Stmt write() {
        if (!scope.doubles.isEmpty() && scope.chance(25)) {
            Expr array = scope.pick(scope.doubles);
            Expr at = expr.own();
            scope.written.put(array, at);
            return new Assign(new Element(array, at), scope.pick("=", "=", "+="), expr.fraction(2));
        }
        Expr array = scope.pick(scope.arrays);
        Expr at = scope.written.containsKey(array) && scope.chance(50) ? scope.written.get(array) : expr.own();
        scope.written.put(array, at);
        if (scope.chance(8)) {
            return new Step(new Element(array, at), scope.chance(50));
        }
        return new Assign(new Element(array, at), scope.pick("=", "=", "=", "+=", "-=", "^="), expr.value(2));
    }

    private List<Stmt> temporary() {
        Var name = local(scope.fresh("t"));
        Stmt declared = new Declare(name.name(), Kind.INT, expr.value(2));
        scope.readable.add(name);
        List<Stmt> all = new ArrayList<>(List.of(declared));
        if (scope.chance(30)) {
            all.add(new Assign(name, scope.pick("+=", "="), expr.value(1)));
        }
        all.add(write());
        return all;
    }

    /** A variable from outside that most often is written before it is read. */
    private List<Stmt> privateScalar() {
        Var name = scope.outer("p", Kind.INT, of(scope.between(0, 5)));
        List<Stmt> all = new ArrayList<>();
        Stmt assigned = new Assign(name, "=", expr.value(2));
        boolean trap = scope.chance(15);
        all.add(trap ? new If(expr.condition(), Stmt.block(assigned), Stmt.block()) : assigned);
        scope.readable.add(name);
        all.add(write());
        if (scope.chance(40)) {
            scope.results.add(name);
        }
        return all;
    }

    private List<Stmt> reduction() {
        boolean floating = !scope.doubles.isEmpty() && scope.chance(25);
        Kind whole = scope.pick(Kind.INT, Kind.INT, Kind.INT, Kind.LONG, Kind.LONG, Kind.BYTE, Kind.SHORT);
        boolean trap = floating && scope.chance(20);
        Kind kind = !floating ? whole : trap ? scope.pick(Kind.INT, Kind.FLOAT) : Kind.DOUBLE;
        Var name = scope.outer("s", kind, floating && !trap ? initial(true) : of(scope.between(-3, 9)));
        scope.results.add(name);
        scope.accumulators.add(name.name());
        Expr value = floating ? expr.fraction(1) : expr.value(2);
        List<Stmt> all = new ArrayList<>();
        boolean narrow = kind == Kind.BYTE || kind == Kind.SHORT || trap;
        switch (narrow ? 0 : scope.weighted(40, 8, 8, 10, 15, 12, 7, 6, 5)) {
            case 0 -> all.add(new Assign(name, scope.pick("+=", "+=", "-="), value));
            case 1 -> all.add(new Assign(name, "=", new Binary("+", value, name)));
            case 2 -> all.add(new If(expr.condition(), Stmt.block(new Step(name, true)), Stmt.block()));
            case 3 -> {
                boolean bits = !floating;
                all.add(new Assign(name, bits ? scope.pick("^=", "|=", "&=", "*=") : "+=", value));
            }
            case 4 ->
                all.add(new If(
                        new Binary(scope.pick("<", ">", "<=", ">="), value, name),
                        Stmt.block(new Assign(name, "=", value)),
                        Stmt.block()));
            case 5 -> {
                Var at = scope.outer("at", Kind.INT, of(-1));
                scope.results.add(at);
                scope.accumulators.add(at.name());
                Assign kept = new Assign(name, "=", value);
                Assign payload = new Assign(at, "=", scope.index);
                all.add(new If(
                        new Binary(scope.pick("<", ">", "<=", ">="), value, name),
                        scope.chance(50) ? Stmt.block(kept, payload) : Stmt.block(payload, kept),
                        Stmt.block()));
            }
            case 6 -> {
                all.add(new Assign(name, "+=", value));
                if (scope.chance(30) && name.kind() == Kind.INT) {
                    scope.accumulators.remove(name.name());
                    all.add(new Assign(new Element(scope.pick(scope.arrays), expr.own()), "=", name));
                }
            }
            case 7 -> {
                boolean call = kind == Kind.INT;
                Expr larger = new Binary(">", value, name);
                all.add(new Assign(
                        name,
                        "=",
                        call
                                ? new Expr.Call(scope.pick(Helpers.MAX, Helpers.MIN), List.of(name, value))
                                : new Expr.Choice(larger, value, name)));
            }
            default -> {
                Expr mixed = new Binary(scope.pick("-", "*", "+"), value, name);
                all.add(new Assign(name, "=", new Binary(scope.pick("+", "-"), mixed, of(1))));
                scope.accumulators.remove(name.name());
            }
        }
        return all;
    }

    private Expr initial(boolean floating) {
        return floating ? new Expr.Const(Kind.DOUBLE, scope.between(-4, 4) * 0.5) : of(scope.between(-3, 9));
    }

    private List<Stmt> call() {
        Expr array = scope.pick(scope.arrays);
        Expr bound = scope.inner.isEmpty()
                ? of(scope.between(2, 5))
                : scope.inner.get(0).bound();
        Expr row = times(scope.index, bound);
        Expr to = scope.chance(85) ? plus(row, bound) : plus(row, plus(bound, 1));
        Expr at = expr.own();
        Expr.Call made = switch (scope.weighted(30, 20, 15, 15, 10, 4)) {
            case 0 -> new Expr.Call(Helpers.PUT, List.of(array, at, expr.value(1)));
            case 1 -> new Expr.Call(Helpers.ADD, List.of(array, at, expr.value(1)));
            case 2 -> new Expr.Call(Helpers.FILL, List.of(array, row, to, expr.value(0)));
            case 3 -> null;
            case 4 -> new Expr.Call(Helpers.SET, List.of(thing(), at, expr.value(1)));
            default -> new Expr.Call(Helpers.BUMP, List.of(thing()));
        };
        if (made != null) {
            scope.written.put(array, at);
            return List.of(new Stmt.Eval(made));
        }
        Expr value = scope.chance(50)
                ? new Expr.Call(Helpers.SUM, List.of(scope.pick(scope.arrays), row, to))
                : scope.chance(50)
                        ? new Expr.Call(Helpers.GET, List.of(array, expr.reading(array)))
                        : new Expr.Call(Helpers.AT, List.of(thing(), expr.reading(array)));
        return List.of(new Assign(new Element(array, at), "=", value));
    }

    private Expr thing() {
        return new Var(scope.chance(60) && theme.hasReceiver() ? "this" : "other", Kind.THING);
    }

    /** Writes a field, or a cell of a matrix. */
    private List<Stmt> fieldOrRow() {
        if (scope.chance(20) && theme != Theme.ROWS) {
            Expr field = new Expr.Field(thing(), scope.pick("total", "total", "count"), Kind.INT);
            return List.of(new Assign(field, scope.pick("=", "+="), expr.value(1)));
        }
        Expr matrix = scope.pick(scope.matrices);
        Expr j = scope.inner.isEmpty()
                ? of(scope.between(0, 3))
                : scope.inner.get(0).index();
        Expr row =
                scope.weighted(75, 12, 8, 5) == 0 ? scope.index : scope.<Expr>pick(plus(scope.index, 1), j, local("k"));
        Expr column = scope.weighted(70, 15, 15) == 0 ? j : scope.pick(scope.index, plus(j, 1));
        Expr from = scope.pick(scope.matrices);
        Expr value = scope.chance(60)
                ? new Element(new Element(from, scope.chance(75) ? row : plus(scope.index, -1)), column)
                : expr.value(1);
        return List.of(new Assign(new Element(new Element(matrix, row), column), scope.pick("=", "+="), value));
    }

    private Stmt branch(int depth) {
        if (scope.chance(25)) {
            return Stmt.when(expr.condition(), new Stmt.Jump("continue"));
        }
        Block otherwise = scope.chance(40) ? body(depth - 1) : Stmt.block();
        return new If(expr.condition(), body(depth - 1), otherwise);
    }

    private For rectangle(int depth) {
        Var j = local(scope.fresh("j"));
        Expr bound = scope.<Expr>pick(local("w"), of(scope.between(2, 6)), local("w"), local("m"));
        boolean outside = scope.chance(12);
        if (outside) {
            scope.before.add(new Declare(j.name(), Kind.INT, of(0)));
        }
        For loop = For.upTo(j, bound, bodyWith(j, bound, depth));
        if (scope.chance(10)) {
            Expr cell = new Element(scope.pick(scope.arrays), scope.<Expr>pick(j, plus(times(scope.index, bound), j)));
            Expr tested = scope.chance(80) ? cell : new Expr.Bump(cell, false, false);
            loop = loop.whileAlso(new Binary(scope.pick("!=", "<", ">"), tested, of(scope.between(0, 9))));
        }
        if (scope.chance(10)) {
            loop = scope.chance(50)
                    ? loop.by(of(2))
                    : loop.from(plus(bound, -1)).to(">=", of(0)).by(of(-1));
        }
        return outside ? loop.undeclared() : loop;
    }

    /** The body of an inner loop, where its index can be named. */
    private Block bodyWith(Var j, Expr bound, int depth) {
        Map<Expr, Expr> written = new LinkedHashMap<>(scope.written);
        scope.inner.add(new Scope.Inner(j, bound));
        scope.readable.add(j);
        Block body = body(depth - 1);
        if (scope.chance(8)) {
            List<Stmt> withBreak = new ArrayList<>(body.statements());
            String jump = scope.pick("break", "break", "continue marked");
            withBreak.add(Stmt.when(expr.condition(), new Stmt.Jump(jump)));
            body = new Block(withBreak);
        }
        scope.readable.remove(j);
        scope.inner.remove(scope.inner.size() - 1);
        scope.written.clear();
        scope.written.putAll(written);
        return body;
    }

    private For triangle(int depth) {
        Var j = local(scope.fresh("j"));
        Expr i = scope.index;
        int form = scope.weighted(1, 1, 1);
        Expr start = form == 0 ? of(0) : form == 1 ? plus(i, 1) : i;
        Expr bound = form == 0 ? i : scope.bound;
        Block body = bodyWith(j, bound, depth);
        return For.upTo(j, bound, body).from(start).to(form == 0 && scope.chance(40) ? "<=" : "<", bound);
    }

    /** {@code int r = i * w; for (...) x[r++] = ...}, or a while loop up to the row's end. */
    private List<Stmt> running() {
        Var r = local(scope.fresh("r"));
        Expr width = scope.<Expr>pick(local("w"), local("w"), of(scope.between(2, 5)));
        Expr start = times(scope.index, width);
        Expr from = scope.chance(30) ? plus(local("k"), start) : start;
        List<Stmt> all = new ArrayList<>(List.of(new Declare(r.name(), Kind.INT, from)));
        Expr array = scope.pick(scope.arrays);
        scope.written.put(array, r);
        Stmt use = new Assign(new Element(array, r), scope.pick("=", "+="), expr.value(1));
        Step next = new Step(r, true);
        if (scope.chance(50)) {
            Expr end = scope.chance(85) ? width : plus(width, 1);
            Var j = local(scope.fresh("j"));
            Block body = Stmt.block(use, next);
            all.add(For.upTo(j, end, body));
        } else {
            Var e = local(scope.fresh("e"));
            all.add(new Declare(e.name(), Kind.INT, plus(r, width)));
            Expr test = new Binary(scope.chance(90) ? "<" : "<=", r, e);
            if (scope.chance(15)) {
                Expr cell = new Binary("!=", new Element(array, r), of(scope.between(0, 5)));
                test = scope.chance(50) ? new Binary("&&", test, cell) : new Binary("&&", cell, test);
            }
            all.add(new Stmt.While(test, Stmt.block(use, next), true));
        }
        scope.written.remove(array);
        return all;
    }

    /** {@code int[] row = g[i];} and work on it. */
    private List<Stmt> rows(int depth) {
        Var row = new Var(scope.fresh("row"), Kind.INTS);
        Expr at = scope.chance(85) ? scope.index : scope.<Expr>pick(local("k"), plus(scope.index, -1));
        Stmt declared = new Declare(row.name(), Kind.INTS, new Element(scope.pick(scope.matrices), at));
        scope.arrays.add(row);
        scope.arrays.add(row);
        Stmt work = rectangle(depth);
        scope.arrays.remove(row);
        scope.arrays.remove(row);
        return List.of(declared, work);
    }

    /** A variable that grows by the same number in each iteration, and subscripts. */
    private List<Stmt> induction() {
        if (scope.induction != null || !scope.inner.isEmpty()) {
            return List.of(write());
        }
        Var q = scope.outer("q", Kind.INT, scope.<Expr>pick(of(0), of(1), local("k")));
        scope.accumulators.add(q.name());
        scope.induction = q;
        Expr step = scope.weighted(60, 25, 15) == 0 ? of(1) : scope.<Expr>pick(of(2), of(3), local("s"));
        Stmt grow = new Assign(q, "+=", step);
        List<Stmt> all = new ArrayList<>();
        if (scope.chance(15)) {
            scope.accumulators.remove(q.name());
            grow = new If(expr.condition(), Stmt.block(grow), Stmt.block());
        }
        if (scope.chance(25)) {
            all.add(grow);
            all.add(write());
        } else {
            all.add(write());
            all.add(grow);
        }
        if (scope.chance(40)) {
            scope.results.add(q);
        }
        return all;
    }

    /** A small array of the iteration's own. */
    private List<Stmt> scratch() {
        Var own = new Var(scope.fresh("a"), Kind.INTS);
        List<Stmt> all = new ArrayList<>();
        Expr made = new Expr.NewArray(of(4));
        if (scope.chance(20)) {
            scope.before.add(new Declare(own.name(), Kind.INTS, made));
        } else {
            all.add(new Declare(own.name(), Kind.INTS, made));
        }
        all.add(new Assign(new Element(own, of(scope.between(0, 3))), "=", expr.value(1)));
        all.add(new Assign(new Element(own, of(scope.between(0, 3))), "+=", expr.value(1)));
        Expr array = scope.pick(scope.arrays);
        Expr sum = plus(new Element(own, of(scope.between(0, 3))), new Element(own, of(1)));
        all.add(new Assign(new Element(array, expr.own()), "=", sum));
        return all;
    }
}
