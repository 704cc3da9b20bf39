package dev.parfor.processor.random;

import static dev.parfor.processor.random.Expr.local;
import static dev.parfor.processor.random.Expr.of;
import static dev.parfor.processor.random.Expr.plus;
import static dev.parfor.processor.random.Expr.times;
import static dev.parfor.processor.random.Stmt.block;
import static dev.parfor.processor.random.Stmt.when;

import dev.parfor.processor.random.Expr.Binary;
import dev.parfor.processor.random.Expr.Bump;
import dev.parfor.processor.random.Expr.Element;
import dev.parfor.processor.random.Expr.Field;
import dev.parfor.processor.random.Expr.Var;
import dev.parfor.processor.random.Stmt.Assign;
import dev.parfor.processor.random.Stmt.Declare;
import dev.parfor.processor.random.Stmt.For;
import dev.parfor.processor.random.Stmt.Jump;
import dev.parfor.processor.random.Stmt.Return;
import dev.parfor.processor.random.Stmt.Step;
import dev.parfor.processor.random.Stmt.While;
import java.util.List;
import java.util.Optional;

/** The methods that random loops call. */
final class Helpers {

    private Helpers() {}

    /** A method: parameters, a body, and the expression it returns at its end. An instance method has {@code this} first. */
    record Helper(String name, String modifiers, List<Var> parameters, List<Stmt> body, Optional<Expr> result) {
        boolean isStatic() {
            return !parameters.get(0).name().equals("this");
        }
    }

    private static final Var A = new Var("a", Kind.INTS);
    private static final Var B = new Var("b", Kind.INTS);
    private static final Var G = new Var("g", Kind.ROWS);
    private static final Var SELF = new Var("this", Kind.THING);
    private static final Var I = local("i");
    private static final Var J = local("j");
    private static final Var V = local("v");
    private static final Var FROM = local("from");
    private static final Var TO = local("to");
    private static final Var T = local("t");
    private static final Var Q = local("q");
    private static final Expr DATA = new Field(SELF, "data", Kind.INTS);
    private static final Expr TOTAL = new Field(SELF, "total", Kind.INT);

    private static Expr at(Expr array, Expr index) {
        return new Element(array, index);
    }

    private static Helper procedure(String name, String modifiers, List<Var> parameters, Stmt... body) {
        return new Helper(name, modifiers, parameters, List.of(body), Optional.empty());
    }

    private static Helper function(String name, String modifiers, List<Var> parameters, Expr result, Stmt... body) {
        return new Helper(name, modifiers, parameters, List.of(body), Optional.of(result));
    }

    static final Helper MIX = function("mix", "static ", List.of(V, I), plus(times(V, of(31)), I));
    static final Helper GET = function("get", "static ", List.of(A, I), at(A, I));
    static final Helper PUT = procedure("put", "private static ", List.of(A, I, V), new Assign(at(A, I), "=", V));
    static final Helper ADD = procedure("add", "static ", List.of(A, I, V), new Assign(at(A, I), "+=", V));

    /** Writes {@code a[from .. to - 1]}. */
    static final Helper FILL = procedure(
            "fill",
            "static ",
            List.of(A, FROM, TO, V),
            For.upTo(Q, TO, block(new Assign(at(A, Q), "=", plus(V, Q)))).from(FROM));

    /** Sums {@code a[from .. to - 1]}. */
    static final Helper SUM = function(
            "sum",
            "static ",
            List.of(A, FROM, TO),
            T,
            new Declare("t", Kind.INT, of(0)),
            new While(new Binary("<", FROM, TO), block(new Assign(T, "+=", at(A, FROM)), new Step(FROM, true)), true));

    /** The first place from {@code from} on, before {@code to}, that holds {@code v}; what its condition reads lies beyond. */
    static final Helper FIND = function(
            "find",
            "static ",
            List.of(A, FROM, TO, V),
            FROM,
            new While(
                    new Binary("&&", new Binary("!=", at(A, FROM), V), new Binary("<", FROM, TO)),
                    block(new Step(FROM, true)),
                    true));

    /** Writes and counts on, until a cell is negative or the row ends. */
    static final Helper SPREAD = function(
            "spread",
            "static ",
            List.of(A, FROM, TO, V),
            FROM,
            new While(
                    new Binary("<", FROM, TO),
                    block(
                            when(new Binary("<", at(A, FROM), of(0)), new Jump("break")),
                            new Assign(at(A, new Bump(FROM, true, false)), "+=", V)),
                    true));

    /** Writes unless there is more already. */
    static final Helper RAISE = procedure(
            "raise",
            "static ",
            List.of(A, I, V),
            when(new Binary(">", at(A, I), V), new Return(Optional.empty())),
            new Assign(at(A, I), "=", V));

    static final Helper LIMIT = function(
            "limit",
            "static ",
            List.of(V, I),
            plus(V, 1),
            when(new Binary(">", V, I), new Return(Optional.of(I))),
            For.upTo(Q, of(3), block(when(new Binary("==", Q, V), new Jump("continue")), new Step(V, true))));

    static final Helper SWAP = procedure(
            "swap",
            "static ",
            List.of(A, I, J),
            new Declare("t", Kind.INT, at(A, I)),
            new Assign(at(A, I), "=", at(A, J)),
            new Assign(at(A, J), "=", T));

    static final Helper PICK = function(
            "pick", "static ", List.of(A, B, V), A, when(new Binary(">", V, of(3)), new Return(Optional.of(B))));

    static final Helper ROW = function("row", "static ", List.of(G, I), at(G, I));
    static final Helper AT = function("at", "", List.of(SELF, I), at(DATA, I));
    static final Helper SET = procedure("set", "private ", List.of(SELF, I, V), new Assign(at(DATA, I), "=", V));
    static final Helper BUMP = procedure("bump", "", List.of(SELF), new Step(TOTAL, true));
    static final Helper NEXT = function("next", "", List.of(SELF), new Bump(TOTAL, true, false));
    static final Helper INCREASE = procedure("increase", "", List.of(SELF, V), new Assign(TOTAL, "+=", V));

    /** Fills a region by halves, calling itself. */
    static final Helper HALVE = procedure(
            "halve",
            "static ",
            List.of(A, FROM, TO, V),
            when(new Binary("==", new Binary("-", TO, FROM), Expr.of(1)), new Assign(at(A, FROM), "=", V)),
            when(
                    new Binary(">", new Binary("-", TO, FROM), Expr.of(1)),
                    new Declare("t", Kind.INT, new Binary("/", plus(FROM, TO), Expr.of(2))),
                    new Stmt.Eval(new Expr.Call(itself("halve", Optional.empty()), List.of(A, FROM, T, plus(V, 1)))),
                    new Stmt.Eval(new Expr.Call(itself("halve", Optional.empty()), List.of(A, T, TO, V)))));

    /** Sums a region cell by cell, calling itself. */
    static final Helper GATHER = function(
            "gather",
            "static ",
            List.of(A, FROM, TO),
            plus(at(A, FROM), new Expr.Call(itself("gather", Optional.of(of(0))), List.of(A, plus(FROM, 1), TO))),
            when(new Binary(">=", FROM, TO), new Return(Optional.of(of(0)))));

    /** Raises the cells from one on, calling itself until one is large or the row ends. */
    static final Helper RIPPLE = procedure(
            "ripple",
            "static ",
            List.of(A, FROM, TO, V),
            when(
                    new Binary("&&", new Binary("<", FROM, TO), new Binary("<", at(A, FROM), of(9))),
                    new Assign(at(A, FROM), "+=", V),
                    new Stmt.Eval(
                            new Expr.Call(itself("ripple", Optional.empty()), List.of(A, plus(FROM, 1), TO, V)))));

    private static final Var LENGTH = local("length");

    /** Copies {@code a[from ..]} to {@code b[to ..]}. */
    static final Helper COPY = procedure(
            "copy",
            "static ",
            List.of(A, FROM, B, TO, LENGTH),
            For.upTo(Q, LENGTH, block(new Assign(at(B, plus(TO, Q)), "=", at(A, plus(FROM, Q))))));

    static final Helper DOT = function(
            "dot",
            "private static ",
            List.of(A, I, B, J, LENGTH),
            T,
            new Declare("t", Kind.INT, of(0)),
            For.upTo(Q, LENGTH, block(new Assign(T, "+=", new Binary("*", at(A, plus(I, Q)), at(B, plus(J, Q)))))));

    /** Turns {@code a[from .. to - 1]} round. */
    static final Helper REVERSE = procedure(
            "reverse",
            "static ",
            List.of(A, FROM, TO),
            new While(
                    new Binary("<", FROM, plus(TO, -1)),
                    block(
                            new Step(TO, false),
                            new Declare("t", Kind.INT, at(A, FROM)),
                            new Assign(at(A, FROM), "=", at(A, TO)),
                            new Assign(at(A, TO), "=", T),
                            new Step(FROM, true)),
                    true));

    /** Sorts {@code a[from .. to - 1]} by insertion. */
    static final Helper SORT = procedure(
            "sort",
            "static ",
            List.of(A, FROM, TO),
            For.upTo(
                            Q,
                            TO,
                            block(
                                    new Declare("t", Kind.INT, at(A, Q)),
                                    new Declare("j", Kind.INT, plus(Q, -1)),
                                    new While(
                                            new Binary("&&", new Binary(">=", J, FROM), new Binary(">", at(A, J), T)),
                                            block(new Assign(at(A, plus(J, 1)), "=", at(A, J)), new Step(J, false)),
                                            true),
                                    new Assign(at(A, plus(J, 1)), "=", T)))
                    .from(plus(FROM, 1)));

    /** Merges {@code a[from .. j - 1]} and {@code a[j .. to - 1]} into {@code b[from .. to - 1]}. */
    static final Helper MERGE = procedure(
            "merge",
            "static ",
            List.of(A, FROM, J, TO, B),
            new Declare("i", Kind.INT, FROM),
            new Declare("t", Kind.INT, J),
            For.upTo(
                            Q,
                            TO,
                            block(new Stmt.If(
                                    new Binary(
                                            "&&",
                                            new Binary("<", I, J),
                                            new Binary(
                                                    "||",
                                                    new Binary(">=", T, TO),
                                                    new Binary("<=", at(A, I), at(A, T)))),
                                    block(new Assign(at(B, Q), "=", at(A, new Bump(I, true, false)))),
                                    block(new Assign(at(B, Q), "=", at(A, new Bump(T, true, false)))))))
                    .from(FROM));

    /** Adds cells of one array of an object to those of another. */
    static final Helper MOVE = procedure(
            "move",
            "",
            List.of(SELF, V),
            For.upTo(
                    Q,
                    of(3),
                    block(new Assign(
                            at(DATA, Q), "+=", new Binary("*", V, at(new Field(SELF, "hidden", Kind.INTS), Q))))));

    /** Stands for a method inside of itself. */
    private static Helper itself(String name, Optional<Expr> result) {
        List<Var> parameters = result.isPresent() ? List.of(A, FROM, TO) : List.of(A, FROM, TO, V);
        return new Helper(name, "static ", parameters, List.of(), result);
    }

    /** What subclasses override. */
    static final Helper RATE = function("rate", "", List.of(SELF, V), plus(V, new Field(SELF, "offset", Kind.INT)));

    static final Helper KEEP = procedure("keep", "", List.of(SELF, V), new Assign(TOTAL, "=", V));

    /** Calls what may be overridden. */
    static final Helper TWICE = function(
            "twice", "", List.of(SELF, V), new Expr.Call(RATE, List.of(SELF, new Expr.Call(RATE, List.of(SELF, V)))));

    static final Helper BOTH = procedure(
            "both",
            "",
            List.of(SELF, V),
            new Stmt.Eval(new Expr.Call(KEEP, List.of(SELF, plus(V, 1)))),
            new Assign(TOTAL, "+=", new Expr.Call(RATE, List.of(SELF, V))));

    /** Methods that are not final. */
    static final List<Helper> OPEN = List.of(RATE, KEEP, TWICE, BOTH);

    /** @param parent the number of the class that it extends */
    record Subclass(String name, int parent, List<Helper> methods) {}

    /** Numbered from one; zero is the class itself. */
    static final List<Subclass> SUBCLASSES = List.of(
            new Subclass(
                    "Low",
                    0,
                    List.of(function(
                            "rate",
                            "",
                            List.of(SELF, V),
                            new Binary("-", Expr.times(3, V), new Field(SELF, "count", Kind.INT))))),
            new Subclass(
                    "Far",
                    1,
                    List.of(
                            procedure("keep", "", List.of(SELF, V), new Assign(at(DATA, of(1)), "+=", V)),
                            function("twice", "", List.of(SELF, V), plus(V, TOTAL)))));

    /** The method that runs on an object of a class. */
    static Helper chosen(Helper called, int subclass) {
        for (int at = subclass; at > 0; at = SUBCLASSES.get(at - 1).parent()) {
            for (Helper method : SUBCLASSES.get(at - 1).methods()) {
                if (method.name().equals(called.name())) {
                    return method;
                }
            }
        }
        return defined(called);
    }

    /** The method that is called. */
    static Helper defined(Helper called) {
        return ALL.stream()
                .filter(h -> h.name().equals(called.name()))
                .findFirst()
                .orElse(called);
    }

    /** {@code Math.max} and {@code Math.min}, which need no declaration. */
    static final Helper MAX = function("Math.max", "", List.of(V, I), new Expr.Choice(new Binary(">=", V, I), V, I));

    static final Helper MIN = function("Math.min", "", List.of(V, I), new Expr.Choice(new Binary("<=", V, I), V, I));

    /** Those that the class declares. */
    static final List<Helper> ALL = List.of(
            MIX, GET, PUT, ADD, FILL, SUM, FIND, SPREAD, RAISE, LIMIT, SWAP, PICK, ROW, AT, SET, BUMP, NEXT, INCREASE,
            HALVE, GATHER, RIPPLE, COPY, DOT, REVERSE, SORT, MERGE, MOVE, RATE, KEEP, TWICE, BOTH);
}
