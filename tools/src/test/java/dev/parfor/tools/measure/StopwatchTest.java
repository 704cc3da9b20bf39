package dev.parfor.tools.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A clock that goes on only while a call runs, and meters that count with it. */
class StopwatchTest {

    private static final class Fake implements Stopwatch.Meters {
        private long now;
        private long calls;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public long allocated() {
            return calls * 48;
        }

        @Override
        public long processorNanos() {
            return now * 3 / 2;
        }

        Object call(long nanos) {
            calls++;
            now += nanos;
            return null;
        }
    }

    @Test
    void shortCallsAreTimedManyAtOnce() throws Throwable {
        Fake fake = new Fake();
        Timing timing = new Stopwatch(fake, 1, 10).time(() -> fake.call(200));
        assertThat(timing).isEqualTo(new Timing(200, 48, 1.5));
        assertThat(fake.calls).isEqualTo(5_000 + 50_000);
    }

    @Test
    void longCallsAreTimedThreeTimesAtLeast() throws Throwable {
        Fake fake = new Fake();
        long[] times = {9_000_000_000L, 5_000_000_000L, 1_000_000_000L, 2_000_000_000L};
        Timing timing = new Stopwatch(fake, 1, 10).time(() -> fake.call(times[(int) fake.calls]));
        assertThat(timing.nanos()).isEqualTo(2e9);
        assertThat(fake.calls).isEqualTo(4);
    }

    @Test
    void medianOfAnEvenNumberIsBetween() {
        assertThat(Stopwatch.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
    }
}
