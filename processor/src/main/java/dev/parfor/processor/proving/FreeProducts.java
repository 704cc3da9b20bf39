package dev.parfor.processor.proving;

import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves out what a product of unknowns satisfies that nothing else mentions.
 *
 * <p>To the solver, which is linear, a product {@code i*n} is one more unknown. Where a single condition mentions it, and it may be
 * about any number, the condition can be met whatever the other unknowns are: it excludes nothing and only costs time. That
 * is the fate of every linearised subscript {@code i*n + j} before it is taken apart.
 */
final class FreeProducts {

    /** What a product must be able to reach on both sides to count as any number: far more than subscripts do. */
    private static final long ANY = 1L << 60;

    private final Map<Poly.Monomial, Integer> uses = new HashMap<>();

    private FreeProducts(List<Poly> equations, List<Fact> facts) {
        equations.forEach(this::count);
        facts.forEach(f -> count(f.poly()));
    }

    /** Equations and facts that are left. */
    record Rest(List<Poly> equations, List<Fact> facts) {}

    static Rest without(List<Poly> equations, List<Fact> facts) {
        if (equations.stream().noneMatch(FreeProducts::hasProduct)
                && facts.stream().noneMatch(f -> hasProduct(f.poly()))) {
            return new Rest(equations, facts);
        }
        FreeProducts free = new FreeProducts(equations, facts);
        List<Poly> leftEquations = new ArrayList<>(equations);
        List<Fact> leftFacts = new ArrayList<>(facts);
        boolean changed = true;
        while (changed) {
            changed = leftEquations.removeIf(e -> free.drop(e, true))
                    | leftFacts.removeIf(f -> free.drop(f.poly(), f.kind() == Fact.Kind.ZERO));
        }
        return new Rest(leftEquations, leftFacts);
    }

    private static boolean hasProduct(Poly poly) {
        for (Poly.Monomial monomial : poly.monomials()) {
            if (monomial.atoms().size() > 1) {
                return true;
            }
        }
        return false;
    }

    private void count(Poly poly) {
        for (Poly.Monomial monomial : poly.monomials()) {
            if (monomial.atoms().size() > 1) {
                uses.merge(monomial, 1, Integer::sum);
            }
        }
    }

    private boolean drop(Poly poly, boolean equation) {
        for (Poly.Term term : poly.terms()) {
            Poly.Monomial monomial = term.monomial();
            if (monomial.atoms().size() > 1
                    && uses.get(monomial) == 1
                    && (!equation || Math.abs(term.coefficient()) == 1)
                    && isAnyNumber(monomial)) {
                poly.monomials().forEach(m -> uses.computeIfPresent(m, (x, n) -> n - 1));
                return true;
            }
        }
        return false;
    }

    private static boolean isAnyNumber(Poly.Monomial monomial) {
        double reach = 1;
        boolean negative = false;
        for (Atom atom : monomial.atoms()) {
            reach *= Math.max(-(double) atom.min(), (double) atom.max());
            negative |= atom.min() < -1;
        }
        return negative && reach >= ANY;
    }
}
