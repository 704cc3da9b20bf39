package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;
import static dev.parfor.processor.random.Expr.times;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Bump;
import dev.parfor.processor.random.Expr.Call;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Field;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Block;
import dev.parfor.processor.random.Stmt.Declare;
import dev.parfor.processor.random.Stmt.Jump;
import dev.parfor.processor.random.Stmt.While;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the statements that proofs stumble over: aliases made on the way, jumps, effects inside of expressions. */
final class OddGenerator {

    private final Scope scope;
    private final ExprGenerator expr;
    private final BodyGenerator bodies;

    OddGenerator(Scope scope, ExprGenerator expr, BodyGenerator bodies) {
        this.scope = scope;
        this.expr = expr;
        this.bodies = bodies;
    }

    List<Stmt> statement(int depth) {
        return switch (scope.weighted(10, 10, 8, 10, 10, 10, 6, 6, 8, 4, 8, 12, 8, 8, 6, 6)) {
            case 0 -> aliased();
            case 1 -> replacedRow();
            case 2 -> replacedArray();
            case 3 -> things();
            case 4 -> effectInSubscript();
            case 5 -> search();
            case 6 -> doWhile(depth);
            case 7 -> chosen(depth);
            case 8 -> attempted(depth);
            case 9 -> List.of(Stmt.when(expr.condition(), new Stmt.Throw()));
            case 10 -> jumpOut(depth);
            case 11 -> call();
            case 12 -> each(depth);
            case 13 -> flag();
            case 14 -> bytes();
            default -> longIndex();
        };
    }

    private Stmt.Block body(int depth) {
        return depth <= 0 ? Stmt.block(bodies.write()) : bodies.body(depth - 1);
    }

    private Expr array() {
        return scope.pick(scope.arrays);
    }

    /** {@code int[] b = c ? x : y; b[i] = ...}. */
    private List<Stmt> aliased() {
        Var b = new Var(scope.fresh("b"), Kind.INTS);
        Expr chosen = scope.chance(60) ? new Expr.Choice(expr.condition(), array(), array()) : array();
        if (scope.chance(20)) {
            chosen = new Call(Helpers.PICK, List.of(array(), array(), expr.value(1)));
        }
        List<Stmt> all = new ArrayList<>();
        if (scope.chance(25)) {
            scope.before.add(new Declare(b.name(), Kind.INTS, new Var("y", Kind.INTS)));
            Assign assigned = new Assign(b, "=", chosen);
            all.add(scope.chance(60) ? assigned : Stmt.when(expr.condition(), assigned));
        } else {
            all.add(new Declare(b.name(), Kind.INTS, chosen));
        }
        all.add(new Assign(new Element(b, expr.own()), scope.pick("=", "+="), expr.value(1)));
        if (scope.chance(40)) {
            all.add(bodies.write());
        }
        return all;
    }

    /** {@code g[i] = h[i]; g[i][1] = ...}. */
    private List<Stmt> replacedRow() {
        Expr matrix = scope.pick(scope.matrices);
        Expr at = scope.chance(75) ? scope.index : plus(scope.index, 1);
        Expr from = scope.weighted(35, 25, 25, 15) == 0
                ? new Element(scope.pick(scope.matrices), scope.chance(70) ? scope.index : plus(scope.index, 1))
                : scope.<Expr>pick(array(), new Expr.NewArray(of(6)), new Call(Helpers.ROW, List.of(matrix, at)));
        List<Stmt> all = new ArrayList<>();
        Stmt replaced = new Assign(new Element(matrix, at), "=", from);
        all.add(scope.chance(80) ? replaced : Stmt.when(expr.condition(), replaced));
        if (scope.chance(60)) {
            Expr row = new Element(scope.pick(scope.matrices), scope.index);
            all.add(new Assign(new Element(row, of(scope.between(0, 3))), scope.pick("=", "+="), expr.value(1)));
        }
        return all;
    }

    /** {@code this.data = other.data}, and then work on it. */
    private List<Stmt> replacedArray() {
        Expr object = scope.things.isEmpty() || scope.chance(40)
                ? new Var("other", Kind.THING)
                : new Element(scope.pick(scope.things), scope.index);
        Expr field = new Field(object, "data", Kind.INTS);
        Expr from = scope.<Expr>pick(array(), new Expr.NewArray(plus(local("n"), 20)), array());
        List<Stmt> all = new ArrayList<>();
        all.add(new Assign(field, "=", from));
        all.add(new Assign(new Element(field, expr.own()), scope.pick("=", "+="), expr.value(1)));
        return all;
    }

    /** An element object of the iteration's own, perhaps. */
    private List<Stmt> things() {
        Expr at = scope.weighted(75, 15, 10) == 0 ? scope.index : scope.<Expr>pick(plus(scope.index, 1), local("k"));
        Expr object = new Element(scope.pick(scope.things), at);
        List<Stmt> all = new ArrayList<>();
        if (scope.chance(40)) {
            Var own = new Var(scope.fresh("o"), Kind.THING);
            all.add(new Declare(own.name(), Kind.THING, object));
            object = own;
        }
        Expr total = new Field(object, "total", Kind.INT);
        Expr data = new Field(object, "data", Kind.INTS);
        all.add(
                switch (scope.weighted(30, 15, 15, 20, 10, 10)) {
                    case 0 -> new Assign(total, scope.pick("=", "+="), expr.value(1));
                    case 1 -> new Stmt.Eval(new Call(Helpers.BUMP, List.of(object)));
                    case 2 -> new Stmt.Eval(new Call(Helpers.INCREASE, List.of(object, expr.value(1))));
                    case 3 -> new Assign(new Element(data, scope.<Expr>pick(of(1), expr.own())), "+=", expr.value(1));
                    case 4 -> new Assign(new Element(scope.pick(scope.things), scope.index), "=", object);
                    default ->
                        new Assign(new Element(array(), expr.own()), "=", new Call(Helpers.NEXT, List.of(object)));
                });
        if (scope.chance(30)) {
            all.add(new Assign(new Element(array(), expr.own()), "=", total));
        }
        return all;
    }

    /** {@code int t = 2 * i; x[t++] = y[t]; x[t] = ...}. */
    private List<Stmt> effectInSubscript() {
        Var t = local(scope.fresh("t"));
        List<Stmt> all = new ArrayList<>();
        all.add(new Declare(t.name(), Kind.INT, times(scope.pick(1, 2, 3), scope.index)));
        Expr x = array();
        Expr first = new Element(x, new Bump(t, scope.chance(80), scope.chance(40)));
        Expr value = scope.<Expr>pick(new Element(array(), t), t, new Bump(t, true, false), expr.value(1));
        all.add(new Assign(first, scope.pick("=", "+="), value));
        if (scope.chance(60)) {
            all.add(new Assign(new Element(x, t), "=", plus(t, scope.between(0, 3))));
        }
        if (scope.chance(30)) {
            Expr cell = new Element(x, expr.own());
            all.add(Stmt.when(new Binary(">", new Bump(cell, false, false), of(3)), bodies.write()));
        }
        return all;
    }

    /** A while loop that reads, or counts down, cells of its row and the one behind. */
    private List<Stmt> search() {
        Var r = local(scope.fresh("r"));
        Expr row = times(scope.index, scope.<Expr>pick(local("w"), of(4), of(3)));
        Expr end = plus(row, scope.<Expr>pick(local("w"), of(4), of(3)));
        Expr x = array();
        Expr cell = new Element(x, r);
        Expr tested = new Binary(
                scope.pick("!=", ">", "<"),
                scope.chance(65) ? cell : new Bump(cell, false, false),
                of(scope.between(0, 9)));
        Expr inside = new Binary("<", r, end);
        Expr test = scope.chance(50) ? new Binary("&&", inside, tested) : new Binary("&&", tested, inside);
        List<Stmt> all = new ArrayList<>();
        all.add(new Declare(r.name(), Kind.INT, row));
        Stmt step = new Stmt.Step(r, true);
        Block body = scope.chance(40)
                ? Stmt.block(new Assign(new Element(scope.chance(70) ? x : array(), r), "=", expr.value(1)), step)
                : Stmt.block(step);
        all.add(new While(test, body, true));
        all.add(new Assign(new Element(array(), scope.chance(40) ? r : expr.own()), "=", r));
        return all;
    }

    private List<Stmt> doWhile(int depth) {
        Var r = local(scope.fresh("r"));
        Expr row = times(scope.index, of(scope.between(2, 4)));
        List<Stmt> inside = new ArrayList<>();
        inside.add(new Assign(new Element(array(), r), scope.pick("=", "+="), expr.value(1)));
        inside.add(new Stmt.Step(r, true));
        Expr test = new Binary("<", r, plus(row, scope.between(2, 4)));
        return List.of(new Declare(r.name(), Kind.INT, row), new While(test, new Block(inside), false));
    }

    private List<Stmt> chosen(int depth) {
        List<Block> cases = new ArrayList<>();
        int count = scope.between(2, 3);
        for (int i = 0; i < count; i++) {
            cases.add(body(depth - 1));
        }
        Expr selector = new Binary("&", scope.chance(50) ? expr.read() : scope.index, of(3));
        return List.of(new Stmt.Switch(selector, cases, scope.chance(30)));
    }

    private List<Stmt> attempted(int depth) {
        Block tried = body(depth - 1);
        if (scope.chance(40)) {
            List<Stmt> more = new ArrayList<>(tried.statements());
            more.add(scope.chance(50) ? Stmt.when(expr.condition(), new Stmt.Throw()) : divided());
            tried = new Block(more);
        }
        Optional<String> caught = scope.chance(75)
                ? Optional.of(scope.pick("RuntimeException", "ArithmeticException", "IllegalStateException"))
                : Optional.empty();
        Block finalizer = caught.isEmpty() || scope.chance(25) ? body(depth - 1) : Stmt.block();
        return List.of(new Stmt.Try(tried, caught, body(depth - 1), finalizer));
    }

    private Stmt divided() {
        return new Assign(new Element(array(), expr.own()), "=", new Binary("/", of(100), expr.read()));
    }

    /** A block left in the middle, or a variable that a jump leaves half-made. */
    private List<Stmt> jumpOut(int depth) {
        String label = scope.fresh("skip");
        Var t = local(scope.fresh("t"));
        List<Stmt> inside = new ArrayList<>();
        inside.add(Stmt.when(expr.condition(), new Jump("break " + label)));
        inside.addAll(body(depth - 1).statements());
        inside.add(new Assign(t, "=", scope.chance(60) ? scope.index : expr.value(1)));
        List<Stmt> all = new ArrayList<>();
        all.add(new Declare(t.name(), Kind.INT, scope.chance(40) ? scope.index : of(scope.between(0, 2))));
        all.add(new Stmt.Labeled(label, new Block(inside)));
        all.add(new Assign(new Element(array(), scope.chance(60) ? t : expr.own()), "=", t));
        return all;
    }

    private List<Stmt> call() {
        Expr row = times(scope.index, of(scope.between(2, 5)));
        Expr end = plus(row, scope.between(2, 5));
        Expr at = expr.own();
        Expr value = scope.chance(50)
                ? new Call(scope.chance(50) ? Helpers.FIND : Helpers.SPREAD, List.of(array(), row, end, expr.value(0)))
                : new Call(Helpers.LIMIT, List.of(expr.value(0), scope.index));
        return List.of(
                switch (scope.weighted(35, 20, 20, 25)) {
                    case 0 -> new Assign(new Element(array(), at), "=", value);
                    case 1 -> new Stmt.Eval(new Call(Helpers.RAISE, List.of(array(), at, expr.value(1))));
                    case 2 -> new Stmt.Eval(new Call(Helpers.SWAP, List.of(array(), at, expr.own())));
                    default ->
                        new Assign(
                                new Element(new Call(Helpers.PICK, List.of(array(), array(), expr.value(0))), at),
                                "=",
                                expr.value(1));
                });
    }

    private List<Stmt> each(int depth) {
        boolean rows = scope.chance(30);
        Var element = new Var(scope.fresh("v"), rows ? Kind.INTS : Kind.INT);
        Expr over = rows
                ? scope.pick(scope.matrices)
                : scope.<Expr>pick(new Var("x", Kind.INTS), new Element(scope.pick(scope.matrices), scope.index));
        List<Stmt> inside = new ArrayList<>();
        if (rows) {
            inside.add(new Assign(new Element(element, expr.own()), "+=", expr.value(1)));
        } else {
            scope.readable.add(element);
            inside.addAll(body(depth - 1).statements());
            scope.readable.remove(element);
        }
        return List.of(new Stmt.ForEach(element, over, new Block(inside), false));
    }

    /** A truth value that is collected. */
    private List<Stmt> flag() {
        Var found = scope.outer("f", Kind.BOOLEAN, new Expr.Const(Kind.BOOLEAN, scope.chance(50)));
        scope.flags.add(found);
        boolean or = scope.chance(50);
        Stmt collected = switch (scope.weighted(40, 30, 30)) {
            case 0 -> new Assign(found, or ? "|=" : "&=", expr.condition());
            case 1 -> new Assign(found, "=", new Binary(or ? "||" : "&&", found, expr.condition()));
            default -> Stmt.when(expr.condition(), new Assign(found, "=", new Expr.Const(Kind.BOOLEAN, or)));
        };
        scope.accumulators.add(found.name());
        return scope.chance(20) ? List.of(collected, Stmt.when(found, bodies.write())) : List.of(collected);
    }

    private List<Stmt> bytes() {
        Expr array = scope.pick(scope.bytes);
        Expr at = expr.own();
        Expr value = scope.chance(50) ? new Element(array, expr.reading(array)) : expr.value(1);
        return List.of(
                scope.chance(60)
                        ? new Assign(new Element(array, at), scope.pick("+=", "^=", "-="), value)
                        : new Assign(new Element(array, at), "=", new Expr.Cast(Kind.BYTE, value)));
    }

    /** {@code long a = i * 3L; x[(int) a] = ...}. */
    private List<Stmt> longIndex() {
        Var a = new Var(scope.fresh("a"), Kind.LONG);
        Expr factor = new Expr.Const(Kind.LONG, scope.pick(1L, 2L, 3L, 1L << 31, 1L << 32));
        Expr value = new Binary("*", scope.index, factor);
        List<Stmt> all = new ArrayList<>();
        all.add(new Declare(a.name(), Kind.LONG, scope.chance(50) ? value : plus(value, local("k"))));
        Expr at = new Expr.Cast(Kind.INT, scope.chance(70) ? a : new Binary("/", a, of(2)));
        all.add(new Assign(new Element(array(), at), scope.pick("=", "+="), expr.value(1)));
        return all;
    }
}
