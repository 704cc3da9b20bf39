package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Bound propagation: the ranges that the conditions leave to single variables and to single distances.
 *
 * <p><b>Question.</b> Variables have bounds, and conditions relate them. Within which interval does each variable lie in
 * every solution, and within which the distance {@code sink - source} of each level?
 *
 * <p><b>Answer.</b> Intervals that contain every solution; an empty one proves that there is none. Each condition {@code
 * a*x + rest >= 0} bounds {@code x} by what {@code rest} can be at most; this is repeated until nothing changes or a fixed
 * number of rounds is over, so the intervals need not be the smallest. Subscript equations tighten only variables that
 * belong to no loop. This is how a wrap variable is found to be zero; what the equations say about the loops is left to
 * the tests, which can name it.
 *
 * <p><b>Arithmetic.</b> Unbounded integers. Bounds are rounded inwards to integers, which loses no solution.
 *
 * <p><b>Source.</b> E. Davis, "Constraint propagation with interval labels", Artificial Intelligence 32(3), 1987. In
 * dependence analysis it is the step that D. Maydan, J. Hennessy, M. Lam, "Efficient and Exact Data Dependence Analysis",
 * PLDI 1991, call the single variable per constraint test, here repeated.
 */
final class BoundPropagation {
    private static final int ROUNDS = 6;

    /** {@code sum(coefficients[k] * ranges[indices[k]]) + constant}, zero or at least zero. */
    private record Sum(boolean equality, int[] indices, BigInteger[] coefficients, BigInteger constant) {}

    private final DependenceProblem problem;
    private final int variables;
    /** The variables, then the distances of the levels. */
    private final Interval[] ranges;

    private boolean empty;
    private boolean changed;

    BoundPropagation(DependenceProblem problem) {
        this.problem = problem;
        this.variables = problem.variables().size();
        this.ranges = new Interval[variables + problem.levels().size()];
        Arrays.fill(ranges, Interval.ALL);
        for (int v = 0; v < variables; v++) {
            narrow(v, problem.variables().get(v).range());
        }
        propagate();
    }

    boolean foundEmpty() {
        return empty;
    }

    Interval[] variables() {
        return Arrays.copyOf(ranges, variables);
    }

    Interval[] distances() {
        return Arrays.copyOfRange(ranges, variables, ranges.length);
    }

    private void propagate() {
        List<Sum> conditions = new ArrayList<>();
        problem.context().forEach(condition -> conditions.add(sum(condition)));
        for (int level = 0; level < problem.levels().size(); level++) {
            conditions.add(distance(level));
        }
        List<Sum> subscripts = new ArrayList<>();
        problem.subscripts().forEach(subscript -> subscripts.add(sum(subscript)));
        Set<Integer> free = variablesOfNoLevel();
        changed = true;
        for (int round = 0; changed && !empty && round < ROUNDS; round++) {
            changed = false;
            for (Sum condition : conditions) {
                checkConstant(condition);
                for (int term = 0; term < condition.indices.length; term++) {
                    tighten(condition, term);
                }
            }
            for (Sum subscript : subscripts) {
                for (int term = 0; term < subscript.indices.length; term++) {
                    if (free.contains(subscript.indices[term])) {
                        tighten(subscript, term);
                    }
                }
            }
        }
    }

    private Set<Integer> variablesOfNoLevel() {
        Set<Integer> free = new HashSet<>();
        for (int v = 0; v < variables; v++) {
            free.add(v);
        }
        for (Level level : problem.levels()) {
            free.remove(level.source());
            free.remove(level.sink());
        }
        return free;
    }

    private Sum sum(LinearConstraint constraint) {
        Map<Integer, Long> terms = new TreeMap<>(constraint.coefficients());
        for (int level = 0; level < problem.levels().size(); level++) {
            // a*sink - a*source is a times the distance, whose bounds are tighter than those of the difference.
            Level loop = problem.levels().get(level);
            long sink = constraint.coefficient(loop.sink());
            if (loop.source() != loop.sink() && sink != 0 && sink == -constraint.coefficient(loop.source())) {
                if (sink != Long.MIN_VALUE) {
                    terms.remove(loop.source());
                    terms.remove(loop.sink());
                    terms.put(variables + level, sink);
                }
            }
        }
        int[] indices = terms.keySet().stream().mapToInt(index -> index).toArray();
        BigInteger[] coefficients = terms.values().stream().map(Integers::of).toArray(BigInteger[]::new);
        boolean equality = constraint.kind() == LinearConstraint.Kind.EQUAL_ZERO;
        return new Sum(equality, indices, coefficients, Integers.of(constraint.constant()));
    }

    /** {@code sink - source - distance = 0}. */
    private Sum distance(int level) {
        Level loop = problem.levels().get(level);
        BigInteger one = BigInteger.ONE;
        if (loop.source() == loop.sink()) {
            return new Sum(true, new int[] {variables + level}, new BigInteger[] {one}, BigInteger.ZERO);
        }
        int[] indices = {loop.sink(), loop.source(), variables + level};
        return new Sum(true, indices, new BigInteger[] {one, one.negate(), one.negate()}, BigInteger.ZERO);
    }

    private void checkConstant(Sum condition) {
        if (condition.indices.length == 0) {
            int sign = condition.constant.signum();
            empty |= condition.equality ? sign != 0 : sign < 0;
        }
    }

    private void tighten(Sum sum, int term) {
        Interval rest = Interval.exactly(sum.constant);
        for (int other = 0; other < sum.indices.length && !empty; other++) {
            if (other != term) {
                rest = rest.plus(ranges[sum.indices[other]].times(sum.coefficients[other]));
            }
        }
        if (empty) {
            return;
        }
        Interval product = rest.negate();
        if (!sum.equality) {
            product = Interval.atLeast(product.lo());
        }
        narrow(sum.indices[term], product.quotient(sum.coefficients[term]));
    }

    private void narrow(int index, Interval to) {
        Interval narrowed = ranges[index].intersect(to);
        if (!narrowed.equals(ranges[index])) {
            ranges[index] = narrowed;
            changed = true;
            empty |= narrowed.isEmpty();
        }
    }
}
