package dev.parfor.processor.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeakCrossingSivTestTest {
    private final WeakCrossingSivTest test = new WeakCrossingSivTest();

    /** Every small problem, answered a second time by trying all points. */
    @Test
    void agreesWithBruteForce() {
        long[][] strides = {{-3, -3}, {-2, -2}, {-1, -1}, {1, 1}, {2, 2}, {3, 3}};
        int decided = Problems.checkAll(test, strides, SubscriptPair.Form.WEAK_CROSSING_SIV);
        assertThat(decided).isGreaterThan(1000);
    }

    @Test
    void extremeConstants() {
        long min = Long.MIN_VALUE;
        long max = Long.MAX_VALUE;
        assertThat(Problems.ask(test, Problems.loop(-1, -1, min, 0, max - 1, Problems.Order.NONE)))
                .isInstanceOf(Verdict.Independent.class);
        assertThat(Problems.ask(test, Problems.loop(1, 1, min, 0, max - 1, Problems.Order.SOURCE_FIRST)))
                .isEqualTo(Problems.dependent(
                        "weak-crossing SIV",
                        List.of(2L, max - 1),
                        Problems.direction(DependenceVector.Direction.FORWARD, max - 3)));
        assertThat(Problems.ask(test, Problems.loop(1L << 62, 1L << 62, min, 0, 9, Problems.Order.SOURCE_FIRST)))
                .isEqualTo(Problems.dependent("weak-crossing SIV", List.of(0L, 2L), Problems.distance(2)));
    }

    /** {@code x[i] = x[n - 1 - i]} with 10 iterations crosses between 4 and 5. */
    @Test
    void reversalMeetsAroundTheMiddle() {
        assertThat(Problems.ask(test, Problems.loop(1, 1, -9, 0, 9, Problems.Order.SOURCE_FIRST)))
                .isEqualTo(Problems.dependent(
                        "weak-crossing SIV",
                        List.of(0L, 9L),
                        Problems.direction(DependenceVector.Direction.FORWARD, 9)));
        assertThat(Problems.ask(test, Problems.loop(1, 1, -9, 0, 4, Problems.Order.SOURCE_FIRST)))
                .isInstanceOf(Verdict.Independent.class);
    }

    /** Crossing in the middle of one iteration is no dependence between two. */
    @Test
    void crossingInOneIterationOnly() {
        assertThat(Problems.ask(test, Problems.loop(1, 1, -2, 1, 1, Problems.Order.SOURCE_FIRST)))
                .isInstanceOf(Verdict.Independent.class);
        assertThat(Problems.ask(test, Problems.loop(1, 1, 0, 0, 9, Problems.Order.SOURCE_FIRST)))
                .isInstanceOf(Verdict.Independent.class);
    }
}
