package dev.parfor.processor.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrongSivTestTest {
    private final StrongSivTest test = new StrongSivTest();

    /** Every small problem, answered a second time by trying all points. */
    @Test
    void agreesWithBruteForce() {
        long[][] strides = {{-3, 3}, {-2, 2}, {-1, 1}, {1, -1}, {2, -2}, {3, -3}, {5, -5}};
        int decided = Problems.checkAll(test, strides, SubscriptPair.Form.STRONG_SIV);
        assertThat(decided).isGreaterThan(1000);
    }

    /** A trip count of 2^62 and a stride of 2: forming their product would wrap around. */
    @Test
    void hugeTripCountStaysDependent() {
        DependenceProblem problem = Problems.loop(2, -2, 2, 0, 1L << 62, Problems.Order.NONE);
        assertThat(Problems.ask(test, problem))
                .isEqualTo(Problems.dependent("strong SIV", List.of(0L, 1L), Problems.distance(1)));
    }

    /** {@code c / a} is 2^63, which is not a {@code long}. */
    @Test
    void smallestConstantByMinusOneIsTooFar() {
        DependenceProblem problem = Problems.loop(-1, 1, Long.MIN_VALUE, 0, Long.MAX_VALUE - 1, Problems.Order.NONE);
        assertThat(Problems.ask(test, problem)).isInstanceOf(Verdict.Independent.class);
    }

    @Test
    void smallestStrideStillDivides() {
        long min = Long.MIN_VALUE;
        DependenceProblem problem = new DependenceProblem(
                List.of(new Variable("i", 0, 9), new Variable("j", 0, 9)),
                List.of(LinearConstraint.sum().plus(min, 0).plus(-(1L << 62), 1).equalZero()),
                List.of(),
                List.of(new Level("i", 0, 1)));
        assertThat(Problems.ask(test, problem)).isInstanceOf(Verdict.Unknown.class);
        DependenceProblem far = Problems.loop(Long.MAX_VALUE, -Long.MAX_VALUE, min, 0, 9, Problems.Order.NONE);
        assertThat(Problems.ask(test, far))
                .isEqualTo(new Verdict.Independent("strong SIV: stride does not divide the offset"));
    }

    @Test
    void distanceOfTheWholeLoopIsTheLastThatMeets() {
        assertThat(Problems.ask(test, Problems.loop(1, -1, 9, 0, 9, Problems.Order.SOURCE_FIRST)))
                .isEqualTo(Problems.dependent("strong SIV", List.of(0L, 9L), Problems.distance(9)));
        assertThat(Problems.ask(test, Problems.loop(1, -1, 10, 0, 9, Problems.Order.SOURCE_FIRST)))
                .isInstanceOf(Verdict.Independent.class);
    }

    /** {@code x[i] = x[i + 1]}: the source of a dependence in this order would have to come later. */
    @Test
    void wrongOrderIsIndependent() {
        assertThat(Problems.ask(test, Problems.loop(1, -1, -1, 0, 99, Problems.Order.SOURCE_FIRST)))
                .isInstanceOf(Verdict.Independent.class);
        assertThat(Problems.ask(test, Problems.loop(1, -1, -1, 0, 99, Problems.Order.SINK_FIRST)))
                .isEqualTo(Problems.dependent("strong SIV", List.of(1L, 0L), Problems.distance(-1)));
    }

    /** {@code x[4*i]} for any {@code int i}: an {@code int} subscript comes round after 2^30 iterations. */
    @Test
    void wrapVariableWithOneValueIsSeenThrough() {
        DependenceProblem near = wrapped(1, 1000);
        assertThat(Problems.ask(test, near)).isInstanceOf(Verdict.Independent.class);
        DependenceProblem far = wrapped(4, Integer.MAX_VALUE);
        assertThat(DependenceTests.test(far))
                .isEqualTo(Problems.dependent("strong SIV", List.of(0L, 1L << 30, 1L), Problems.distance(1L << 30)));
    }

    private static DependenceProblem wrapped(long stride, long last) {
        return new DependenceProblem(
                List.of(new Variable("i", 0, last), new Variable("j", 0, last), Variable.unbounded("w")),
                List.of(LinearConstraint.sum()
                        .plus(stride, 0)
                        .plus(-stride, 1)
                        .plus(1L << 32, 2)
                        .equalZero()),
                Problems.order(Problems.Order.SOURCE_FIRST),
                List.of(new Level("i", 0, 1)));
    }
}
