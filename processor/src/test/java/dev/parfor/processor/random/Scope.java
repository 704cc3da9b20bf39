package dev.parfor.processor.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What can be named at a place of a loop that is being made, and the dice. */
final class Scope {

    /** An inner loop's index and the bound below which it stays, where it starts at zero. */
    record Inner(Expr.Var index, Expr bound) {}

    final Random random;
    /** The index of the marked loop. */
    final Expr index;
    /** Its bound, where it starts at zero. */
    final Expr bound;

    final List<Inner> inner = new ArrayList<>();
    /** Integer variables that may be read. */
    final List<Expr.Var> readable = new ArrayList<>();
    /** Arrays of integers that may be accessed. */
    final List<Expr> arrays = new ArrayList<>();

    final List<Expr> doubles = new ArrayList<>();
    final List<Expr> matrices = new ArrayList<>();
    /** Arrays of objects that may be accessed. */
    final List<Expr> things = new ArrayList<>();

    final List<Expr> bytes = new ArrayList<>();
    /** The last subscript with which an array was written. */
    final Map<Expr, Expr> written = new LinkedHashMap<>();
    /** Declared before the marked loop: statements for the method to begin with. */
    final List<Stmt> before = new ArrayList<>();

    /** After the marked loop, before the method returns. */
    final List<Stmt> after = new ArrayList<>();

    final List<Expr.Var> results = new ArrayList<>();
    /** Truth values to return. */
    final List<Expr.Var> flags = new ArrayList<>();

    final Set<String> accumulators = new LinkedHashSet<>();
    /** An induction variable, if there is one. */
    Expr.Var induction;

    /** Makes the header of the marked loop, where this is what the loop is about. */
    UnaryOperator<Stmt.For> header;

    /** What the marked loop stands in, if it is one of several stages. */
    UnaryOperator<Stmt> around;

    private int names;

    Scope(Random random, Expr index, Expr bound) {
        this.random = random;
        this.index = index;
        this.bound = bound;
    }

    String fresh(String prefix) {
        return prefix + names++;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** A number of an option, by weights. */
    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int draw = random.nextInt(sum);
        int option = 0;
        while (draw >= weights[option]) {
            draw -= weights[option++];
        }
        return option;
    }

    /** An integer variable of the method, declared before the marked loop. */
    Expr.Var outer(String prefix, Kind kind, Expr value) {
        Expr.Var variable = new Expr.Var(fresh(prefix), kind);
        before.add(new Stmt.Declare(variable.name(), kind, value));
        return variable;
    }

    /** One of the arrays of integers. */
    Expr array() {
        return pick(arrays);
    }

    /** An array to write: most often one that nothing else is about. */
    Expr target() {
        return chance(60) ? new Expr.Var("z", Kind.INTS) : array();
    }

    /** A variable that carries a value in a form that is meant to be recognised. */
    Expr.Var counter(String prefix, int from) {
        Expr.Var counter = outer(prefix, Kind.INT, Expr.of(from));
        accumulators.add(counter.name());
        return counter;
    }
}
