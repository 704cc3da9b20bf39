package dev.parfor.processor.judge;

import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.proving.Priming;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code a[(i + c) % n]}: equal remainders by one divisor belong to dividends that differ by a multiple of it, which is the number
 * zero where all dividends lie in a window that is narrower than the divisor. This holds of Java's remainder, whatever the signs:
 * {@code x == x / n * n + x % n}.
 */
final class Remainders {

    private final Prover prover;
    private final Delinearizer windows;

    Remainders(Prover prover, Delinearizer windows) {
        this.prover = prover;
        this.windows = windows;
    }

    /** What is equal then, and the guards that it rests on beside those of the facts. */
    record Dividends(List<Scenario.Pair> equal, Set<Guard> guards) {}

    /**
     * @param first facts of the first iteration, exact ones
     * @param second facts of the second one, in terms of one iteration
     */
    Optional<Dividends> of(List<Scenario.Pair> equal, List<Fact> first, List<Fact> second) {
        List<Scenario.Pair> pairs = new ArrayList<>();
        Set<Guard> guards = new LinkedHashSet<>();
        boolean any = false;
        List<Fact> primed = Priming.prime(second);
        List<Fact> all = new ArrayList<>(first);
        all.addAll(primed);
        for (Scenario.Pair pair : equal) {
            Optional<Atom.Unknown.Quotient> one = division(pair.first(), first);
            Optional<Atom.Unknown.Quotient> two = division(pair.second(), primed);
            if (one.isEmpty()
                    || two.isEmpty()
                    || !one.get().divisor().equals(two.get().divisor())
                    || !one.get().divisor().isInvariant()) {
                pairs.add(pair);
                continue;
            }
            Poly dividend = one.get().dividend();
            Poly other = Priming.prime(two.get().dividend());
            Poly divisor = one.get().divisor();
            Optional<Set<Guard>> close =
                    windows.window(dividend, other, divisor, all, mayBeNarrow(dividend, divisor, all));
            if (close.isEmpty()) {
                return Optional.empty();
            }
            any = true;
            guards.addAll(close.get());
            pairs.add(new Scenario.Pair(dividend, other));
        }
        return any ? Optional.of(new Dividends(pairs, guards)) : Optional.empty();
    }

    /**
     * Whether a guard is worth it: a remainder that is taken of an index alone is there to come round, and multiples of an index leave
     * the window soon, as does an index that runs over more values than the divisor.
     */
    private boolean mayBeNarrow(Poly dividend, Poly divisor, List<Fact> facts) {
        if (dividend.terms().size() < 2) {
            return false;
        }
        for (Poly.Term term : dividend.terms()) {
            for (Atom atom : term.monomial().atoms()) {
                if (atom instanceof Atom.Index i && (Math.abs(term.coefficient()) != 1 || isWider(i, divisor, facts))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isWider(Atom.Index i, Poly divisor, List<Fact> facts) {
        return i.lower().isPresent()
                && i.upper().isPresent()
                && prover.implies(facts, i.upper().get().minus(i.lower().get()).minus(divisor));
    }

    /** The division of which this is the remainder, by a fact that says so. */
    private static Optional<Atom.Unknown.Quotient> division(Poly remainder, List<Fact> facts) {
        for (Fact fact : facts) {
            for (Atom atom : fact.kind() == Fact.Kind.ZERO ? fact.poly().atoms() : Set.<Atom>of()) {
                // A primed quotient still names the dividend of the one that it is a copy of.
                Optional<Atom.Unknown.Quotient> of = atom instanceof Atom.Unknown u ? u.quotient() : Optional.empty();
                if (of.isPresent() && isPrimed(atom) == isPrimed(remainder)) {
                    Poly dividend = isPrimed(atom)
                            ? Priming.prime(of.get().dividend())
                            : of.get().dividend();
                    Poly product = Poly.of(atom).times(of.get().divisor());
                    if (fact.poly().equals(dividend.minus(product).minus(remainder))) {
                        return of;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isPrimed(Atom atom) {
        return atom instanceof Atom.Unknown u && u.name().endsWith("'");
    }

    private static boolean isPrimed(Poly p) {
        return p.atoms().stream().anyMatch(Remainders::isPrimed);
    }
}
