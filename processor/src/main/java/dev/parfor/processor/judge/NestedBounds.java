package dev.parfor.processor.judge;

import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.walk.RangeBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How sums of products are ordered whose factors are bounded by each other: blocks of a matrix, of which each row is as wide as the
 * block, {@code i*n + j*height + r*width + c} with {@code c < width}, {@code r < height}, {@code width <= n - j}, {@code height <= size}.
 *
 * <p><b>How.</b> One unknown after the other, those of the innermost loops first, gives way to a bound of its own: from {@code a >= 0} and
 * {@code x <= u} follows {@code a*x <= a*u}. What is left is a sum of products of what is not negative, or it is asked before the loop.
 * Each step is a product of two things that are not negative, and goes to the linear tests as a fact; they have the last word.
 *
 * <p><b>Source.</b> Products of bounds, as in {@link Products}, chosen by the elimination of variables of J. B. J. Fourier and T. S.
 * Motzkin.
 */
final class NestedBounds {

    private static final int MOST_STEPS = 150;
    private static final int MOST_ATOMS = 3;

    /** Bounds as far away as those of a type do not help. */
    private static final long LARGE = 1L << 30;

    /** So many sums are asked for before the loop, beside the signs of variables. */
    private static final int MOST_ASKED = 2;

    private final Prover prover;

    NestedBounds(Prover prover) {
        this.prover = prover;
    }

    /** As {@link Products#of}; no facts where none of the equations is shown to have two different sides. */
    Products.Known of(List<Poly> equations, List<Fact> facts, Poly gap, boolean guarded) {
        List<Poly> products = equations.stream()
                .filter(e -> e.monomials().stream().anyMatch(m -> m.atoms().size() > 1 && m.isVarying()))
                .toList();
        Map<Atom, Boolean> signs = new HashMap<>();
        for (int asked = 0; asked <= (guarded ? MOST_ASKED : 0); asked++) {
            for (Poly equation : products) {
                for (int sign : new int[] {1, -1}) {
                    Optional<Shown> shown = new Search(facts, signs, guarded, asked)
                            .atLeastZero(equation.times(sign).plus(-1))
                            .filter(s -> s.asked().isEmpty() || leavesTwo(s, facts));
                    if (shown.isPresent()) {
                        return new Products.Known(
                                List.copyOf(shown.get().facts()), shown.get().guards());
                    }
                }
            }
        }
        return new Products.Known(List.of(), Set.of());
    }

    /**
     * Whether two iterations can have such accesses at all where the guards hold: guards that say that there is only one would turn a loop
     * that is wrong into one that is never parallel.
     */
    private boolean leavesTwo(Shown shown, List<Fact> facts) {
        List<Fact> all = new ArrayList<>(facts);
        shown.facts().stream().filter(f -> !shown.asked().contains(f.poly())).forEach(all::add);
        return shown.asked().stream()
                .noneMatch(p -> prover.implies(all, p.times(-1).plus(-1)));
    }

    /**
     * What it took to show something.
     *
     * @param asked what is to be not negative by a guard, beside variables
     */
    private record Shown(Set<Fact> facts, Set<Guard> guards, Set<Poly> asked) {
        static final Shown AT_ONCE = new Shown(Set.of(), Set.of(), Set.of());

        static Shown asking(Poly p, Guard.RangeExpr range, boolean isSum) {
            return new Shown(
                    Set.of(Fact.atLeastZero(p)), Set.of(new Guard.AtLeast(range, 0)), isSum ? Set.of(p) : Set.of());
        }

        Shown and(Shown other) {
            Set<Fact> allFacts = new LinkedHashSet<>(facts);
            allFacts.addAll(other.facts);
            Set<Guard> allGuards = new LinkedHashSet<>(guards);
            allGuards.addAll(other.guards);
            Set<Poly> all = new LinkedHashSet<>(asked);
            all.addAll(other.asked);
            return new Shown(allFacts, allGuards, all);
        }

        Shown and(Poly atLeastZero) {
            return and(new Shown(Set.of(Fact.atLeastZero(atLeastZero)), Set.of(), Set.of()));
        }
    }

    private final class Search {
        private final List<Fact> given;
        private final Map<Atom, Boolean> signs;
        private final List<Fact> facts;
        private final boolean guarded;
        private final Map<Poly, Optional<Shown>> answers = new HashMap<>();
        private final Set<Poly.Monomial> mentioned = new HashSet<>();
        private final int mostAsked;
        private int steps;

        Search(List<Fact> given, Map<Atom, Boolean> signs, boolean guarded, int mostAsked) {
            this.given = given;
            this.signs = signs;
            this.guarded = guarded;
            this.mostAsked = mostAsked;
            this.facts = new ArrayList<>(given);
            given.forEach(f -> mentioned.addAll(f.poly().monomials()));
            for (Poly.Monomial m : List.copyOf(mentioned)) {
                boolean isProduct = m.atoms().size() > 1;
                if (isProduct && m.atoms().stream().allMatch(a -> isAtLeastZero(a))) {
                    facts.add(Fact.atLeastZero(Poly.of(m)));
                }
            }
        }

        private boolean isAtLeastZero(Atom atom) {
            return signs.computeIfAbsent(atom, a -> a.min() >= 0 || prover.implies(given, Poly.of(a)));
        }

        Optional<Shown> atLeastZero(Poly p) {
            if (p.isConstant()) {
                return p.constantTerm() >= 0 ? Optional.of(Shown.AT_ONCE) : Optional.empty();
            }
            Optional<Shown> known = answers.get(p);
            if (known != null || ++steps > MOST_STEPS) {
                return known == null ? Optional.empty() : known;
            }
            // Who comes back to the question while it is being answered goes round in a circle.
            answers.put(p, Optional.empty());
            Optional<Shown> answer = ofPositive(p)
                    .or(() -> implied(p))
                    .or(() -> divided(p))
                    .or(() -> eliminated(p))
                    .or(() -> asked(p))
                    .filter(s -> s.asked().size() <= mostAsked);
            answers.put(p, answer);
            return answer;
        }

        /** A sum of products of what is not negative. */
        private Optional<Shown> ofPositive(Poly p) {
            Shown all = Shown.AT_ONCE;
            for (Poly.Term term : p.terms()) {
                Optional<Shown> one = term.coefficient() > 0 ? product(term.monomial()) : Optional.empty();
                if (one.isEmpty()) {
                    return one;
                }
                all = all.and(one.get());
            }
            return Optional.of(all);
        }

        private Optional<Shown> product(Poly.Monomial monomial) {
            Shown all = Shown.AT_ONCE;
            for (Atom atom : monomial.atoms()) {
                Poly value = Poly.of(atom);
                if (!isAtLeastZero(atom)) {
                    boolean asks = guarded && atom instanceof Atom.Symbol s && Products.isCheap(s.path());
                    if (!asks) {
                        return Optional.empty();
                    }
                    all = all.and(Shown.asking(value, RangeBuilder.of(value).orElseThrow(), false));
                }
            }
            return Optional.of(monomial.atoms().size() > 1 ? all.and(Poly.of(monomial)) : all);
        }

        /** What the linear tests see, if need be with variables that are asked not to be negative. */
        private Optional<Shown> implied(Poly p) {
            if (!p.monomials().stream().allMatch(m -> m.atoms().size() <= 1 || mentioned.contains(m))) {
                return Optional.empty();
            }
            Shown given = new Shown(new LinkedHashSet<>(facts), Set.of(), Set.of());
            if (prover.implies(facts, p)) {
                return Optional.of(given);
            }
            Shown all = given;
            for (Poly.Term term : p.terms()) {
                Optional<Shown> sign = term.coefficient() > 0
                                && term.monomial().atoms().size() == 1
                        ? product(term.monomial()).filter(s -> !s.guards().isEmpty())
                        : Optional.empty();
                if (sign.isPresent()) {
                    all = all.and(sign.get());
                    Shown one = given.and(sign.get());
                    if (prover.implies(List.copyOf(one.facts()), p)) {
                        return Optional.of(one);
                    }
                }
            }
            return all.guards().size() > 1 && prover.implies(List.copyOf(all.facts()), p)
                    ? Optional.of(all)
                    : Optional.empty();
        }

        /** Something that is not negative times something else, and more of the first kind. */
        private Optional<Shown> divided(Poly p) {
            for (Atom atom : p.atoms()) {
                Poly.Monomial factor = new Poly.Monomial(List.of(atom));
                Poly.Division by = p.dividedBy(factor, 1);
                Optional<Shown> given = by.quotient().isConstant() || by.rest().mentions(atom)
                        ? Optional.empty()
                        : product(factor).flatMap(f -> ofPositive(by.rest()).map(f::and));
                Optional<Shown> all =
                        given.flatMap(g -> atLeastZero(by.quotient()).map(g::and));
                if (all.isPresent()) {
                    return all.map(s -> s.and(by.quotient().times(Poly.of(factor))));
                }
            }
            return Optional.empty();
        }

        /** With a bound in the place of an unknown, the youngest one first: its bounds are made of older ones. */
        private Optional<Shown> eliminated(Poly p) {
            List<Atom> atoms = p.atoms().stream()
                    .filter(Atom::isVarying)
                    .sorted(Comparator.comparingInt(NestedBounds::age).reversed())
                    .limit(MOST_ATOMS)
                    .toList();
            for (Atom atom : atoms) {
                Poly.Division by = p.dividedBy(new Poly.Monomial(List.of(atom)), 1);
                if (by.quotient().mentions(atom) || by.rest().mentions(atom)) {
                    continue;
                }
                int likely = by.quotient().terms().get(0).coefficient() > 0 ? 1 : -1;
                for (int sign : new int[] {likely, -likely}) {
                    Poly factor = by.quotient().times(sign);
                    Optional<Shown> isFactor =
                            Soundness.FACTORS.holds() ? atLeastZero(factor) : Optional.of(Shown.AT_ONCE);
                    if (isFactor.isPresent() && facts.stream().anyMatch(f -> isBound(f, atom, sign))) {
                        return bounded(p, atom, sign, factor).map(isFactor.get()::and);
                    }
                }
            }
            return Optional.empty();
        }

        /** @param factor what the atom is multiplied with, times {@code sign}; it is not negative */
        private Optional<Shown> bounded(Poly p, Atom atom, int sign, Poly factor) {
            // What says more of the two iterations comes last.
            for (int k = facts.size() - 1; k >= 0; k--) {
                Fact fact = facts.get(k);
                if (isBound(fact, atom, sign)) {
                    int by = fact.poly().coefficient(atom) == sign ? 1 : -1;
                    Poly product = factor.times(fact.poly().times(by));
                    Optional<Shown> rest = atLeastZero(p.minus(product));
                    if (rest.isPresent()) {
                        return rest.map(s -> s.and(product));
                    }
                }
            }
            return Optional.empty();
        }

        /** A bound from below, or from above where the sign is negative, that is made of nothing younger. */
        private boolean isBound(Fact fact, Atom atom, int sign) {
            long coefficient = fact.poly().coefficient(atom);
            boolean fits = coefficient == sign && fact.kind() == Fact.Kind.AT_LEAST_ZERO
                    || Math.abs(coefficient) == 1 && fact.kind() == Fact.Kind.ZERO;
            return fits
                    && Math.abs(fact.poly().constantTerm()) < LARGE
                    && fact.poly().terms().stream()
                            .allMatch(t -> t.monomial().atoms().equals(List.of(atom))
                                    || t.monomial().atoms().stream().allMatch(a -> isOlder(a, atom)));
        }

        /** Asked before the loop, where sizes and offsets that are not negative may well make it true: what fits into what. */
        private Optional<Shown> asked(Poly p) {
            boolean isSum = p.isInvariant()
                    && p.monomials().stream().allMatch(m -> m.atoms().size() <= 1)
                    && p.terms().stream()
                            .anyMatch(t ->
                                    t.coefficient() > 0 && !t.monomial().atoms().isEmpty());
            if (!guarded || mostAsked == 0 || !isSum) {
                return Optional.empty();
            }
            List<Fact> usual = new ArrayList<>(facts);
            p.atoms().forEach(a -> usual.add(Fact.atLeastZero(Poly.of(a))));
            return prover.implies(usual, p.negated())
                    ? Optional.empty()
                    : RangeBuilder.of(p)
                            .map(range -> Shown.asking(p, range, p.terms().size() > 1));
        }
    }

    /** Whether it does not vary, or was there before; the two copies of the parallel index are as old as each other. */
    private static boolean isOlder(Atom a, Atom than) {
        return !a.isVarying() || age(a) < age(than) || age(than) == 0 && age(a) == 0 && !a.equals(than);
    }

    private static int age(Atom atom) {
        if (atom instanceof Atom.Index i) {
            return i.loop();
        }
        return atom instanceof Atom.Unknown u ? u.id() : Integer.MAX_VALUE;
    }
}
