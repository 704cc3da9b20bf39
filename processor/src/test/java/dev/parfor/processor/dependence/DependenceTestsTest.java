package dev.parfor.processor.dependence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DependenceTestsTest {

    @Test
    void statisticsCountWhoWasAskedAndWhoDecided() {
        TestStatistics statistics = new TestStatistics();
        List<DependenceTest> tests = DependenceTests.all();
        DependenceTests.test(Problems.loop(1, -1, 1, 0, 9, Problems.Order.NONE), tests, statistics);
        DependenceTests.test(Problems.loop(2, -2, 1, 0, 9, Problems.Order.NONE), tests, statistics);
        DependenceTests.test(Problems.loop(2, -2, 1, 0, -1, Problems.Order.NONE), tests, statistics);
        assertThat(statistics.counts())
                .isEqualTo(Map.of(
                        "bounds", new TestStatistics.Count(3, 1, 0),
                        "ZIV", new TestStatistics.Count(2, 0, 0),
                        "strong SIV", new TestStatistics.Count(2, 1, 1)));
    }

    @Test
    void cheapTestsDecideWhatTheyAreMadeFor() {
        assertThat(by(Problems.loop(0, 0, 0, 0, 9, Problems.Order.NONE))).isEqualTo("ZIV");
        assertThat(by(Problems.loop(1, -1, 1, 0, 9, Problems.Order.NONE))).isEqualTo("strong SIV");
        assertThat(by(Problems.loop(1, 0, -1, 0, 9, Problems.Order.NONE))).isEqualTo("weak-zero SIV");
        assertThat(by(Problems.loop(1, 1, -1, 0, 9, Problems.Order.NONE))).isEqualTo("weak-crossing SIV");
        assertThat(by(Problems.loop(2, -1, 0, 0, 9, Problems.Order.NONE))).isEqualTo("exact SIV/RDIV");
    }

    /** A condition that the cheap test does not look at must not be lost. */
    @Test
    void cheapTestLeavesCoupledConditionsToOmega() {
        DependenceProblem problem = new DependenceProblem(
                List.of(new Variable("i", 0, 9), new Variable("j", 0, 9), new Variable("n", 0, 9)),
                List.of(LinearConstraint.equalZero(Map.of(0, 1L, 1, -1L), 1)),
                // i + j <= n and n <= i
                List.of(
                        LinearConstraint.atLeastZero(Map.of(0, -1L, 1, -1L, 2, 1L), 0),
                        LinearConstraint.atLeastZero(Map.of(0, 1L, 2, -1L), 0)),
                List.of(new Level("i", 0, 1)));
        assertThat(Problems.ask(new StrongSivTest(), problem)).isInstanceOf(Verdict.Unknown.class);
        assertThat(DependenceTests.test(problem)).isInstanceOf(Verdict.Independent.class);
    }

    /** Also where its own witness would do: it knows neither the smallest one nor the vector of all solutions. */
    @Test
    void cheapTestLeavesCoupledConditionsToOmegaEvenWhenTheyHold() {
        DependenceProblem problem = new DependenceProblem(
                List.of(new Variable("i", 0, 9), new Variable("j", 0, 9), new Variable("n", 0, 9)),
                List.of(LinearConstraint.equalZero(Map.of(0, 1L), 0)),
                // i + n <= j and 1 <= 2*n - j: distances start at 1, which no bound alone tells
                List.of(
                        LinearConstraint.atLeastZero(Map.of(0, -1L, 1, 1L, 2, -1L), 0),
                        LinearConstraint.atLeastZero(Map.of(1, -1L, 2, 2L), -1)),
                List.of(new Level("i", 0, 1)));
        assertThat(Problems.ask(new WeakZeroSivTest(), problem)).isInstanceOf(Verdict.Unknown.class);
        assertThat(DependenceTests.test(problem))
                .isEqualTo(Problems.dependent(
                        "Omega", List.of(0L, 1L, 1L), Problems.direction(DependenceVector.Direction.FORWARD, 1)));
    }

    @Test
    void foldAsksForAllThreeCases() {
        List<Verdict> verdicts = List.of(
                new Verdict.Independent("a"),
                new Verdict.Dependent("b", List.of(), new DependenceVector(List.of())),
                new Verdict.Unknown("c"));
        assertThat(verdicts)
                .extracting(verdict -> verdict.<String>fold(no -> no.by(), yes -> yes.by(), unknown -> unknown.why()))
                .containsExactly("a", "b", "c");
    }

    @Test
    void vectorsKnowTheirCarryingLevel() {
        DependenceVector.Component same = Problems.distance(0);
        DependenceVector.Component next = Problems.direction(DependenceVector.Direction.FORWARD, 3);
        DependenceVector vector = new DependenceVector(List.of(same, next));
        assertThat(vector.carryingLevel()).hasValue(1);
        assertThat(vector.toString()).isEqualTo("(0, <)");
        assertThat(vector.isConstant()).isFalse();
        assertThat(new DependenceVector(List.of(same, same)).isLoopIndependent())
                .isTrue();
    }

    @Test
    void malformedProblemsAreRejected() {
        List<Variable> one = List.of(new Variable("i", 0, 9));
        LinearConstraint second = LinearConstraint.equalZero(Map.of(1, 1L), 0);
        LinearConstraint order = LinearConstraint.atLeastZero(Map.of(0, 1L), 0);
        assertThatThrownBy(() -> new DependenceProblem(one, List.of(second), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DependenceProblem(one, List.of(order), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DependenceProblem(one, List.of(), List.of(), List.of(new Level("i", 0, 1))))
                .isInstanceOf(IllegalArgumentException.class);
        Level shared = new Level("i", 0, 0);
        assertThatThrownBy(() -> new DependenceProblem(one, List.of(), List.of(), List.of(shared, shared)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** An outer loop whose iteration source and sink share has distance zero. */
    @Test
    void sharedLevelHasDistanceZero() {
        DependenceProblem problem = new DependenceProblem(
                List.of(new Variable("i", 0, 9), new Variable("j", 0, 9), new Variable("t", 0, 9)),
                List.of(LinearConstraint.equalZero(Map.of(0, 1L, 1, -1L, 2, 1L), -3)),
                Problems.order(Problems.Order.SOURCE_FIRST),
                List.of(new Level("i", 0, 1), new Level("t", 2, 2)));
        Verdict verdict = DependenceTests.test(problem);
        BruteForce.assertExact(problem, verdict);
        assertThat(((Verdict.Dependent) verdict).vector().toString()).isEqualTo("(<, 0)");
    }

    @Test
    void constraintsReadAsPeopleWriteThem() {
        List<Variable> names = List.of(new Variable("i", 0, 9), new Variable("j", 0, 9));
        assertThat(LinearConstraint.sum()
                        .plus(2, 0)
                        .plus(-1, 1)
                        .plus(-4)
                        .equalZero()
                        .text(names))
                .isEqualTo("2*i - j - 4 = 0");
        assertThat(LinearConstraint.sum()
                        .plus(1, 0)
                        .plus(-1, 0)
                        .plus(7)
                        .atLeastZero()
                        .text(names))
                .isEqualTo("7 >= 0");
        assertThatThrownBy(() -> LinearConstraint.sum().plus(Long.MAX_VALUE).plus(1))
                .isInstanceOf(ArithmeticException.class);
    }

    private static String by(DependenceProblem problem) {
        return ((Verdict.Dependent) DependenceTests.test(problem)).by();
    }
}
