package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Call;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Field;
import dev.parfor.processor.random.Expr.Length;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Declare;
import java.util.ArrayList;
import java.util.List;

/** Draws the forms that are about lists, objects, locks, and collections. */
final class ObjectForms {

    private static final Var OTHER = new Var("other", Kind.THING);
    private static final Var LIST = new Var("list", Kind.THING_LIST);
    private static final Var NUMBERS = new Var("numbers", Kind.NUMBERS);
    private static final Var FOUND = new Var("found", Kind.NUMBERS);
    private static final Var COUNTS = new Var("counts", Kind.COUNTS);
    private static final Var ATOMIC = new Var("atomic", Kind.ATOMIC);

    private final Scope scope;
    private final ExprGenerator expr;

    ObjectForms(Scope scope, ExprGenerator expr) {
        this.scope = scope;
        this.expr = expr;
    }

    private static Expr total(Expr object) {
        return new Field(object, "total", Kind.INT);
    }

    /** Lists in the place of arrays. */
    List<Stmt> lists() {
        Expr at = scope.chance(75) ? scope.index : expr.own();
        Expr near = scope.chance(60) ? scope.index : plus(scope.index, scope.pick(-1, 1, 1));
        return switch (scope.weighted(25, 20, 15, 15, 10, 15)) {
            case 0 -> {
                Expr from = scope.<Expr>pick(NUMBERS, FOUND);
                Expr value = scope.chance(60) ? plus(new Element(from, near), 1) : expr.value(1);
                yield List.of(new Assign(new Element(NUMBERS, at), "=", value));
            }
            case 1 ->
                List.of(new Assign(new Element(scope.array(), at), scope.pick("=", "+="), new Element(NUMBERS, near)));
            case 2 -> List.of(new Assign(total(new Element(LIST, at)), scope.pick("=", "+="), expr.value(1)));
            case 3 -> {
                Var o = new Var(scope.fresh("o"), Kind.THING);
                yield List.of(
                        new Declare(o.name(), Kind.THING, new Element(LIST, at)),
                        scope.chance(50)
                                ? new Stmt.Eval(new Call(Helpers.INCREASE, List.of(o, expr.value(1))))
                                : new Assign(total(o), "=", total(new Element(LIST, near))));
            }
            case 4 -> List.of(new Assign(new Element(LIST, at), "=", object()));
            default -> {
                Expr inside = new Binary("<", scope.index, new Length(NUMBERS));
                yield List.of(Stmt.when(inside, new Assign(new Element(NUMBERS, scope.index), "=", expr.value(1))));
            }
        };
    }

    private Expr object() {
        return switch (scope.weighted(3, 3, 2)) {
            case 0 -> new Expr.NewThing();
            case 1 -> new Element(new Var("things", Kind.THINGS), scope.index);
            default -> new Element(LIST, scope.index);
        };
    }

    /** Objects of an iteration's own: made by it, or reached through its cell. */
    List<Stmt> objects() {
        Var o = new Var(scope.fresh("o"), Kind.THING);
        Expr things = new Var("things", Kind.THINGS);
        Expr cell = new Element(things, scope.chance(85) ? scope.index : expr.own());
        List<Stmt> all = new ArrayList<>();
        switch (scope.weighted(40, 35, 25)) {
            case 0 -> {
                all.add(new Declare(o.name(), Kind.THING, new Expr.NewThing()));
                all.add(new Assign(total(o), "=", expr.value(1)));
                if (scope.chance(30)) {
                    all.add(new Assign(
                            new Field(o, "data", Kind.INTS),
                            "=",
                            scope.chance(60) ? new Expr.NewArray(of(3)) : scope.array()));
                    all.add(new Assign(
                            new Element(new Field(o, "data", Kind.INTS), of(scope.between(0, 2))),
                            "+=",
                            expr.value(0)));
                }
                all.add(new Assign(cell, "=", o));
                if (scope.chance(25)) {
                    all.add(new Assign(total(new Element(things, scope.index)), "+=", of(1)));
                }
                if (scope.chance(20)) {
                    all.add(new Stmt.Eval(new Call(Helpers.BUMP, List.of(o))));
                }
            }
            case 1 -> {
                all.add(new Declare(o.name(), Kind.THING, cell));
                Expr from = scope.chance(50) ? new Element(things, plus(scope.index, scope.pick(0, 0, 1))) : OTHER;
                all.add(new Assign(total(o), scope.pick("=", "+="), plus(new Field(from, "count", Kind.INT), 1)));
                if (scope.chance(40)) {
                    Expr data = new Field(o, "data", Kind.INTS);
                    all.add(new Assign(
                            new Element(data, of(scope.between(0, 3))), scope.pick("=", "+="), expr.value(1)));
                }
            }
            default -> {
                all.add(new Assign(total(cell), scope.pick("=", "+="), expr.value(1)));
                all.add(new Assign(
                        new Element(scope.array(), scope.index), "=", total(scope.chance(70) ? cell : OTHER)));
            }
        }
        return all;
    }

    /** Updates under a lock, and of atomics. */
    List<Stmt> locks() {
        if (scope.chance(45)) {
            Stmt call = switch (scope.weighted(45, 40, 15)) {
                case 0 -> new Stmt.Library("addAndGet", ATOMIC, List.of(expr.value(1)));
                case 1 -> new Stmt.Library("incrementAndGet", ATOMIC, List.of());
                default -> new Stmt.Library("set", ATOMIC, List.of(scope.chance(50) ? of(3) : expr.value(0)));
            };
            return List.of(scope.chance(50) ? Stmt.when(expr.condition(), call) : call);
        }
        Expr self = new Var("this", Kind.THING);
        Expr lock = lock(self);
        Expr target = scope.<Expr>pick(
                total(self),
                total(OTHER),
                new Element(scope.array(), new Binary("&", new Element(scope.array(), scope.index), of(7))));
        List<Stmt> inside = new ArrayList<>(List.of(ArrayForms.update(scope, target, expr.value(1))));
        if (scope.chance(20)) {
            Expr second = scope.<Expr>pick(total(self), total(OTHER), new Field(self, "offset", Kind.INT));
            inside.add(ArrayForms.update(scope, second, expr.value(0)));
        }
        if (scope.chance(10)) {
            inside.add(new Assign(new Element(scope.array(), scope.index), "=", target));
        }
        Stmt locked = new Stmt.Synchronized(lock, new Stmt.Block(inside));
        List<Stmt> all = new ArrayList<>(List.of(scope.chance(30) ? Stmt.when(expr.condition(), locked) : locked));
        if (scope.chance(20)) {
            Stmt again = ArrayForms.update(scope, target, expr.value(0));
            all.add(new Stmt.Synchronized(scope.chance(50) ? lock : lock(self), Stmt.block(again)));
        }
        return all;
    }

    /** One for all iterations, most often. */
    private Expr lock(Expr self) {
        Expr things = new Var("things", Kind.THINGS);
        return switch (scope.weighted(55, 35, 5, 5)) {
            case 0 -> self;
            case 1 -> OTHER;
            case 2 -> new Element(things, of(0));
            default -> new Element(things, scope.index);
        };
    }

    /** Collections that iterations add to. */
    List<Stmt> adding() {
        Expr key = new Binary("&", new Element(scope.array(), scope.index), of(7));
        if (scope.chance(50)) {
            key = Expr.times(new Binary("&", key, of(3)), of(RandomInputs.TABLE));
        }
        Stmt add = switch (scope.weighted(35, 35, 10, 10, 10)) {
            case 0 -> new Stmt.Library("add", FOUND, List.of(expr.value(1)));
            case 1 -> new Stmt.Library("merge", COUNTS, List.of(key, scope.chance(50) ? of(1) : expr.value(0)));
            case 2 -> new Stmt.Library("put", COUNTS, List.of(key, scope.index));
            case 3 -> new Stmt.Library("add", LIST, List.of(object()));
            default -> new Stmt.Library("add", FOUND, List.of(new Element(NUMBERS, scope.index)));
        };
        List<Stmt> all = new ArrayList<>();
        all.add(scope.chance(60) ? Stmt.when(expr.condition(), add) : add);
        if (scope.chance(15)) {
            all.add(add);
        }
        if (scope.chance(8)) {
            all.add(new Assign(new Element(scope.array(), scope.index), "=", new Length(FOUND)));
        }
        return scope.chance(15) ? List.of(Stmt.block(all.toArray(new Stmt[0]))) : all;
    }
}
