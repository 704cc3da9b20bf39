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
            local("n"),
            local("m"),
            local("w"),
            local("k"),
            local("s"),
            new Var("other", Kind.THING));

    private LoopGenerator() {}

    static Program make(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Theme theme = Theme.values()[random.nextInt(Theme.values().length)];
        boolean isLong = random.nextInt(25) == 0;
        Var index = new Var("i", isLong ? Kind.LONG : Kind.INT);
        Expr inBody = isLong ? new Expr.Cast(Kind.INT, index) : index;
        Expr bound = bound(random, theme);
        Scope scope = new Scope(random, inBody, bound);
        fill(scope, theme);
        Block body = new BodyGenerator(scope, theme).body(theme == Theme.ELEMENTWISE ? 1 : 2);
        boolean declared = isLong || theme == Theme.INSIDE || random.nextInt(30) != 0;
        if (!declared) {
            scope.before.add(new Stmt.Declare("i", Kind.INT, of(0)));
            scope.results.add(index);
        }
        For loop = header(scope, index, bound, body, declared);
        List<Stmt> statements = new ArrayList<>(scope.before);
        statements.add(theme == Theme.INSIDE ? around(scope, loop) : loop);
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
        return switch (scope.weighted(58, 8, 8, 8, 5, 4, 3, 3, 3)) {
            case 0 -> loop(index, declared, zero, "<", bound, of(1), body);
            case 1 -> loop(index, declared, of(1), "<", plus(bound, -1), of(1), body);
            case 2 -> loop(index, declared, plus(bound, -1), ">=", zero, of(-1), body);
            case 3 -> loop(index, declared, of(scope.between(0, 1)), "<", bound, of(scope.between(2, 4)), body);
            case 4 -> loop(index, declared, of(1), "<=", bound, of(1), body);
            case 5 -> loop(index, declared, local("k"), "<", plus(local("k"), bound), of(1), body);
            case 6 -> loop(index, declared, bound, ">", zero, of(-scope.between(1, 3)), body);
            case 7 -> loop(index, declared, zero, "<", bound, local("s"), body);
            default -> loop(index, declared, zero, "!=", bound, of(1), body);
        };
    }

    private static For loop(
            Var index, boolean declared, Expr start, String relation, Expr bound, Expr step, Block body) {
        return new For(index.name(), index.kind(), declared, start, relation, bound, step, body, true);
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
            marked = new For(
                    marked.index(),
                    marked.kind(),
                    marked.declared(),
                    marked.start(),
                    marked.relation(),
                    marked.bound(),
                    marked.step(),
                    new Block(body),
                    true);
        }
        statements.add(marked);
        if (scope.chance(30)) {
            statements.add(new Stmt.Assign(new Expr.Element(x, outer), "+=", of(1)));
        }
        return new For("o", Kind.INT, true, of(0), "<", of(3), of(1), new Block(statements), false);
    }

    private static Expr result(Scope scope) {
        Expr sum = of(0);
        for (Var result : scope.results) {
            sum = new Binary("+", new Binary("*", sum, of(7)), result);
        }
        return sum;
    }
}
