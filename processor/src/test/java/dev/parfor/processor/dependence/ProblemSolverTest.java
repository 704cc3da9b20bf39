package dev.parfor.processor.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is remembered is what would be found anew. */
class ProblemSolverTest {

    private final ProblemSolver solver = new ProblemSolver();

    /** {@code a[step * i]} and {@code a[i' + offset]}, {@code 0 <= i < i' <= 99}. */
    private static DependenceProblem problem(String name, long step, long offset) {
        return new DependenceProblem(
                List.of(new Variable(name, 0, 99), new Variable(name + "'", 0, 99)),
                List.of(LinearConstraint.equalZero(Map.of(0, step, 1, -1L), -offset)),
                List.of(LinearConstraint.atLeastZero(Map.of(0, -1L, 1, 1L), -1)),
                List.of(new Level(name, 0, 1)));
    }

    private long asked() {
        return solver.statistics().counts().values().stream()
                .mapToLong(TestStatistics.Count::asked)
                .sum();
    }

    @Test
    void namesDoNotMatter() {
        Verdict first = solver.solve(problem("i", 1, -3), DependenceTests.all());
        long asked = asked();
        assertThat(solver.solve(problem("row", 1, -3), DependenceTests.all())).isEqualTo(first);
        assertThat(asked()).as("nobody was asked again").isEqualTo(asked);
    }

    @Test
    void numbersAndTestsDo() {
        solver.solve(problem("i", 1, -3), DependenceTests.all());
        for (DependenceProblem other : List.of(problem("i", 2, -3), problem("i", 1, 3))) {
            long asked = asked();
            assertThat(solver.solve(other, DependenceTests.all())).isEqualTo(DependenceTests.test(other));
            assertThat(asked()).isGreaterThan(asked);
        }
        assertThat(solver.solve(problem("i", 1, -3), DependenceTests.independenceOnly()))
                .isEqualTo(DependenceTests.test(problem("i", 1, -3), DependenceTests.independenceOnly()));
    }

    @Test
    void randomProblemsComeOutAsTheyDoAlone() {
        Random random = new Random(25);
        for (int k = 0; k < 2_000; k++) {
            DependenceProblem problem = problem("v" + k % 5, random.nextInt(9) - 4, random.nextInt(40) - 20);
            assertThat(solver.solve(problem, DependenceTests.all()))
                    .as(problem.text())
                    .isEqualTo(DependenceTests.test(problem));
        }
    }
}
