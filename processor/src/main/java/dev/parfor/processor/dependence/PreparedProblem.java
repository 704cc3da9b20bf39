package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A problem together with what bound propagation says about it: ranges of variables and distances, classified subscripts.
 *
 * <p>It has the same solutions as the problem it was made from. All tests work on it, so that the common part is done once.
 */
public final class PreparedProblem {
    private final DependenceProblem problem;
    private final boolean empty;
    private final Interval[] ranges;
    private final Interval[] distances;
    private final List<SubscriptPair> subscripts;
    private final List<FoldedConstraint> context;
    /** Do ranges and distances say all that the context says? */
    private final boolean rangesSayAll;

    private PreparedProblem(DependenceProblem problem) {
        this.problem = problem;
        BoundPropagation bounds = new BoundPropagation(problem);
        this.empty = bounds.foundEmpty();
        this.ranges = bounds.variables();
        this.distances = bounds.distances();
        Set<SubscriptPair> pairs = new LinkedHashSet<>();
        List<FoldedConstraint> conditions = new ArrayList<>();
        if (!empty) {
            problem.subscripts()
                    .forEach(pair -> pairs.add(SubscriptPair.of(FoldedConstraint.of(pair, ranges), problem.levels())));
            problem.context().forEach(condition -> conditions.add(FoldedConstraint.of(condition, ranges)));
        }
        pairs.removeIf(pair -> pair.isTrivial() && pairs.size() > 1);
        this.subscripts = List.copyOf(pairs);
        this.context = List.copyOf(conditions);
        this.rangesSayAll = context.stream().allMatch(this::isRange);
    }

    static PreparedProblem of(DependenceProblem problem) {
        return new PreparedProblem(problem);
    }

    /** Did the bounds alone show that there is no solution? Then nothing else here may be asked. */
    boolean isEmpty() {
        return empty;
    }

    DependenceProblem problem() {
        return problem;
    }

    /** The pairs without repetitions; {@code 0 = 0} only if there is nothing else. */
    List<SubscriptPair> subscripts() {
        return subscripts;
    }

    List<FoldedConstraint> context() {
        return context;
    }

    Interval range(int variable) {
        return ranges[variable];
    }

    /** Where {@code sink - source} of a level lies. */
    Interval distance(int level) {
        return distances[level];
    }

    /** The level to which a variable belongs. */
    OptionalInt levelOf(int variable) {
        for (int level = 0; level < distances.length; level++) {
            Level loop = problem.levels().get(level);
            if (loop.source() == variable || loop.sink() == variable) {
                return OptionalInt.of(level);
            }
        }
        return OptionalInt.empty();
    }

    /** A condition on one variable or one distance: propagation has made it a range. */
    private boolean isRange(FoldedConstraint condition) {
        if (condition.terms().size() <= 1) {
            return true;
        }
        if (condition.terms().size() == 2) {
            SubscriptPair.Form form =
                    SubscriptPair.of(condition, problem.levels()).form();
            if (form == SubscriptPair.Form.STRONG_SIV) {
                return true;
            }
        }
        Interval sum = Interval.exactly(condition.constant());
        for (Map.Entry<Integer, BigInteger> term : condition.terms().entrySet()) {
            sum = sum.plus(ranges[term.getKey()].times(term.getValue()));
        }
        return !condition.equality() && sum.lo() != null && sum.lo().signum() >= 0;
    }

    /**
     * {@code Dependent} if {@code values}, which solve {@code pair}, extend to a solution of a problem that has no other
     * subscript pair and no condition besides ranges; else {@code Unknown}.
     *
     * @param reached distances that the solutions of the pair can have, for the levels of which more is known than their
     *     range
     */
    Verdict dependent(String by, SubscriptPair pair, Map<Integer, BigInteger> values, Map<Integer, Interval> reached) {
        if (subscripts.size() > 1 || !subscripts.contains(pair) || !rangesSayAll) {
            return new Verdict.Unknown(by + ": there is more to satisfy than one subscript pair");
        }
        Optional<List<Long>> point = complete(values);
        if (point.isEmpty()) {
            return new Verdict.Unknown(by + ": no witness found for the other variables");
        }
        List<DependenceVector.Component> components = new ArrayList<>();
        for (int level = 0; level < distances.length; level++) {
            Interval possible = distances[level].intersect(reached.getOrDefault(level, Interval.ALL));
            BigInteger distance = distanceAt(level, point.get());
            if (!Integers.fitsLong(distance)) {
                return new Verdict.Unknown(by + ": the distance leaves the range of long");
            }
            components.add(DependenceVector.Component.of(possible, distance.longValue()));
        }
        return new Verdict.Dependent(by, point.get(), new DependenceVector(components));
    }

    BigInteger distanceAt(int level, List<Long> point) {
        Level loop = problem.levels().get(level);
        return Integers.of(point.get(loop.sink())).subtract(Integers.of(point.get(loop.source())));
    }

    /** A solution with the given values and small ones for the rest, if choosing one after the other leads to one. */
    private Optional<List<Long>> complete(Map<Integer, BigInteger> values) {
        Interval[] left = ranges.clone();
        values.forEach((variable, value) -> left[variable] = Interval.exactly(value));
        for (int level = 0; level < distances.length; level++) {
            int source = problem.levels().get(level).source();
            int sink = problem.levels().get(level).sink();
            left[source] = left[source].intersect(left[sink].plus(distances[level].negate()));
            if (left[source].isEmpty()) {
                return Optional.empty();
            }
            left[source] = Interval.exactly(left[source].nearest(BigInteger.ZERO));
            left[sink] = left[sink].intersect(left[source].plus(distances[level]));
            if (left[sink].isEmpty()) {
                return Optional.empty();
            }
        }
        List<BigInteger> point =
                Arrays.stream(left).map(range -> range.nearest(BigInteger.ZERO)).toList();
        return checked(point);
    }

    /** The point as {@code long} values, if they fit and satisfy the original problem. */
    Optional<List<Long>> checked(List<BigInteger> point) {
        if (!point.stream().allMatch(Integers::fitsLong)) {
            return Optional.empty();
        }
        List<Long> values = point.stream().map(BigInteger::longValue).toList();
        return problem.satisfiedBy(values) ? Optional.of(values) : Optional.empty();
    }
}
