package dev.parfor.processor.judge;

import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.walk.RangeBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** So many ways to take a pair of subscripts apart are tried. */
    private static final int MOST_WAYS = 6;

    /** No stride of an array of arrays is wider. */
    private static final long MOST_OF_A_WINDOW = 1L << 28;

    private final Prover prover;

    Delinearizer(Prover prover) {
        this.prover = prover;
    }

    /** Equations that together say the same as the given ones. */
    record Parts(List<Poly> differences, Set<Guard> guards, String strides) {}

    /**
     * Ways to take the equations apart, the likeliest first; none where no equation has a stride that can be taken out. The facts are
     * those of both iterations, exact.
     */
    Stream<Parts> split(List<Scenario.Pair> equations, List<Fact> facts) {
        Stream<Parts> ways = Stream.of(new Parts(List.of(), Set.of(), ""));
        for (Scenario.Pair pair : equations) {
            ways = ways.flatMap(before -> take(pair.first(), pair.second(), facts, 0)
                    .map(way -> new Parts(
                            joined(before.differences(), way.differences()),
                            union(before.guards(), way.guards()),
                            Stream.of(before.strides(), way.strides())
                                    .filter(t -> !t.isEmpty())
                                    .distinct()
                                    .collect(Collectors.joining(", ")))));
        }
        return ways.filter(way -> !way.strides().isEmpty()).limit(MOST_WAYS);
    }

    /**
     * The ways to take one equation apart. A stride whose window is shown is better than one that has to be guarded; what is left of
     * the equation is taken apart in the likeliest way.
     */
    private Stream<Parts> take(Poly first, Poly second, List<Fact> facts, int depth) {
        List<Stride> strides = depth > 4 ? List.of() : candidates(first, second);
        Stream<Parts> found = Stream.of(false, true)
                .flatMap(guarded -> strides.stream()
                        .flatMap(stride -> step(first, second, stride, facts, guarded)
                                .map(step -> taken(stride, step, facts, depth))
                                .stream()));
        Parts whole = new Parts(List.of(first.minus(second)), Set.of(), "");
        return depth == 0
                ? Stream.concat(found, Stream.of(whole))
                : Stream.of(found.findFirst().orElse(whole));
    }

    private Parts taken(Stride stride, Step step, List<Fact> facts, int depth) {
        Poly rests = step.first().rest().minus(step.second().rest());
        Parts further = take(step.first().quotient(), step.second().quotient(), facts, depth + 1)
                .findFirst()
                .orElseThrow();
        String name = stride.poly().toString();
        return new Parts(
                joined(List.of(rests), further.differences()),
                union(step.guards(), further.guards()),
                further.strides().isEmpty() || further.strides().equals(name) ? name : name + ", " + further.strides());
    }

    private static List<Poly> joined(List<Poly> first, List<Poly> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static Set<Guard> union(Set<Guard> first, Set<Guard> second) {
        Set<Guard> union = new LinkedHashSet<>(first);
        union.addAll(second);
        return union;
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

    /** The guards, perhaps none, under which two values in different iterations differ by less than the stride. */
    Optional<Set<Guard>> window(Poly first, Poly second, Poly stride, List<Fact> facts, boolean guarded) {
        return close(first, second, stride, facts, guarded);
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
        if (!guarded || neverHolds(first, second, stride, facts)) {
            return Optional.empty();
        }
        return guards(first, second, stride);
    }

    /**
     * One window for both rests where they are the same polynomial up to a number, the second one's atoms being copies of the first
     * one's. Otherwise the greatest value of the one less the least value of the other, both ways round.
     */
    private static Optional<Set<Guard>> guards(Poly first, Poly second, Poly stride) {
        Poly unprimed = second.map(atom -> Poly.of(Unpriming.of(atom)));
        Poly shift = unprimed.minus(first);
        Poly common = shift.isConstant() ? invariantPart(first) : common(first, unprimed);
        Poly least = first.minus(common);
        Poly other = unprimed.minus(common);
        if (shift.isConstant()) {
            other = least.plus(Math.max(0, shift.constantTerm()));
            least = least.plus(Math.min(0, shift.constantTerm()));
        }
        Optional<Guard.RangeExpr> one = RangeBuilder.of(least);
        Optional<Guard.RangeExpr> two = RangeBuilder.of(other);
        Optional<Guard.RangeExpr> width = RangeBuilder.of(stride);
        if (one.isEmpty() || two.isEmpty() || width.isEmpty()) {
            return Optional.empty();
        }
        Guard.RangeExpr values = one.equals(two) ? one.get() : new Guard.RangeExpr.Between(one.get(), two.get());
        Set<Guard> guards = new LinkedHashSet<>();
        guards.add(new Guard.Narrower(values, width.get()));
        if (!shift.isConstant()) {
            guards.add(new Guard.Narrower(new Guard.RangeExpr.Between(two.get(), one.get()), width.get()));
        }
        return Optional.of(guards);
    }

    /** Whether the rests are known to lie a whole stride or more apart for some of their values, so that a guard would always fail. */
    private boolean neverHolds(Poly first, Poly second, Poly stride, List<Fact> facts) {
        if (first.atoms().stream().anyMatch(Delinearizer::isAnyNumber)) {
            return true;
        }
        for (Poly a : List.of(first, second)) {
            for (Poly b : List.of(first, second)) {
                Optional<Poly> spread =
                        extreme(a, true).flatMap(most -> extreme(b, false).map(most::minus));
                if (spread.isPresent() && prover.implies(facts, spread.get().minus(stride))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** An unknown of whose values nothing narrower is known than what a type has: no stride is as wide. */
    private static boolean isAnyNumber(Atom atom) {
        return atom instanceof Atom.Unknown u
                && u.max() > MOST_OF_A_WINDOW
                && u.min() < -MOST_OF_A_WINDOW
                && !(u.isDefined() && u.quotient().isPresent());
    }

    /** The greatest or the least value of a sum of indices, by their bounds; empty where products of what varies are in it. */
    private static Optional<Poly> extreme(Poly p, boolean greatest) {
        Poly value = p;
        for (int round = 0; round < 8; round++) {
            Optional<Poly.Term> varying =
                    value.terms().stream().filter(t -> t.monomial().isVarying()).findFirst();
            if (varying.isEmpty()) {
                return Optional.of(value);
            }
            List<Atom> atoms = varying.get().monomial().atoms();
            long coefficient = varying.get().coefficient();
            Optional<Poly> bound = atoms.size() == 1 && atoms.get(0) instanceof Atom.Index i && !i.isParallel()
                    ? greatest == coefficient > 0 ? i.upper() : i.lower()
                    : Optional.empty();
            if (bound.isEmpty()) {
                return Optional.empty();
            }
            value = value.minus(Poly.of(atoms.get(0)).times(coefficient))
                    .plus(bound.get().times(coefficient));
        }
        return Optional.empty();
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

    /** What both have of what does not vary. */
    private static Poly common(Poly first, Poly second) {
        Poly common = Poly.ZERO;
        for (Poly.Term term : first.terms()) {
            if (!term.monomial().isVarying() && second.coefficient(term.monomial()) == term.coefficient()) {
                common = common.plus(Poly.of(term.monomial()).times(term.coefficient()));
            }
        }
        return common;
    }
}
