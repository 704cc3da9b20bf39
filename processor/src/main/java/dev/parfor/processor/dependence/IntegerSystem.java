package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A prepared problem as equations and inequalities over the variables that have more than one possible value. */
final class IntegerSystem {
    private final PreparedProblem problem;
    /** By variable: its place in the rows, or -1 if it has one possible value. */
    private final int[] places;

    private final int size;
    private final List<Row> equalities = new ArrayList<>();
    private final List<Row> inequalities = new ArrayList<>();

    private IntegerSystem(PreparedProblem problem) {
        this.problem = problem;
        int variables = problem.problem().variables().size();
        this.places = new int[variables];
        int next = 0;
        for (int v = 0; v < variables; v++) {
            places[v] = problem.range(v).isSingle() ? -1 : next++;
        }
        this.size = next;
    }

    static IntegerSystem of(PreparedProblem problem) {
        IntegerSystem system = new IntegerSystem(problem);
        for (SubscriptPair pair : problem.subscripts()) {
            system.equalities.add(system.row(pair.terms(), pair.constant()));
        }
        for (FoldedConstraint condition : problem.context()) {
            Row row = system.row(condition.terms(), condition.constant());
            (condition.equality() ? system.equalities : system.inequalities).add(row);
        }
        for (int v = 0; v < system.places.length; v++) {
            if (system.places[v] >= 0) {
                system.addBounds(system.variable(v), problem.range(v));
            }
        }
        return system;
    }

    private void addBounds(Row variable, Interval range) {
        if (range.lo() != null) {
            inequalities.add(variable.plus(range.lo().negate()));
        }
        if (range.hi() != null) {
            inequalities.add(variable.negate().plus(range.hi()));
        }
    }

    private Row row(Map<Integer, BigInteger> terms, BigInteger constant) {
        Row row = Row.zero(size).plus(constant);
        for (Map.Entry<Integer, BigInteger> term : terms.entrySet()) {
            row = row.withCoefficient(places[term.getKey()], term.getValue());
        }
        return row;
    }

    /** The row that is one variable of the problem. */
    Row variable(int variable) {
        if (places[variable] < 0) {
            return Row.zero(size).plus(problem.range(variable).lo());
        }
        return Row.zero(size).withCoefficient(places[variable], BigInteger.ONE);
    }

    /** The row that is the distance of one level. */
    Row distance(int level) {
        Level loop = problem.problem().levels().get(level);
        return Row.combine(BigInteger.ONE, variable(loop.sink()), BigInteger.ONE.negate(), variable(loop.source()));
    }

    /** A solution that satisfies the given rows, too; empty if there is none. */
    Optional<BigInteger[]> solve(List<Row> moreEqualities, List<Row> moreInequalities, WorkBudget work) {
        List<Row> zero = new ArrayList<>(equalities);
        zero.addAll(moreEqualities);
        List<Row> atLeastZero = new ArrayList<>(inequalities);
        atLeastZero.addAll(moreInequalities);
        return new IntegerSolver(size, work).solve(zero, atLeastZero);
    }

    /** The values of the problem's variables in a solution. */
    List<BigInteger> point(BigInteger[] solution) {
        BigInteger[] point = new BigInteger[places.length];
        Arrays.setAll(point, v -> variable(v).at(solution));
        return List.of(point);
    }
}
