package dev.parfor.runtime.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.runtime.soak.Counts.What;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Some seconds of what {@code runtime/soak} does for as long as one likes. */
class SoakTest {

    @Test
    @Timeout(300)
    void nothingIsLostLeakedOrHangs() throws InterruptedException {
        Soak soak = new Soak(20260101);
        boolean ended = soak.run(TimeUnit.SECONDS.toNanos(4));
        assertThat(soak.counts.violations()).isEmpty();
        assertThat(ended).isTrue();
        for (What what : new What[] {What.INNER_LOOPS, What.FAILED, What.TOKEN, What.ORDERED, What.REDUCTIONS}) {
            assertThat(soak.counts.of(what)).as(what.text).isPositive();
        }
    }
}
