package dev.parfor.processor.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BanerjeeTestTest {
    /** {@code -1 <= j - i <= 2}: a strip whose corners lie on bounds of the distance. */
    private static final List<LinearConstraint> NEAR = List.of(
            LinearConstraint.atLeastZero(Map.of(0, -1L, 1, 1L), 1),
            LinearConstraint.atLeastZero(Map.of(0, 1L, 1, -1L), 2));

    private final BanerjeeTest test = new BanerjeeTest();

    /**
     * Bounds and distances are integers, so the corners are too: the bounds over the reals are those over all points, and
     * both ends must be hit exactly.
     */
    @Test
    void boundsAreThoseOfAllPoints() {
        for (long a = -4; a <= 4; a++) {
            for (long b = -4; b <= 4; b++) {
                for (long k : new long[] {-2, 0, 3}) {
                    for (Problems.Order order : Problems.Order.values()) {
                        checkBounds(a, b, k, order, List.of());
                        checkBounds(a, b, k, order, NEAR);
                    }
                }
            }
        }
    }

    private void checkBounds(long a, long b, long k, Problems.Order order, List<LinearConstraint> more) {
        DependenceProblem free = problem(a, b, k, 0, order, more);
        LongSummaryStatistics sums =
                BruteForce.solutions(new DependenceProblem(free.variables(), List.of(), free.context(), free.levels()))
                        .stream()
                        .mapToLong(point -> a * point.get(0) + b * point.get(1) + k * point.get(2))
                        .summaryStatistics();
        PreparedProblem prepared = PreparedProblem.of(free);
        assertThat(BanerjeeTest.bounds(prepared.subscripts().get(0), prepared))
                .as(order + "\n" + free.text())
                .isEqualTo(new Interval(BigInteger.valueOf(sums.getMin()), BigInteger.valueOf(sums.getMax())));
        for (long c = -sums.getMax() - 2; c <= -sums.getMin() + 2; c++) {
            DependenceProblem problem = problem(a, b, k, c, order, more);
            boolean independent = Problems.ask(test, problem) instanceof Verdict.Independent;
            boolean outside = sums.getMin() + c > 0 || sums.getMax() + c < 0;
            boolean constant = a == 0 && b == 0 && k == 0;
            assertThat(independent).as(problem.text()).isEqualTo(outside && !constant);
        }
    }

    private static DependenceProblem problem(
            long a, long b, long k, long c, Problems.Order order, List<LinearConstraint> more) {
        List<LinearConstraint> context = new java.util.ArrayList<>(Problems.order(order));
        context.addAll(more);
        return new DependenceProblem(
                List.of(
                        new Variable("i", -1, 4),
                        new Variable("j", 0, 6),
                        new Variable("k", -2, 3),
                        new Variable("k'", -2, 3)),
                List.of(LinearConstraint.equalZero(Map.of(0, a, 1, b, 2, k), c)),
                context,
                List.of(new Level("i", 0, 1), new Level("k", 2, 3)));
    }

    /** 2^32 times 2^31 is one more than {@code long} holds, and exactly what decides here. */
    @Test
    void boundsBeyondLongAreExact() {
        long wrap = 1L << 32;
        DependenceProblem touching = wide(wrap, Long.MAX_VALUE);
        assertThat(Problems.ask(test, touching)).isInstanceOf(Verdict.Unknown.class);
        DependenceProblem apart = wide(wrap + 1, Long.MIN_VALUE);
        assertThat(Problems.ask(test, apart)).isInstanceOf(Verdict.Independent.class);
    }

    /** {@code i*2^32 + j*w + c} with {@code i} in 0 .. 2^31 - 1 and {@code j} in 1 .. 2^31: the constant against 2^63. */
    private static DependenceProblem wide(long w, long c) {
        long last = (1L << 31) - 1;
        return new DependenceProblem(
                List.of(
                        new Variable("i", 0, last),
                        new Variable("i'", 0, last),
                        new Variable("k", -(last + 1), -last),
                        new Variable("k'", 0, 1)),
                List.of(LinearConstraint.equalZero(Map.of(1, 1L, 2, w, 3, 1L), c)),
                List.of(),
                List.of(new Level("i", 0, 1), new Level("k", 2, 3)));
    }

    @Test
    void unboundedVariablesLeaveEverythingOpen() {
        DependenceProblem problem = new DependenceProblem(
                List.of(Variable.unbounded("i"), Variable.unbounded("j"), Variable.unbounded("n")),
                List.of(LinearConstraint.equalZero(Map.of(0, 3L, 1, -2L, 2, 5L), Long.MIN_VALUE)),
                List.of(),
                List.of(new Level("i", 0, 1)));
        assertThat(Problems.ask(test, problem)).isInstanceOf(Verdict.Unknown.class);
    }
}
