package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Class initialization on behalf of generated code. */
class InitializationTest {

    private static final AtomicInteger RUNS = new AtomicInteger();

    private static final class Quiet {
        static {
            RUNS.incrementAndGet();
        }
    }

    @Test
    void aClassIsInitializedOnce() {
        assertThat(RUNS).hasValue(0);
        Parfor.initialize(Quiet.class);
        Parfor.initialize(Quiet.class);
        assertThat(RUNS).hasValue(1);
    }

    private static final class Recursive {
        static final boolean CALLED;

        static {
            Parfor.initialize(Recursive.class);
            CALLED = true;
        }
    }

    @Test
    void itsOwnInitializerGoesOn() {
        Parfor.initialize(Recursive.class);
        assertThat(Recursive.CALLED).isTrue();
    }

    private static final class Failing {
        static final int VALUE = Integer.parseInt("no number");
    }

    @Test
    void aFailureIsThrownAsByTheCall() {
        assertThatThrownBy(() -> Parfor.initialize(Failing.class))
                .isInstanceOf(ExceptionInInitializerError.class)
                .hasCauseInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Parfor.initialize(Failing.class)).isInstanceOf(NoClassDefFoundError.class);
    }
}
