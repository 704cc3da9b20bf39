package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Omega test: the exact answer for the whole problem.
 *
 * <p><b>Question.</b> Are there integers for all variables that satisfy all bounds, subscript equations and conditions
 * together, and which?
 *
 * <p><b>Answer.</b> That of {@link IntegerSolver}, which is exact. The distances of a solution are compared with those of
 * all others by asking the solver for one with a larger and one with a smaller distance. Then the solution is made small
 * for the reader ({@link SmallestPoint}) and checked by substitution in the original problem. When the work budget is used
 * up before the question is decided, or the solution does not fit {@code long}, the answer is {@code Unknown}; when it is
 * used up later, only the beauty of the witness and the knowledge of the vector suffer.
 *
 * <p><b>Arithmetic.</b> Unbounded integers.
 *
 * <p><b>Source.</b> W. Pugh, "The Omega test: a fast and practical integer programming algorithm for dependence analysis",
 * Supercomputing '91; Communications of the ACM 35(8), 1992.
 */
final class OmegaTest implements DependenceTest {
    private static final long DEFAULT_BUDGET = 10_000;

    private final long budget;
    private final boolean wantsWitness;

    OmegaTest() {
        this(DEFAULT_BUDGET);
    }

    /** A test that says only whether there is a solution: most questions need no witness, which is the dear part. */
    static OmegaTest withoutWitness() {
        return new OmegaTest(DEFAULT_BUDGET, false);
    }

    /**
     * A test that gives up after forming about so many rows; a quarter as many are added for the vector, and a quarter to
     * make the witness small.
     */
    OmegaTest(long budget) {
        this(budget, true);
    }

    private OmegaTest(long budget, boolean wantsWitness) {
        this.budget = budget;
        this.wantsWitness = wantsWitness;
    }

    @Override
    public String name() {
        return "Omega";
    }

    @Override
    public Verdict test(PreparedProblem problem) {
        IntegerSystem system = IntegerSystem.of(problem);
        Optional<BigInteger[]> solution;
        try {
            solution = system.solve(List.of(), List.of(), new WorkBudget(budget));
        } catch (WorkBudget.Exhausted undecided) {
            return new Verdict.Unknown("Omega: undecided within the work budget");
        }
        if (solution.isEmpty()) {
            return new Verdict.Independent("Omega: no integers satisfy subscripts, bounds and conditions together");
        }
        if (!wantsWitness) {
            return new Verdict.Unknown("Omega: some integers satisfy all of it");
        }
        List<Interval> distances = new ArrayList<>();
        WorkBudget forVector = new WorkBudget(budget / 4);
        for (int level = 0; level < problem.problem().levels().size(); level++) {
            BigInteger distance = system.distance(level).at(solution.get());
            distances.add(possibleDistances(problem, system, level, distance, forVector));
        }
        WorkBudget forWitness = new WorkBudget(budget / 4);
        return dependent(
                problem, system, new SmallestPoint(problem, system, forWitness).from(solution.get()), distances);
    }

    private static Verdict dependent(
            PreparedProblem problem, IntegerSystem system, BigInteger[] solution, List<Interval> distances) {
        List<BigInteger> values = system.point(solution);
        if (!values.stream().allMatch(Integers::fitsLong)) {
            return new Verdict.Unknown("Omega: the solutions found leave the range of long");
        }
        List<Long> witness = problem.checked(values)
                .orElseThrow(() -> new IllegalStateException("the solver's point is no solution: " + values + "\n"
                        + problem.problem().text()));
        List<DependenceVector.Component> components = new ArrayList<>();
        for (int level = 0; level < distances.size(); level++) {
            BigInteger distance = problem.distanceAt(level, witness);
            if (!Integers.fitsLong(distance)) {
                return new Verdict.Unknown("Omega: the distance leaves the range of long");
            }
            components.add(DependenceVector.Component.of(distances.get(level), distance.longValue()));
        }
        return new Verdict.Dependent("Omega", witness, new DependenceVector(components));
    }

    /**
     * An interval around the distances of all solutions, as narrow as {@link DependenceVector.Component} can use.
     *
     * @param distance that of some solution
     */
    private static Interval possibleDistances(
            PreparedProblem problem, IntegerSystem system, int level, BigInteger distance, WorkBudget work) {
        Interval possible = problem.distance(level);
        try {
            Row row = system.distance(level);
            Row above = row.plus(distance.add(BigInteger.ONE).negate());
            Row below = row.negate().plus(distance.subtract(BigInteger.ONE));
            if (system.solve(List.of(), List.of(above), work).isEmpty()) {
                possible = possible.intersect(new Interval(null, distance));
            }
            if (system.solve(List.of(), List.of(below), work).isEmpty()) {
                possible = possible.intersect(Interval.atLeast(distance));
            }
            if (distance.signum() > 0
                    && system.solve(List.of(), List.of(row.negate()), work).isEmpty()) {
                possible = possible.intersect(Interval.atLeast(BigInteger.ONE));
            }
            if (distance.signum() < 0
                    && system.solve(List.of(), List.of(row), work).isEmpty()) {
                possible = possible.intersect(new Interval(null, BigInteger.ONE.negate()));
            }
        } catch (WorkBudget.Exhausted enough) {
            return possible;
        }
        return possible;
    }
}
