package dev.parfor.tools.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ContentionTest {

    /** A clock of its own for each thread; the process uses a processor and a half all the time. */
    private static final class Clocks implements Stopwatch.Meters {
        private final ThreadLocal<AtomicLong> now = ThreadLocal.withInitial(AtomicLong::new);

        @Override
        public long nanos() {
            return now.get().get();
        }

        @Override
        public long allocated() {
            return 0;
        }

        @Override
        public long processorNanos() {
            return nanos() * 3 / 2;
        }
    }

    @Test
    void speedAndProcessorsAreSharedByThreads() throws Throwable {
        Clocks clocks = new Clocks();
        Contention.Share share = new Contention(new Stopwatch(clocks, 1, 5))
                .share(3, 400_000, () -> () -> clocks.now.get().addAndGet(1_000_000));
        assertThat(share.relativeSpeed()).isCloseTo(0.4, within(1e-12));
        assertThat(share.processors()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aCallThatFailsSaysSo() {
        Contention contention = new Contention(new Stopwatch(new Clocks(), 1, 5));
        assertThatThrownBy(() -> contention.share(2, 1, () -> () -> {
                    throw new UnsupportedOperationException("static state");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
