package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;
import static dev.parfor.processor.random.Expr.times;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Element;
import java.util.List;

/** Draws subscripts and values. Most subscripts of writes are an iteration's own, some nearly so, a few nonsense. */
final class ExprGenerator {

    private final Scope scope;

    ExprGenerator(Scope scope) {
        this.scope = scope;
    }

    /** A subscript to write with. */
    Expr own() {
        if (scope.induction != null && scope.chance(50)) {
            return scope.induction;
        }
        return scope.inner.isEmpty() ? ownOfOne() : ownOfTwo(scope.inner.get(scope.inner.size() - 1));
    }

    private Expr ownOfOne() {
        Expr i = scope.index;
        return switch (scope.weighted(45, 15, 12, 6, 5, 3, 10)) {
            case 0 -> i;
            case 1 -> plus(i, offset());
            case 2 -> plus(times(scope.pick(2, 3, 4, -1, 16), i), scope.between(0, 9));
            case 3 -> plus(new Binary("-", scope.<Expr>pick(of(40), local("n"), scope.bound), i), -1);
            case 4 -> plus(i, local("k"));
            case 5 -> plus(times(local("w"), i), scope.between(0, 2));
            default -> odd();
        };
    }

    /** Seldom negative: most loops begin at zero. */
    private int offset() {
        return scope.chance(12) ? scope.between(-2, -1) : scope.between(0, 4);
    }

    private Expr ownOfTwo(Scope.Inner inner) {
        Expr i = scope.index;
        Expr j = inner.index();
        Expr bound = inner.bound();
        Expr row = scope.chance(50) ? times(i, bound) : times(bound, i);
        return switch (scope.weighted(40, 8, 9, 6, 6, 5, 5, 5, 5, 6)) {
            case 0 -> plus(row, j);
            case 1 -> plus(plus(row, j), offset());
            case 2 -> plus(times(j, scope.bound), i);
            case 3 -> i;
            case 4 -> plus(plus(local("k"), row), j);
            case 5 -> plus(times(2, row), j);
            case 6 -> plus(row, new Binary("-", plus(bound, -1), j));
            case 7 -> plus(times(i, plus(bound, scope.pick(-1, 1, 2))), j);
            case 8 -> plus(i, j);
            default -> scope.chance(50) ? j : odd();
        };
    }

    /** A subscript that two iterations may well share. */
    private Expr odd() {
        Expr i = scope.index;
        return switch (scope.weighted(3, 3, 3, 2, 2, 3, 2, 12)) {
            case 0 -> new Binary("/", i, of(2));
            case 1 -> new Binary("%", i, of(scope.between(2, 7)));
            case 2 -> new Binary("&", i, of(scope.pick(1, 7, 15)));
            case 3 -> of(scope.between(0, 5));
            case 4 -> local("k");
            case 5 -> new Element(scope.pick(scope.arrays), i);
            case 6 -> times(i, i);
            default -> arithmetic(i);
        };
    }

    /** Arithmetic at the edges of its types. */
    private Expr arithmetic(Expr i) {
        Expr wide = new Expr.Const(Kind.LONG, scope.pick(3L, 1L << 32, (1L << 32) + 1, -1L));
        return switch (scope.weighted(2, 2, 2, 2, 2, 2, 2, 2, 2, 2)) {
            case 0 -> new Expr.Cast(Kind.BYTE, plus(i, scope.pick(0, 1, 120, 250)));
            case 1 -> new Expr.Cast(Kind.SHORT, times(scope.pick(1, 3, 4096, 65536), i));
            case 2 -> new Expr.Cast(Kind.INT, new Binary("*", i, wide));
            case 3 -> new Binary(scope.pick(">>", ">>>", "<<"), i, of(scope.between(1, 3)));
            case 4 -> times(scope.pick(1 << 30, 1 << 31, 1 << 16, -1), i);
            case 5 -> new Expr.Call(scope.pick(Helpers.MIN, Helpers.MAX), List.of(i, of(scope.between(1, 6))));
            case 6 -> new Expr.Choice(condition(), i, plus(i, scope.between(0, 2)));
            case 7 -> new Binary("%", plus(i, local("k")), local("n"));
            case 8 -> new Binary("-", new Binary("+", i, local("k")), local("k"));
            default -> new Binary(scope.pick("^", "&", "|"), i, of(scope.between(1, 8)));
        };
    }

    /** A subscript to read an array with. */
    Expr reading(Expr array) {
        Expr own = scope.written.get(array);
        if (own != null && scope.chance(65)) {
            return scope.chance(80) ? own : plus(own, scope.pick(-1, 1, 1, 2, 2, 5));
        }
        return switch (scope.weighted(40, 20, 25, 10, 5)) {
            case 0 -> scope.index;
            case 1 -> plus(scope.index, offset());
            case 2 -> own();
            case 3 ->
                scope.inner.isEmpty()
                        ? of(scope.between(0, 4))
                        : scope.pick(scope.inner).index();
            default -> new Binary("%", new Binary("&", value(1), of(255)), of(scope.between(3, 9)));
        };
    }

    Expr read() {
        Expr array = scope.pick(scope.arrays);
        return new Element(array, reading(array));
    }

    /** A condition on indices and parameters: something that a proof may use. */
    private Expr fact() {
        Expr i = scope.index;
        Expr j = scope.inner.isEmpty()
                ? scope.pick(local("k"), local("n"), local("w"))
                : scope.pick(scope.inner).index();
        Expr left = scope.weighted(60, 20, 20) == 0 ? i : scope.<Expr>pick(j, plus(i, local("k")));
        Expr right = scope.<Expr>pick(j, of(scope.between(0, 6)), plus(j, 1), plus(scope.bound, -1));
        return new Binary(scope.pick("<", ">", "==", "!=", "<=", ">="), left, right);
    }

    /** An integer. */
    Expr value(int depth) {
        if (depth <= 0) {
            return scope.weighted(1, 2, 2) == 0
                    ? of(scope.between(-3, 9))
                    : scope.chance(50) ? scope.pick(scope.readable) : scope.index;
        }
        return switch (scope.weighted(30, 15, 25, 18, 5, 4, 3)) {
            case 0 -> read();
            case 1 -> value(0);
            case 2 -> new Binary(scope.pick("+", "-", "+", "*", "^", "&"), value(depth - 1), value(depth - 1));
            case 3 -> plus(read(), scope.between(-4, 4));
            case 4 -> new Expr.Call(scope.pick(Helpers.MIX, Helpers.MAX), List.of(value(depth - 1), value(depth - 1)));
            case 5 -> new Expr.Choice(condition(), value(depth - 1), value(depth - 1));
            default -> new Binary(scope.pick("/", "%"), value(depth - 1), of(scope.pick(2, 3, 5)));
        };
    }

    /** A floating-point number whose parts are exact. */
    Expr fraction(int depth) {
        if (depth <= 0 || scope.doubles.isEmpty()) {
            return scope.chance(50) ? new Expr.Const(Kind.DOUBLE, scope.between(-6, 6) * 0.25) : value(0);
        }
        Expr array = scope.pick(scope.doubles);
        Expr element = new Element(array, reading(array));
        return scope.chance(60) ? element : new Binary(scope.pick("+", "-"), element, fraction(depth - 1));
    }

    Expr condition() {
        if (scope.chance(30)) {
            return fact();
        }
        Expr left = scope.chance(50) ? read() : value(0);
        Expr test = new Binary(scope.pick("<", ">", "==", "!=", ">="), left, of(scope.between(-1, 6)));
        return scope.chance(15) ? new Binary(scope.pick("&&", "||"), new Binary(">", scope.index, of(2)), test) : test;
    }
}
