package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Path;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Products of what is known: if {@code a >= 0} and {@code b >= 0}, then {@code a * b >= 0}.
 *
 * <p>The linear tests take each product of unknowns for an unknown of its own. The distance of two iterations, times something that
 * is not negative, tells them how such products are ordered: from {@code i < i'} and {@code c >= 0} follows {@code i*c + c <= i'*c}; from
 * {@code i < i'} and {@code i >= 0} follows {@code i*i < i'*i'}.
 *
 * <p><b>Source.</b> The first step of the reformulation-linearization technique: H. D. Sherali, W. P. Adams, "A Hierarchy of
 * Relaxations between the Continuous and Convex Hull Representations for Zero-One Programming Problems", SIAM J. Discrete
 * Math. 3 (1990).
 */
final class Products {

    private static final int MOST_FACTORS = 12;

    private final Prover prover;
    private final Atom.Index index;
    private final Atom other;

    /** @param other the index in the other iteration */
    Products(Prover prover, Atom.Index index, Atom other) {
        this.prover = prover;
        this.index = index;
        this.other = other;
    }

    record Known(List<Fact> facts, Set<Guard> guards) {}

    /** @param gap what is known to be at least zero of the distance of the two iterations; it is among the facts */
    Known of(List<Poly> equations, List<Fact> facts, Poly gap, boolean guarded) {
        Set<Poly.Monomial> products = new TreeSet<>();
        equations.forEach(e -> collect(e, products));
        facts.forEach(f -> collect(f.poly(), products));
        Set<Guard> guards = new LinkedHashSet<>();
        Set<Poly> factors = new LinkedHashSet<>();
        for (Atom atom : invariantFactors(products)) {
            Poly value = Poly.of(atom);
            if (atom.min() >= 0 || prover.implies(facts, value)) {
                factors.add(value);
            } else if (guarded && atom instanceof Atom.Symbol s && isCheap(s.path())) {
                factors.add(value);
                guards.add(new Guard.AtLeast(new Guard.RangeExpr.OfPath(s.path()), 0));
            }
        }
        factors.add(gap);
        facts.stream()
                .filter(f -> f.kind() == Fact.Kind.AT_LEAST_ZERO)
                .map(Fact::poly)
                .filter(this::isBound)
                .forEach(factors::add);
        List<Fact> known = new ArrayList<>();
        factors.stream().limit(MOST_FACTORS).forEach(factor -> {
            Fact product = Fact.atLeastZero(gap.times(factor));
            boolean helps = product.poly().monomials().stream().anyMatch(products::contains);
            if (helps) {
                known.add(product);
            }
        });
        return new Known(known, guards);
    }

    private static void collect(Poly poly, Set<Poly.Monomial> products) {
        poly.monomials().stream()
                .filter(m -> m.atoms().size() > 1 && m.isVarying())
                .forEach(products::add);
    }

    private Set<Atom> invariantFactors(Set<Poly.Monomial> products) {
        Set<Atom> factors = new TreeSet<>();
        for (Poly.Monomial m : products) {
            if (m.atoms().contains(index) || m.atoms().contains(other)) {
                m.atoms().stream().filter(a -> !a.isVarying()).forEach(factors::add);
            }
        }
        return factors;
    }

    static boolean isCheap(Path path) {
        return path instanceof Path.OfVar || path instanceof Path.OfField || path instanceof Path.OfStatic;
    }

    /** A bound of the index in one of the two iterations, by something that does not vary. */
    private boolean isBound(Poly poly) {
        boolean linear = poly.monomials().stream().allMatch(m -> m.atoms().size() <= 1);
        boolean mentions = poly.mentions(index) != poly.mentions(other);
        return linear
                && mentions
                && poly.terms().size() <= 3
                && poly.atoms().stream().allMatch(a -> a.equals(index) || a.equals(other) || !a.isVarying());
    }
}
