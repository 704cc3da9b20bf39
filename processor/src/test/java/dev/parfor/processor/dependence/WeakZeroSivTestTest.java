package dev.parfor.processor.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeakZeroSivTestTest {
    private final WeakZeroSivTest test = new WeakZeroSivTest();

    /** Every small problem, answered a second time by trying all points. */
    @Test
    void agreesWithBruteForce() {
        long[][] strides = {{-3, 0}, {-1, 0}, {1, 0}, {2, 0}, {0, -2}, {0, -1}, {0, 1}, {0, 3}};
        int decided = Problems.checkAll(test, strides, SubscriptPair.Form.WEAK_ZERO_SIV);
        assertThat(decided).isGreaterThan(1000);
    }

    @Test
    void extremeConstants() {
        long min = Long.MIN_VALUE;
        assertThat(Problems.ask(test, Problems.loop(-1, 0, min, 0, Long.MAX_VALUE - 1, Problems.Order.NONE)))
                .isInstanceOf(Verdict.Independent.class);
        assertThat(Problems.ask(test, Problems.loop(min, 0, min, 0, 5, Problems.Order.NONE)))
                .isInstanceOf(Verdict.Independent.class);
        assertThat(Problems.ask(test, Problems.loop(2, 0, 1L << 62, -(1L << 61), 0, Problems.Order.NONE)))
                .isInstanceOf(Verdict.Dependent.class);
    }

    /** {@code x[i] = x[0]}: iteration 0 writes what later ones read, but nothing comes before it. */
    @Test
    void firstIterationHasNoneBeforeIt() {
        assertThat(Problems.ask(test, Problems.loop(1, 0, 0, 0, 99, Problems.Order.SOURCE_FIRST)))
                .isEqualTo(Problems.dependent(
                        "weak-zero SIV", List.of(0L, 1L), Problems.direction(DependenceVector.Direction.FORWARD, 1)));
        assertThat(Problems.ask(test, Problems.loop(1, 0, 0, 0, 99, Problems.Order.SINK_FIRST)))
                .isInstanceOf(Verdict.Independent.class);
    }

    /** {@code x[n] = ..} with a symbol {@code n > 0} against {@code x[0]}. */
    @Test
    void symbolOfNoLoop() {
        DependenceProblem problem = new DependenceProblem(
                List.of(new Variable("n", 1, Long.MAX_VALUE)),
                List.of(LinearConstraint.equalZero(Map.of(0, 1L), 1)),
                List.of(),
                List.of());
        // Propagation narrows variables of no loop by itself; either way there is no solution.
        assertThat(Problems.ask(test, problem)).isInstanceOf(Verdict.Independent.class);
    }
}
