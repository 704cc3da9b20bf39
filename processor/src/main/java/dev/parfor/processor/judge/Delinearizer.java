package dev.parfor.processor.judge;

import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes linearised subscripts apart: {@code i*w + j} and {@code i'*w + j'} are equal only if {@code i = i'} and {@code j =
 * j'}, provided that {@code j} and {@code j'} differ by less than {@code w}.
 *
 * <p><b>Why.</b> From {@code w*(q - q') = r' - r} and {@code |r' - r| < w} follows {@code q = q'}, and so {@code r = r'}.
 * That the rests lie so close is shown from the bounds of the loops, or else left to a guard.
 *
 * <p><b>Source.</b> V. Maslov, "Delinearization: an efficient way to break multiloop dependence equations", PLDI 1992; T.
 * Grosser, J. Ramanujam, L.-N. Pouchet, P. Sadayappan, S. Pop, "Optimistic Delinearization of Parametrically Sized Arrays",
 * ICS 2015, for strides that are not numbers. We differ in that the window of the rests may begin anywhere.
 */
final class Delinearizer {

    private final Prover prover;

    Delinearizer(Prover prover) {
        this.prover = prover;
    }

    /** Equations that together say the same as the given ones. */
    record Parts(List<Poly> differences, Set<Guard> guards, String strides) {}

    /** Empty where no equation has a stride that can be taken out. The facts are those of both iterations, exact. */
    Optional<Parts> split(List<Scenario.Pair> equations, List<Fact> facts) {
        List<Poly> differences = new ArrayList<>();
        Set<Guard> guards = new LinkedHashSet<>();
        Set<String> strides = new LinkedHashSet<>();
        for (Scenario.Pair pair : equations) {
            take(pair.first(), pair.second(), facts, differences, guards, strides, 0);
        }
        return strides.isEmpty()
                ? Optional.empty()
                : Optional.of(new Parts(differences, guards, String.join(", ", strides)));
    }

    private void take(
            Poly first,
            Poly second,
            List<Fact> facts,
            List<Poly> differences,
            Set<Guard> guards,
            Set<String> strides,
            int depth) {
        // A stride whose window is shown is better than one that has to be guarded.
        for (boolean guarded : new boolean[] {false, true}) {
            for (Poly.Monomial stride : candidates(first, second)) {
                Poly.Division a = first.dividedBy(stride);
                Poly.Division b = second.dividedBy(stride);
                if (depth > 4 || (a.quotient().isConstant() && b.quotient().isConstant())) {
                    continue;
                }
                Optional<Set<Guard>> close = close(a.rest(), b.rest(), Poly.of(stride), facts, guarded);
                if (close.isPresent()) {
                    guards.addAll(close.get());
                    strides.add(stride.toString());
                    differences.add(a.rest().minus(b.rest()));
                    take(a.quotient(), b.quotient(), facts, differences, guards, strides, depth + 1);
                    return;
                }
            }
        }
        differences.add(first.minus(second));
    }

    /** Invariant factors of terms that vary: single ones first, and of those the ones that divide most terms. */
    private static List<Poly.Monomial> candidates(Poly first, Poly second) {
        Set<Poly.Monomial> strides = new TreeSet<>();
        for (Poly p : List.of(first, second)) {
            for (Poly.Monomial m : p.terms().keySet()) {
                List<Atom> invariant =
                        m.atoms().stream().filter(x -> !x.isVarying()).toList();
                if (!invariant.isEmpty() && m.isVarying()) {
                    strides.add(new Poly.Monomial(invariant));
                    invariant.forEach(x -> strides.add(new Poly.Monomial(List.of(x))));
                }
            }
        }
        List<Poly.Monomial> ordered = new ArrayList<>(strides);
        ordered.sort(Comparator.comparingInt((Poly.Monomial m) -> m.atoms().size())
                .thenComparingInt(m -> -divided(first, m) - divided(second, m)));
        return ordered;
    }

    private static int divided(Poly p, Poly.Monomial stride) {
        return p.dividedBy(stride).quotient().terms().size();
    }

    /** The guards, perhaps none, under which the two rests differ by less than the stride. */
    private Optional<Set<Guard>> close(Poly first, Poly second, Poly stride, List<Fact> facts, boolean guarded) {
        if (!Soundness.STRIDE_WINDOW.holds()) {
            return Optional.of(Set.of());
        }
        Poly gap = first.minus(second);
        Poly below = stride.minus(gap).plus(-1);
        Poly above = stride.plus(gap).plus(-1);
        if (prover.implies(facts, below) && prover.implies(facts, above)) {
            return Optional.of(Set.of());
        }
        return guarded ? guard(first, second, stride).map(Set::of) : Optional.empty();
    }

    /**
     * One window for both rests: only where they are the same polynomial up to a number, the second one's atoms being copies
     * of the first one's.
     */
    private static Optional<Guard> guard(Poly first, Poly second, Poly stride) {
        Poly unprimed = second.map(atom -> Poly.of(Unpriming.of(atom)));
        Poly shift = unprimed.minus(first);
        if (!shift.isConstant()) {
            return Optional.empty();
        }
        Poly common = invariantPart(first);
        Poly rest = first.minus(common);
        Optional<Guard.RangeExpr> lo = RangeBuilder.of(rest.plus(Math.min(0, shift.constantTerm())));
        Optional<Guard.RangeExpr> hi = RangeBuilder.of(rest.plus(Math.max(0, shift.constantTerm())));
        Optional<Guard.RangeExpr> width = RangeBuilder.of(stride);
        if (lo.isEmpty() || hi.isEmpty() || width.isEmpty()) {
            return Optional.empty();
        }
        Guard.RangeExpr values = shift.isConstant() && shift.constantTerm() == 0
                ? lo.get()
                : new Guard.RangeExpr.Between(lo.get(), hi.get());
        return Optional.of(new Guard.Narrower(values, width.get()));
    }

    private static Poly invariantPart(Poly p) {
        Poly invariant = Poly.ZERO;
        for (var term : p.terms().entrySet()) {
            if (!term.getKey().isVarying()) {
                invariant = invariant.plus(Poly.of(term.getKey()).times(term.getValue()));
            }
        }
        return invariant;
    }
}
