package dev.parfor.processor.random;

import java.util.List;
import java.util.Set;

/**
 * A random method with a loop to make parallel.
 *
 * @param name of the method
 * @param seed that it was made from
 * @param isStatic whether there is no {@code this}
 * @param body with the marked loop somewhere in it
 * @param result what is returned; never absent
 * @param theme what the generator had in mind
 * @param accumulators variables that carry a value in a form that is meant to be recognised: reductions and inductions
 */
record Program(
        String name,
        long seed,
        boolean isStatic,
        List<Expr.Var> parameters,
        List<Stmt> body,
        Expr result,
        String theme,
        Set<String> accumulators) {

    Program {
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
        accumulators = Set.copyOf(accumulators);
    }

    Program with(List<Stmt> other) {
        return new Program(name, seed, isStatic, parameters, other, result, theme, accumulators);
    }

    Program named(String other) {
        return new Program(other, seed, isStatic, parameters, body, result, theme, accumulators);
    }

    Program returning(Expr other) {
        return new Program(name, seed, isStatic, parameters, body, other, theme, accumulators);
    }

    /**
     * Whether what the loop wrote before an exception is to be found afterwards, and no more: not where a method has several loops, nor
     * where later iterations add to atomics or under a lock.
     */
    boolean comparesAfterThrow() {
        return markStandsOnMethod() && !theme.equals(Theme.LOCKS.name()) && !theme.equals(Theme.PHASES.name());
    }

    /** Whether the marked loop is the only one at the top and the mark can stand on the method. */
    boolean markStandsOnMethod() {
        return body.stream().anyMatch(Program::isMarked);
    }

    /** How many loops are to be made parallel. */
    long loops() {
        return Math.max(1, body.stream().filter(Program::isMarked).count());
    }

    static boolean isMarked(Stmt s) {
        return s instanceof Stmt.For loop && loop.marked() || s instanceof Stmt.ForEach each && each.marked();
    }
}
