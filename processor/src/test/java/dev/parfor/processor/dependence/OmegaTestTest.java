package dev.parfor.processor.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OmegaTestTest {
    private final OmegaTest test = new OmegaTest();

    /** Small SIV problems have no splinters, but every form of bounds. */
    @Test
    void agreesWithBruteForce() {
        for (long a = -3; a <= 3; a++) {
            for (long b = -3; b <= 3; b++) {
                for (long c = -7; c <= 7; c++) {
                    for (long[] loop : Problems.LOOPS) {
                        for (Problems.Order order : Problems.Order.values()) {
                            DependenceProblem problem = Problems.loop(a, b, c, loop[0], loop[1], order);
                            BruteForce.assertExact(problem, Problems.ask(test, problem));
                        }
                    }
                }
            }
        }
    }

    /** {@code x[i][j] = x[i - 1][j + 1]}: the constant distance that a wavefront needs. */
    @Test
    void constantDistancesInTwoLevels() {
        DependenceProblem problem = new DependenceProblem(
                List.of(
                        new Variable("i", 1, 100),
                        new Variable("i'", 1, 100),
                        new Variable("j", 0, 99),
                        new Variable("j'", 0, 99)),
                List.of(
                        LinearConstraint.equalZero(Map.of(0, 1L, 1, -1L), 1),
                        LinearConstraint.equalZero(Map.of(2, 1L, 3, -1L), -1)),
                Problems.order(Problems.Order.SOURCE_FIRST),
                List.of(new Level("i", 0, 1), new Level("j", 2, 3)));
        Verdict.Dependent expected =
                Problems.dependent("Omega", List.of(1L, 2L, 1L, 0L), Problems.distance(1), Problems.distance(-1));
        assertThat(DependenceTests.test(problem)).isEqualTo(expected);
        assertThat(expected.vector().toString()).isEqualTo("(1, -1)");
    }

    /** {@code x[i*n + j]}, 0 <= j < 64 = n: rows do not overlap; with j <= 64 they do, in one cell. */
    @Test
    void linearisedRows() {
        assertThat(DependenceTests.test(linearised(63))).isInstanceOf(Verdict.Independent.class);
        assertThat(DependenceTests.test(linearised(64)))
                .isEqualTo(Problems.dependent(
                        "Omega", List.of(0L, 1L, 64L, 0L), Problems.distance(1), Problems.distance(-64)));
    }

    private static DependenceProblem linearised(long last) {
        return new DependenceProblem(
                List.of(
                        new Variable("i", 0, 1 << 20),
                        new Variable("i'", 0, 1 << 20),
                        new Variable("j", 0, last),
                        new Variable("j'", 0, last)),
                List.of(LinearConstraint.equalZero(Map.of(0, 64L, 1, -64L, 2, 1L, 3, -1L), 0)),
                Problems.order(Problems.Order.SOURCE_FIRST),
                List.of(new Level("i", 0, 1), new Level("j", 2, 3)));
    }

    /** Triangular: {@code j < i} in both iterations, {@code x[i][j]} against {@code x[j][i]}. */
    @Test
    void transposedTriangleIsIndependent() {
        DependenceProblem problem = new DependenceProblem(
                List.of(
                        new Variable("i", 0, Integer.MAX_VALUE),
                        new Variable("i'", 0, Integer.MAX_VALUE),
                        new Variable("j", 0, Integer.MAX_VALUE),
                        new Variable("j'", 0, Integer.MAX_VALUE)),
                List.of(
                        LinearConstraint.equalZero(Map.of(0, 1L, 3, -1L), 0),
                        LinearConstraint.equalZero(Map.of(2, 1L, 1, -1L), 0)),
                List.of(
                        LinearConstraint.atLeastZero(Map.of(0, 1L, 2, -1L), -1),
                        LinearConstraint.atLeastZero(Map.of(1, 1L, 3, -1L), -1),
                        LinearConstraint.atLeastZero(Map.of(0, -1L, 1, 1L), -1)),
                List.of(new Level("i", 0, 1), new Level("j", 2, 3)));
        assertThat(DependenceTests.test(problem)).isInstanceOf(Verdict.Independent.class);
    }

    /** {@code x[3*i]} with {@code int} arithmetic over all of {@code int}: 3 is odd, so nothing comes round. */
    @Test
    void oddStrideIsInjectiveModuloTwoToThe32() {
        assertThat(DependenceTests.test(wholeIntRange(3))).isInstanceOf(Verdict.Independent.class);
        assertThat(DependenceTests.test(wholeIntRange(6))).isInstanceOf(Verdict.Dependent.class);
    }

    /** The same for strides whose products with the index need many wraps. */
    @Test
    void largeOddStridesAreInjectiveToo() {
        for (long stride : new long[] {5, 1001, 65537, 1_000_003, Integer.MAX_VALUE}) {
            assertThat(DependenceTests.test(wholeIntRange(stride)))
                    .as("stride %d", stride)
                    .isInstanceOf(Verdict.Independent.class);
        }
    }

    private static DependenceProblem wholeIntRange(long stride) {
        return new DependenceProblem(
                List.of(
                        new Variable("i", Integer.MIN_VALUE, Integer.MAX_VALUE),
                        new Variable("j", Integer.MIN_VALUE, Integer.MAX_VALUE),
                        new Variable("w", -(1L << 34), 1L << 34)),
                List.of(LinearConstraint.equalZero(Map.of(0, stride, 1, -stride, 2, 1L << 32), 0)),
                Problems.order(Problems.Order.SOURCE_FIRST),
                List.of(new Level("i", 0, 1)));
    }

    /** The collision nearest to the start of the loops is reported, and the smallest symbol that allows it. */
    @Test
    void witnessIsSmall() {
        // i in [5, n), x[i + m] against x[i' + 2*m - 7], m >= 1
        DependenceProblem problem = new DependenceProblem(
                List.of(
                        new Variable("i", 5, Integer.MAX_VALUE),
                        new Variable("i'", 5, Integer.MAX_VALUE),
                        new Variable("n", 0, Integer.MAX_VALUE),
                        new Variable("m", 1, Integer.MAX_VALUE)),
                List.of(LinearConstraint.equalZero(Map.of(0, 1L, 1, -1L, 3, -1L), 7)),
                List.of(
                        LinearConstraint.atLeastZero(Map.of(0, -1L, 2, 1L), -1),
                        LinearConstraint.atLeastZero(Map.of(1, -1L, 2, 1L), -1),
                        LinearConstraint.atLeastZero(Map.of(0, -1L, 1, 1L), -1)),
                List.of(new Level("i", 0, 1)));
        assertThat(DependenceTests.test(problem))
                .isEqualTo(Problems.dependent(
                        "Omega", List.of(5L, 6L, 7L, 6L), Problems.direction(DependenceVector.Direction.FORWARD, 1)));
    }

    @Test
    void noSubscriptsMeansEveryPairMeets() {
        DependenceProblem problem = new DependenceProblem(
                List.of(new Variable("i", 0, 9), new Variable("j", 0, 9)),
                List.of(),
                Problems.order(Problems.Order.SOURCE_FIRST),
                List.of(new Level("i", 0, 1)));
        assertThat(DependenceTests.test(problem))
                .isEqualTo(Problems.dependent(
                        "Omega", List.of(0L, 1L), Problems.direction(DependenceVector.Direction.FORWARD, 1)));
    }

    /** The only solution is {@code n = 2^70}: it exists, but cannot be shown. */
    @Test
    void solutionBeyondLongIsUnknown() {
        DependenceProblem problem = new DependenceProblem(
                List.of(Variable.unbounded("n"), Variable.unbounded("m")),
                List.of(
                        LinearConstraint.equalZero(Map.of(0, 1L, 1, -(1L << 60)), 0),
                        LinearConstraint.equalZero(Map.of(1, 1L), -1024)),
                List.of(),
                List.of());
        assertThat(DependenceTests.test(problem)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void emptyBudgetIsUnknown() {
        DependenceProblem problem = linearised(63);
        assertThat(Problems.ask(new OmegaTest(0), problem)).isInstanceOf(Verdict.Unknown.class);
    }

    /** Four loops, four symbols, two wrapped subscripts, forty conditions: decided within the default budget. */
    @Test
    void largeProblemStaysWithinTheBudget() {
        for (boolean meets : new boolean[] {true, false}) {
            Verdict verdict = DependenceTests.test(large(meets));
            assertThat(verdict).isInstanceOf(meets ? Verdict.Dependent.class : Verdict.Independent.class);
        }
    }

    static DependenceProblem large(boolean meets) {
        List<Variable> variables = new ArrayList<>();
        List<Level> levels = new ArrayList<>();
        for (int level = 0; level < 4; level++) {
            levels.add(new Level("i" + level, 2 * level, 2 * level + 1));
            variables.add(new Variable("i" + level, 0, Integer.MAX_VALUE));
            variables.add(new Variable("j" + level, 0, Integer.MAX_VALUE));
        }
        for (int symbol = 0; symbol < 4; symbol++) {
            variables.add(new Variable("n" + symbol, Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
        variables.add(new Variable("w0", -8, 8));
        variables.add(new Variable("w1", -8, 8));
        List<LinearConstraint> context = new ArrayList<>();
        context.add(LinearConstraint.atLeastZero(Map.of(0, -1L, 1, 1L), -1));
        for (int level = 0; level < 4; level++) {
            for (int side = 0; side < 2; side++) {
                int index = 2 * level + side;
                context.add(LinearConstraint.atLeastZero(Map.of(index, -1L, 8 + level, 1L), -1));
                context.add(LinearConstraint.atLeastZero(Map.of(index, -1L), 1L << 20));
                if (level > 0) {
                    // triangular
                    context.add(LinearConstraint.atLeastZero(Map.of(index, -1L, index - 2, 1L), 0));
                    context.add(LinearConstraint.atLeastZero(Map.of(index, -1L, index - 2, 2L, 8, 1L), 5));
                }
                context.add(LinearConstraint.sum()
                        .plus(1, 8 + level)
                        .plus(1, 8)
                        .plus(-2, index)
                        .plus(1L << 22)
                        .atLeastZero());
            }
        }
        List<LinearConstraint> subscripts = List.of(
                LinearConstraint.equalZero(Map.of(0, 2L, 1, -2L, 2, 3L, 3, -3L, 12, 1L << 32), 0),
                LinearConstraint.equalZero(Map.of(4, 4L, 5, -4L, 6, 6L, 7, -6L, 13, 1L << 32), meets ? 2 : 1));
        return new DependenceProblem(variables, subscripts, context, levels);
    }
}
