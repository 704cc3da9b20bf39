package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From some solution to one that a person likes to read.
 *
 * <p><b>Question.</b> Which solution has the first variable as near as possible to its smallest size, then the second, and
 * so on, in the order source and sink of each level, then the rest?
 *
 * <p><b>Answer.</b> For each variable in turn the distance from the value nearest to zero in its range is minimised on the
 * side where the known solution lies, by doubling and then halving an upper bound and asking the solver; then the
 * variable stays at what was found. The result is always a solution; the budget only ends the search for a smaller one.
 *
 * <p><b>Arithmetic.</b> Unbounded integers.
 *
 * <p><b>Source.</b> Binary search; the order is our own choice.
 */
final class SmallestPoint {
    private final PreparedProblem problem;
    private final IntegerSystem system;
    private final WorkBudget work;
    private final List<Row> settled = new ArrayList<>();
    private BigInteger[] point;

    SmallestPoint(PreparedProblem problem, IntegerSystem system, WorkBudget work) {
        this.problem = problem;
        this.system = system;
        this.work = work;
    }

    BigInteger[] from(BigInteger[] solution) {
        point = solution;
        try {
            for (int variable : order()) {
                minimise(variable);
            }
        } catch (WorkBudget.Exhausted enough) {
            return point;
        }
        return point;
    }

    private Set<Integer> order() {
        Set<Integer> order = new LinkedHashSet<>();
        for (Level level : problem.problem().levels()) {
            order.add(level.source());
            order.add(level.sink());
        }
        for (int v = 0; v < problem.problem().variables().size(); v++) {
            order.add(v);
        }
        return order;
    }

    private void minimise(int variable) {
        Row value = system.variable(variable);
        BigInteger target = problem.range(variable).nearest(BigInteger.ZERO);
        boolean above = value.at(point).compareTo(target) >= 0;
        // How far the variable is from its target, on the side of the solution at hand.
        Row excess = above ? value.plus(target.negate()) : value.negate().plus(target);
        BigInteger unreachable = BigInteger.ONE.negate();
        BigInteger limit = BigInteger.ZERO;
        while (limit.compareTo(excess.at(point)) < 0 && !reach(excess, limit)) {
            unreachable = limit;
            limit = limit.shiftLeft(1).add(BigInteger.ONE);
        }
        while (excess.at(point).subtract(unreachable).compareTo(BigInteger.ONE) > 0) {
            limit = unreachable.add(excess.at(point)).shiftRight(1);
            if (!reach(excess, limit)) {
                unreachable = limit;
            }
        }
        settled.add(value.plus(value.at(point).negate()));
    }

    /** Moves to a solution with {@code 0 <= excess <= limit}, if there is one. */
    private boolean reach(Row excess, BigInteger limit) {
        Optional<BigInteger[]> closer =
                system.solve(settled, List.of(excess, excess.negate().plus(limit)), work);
        closer.ifPresent(found -> point = found);
        return closer.isPresent();
    }
}
