package dev.parfor.processor.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExactSivTestTest {
    private final ExactSivTest test = new ExactSivTest();

    /** Every small SIV problem, answered a second time by trying all points. */
    @Test
    void agreesWithBruteForceOnSiv() {
        List<long[]> strides = new ArrayList<>();
        for (long a = -6; a <= 6; a++) {
            for (long b = -6; b <= 6; b++) {
                if (a != 0 && b != 0 && Math.abs(a) != Math.abs(b)) {
                    strides.add(new long[] {a, b});
                }
            }
        }
        int decided = Problems.checkAll(test, strides.toArray(long[][]::new), SubscriptPair.Form.SIV);
        assertThat(decided).isGreaterThan(10_000);
    }

    /** {@code x[a*i + c]} against {@code x[b*k]} in two nested loops. */
    @Test
    void agreesWithBruteForceOnRdiv() {
        int decided = 0;
        for (long a : new long[] {-3, -2, 1, 2, 5}) {
            for (long b : new long[] {-4, -1, 1, 3}) {
                for (long c = -8; c <= 8; c++) {
                    for (Problems.Order order : Problems.Order.values()) {
                        DependenceProblem problem = new DependenceProblem(
                                List.of(
                                        new Variable("i", 0, 3),
                                        new Variable("i'", 0, 3),
                                        new Variable("k", -1, 2),
                                        new Variable("k'", -1, 2)),
                                List.of(LinearConstraint.equalZero(Map.of(0, a, 3, b), c)),
                                Problems.order(order),
                                List.of(new Level("i", 0, 1), new Level("k", 2, 3)));
                        BruteForce.assertDecided(problem, Problems.ask(test, problem));
                        decided++;
                    }
                }
            }
        }
        assertThat(decided).isEqualTo(5 * 4 * 17 * 4);
    }

    @Test
    void extremeCoefficients() {
        long min = Long.MIN_VALUE;
        long max = Long.MAX_VALUE;
        // max*i - (max-1)*j + 1 = 0 has its smallest solution in non-negative numbers at j = max, far outside the loop.
        assertThat(Problems.ask(test, Problems.loop(max, -(max - 1), 1, 0, 1L << 40, Problems.Order.NONE)))
                .isInstanceOf(Verdict.Independent.class);
        assertThat(Problems.ask(test, Problems.loop(max, -(max - 1), 1, -1, 1L << 40, Problems.Order.NONE)))
                .isEqualTo(Problems.dependent("exact SIV/RDIV", List.of(-1L, -1L), Problems.distance(0)));
        assertThat(Problems.ask(test, Problems.loop(min, 1L << 62, 0, 0, 1L << 62, Problems.Order.SOURCE_FIRST)))
                .isEqualTo(Problems.dependent(
                        "exact SIV/RDIV", List.of(1L, 2L), Problems.direction(DependenceVector.Direction.FORWARD, 1)));
        assertThat(Problems.ask(test, Problems.loop(min, max, min, min + 1, max - 1, Problems.Order.NONE)))
                .isEqualTo(Problems.dependent("exact SIV/RDIV", List.of(-1L, 0L), Problems.distance(1)));
    }

    /** {@code x[2*i] = x[i]}: iteration 2 reads what iteration 1 wrote. */
    @Test
    void doublingMeetsAtOnce() {
        assertThat(Problems.ask(test, Problems.loop(2, -1, 0, 0, 99, Problems.Order.SOURCE_FIRST)))
                .isEqualTo(Problems.dependent(
                        "exact SIV/RDIV", List.of(1L, 2L), Problems.direction(DependenceVector.Direction.FORWARD, 1)));
    }
}
