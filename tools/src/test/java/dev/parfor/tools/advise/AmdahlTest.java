package dev.parfor.tools.advise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AmdahlTest {

    @Test
    void gainIsBoundedByTheRest() {
        assertThat(Amdahl.gain(0, 16)).isEqualTo(1);
        assertThat(Amdahl.gain(1, 16)).isEqualTo(16);
        assertThat(Amdahl.gain(0.5, 2)).isCloseTo(4.0 / 3, within(1e-12));
        assertThat(Amdahl.gain(0.5, 1_000_000)).isLessThan(2);
    }
}
