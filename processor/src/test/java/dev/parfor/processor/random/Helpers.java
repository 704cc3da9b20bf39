package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;
import static dev.parfor.processor.random.Expr.times;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Field;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.For;
import dev.parfor.processor.random.Stmt.Step;
import java.util.List;
import java.util.Optional;

/** The methods that random loops call. */
final class Helpers {

    private Helpers() {}

    /** A method: parameters, a body, and the expression it returns. An instance method has {@code this} first. */
    record Helper(String name, String modifiers, List<Var> parameters, List<Stmt> body, Optional<Expr> result) {
        boolean isStatic() {
            return parameters.isEmpty() || !parameters.get(0).name().equals("this");
        }
    }

    private static final Var A = new Var("a", Kind.INTS);
    private static final Var SELF = new Var("this", Kind.THING);
    private static final Var I = local("i");
    private static final Var V = local("v");
    private static final Var FROM = local("from");
    private static final Var TO = local("to");
    private static final Expr DATA = new Field(SELF, "data", Kind.INTS);

    /** {@code v * 31 + i}. */
    static final Helper MIX =
            new Helper("mix", "static ", List.of(V, I), List.of(), Optional.of(plus(times(V, of(31)), I)));

    static final Helper GET = new Helper("get", "static ", List.of(A, I), List.of(), Optional.of(new Element(A, I)));

    static final Helper PUT = new Helper(
            "put",
            "private static ",
            List.of(A, I, V),
            List.of(new Assign(new Element(A, I), "=", V)),
            Optional.empty());

    static final Helper ADD = new Helper(
            "add", "static ", List.of(A, I, V), List.of(new Assign(new Element(A, I), "+=", V)), Optional.empty());

    /** Writes {@code a[from .. to - 1]}. */
    static final Helper FILL = new Helper(
            "fill",
            "static ",
            List.of(A, FROM, TO, V),
            List.of(new For(
                    "q",
                    Kind.INT,
                    true,
                    FROM,
                    "<",
                    TO,
                    of(1),
                    Stmt.block(new Assign(new Element(A, local("q")), "=", plus(V, local("q")))),
                    false)),
            Optional.empty());

    /** Sums {@code a[from .. to - 1]}. */
    static final Helper SUM = new Helper(
            "sum",
            "static ",
            List.of(A, FROM, TO),
            List.of(
                    new Stmt.Declare("t", Kind.INT, of(0)),
                    new Stmt.While(
                            new Binary("<", FROM, TO),
                            Stmt.block(new Assign(local("t"), "+=", new Element(A, FROM)), new Step(FROM, true)))),
            Optional.of(local("t")));

    static final Helper AT = new Helper("at", "", List.of(SELF, I), List.of(), Optional.of(new Element(DATA, I)));

    static final Helper SET = new Helper(
            "set",
            "private ",
            List.of(SELF, I, V),
            List.of(new Assign(new Element(DATA, I), "=", V)),
            Optional.empty());

    static final Helper BUMP = new Helper(
            "bump", "", List.of(SELF), List.of(new Step(new Field(SELF, "total", Kind.INT), true)), Optional.empty());

    /** {@code Math.max}, which needs no declaration. */
    static final Helper MAX = new Helper(
            "Math.max", "", List.of(V, I), List.of(), Optional.of(new Expr.Choice(new Binary(">=", V, I), V, I)));

    /** Those that the class declares. */
    static final List<Helper> ALL = List.of(MIX, GET, PUT, ADD, FILL, SUM, AT, SET, BUMP);
}
