package dev.parfor.processor.proving;

import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import java.util.List;

/**
 * Shows {@code goal >= 0} as a sum of a few facts and of what the types of the unknowns say. It finds what is at hand, {@code
 * n - 1 - j >= 0} or {@code n - 1 - j + k >= 0} from {@code j < n} and {@code k >= 0}, without a solver.
 *
 * <p>The goal's least terms are taken away one after the other, each with a fact that has the same term: where
 * {@code goal - fact >= 0}, so is the goal. What is left must be at least zero for all values of its unknowns. No answer says
 * nothing.
 */
final class Chaining {

    /** A sum of more facts is left to the solver. */
    private static final int MOST_FACTS = 3;

    /** So many sums are tried before the solver is asked. */
    private static final int MOST_TRIALS = 24;

    private final List<Fact> facts;
    private int trials;

    Chaining(List<Fact> facts) {
        this.facts = facts;
    }

    boolean shows(Poly goal) {
        try {
            return shows(goal, MOST_FACTS);
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    private boolean shows(Poly goal, int depth) {
        Poly.Term worst = null;
        long sum = 0;
        long least = Long.MAX_VALUE;
        for (Poly.Term term : goal.terms()) {
            long value = least(term.monomial(), term.coefficient());
            sum = Math.addExact(sum, value);
            if (value < least && !term.monomial().equals(Poly.Monomial.UNIT)) {
                least = value;
                worst = term;
            }
        }
        if (sum >= 0) {
            return true;
        }
        if (worst == null || depth == 0) {
            return false;
        }
        for (Fact fact : facts) {
            long coefficient =
                    fact.kind() == Fact.Kind.NOT_ZERO ? 0 : fact.poly().coefficient(worst.monomial());
            boolean same = coefficient == worst.coefficient();
            boolean opposite = fact.kind() == Fact.Kind.ZERO && coefficient == -worst.coefficient();
            if (coefficient == 0 || !same && !opposite) {
                continue;
            }
            if (++trials > MOST_TRIALS) {
                return false;
            }
            if (shows(same ? goal.minus(fact.poly()) : goal.plus(fact.poly()), depth - 1)) {
                return true;
            }
        }
        return false;
    }

    /** The least value of a term, by the types of its unknowns. */
    private static long least(Poly.Monomial monomial, long coefficient) {
        long lo = 1;
        long hi = 1;
        for (Atom atom : monomial.atoms()) {
            long a = Math.multiplyExact(lo, atom.min());
            long b = Math.multiplyExact(lo, atom.max());
            long c = Math.multiplyExact(hi, atom.min());
            long d = Math.multiplyExact(hi, atom.max());
            lo = Math.min(Math.min(a, b), Math.min(c, d));
            hi = Math.max(Math.max(a, b), Math.max(c, d));
        }
        return Math.multiplyExact(coefficient, coefficient > 0 ? lo : hi);
    }
}
