package dev.parfor.processor.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZivTestTest {
    private final ZivTest test = new ZivTest();

    /** Every small problem, answered a second time by trying all points. */
    @Test
    void agreesWithBruteForce() {
        int decided = Problems.checkAll(test, new long[][] {{0, 0}}, SubscriptPair.Form.ZIV);
        assertThat(decided).isGreaterThan(200);
    }

    /** {@code x[MIN]} against {@code x[0]}: the sign of the difference must not matter. */
    @Test
    void extremeConstantsDiffer() {
        for (long c : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 1, -1, 1L << 62}) {
            assertThat(Problems.ask(test, Problems.loop(0, 0, c, 0, 9, Problems.Order.NONE)))
                    .isEqualTo(new Verdict.Independent("ZIV: the constant subscripts differ"));
        }
    }

    @Test
    void hugeLoopMeetsInItsFirstIterations() {
        DependenceProblem problem =
                Problems.loop(0, 0, 0, Long.MIN_VALUE + 1, Long.MAX_VALUE - 1, Problems.Order.SOURCE_FIRST);
        assertThat(Problems.ask(test, problem))
                .isEqualTo(Problems.dependent(
                        "ZIV", java.util.List.of(0L, 1L), Problems.direction(DependenceVector.Direction.FORWARD, 1)));
    }
}
