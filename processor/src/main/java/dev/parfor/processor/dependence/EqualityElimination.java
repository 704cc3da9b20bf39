package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Elimination of equations from a system over the integers.
 *
 * <p><b>Question.</b> A system consists of equations and inequalities in integers. Which inequalities alone, in fewer
 * unknowns, have an integer solution exactly when the system has one, and how is a solution carried back?
 *
 * <p><b>Answer.</b> An equation whose coefficients have a common divisor that does not divide the constant has no solution,
 * and neither has the system. Else divide by it. If some coefficient is 1 or -1, solve for its unknown and substitute.
 * Otherwise take the unknown {@code x} whose coefficient {@code a} is smallest in size and put {@code x = y - q1*x1 - ...
 * - qn*xn - q0}, where {@code qi} is the quotient of the other coefficient and {@code a}, rounded to the nearest integer.
 * This change of unknowns and its inverse are integral, so no solution is lost or gained. Every other coefficient of the
 * equation becomes a remainder, at most half of {@code a}, so after a few rounds some coefficient is 1.
 *
 * <p><b>Arithmetic.</b> Unbounded integers.
 *
 * <p><b>Source.</b> U. Banerjee, "Dependence Analysis for Supercomputing", 1988 (unimodular reduction of the equations). W.
 * Pugh, "The Omega test", Supercomputing '91, reaches the same with a symmetric modulo and a new unknown.
 */
final class EqualityElimination {

    /** {@code x[variable]} in terms of the unknowns after this step, which may use the same place for a new one. */
    private record Step(int variable, Row replacement) {}

    private final WorkBudget work;
    private final List<Row> equalities;
    private final List<Row> inequalities;
    private final Deque<Step> steps = new ArrayDeque<>();

    private EqualityElimination(List<Row> equalities, List<Row> inequalities, WorkBudget work) {
        this.equalities = new ArrayList<>(equalities);
        this.inequalities = new ArrayList<>(inequalities);
        this.work = work;
    }

    /** The elimination carried out; empty if the equations have no integer solution. */
    static Optional<EqualityElimination> of(List<Row> equalities, List<Row> inequalities, WorkBudget work) {
        EqualityElimination elimination = new EqualityElimination(equalities, inequalities, work);
        return elimination.run() ? Optional.of(elimination) : Optional.empty();
    }

    /** What is left; eliminated unknowns have coefficient zero everywhere. */
    List<Row> inequalities() {
        return inequalities;
    }

    /** A solution of the original system from one of {@link #inequalities()}. */
    BigInteger[] restore(BigInteger[] point) {
        BigInteger[] restored = point.clone();
        for (Step step : steps) {
            restored[step.variable] = step.replacement.at(restored);
        }
        return restored;
    }

    private boolean run() {
        while (!equalities.isEmpty()) {
            int last = equalities.size() - 1;
            Row equality = equalities.get(last);
            BigInteger content = equality.content();
            if (content.signum() == 0) {
                if (equality.constant().signum() != 0) {
                    return false;
                }
                equalities.remove(last);
            } else if (!Integers.divides(content, equality.constant())) {
                return false;
            } else {
                equality = equality.divide(content);
                equalities.set(last, equality);
                int k = smallest(equality);
                if (equality.coefficient(k).abs().equals(BigInteger.ONE)) {
                    equalities.remove(last);
                    substitute(k, solvedFor(k, equality));
                } else {
                    substitute(k, reduced(k, equality));
                }
            }
        }
        return true;
    }

    private static int smallest(Row equality) {
        int best = equality.onlyVariable();
        for (int k = best + 1; k < equality.size(); k++) {
            BigInteger size = equality.coefficient(k).abs();
            if (size.signum() != 0 && size.compareTo(equality.coefficient(best).abs()) < 0) {
                best = k;
            }
        }
        return best;
    }

    private static Row solvedFor(int k, Row equality) {
        Row others = equality.withCoefficient(k, BigInteger.ZERO);
        return equality.coefficient(k).signum() > 0 ? others.negate() : others;
    }

    private static Row reduced(int k, Row equality) {
        BigInteger divisor = equality.coefficient(k);
        Row replacement = Row.zero(equality.size())
                .plus(Integers.roundDiv(equality.constant(), divisor).negate());
        for (int other = 0; other < equality.size(); other++) {
            BigInteger quotient = Integers.roundDiv(equality.coefficient(other), divisor);
            replacement = replacement.withCoefficient(other, other == k ? BigInteger.ONE : quotient.negate());
        }
        return replacement;
    }

    private void substitute(int k, Row replacement) {
        work.spend(1 + equalities.size() + inequalities.size());
        steps.push(new Step(k, replacement));
        equalities.replaceAll(row -> row.substitute(k, replacement));
        inequalities.replaceAll(row -> row.substitute(k, replacement));
    }
}
