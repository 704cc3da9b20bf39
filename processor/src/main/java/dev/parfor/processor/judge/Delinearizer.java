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
            for (Stride stride : candidates(first, second)) {
                Optional<Step> step = depth > 4 ? Optional.empty() : step(first, second, stride, facts, guarded);
                if (step.isPresent()) {
                    guards.addAll(step.get().guards());
                    strides.add(stride.poly().toString());
                    differences.add(
                            step.get().first().rest().minus(step.get().second().rest()));
                    take(
                            step.get().first().quotient(),
                            step.get().second().quotient(),
                            facts,
                            differences,
                            guards,
                            strides,
                            depth + 1);
                    return;
                }
            }
        }
        differences.add(first.minus(second));
    }

    /** Both sides divided by a stride, the rests in one window. */
    private record Step(Poly.Division first, Poly.Division second, Set<Guard> guards) {}

    private Optional<Step> step(Poly first, Poly second, Stride stride, List<Fact> facts, boolean guarded) {
        for (Poly.Division a : divisions(first, stride)) {
            for (Poly.Division b : divisions(second, stride)) {
                // What varies on both sides of the stride makes a window that no guard would find narrow.
                boolean mixed = guarded
                        && a.rest().atoms().stream()
                                .anyMatch(x -> x.isVarying() && a.quotient().mentions(x));
                if (!mixed && (!a.quotient().isConstant() || !b.quotient().isConstant())) {
                    Optional<Set<Guard>> close = close(a.rest(), b.rest(), stride.poly(), facts, guarded);
                    if (close.isPresent()) {
                        return Optional.of(new Step(a, b, close.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The division, and the one that leaves whole strides in the rest: {@code y*w + w - 1 - x} counts as row {@code y} with
     * {@code w - 1 - x} in it, not as row {@code y + 1} with {@code -1 - x}.
     */
    private static List<Poly.Division> divisions(Poly p, Stride stride) {
        Poly.Division plain = stride.divide(p);
        long whole = plain.quotient().constantTerm();
        if (whole == 0) {
            return List.of(plain);
        }
        return List.of(
                plain,
                new Poly.Division(
                        plain.quotient().plus(-whole),
                        plain.rest().plus(stride.poly().times(whole))));
    }

    /** A product of invariants, or a sum of such: {@code i*(w + gap) + j}. */
    private record Stride(Poly poly) {

        static Stride of(Poly.Monomial monomial, long coefficient) {
            return new Stride(Poly.of(monomial).times(coefficient));
        }

        Poly.Division divide(Poly p) {
            if (poly.terms().size() == 1) {
                var term = poly.terms().get(0);
                return p.dividedBy(term.monomial(), term.coefficient());
            }
            Poly quotient = Poly.ZERO;
            for (Atom atom : p.atoms()) {
                Poly factor = atom.isVarying() ? factorOf(atom, p) : Poly.ZERO;
                for (long times : new long[] {1, -1}) {
                    if (factor.equals(poly.times(times))) {
                        quotient = quotient.plus(Poly.of(atom).times(times));
                    }
                }
            }
            return new Poly.Division(quotient, p.minus(quotient.times(poly)));
        }
    }

    /** What an atom is multiplied with where nothing else in the product varies. */
    private static Poly factorOf(Atom atom, Poly p) {
        Poly factor = Poly.ZERO;
        Poly.Monomial unit = new Poly.Monomial(List.of(atom));
        for (Poly.Term term : p.terms()) {
            Optional<Poly.Monomial> rest = term.monomial().dividedBy(unit).filter(m -> !m.isVarying());
            if (rest.isPresent()) {
                factor = factor.plus(Poly.of(rest.get()).times(term.coefficient()));
            }
        }
        return factor;
    }

    /** Invariant factors of terms that vary: single ones first, and of those the ones that divide most terms. */
    private static List<Stride> candidates(Poly first, Poly second) {
        Set<Poly.Monomial> monomials = new TreeSet<>();
        for (Poly p : List.of(first, second)) {
            for (Poly.Monomial m : p.monomials()) {
                List<Atom> invariant =
                        m.atoms().stream().filter(x -> !x.isVarying()).toList();
                if (!invariant.isEmpty() && m.isVarying()) {
                    monomials.add(new Poly.Monomial(invariant));
                    invariant.forEach(x -> monomials.add(new Poly.Monomial(List.of(x))));
                }
            }
        }
        List<Poly.Monomial> ordered = new ArrayList<>(monomials);
        ordered.sort(Comparator.comparingInt((Poly.Monomial m) -> m.atoms().size())
                .thenComparingInt(m -> -divided(first, m) - divided(second, m)));
        List<Stride> strides = new ArrayList<>();
        for (Atom atom : first.atoms()) {
            Poly factor = atom.isVarying() ? factorOf(atom, first) : Poly.ZERO;
            if (factor.terms().size() > 1) {
                strides.add(new Stride(factor.terms().get(0).coefficient() < 0 ? factor.negated() : factor));
            }
        }
        for (Poly.Monomial m : ordered) {
            long common = commonFactor(first, second, m);
            if (common > 1) {
                strides.add(Stride.of(m, common));
            }
            strides.add(Stride.of(m, 1));
        }
        return strides;
    }

    /** The greatest common divisor of the coefficients of all varying multiples of the monomial. */
    private static long commonFactor(Poly first, Poly second, Poly.Monomial stride) {
        long common = 0;
        for (Poly p : List.of(first, second)) {
            for (Poly.Term term : p.terms()) {
                if (term.monomial().isVarying()
                        && term.monomial().dividedBy(stride).isPresent()) {
                    common = gcd(common, term.coefficient());
                }
            }
        }
        return common;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? Math.abs(a) : gcd(b, a % b);
    }

    private static int divided(Poly p, Poly.Monomial stride) {
        return p.dividedBy(stride, 1).quotient().terms().size();
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
        if (!guarded || neverHolds(first, stride, facts)) {
            return Optional.empty();
        }
        return guard(first, second, stride).map(Set::of);
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

    /** Whether the rest is known to spread over a whole stride or more, so that a guard would always fail. */
    private boolean neverHolds(Poly rest, Poly stride, List<Fact> facts) {
        Poly spread = Poly.ZERO;
        for (Poly.Term term : rest.terms()) {
            if (term.monomial().atoms().size() == 1
                    && term.monomial().atoms().get(0) instanceof Atom.Index i
                    && i.lower().isPresent()
                    && i.upper().isPresent()) {
                Poly width = i.upper().get().minus(i.lower().get());
                spread = spread.plus(width.times(Math.abs(term.coefficient())));
            }
        }
        return !spread.isConstant() && prover.implies(facts, spread.minus(stride));
    }

    private static Poly invariantPart(Poly p) {
        Poly invariant = Poly.ZERO;
        for (Poly.Term term : p.terms()) {
            if (!term.monomial().isVarying()) {
                invariant = invariant.plus(Poly.of(term.monomial()).times(term.coefficient()));
            }
        }
        return invariant;
    }
}
