package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Field;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Block;
import dev.parfor.processor.random.Stmt.For;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes a random method from a seed: always the same one. */
final class LoopGenerator {

    /** All parameters that a method may have. */
    static final List<Var> PARAMETERS = List.of(
            new Var("x", Kind.INTS),
            new Var("y", Kind.INTS),
            new Var("z", Kind.INTS),
            new Var("u", Kind.DOUBLES),
            new Var("v", Kind.DOUBLES),
            new Var("g", Kind.ROWS),
            new Var("h", Kind.ROWS),
            new Var("c", Kind.BYTES),
            new Var("things", Kind.THINGS),
            local("n"),
            local("m"),
            local("w"),
            local("k"),
            local("s"),
            new Var("other", Kind.THING),
            new Var("idx", Kind.INTS),
            new Var("ptr", Kind.INTS),
            new Var("list", Kind.THING_LIST),
            new Var("numbers", Kind.NUMBERS),
            new Var("found", Kind.NUMBERS),
            new Var("counts", Kind.COUNTS),
            new Var("atomic", Kind.ATOMIC),
            new Var("chosen", Kind.NUMBER_SET),
            new Var("wide", Kind.LONGS),
            new Var("floats", Kind.FLOATS),
            new Var("byteRows", Kind.BYTE_ROWS),
            new Var("shortRows", Kind.SHORT_ROWS),
            new Var("charRows", Kind.CHAR_ROWS),
            new Var("longRows", Kind.LONG_ROWS),
            new Var("floatRows", Kind.FLOAT_ROWS),
            new Var("doubleRows", Kind.DOUBLE_ROWS),
            new Var("points", Kind.DOUBLE_ROWS));

    private LoopGenerator() {}

    static Program make(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Theme theme = Theme.values()[random.nextInt(Theme.values().length)];
        boolean isLong = random.nextInt(25) == 0;
        Var index = new Var("i", isLong ? Kind.LONG : Kind.INT);
        Expr inBody = isLong ? new Expr.Cast(Kind.INT, index) : index;
        Expr bound = bound(random, theme);
        Scope scope = new Scope(random, theme == Theme.EACH ? local("q") : inBody, bound);
        fill(scope, theme);
        BodyGenerator bodies = new BodyGenerator(scope, theme);
        Block body = theme.isForm()
                ? new FormGenerator(scope, bodies, theme).body()
                : bodies.body(theme == Theme.ELEMENTWISE ? 1 : 2);
        boolean declared = isLong
                || scope.around != null
                || theme == Theme.INSIDE
                || theme == Theme.EACH
                || random.nextInt(30) != 0;
        if (!declared) {
            scope.before.add(new Stmt.Declare("i", Kind.INT, of(0)));
            scope.results.add(index);
        }
        Stmt loop = theme == Theme.EACH ? each(scope, body) : header(scope, index, bound, body, declared);
        List<Stmt> statements = new ArrayList<>(scope.before);
        if (loop instanceof For counted && theme == Theme.INSIDE) {
            loop = around(scope, counted);
        } else if (scope.around != null) {
            loop = scope.around.apply(loop);
        } else if (declared && theme != Theme.HEADERS && theme != Theme.PHASES && scope.chance(7)) {
            loop = inSomething(scope, loop);
        }
        statements.add(loop);
        statements.addAll(scope.after);
        Program program = new Program(
                "m",
                seed,
                !theme.hasReceiver(),
                PARAMETERS,
                statements,
                result(scope),
                theme.name(),
                scope.accumulators);
        return Pruning.unusedParameters(program);
    }

    private static Expr bound(Random random, Theme theme) {
        return switch (random.nextInt(theme == Theme.ELEMENTWISE ? 8 : 16)) {
            case 0, 1 -> new Expr.Length(new Var("x", Kind.INTS));
            case 2 -> of(2 + random.nextInt(20));
            case 3 -> theme.hasReceiver() ? new Field(new Var("this", Kind.THING), "count", Kind.INT) : local("m");
            default -> local("n");
        };
    }

    private static void fill(Scope scope, Theme theme) {
        Var x = new Var("x", Kind.INTS);
        scope.arrays.addAll(List.of(x, x, new Var("y", Kind.INTS)));
        if (scope.chance(40)) {
            scope.arrays.add(new Var("z", Kind.INTS));
        }
        if (scope.chance(30)) {
            scope.doubles.addAll(List.of(new Var("u", Kind.DOUBLES), new Var("v", Kind.DOUBLES)));
        }
        scope.matrices.addAll(List.of(new Var("g", Kind.ROWS), new Var("g", Kind.ROWS), new Var("h", Kind.ROWS)));
        scope.things.add(new Var("things", Kind.THINGS));
        scope.bytes.add(new Var("c", Kind.BYTES));
        scope.readable.addAll(List.of(local("n"), local("k"), local("w"), local("s")));
        if (theme.hasReceiver()) {
            Var self = new Var("this", Kind.THING);
            Var other = new Var("other", Kind.THING);
            scope.arrays.addAll(List.of(
                    new Field(self, "data", Kind.INTS),
                    new Field(self, "hidden", Kind.INTS),
                    new Field(other, "data", Kind.INTS)));
            scope.matrices.add(new Field(self, "grid", Kind.ROWS));
        }
    }

    private static For header(Scope scope, Var index, Expr bound, Block body, boolean declared) {
        Expr zero = of(0);
        For up = For.upTo(index, bound, body).mark();
        if (scope.header != null) {
            For chosen = scope.header.apply(up);
            return declared ? chosen : chosen.undeclared();
        }
        For loop = switch (scope.weighted(58, 8, 8, 8, 5, 4, 3, 3, 3, 4)) {
            case 0 -> up;
            case 1 -> up.from(of(1)).to("<", plus(bound, -1));
            case 2 -> up.from(plus(bound, -1)).to(">=", zero).by(of(-1));
            case 3 -> up.from(of(scope.between(0, 1))).by(of(scope.between(2, 4)));
            case 4 -> up.from(of(1)).to("<=", bound);
            case 5 -> up.from(local("k")).to("<", plus(local("k"), bound));
            case 6 -> up.from(bound).to(">", zero).by(of(-scope.between(1, 3)));
            case 7 -> up.by(local("s"));
            case 8 -> up.to("!=", bound);
            default -> up.from(new Binary("/", bound, of(2))).to("<", plus(Expr.times(2, bound), -1));
        };
        return declared ? loop : loop.undeclared();
    }

    /** A for-each loop over the rows of a matrix, objects or numbers, with a variable that counts. */
    private static Stmt each(Scope scope, Block body) {
        Var q = local("q");
        scope.before.add(new Stmt.Declare("q", Kind.INT, of(0)));
        scope.accumulators.add("q");
        List<Stmt> statements = new ArrayList<>(body.statements());
        Var element;
        Expr over;
        if (scope.chance(40)) {
            element = new Var("row", Kind.INTS);
            over = scope.pick(scope.matrices);
            Expr cell = new Expr.Element(element, of(scope.between(0, 3)));
            statements.add(new Stmt.Assign(cell, "+=", q));
        } else if (scope.chance(30)) {
            element = new Var("thing", Kind.THING);
            over = scope.pick(scope.things);
            statements.add(new Stmt.Assign(new Field(element, "total", Kind.INT), "+=", q));
        } else {
            element = new Var("value", Kind.INT);
            over = new Var("x", Kind.INTS);
            statements.add(new Stmt.Assign(new Expr.Element(new Var("y", Kind.INTS), q), "=", element));
        }
        statements.add(scope.chance(50) ? statements.size() : 0, new Stmt.Step(q, true));
        return new Stmt.ForEach(element, over, new Block(statements), true);
    }

    /** The marked loop in a branch or a try statement. */
    private static Stmt inSomething(Scope scope, Stmt marked) {
        Stmt after = new Stmt.Assign(
                new Expr.Element(new Var("x", Kind.INTS), of(0)),
                "+=",
                new Expr.Element(new Var("y", Kind.INTS), of(1)));
        return switch (scope.weighted(1, 1, 1)) {
            case 0 -> new Stmt.If(new Binary(">", local("k"), of(0)), Stmt.block(marked), Stmt.block(after));
            case 1 ->
                new Stmt.Try(Stmt.block(marked), Optional.of("RuntimeException"), Stmt.block(after), Stmt.block());
            default -> new Stmt.Try(Stmt.block(marked), Optional.empty(), Stmt.block(), Stmt.block(after));
        };
    }

    /** A sequential loop around the marked one, whose rows and variables it may use. */
    private static Stmt around(Scope scope, For marked) {
        Var outer = local("o");
        List<Stmt> statements = new ArrayList<>();
        Var x = new Var("x", Kind.INTS);
        if (scope.chance(50)) {
            Expr row = new Expr.Element(new Var("g", Kind.ROWS), outer);
            statements.add(new Stmt.Declare("above", Kind.INTS, row));
            Stmt use = new Stmt.Assign(
                    new Expr.Element(new Var("above", Kind.INTS), scope.index), "+=", new Expr.Element(x, scope.index));
            List<Stmt> body = new ArrayList<>(marked.body().statements());
            body.add(use);
            marked = marked.with(new Block(body));
        }
        statements.add(marked);
        if (scope.chance(30)) {
            statements.add(new Stmt.Assign(new Expr.Element(x, outer), "+=", of(1)));
        }
        return For.upTo(outer, of(3), new Block(statements));
    }

    private static Expr result(Scope scope) {
        Expr sum = of(0);
        for (Var result : scope.results) {
            sum = new Binary("+", new Binary("*", sum, of(7)), result);
        }
        for (Var flag : scope.flags) {
            sum = new Expr.Choice(flag, new Binary("+", sum, of(1000)), sum);
        }
        return sum;
    }
}
