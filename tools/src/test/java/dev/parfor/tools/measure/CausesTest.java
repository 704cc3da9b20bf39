package dev.parfor.tools.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.tools.measure.Causes.Limit;
import org.junit.jupiter.api.Test;

class CausesTest {

    private static final double LONG = 1e8;

    private static Limit limit(double efficiency, double machine, double copies, double imbalance, double serial) {
        return new Causes(4, efficiency, machine, copies, imbalance, serial, 0, "").limit(LONG);
    }

    @Test
    void theLargestLossIsTheLimit() {
        assertThat(limit(0.95, 1, 1, 0.05, 0.01)).isEqualTo(Limit.NOTHING);
        assertThat(limit(0.5, 0.5, 0.5, 0.1, 0)).isEqualTo(Limit.MACHINE);
        assertThat(limit(0.4, 0.9, 0.45, 0.1, 0)).isEqualTo(Limit.MEMORY);
        assertThat(limit(0.5, 1, 0.95, 0.5, 0.01)).isEqualTo(Limit.IMBALANCE);
        assertThat(limit(0.5, 1, 1, 0.1, 0.33)).isEqualTo(Limit.SERIAL_PART);
        assertThat(limit(0.5, 1, 1, 0, 0)).isEqualTo(Limit.UNKNOWN);
        assertThat(new Causes(4, 0.5, 1, 1, 0, 0, 0, "").limit(20_000)).isEqualTo(Limit.TOO_SMALL);
    }

    @Test
    void aLoopThatRanAloneSaysWhy() {
        assertThat(new Causes(4, 0.25, 1, 1, 0, 0, 1, "guard 1 failed: in and out are two objects").sentence(LONG))
                .isEqualTo(
                        "The loop runs on the calling thread; the runtime says: guard 1 failed: in and out are two objects.");
        assertThat(new Causes(4, 0.25, 1, 1, 0, 0, 1, "").sentence(LONG)).startsWith("Too small: AUTO ");
        assertThat(new Causes(4, 0.25, 1, 0.4, 0, 0, 1, "was faster alone").limit(LONG))
                .isEqualTo(Limit.MEMORY);
        assertThat(new Causes(4, 0.25, 0.3, 0.3, 0, 0, 1, "was faster alone").limit(LONG))
                .isEqualTo(Limit.MACHINE);
        assertThat(new Causes(1, 1, 1, 1, 0, 0, 0, "").limit(LONG)).isEqualTo(Limit.ONE_THREAD);
    }

    @Test
    void sentencesHoldTheNumber() {
        assertThat(new Causes(2, 0.5, 1, 0.61, 0, 0, 0, "").sentence(LONG))
                .isEqualTo(
                        "Memory bandwidth limits it: 2 independent copies of the sequential loop run at 61 % of the speed of one.");
    }
}
