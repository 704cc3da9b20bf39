package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;
import static dev.parfor.processor.random.Expr.times;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Bump;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Field;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Block;
import dev.parfor.processor.random.Stmt.Declare;
import dev.parfor.processor.random.Stmt.For;
import dev.parfor.processor.random.Stmt.Jump;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws loops that end in an ordered block, which hands values, cells and objects from block to block; and such whose other part comes to what
 * the block changes.
 */
final class OrderedForms {

    private final Scope scope;
    private final BodyGenerator bodies;
    private final ExprGenerator expr;
    private final Var made;

    OrderedForms(Scope scope, BodyGenerator bodies, ExprGenerator expr) {
        this.scope = scope;
        this.bodies = bodies;
        this.expr = expr;
        this.made = local(scope.fresh("t"));
    }

    List<Stmt> ordered() {
        List<Stmt> all = new ArrayList<>();
        List<Stmt> block = new ArrayList<>();
        Var total = scope.counter("s", scope.between(0, 3));
        scope.results.add(total);
        boolean meets = scope.chance(12);
        all.add(new Declare(made.name(), Kind.INT, meets ? plus(expr.value(1), shared(total)) : expr.value(2)));
        if (scope.chance(35)) {
            all.add(bodies.write());
        }
        if (scope.chance(20)) {
            work(all, block, total);
        }
        if (scope.chance(25)) {
            all.add(Stmt.when(expr.condition(), scope.chance(85) ? new Jump("continue") : new Stmt.Throw()));
        }
        scope.readable.add(made);
        int count = scope.between(1, 3);
        for (int k = 0; k < count; k++) {
            block.add(inBlock(total));
        }
        if (scope.chance(12)) {
            block.add(scope.between(0, block.size()), leaving(total));
        }
        scope.readable.remove(made);
        Stmt labeled = new Stmt.Labeled("ordered", new Block(block));
        all.add(scope.chance(4) ? Stmt.when(expr.condition(), labeled) : labeled);
        if (scope.chance(3)) {
            all.add(bodies.write());
        }
        return all;
    }

    /** What blocks change. */
    private Expr shared(Var total) {
        return scope.<Expr>pick(
                total,
                new Element(new Var("z", Kind.INTS), plus(scope.index, -1)),
                new Field(new Var("other", Kind.THING), "total", Kind.INT),
                new Element(new Field(new Var("other", Kind.THING), "data", Kind.INTS), of(1)));
    }

    /** An array that is filled before the block, and read in it. */
    private void work(List<Stmt> all, List<Stmt> block, Var total) {
        Var row = new Var(scope.fresh("b"), Kind.INTS);
        Stmt declared = new Declare(row.name(), Kind.INTS, new Expr.NewArray(of(6)));
        (scope.chance(60) ? scope.before : all).add(declared);
        Var j = local(scope.fresh("j"));
        int filled = scope.chance(85) ? 6 : 5;
        all.add(For.upTo(j, of(filled), Stmt.block(new Assign(new Element(row, j), "=", plus(expr.value(1), j)))));
        Var q = local(scope.fresh("j"));
        block.add(For.upTo(q, of(6), Stmt.block(new Assign(total, "+=", new Element(row, q)))));
        if (scope.chance(20)) {
            block.add(new Assign(new Element(row, of(scope.between(0, 5))), "=", total));
        }
    }

    private Stmt inBlock(Var total) {
        Var z = new Var("z", Kind.INTS);
        Expr other = new Var("other", Kind.THING);
        return switch (scope.weighted(20, 14, 14, 10, 8, 8, 6, 8, 6, 6)) {
            case 0 -> new Assign(total, "=", plus(times(total, of(3)), made));
            case 1 -> new Assign(new Element(z, scope.index), scope.pick("=", "+="), plus(total, made));
            case 2 -> {
                Expr at = scope.chance(70) ? plus(scope.index, -1) : plus(scope.index, 1);
                yield new Assign(new Element(z, scope.index), "=", plus(new Element(z, at), made));
            }
            case 3 -> {
                Var at = scope.counter("k", 0);
                scope.results.add(at);
                yield new Assign(new Element(z, new Bump(at, true, false)), "=", made);
            }
            case 4 -> new Stmt.Library("add", new Var("found", Kind.NUMBERS), List.of(plus(total, made)));
            case 5 -> new Assign(new Field(other, "total", Kind.INT), scope.pick("=", "+=", "^="), made);
            case 6 -> new Assign(new Element(new Field(other, "data", Kind.INTS), of(1)), "+=", plus(made, total));
            case 7 -> new Assign(made, scope.pick("+=", "="), plus(total, 1));
            case 8 -> {
                Var j = local(scope.fresh("j"));
                Expr cell = new Element(scope.chance(60) ? z : scope.array(), j);
                yield For.upTo(j, of(3), Stmt.block(new Assign(cell, "+=", made), new Assign(total, "^=", cell)));
            }
            default ->
                Stmt.when(
                        new Binary(scope.pick(">", "<"), scope.chance(50) ? made : total, of(scope.between(0, 20))),
                        new Assign(total, "+=", expr.value(1)));
        };
    }

    /** In the middle of a block. */
    private Stmt leaving(Var total) {
        Expr condition = new Binary(scope.pick(">", "=="), scope.chance(50) ? made : total, of(scope.between(0, 30)));
        return Stmt.when(
                condition,
                switch (scope.weighted(6, 3, 1)) {
                    case 0 -> new Jump("continue");
                    case 1 -> new Stmt.Throw();
                    default -> new Jump("break");
                });
    }
}
