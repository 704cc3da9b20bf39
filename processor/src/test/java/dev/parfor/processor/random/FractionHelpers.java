package dev.parfor.processor.random;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Choice;
import dev.parfor.processor.random.Expr.Const;
import dev.parfor.processor.random.Expr.Var;
import java.util.List;
import java.util.Optional;

/** {@code Math.max} and {@code Math.min} of floating-point numbers, as they are specified. */
final class FractionHelpers {

    static final Helpers.Helper MAX = extreme("Math.max", Kind.DOUBLE, 1.0, ">");
    static final Helpers.Helper MIN = extreme("Math.min", Kind.DOUBLE, 1.0, "<");
    static final Helpers.Helper MAX_FEW = extreme("Math.max", Kind.FLOAT, 1f, ">");
    static final Helpers.Helper MIN_FEW = extreme("Math.min", Kind.FLOAT, 1f, "<");

    private FractionHelpers() {}

    /** One that is not a number wins; of two zeros the sign decides, which shows when one is divided by it. */
    private static Helpers.Helper extreme(String name, Kind kind, Object one, String better) {
        Var a = new Var("a", kind);
        Var b = new Var("b", kind);
        Expr bySign = new Choice(new Binary(better, inverse(kind, one, a), inverse(kind, one, b)), a, b);
        Expr equal = new Choice(new Binary("==", a, b), bySign, b);
        Expr number = new Choice(new Binary(better, a, b), a, equal);
        Expr result = new Choice(new Binary("!=", a, a), a, new Choice(new Binary("!=", b, b), b, number));
        return new Helpers.Helper(name, "static ", List.of(a, b), List.of(), Optional.of(result));
    }

    private static Expr inverse(Kind kind, Object one, Expr of) {
        return new Binary("/", new Const(kind, one), of);
    }
}
