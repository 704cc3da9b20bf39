package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When the runtime asks for the guards of a loop, and what it does where one fails. */
class GuardedLoopTest {

    private static final Team TEAM = Team.of(3);

    @AfterAll
    static void close() {
        TEAM.close();
    }

    /** Remembers what it was asked, and which thread ran which iteration in which order. */
    private static final class Guarded extends LoopBody {
        private final String failure;
        private final RuntimeException thrown;
        private final List<Long> asked = new ArrayList<>();
        private final List<Long> order = new ArrayList<>();
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private boolean askedLate;

        Guarded(String failure, RuntimeException thrown) {
            this.failure = failure;
            this.thrown = thrown;
        }

        @Override
        protected String failedGuard(long tripCount) {
            asked.add(tripCount);
            askedLate |= !threads.isEmpty();
            if (thrown != null) {
                throw thrown;
            }
            return failure;
        }

        @Override
        protected void run(long lo, long hi) {
            threads.add(Thread.currentThread());
            synchronized (order) {
                for (long i = lo; i < hi; i++) {
                    order.add(i);
                }
            }
        }
    }

    private static List<Long> upTo(long count) {
        return LongStream.range(0, count).boxed().toList();
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void whereTheGuardFailsTheLoopRunsInOrderOnItsThread(Schedule schedule) {
        Guarded body = new Guarded("guard 1 failed: a and b are two objects", null);
        Parfor.run(TEAM, Loops.site(schedule, 0), 1000, body);
        assertThat(body.asked).containsExactly(1000L);
        assertThat(body.askedLate).isFalse();
        assertThat(body.threads).containsExactly(Thread.currentThread());
        assertThat(body.order).isEqualTo(upTo(1000));
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void whatAGuardThrowsIsAGuardThatFails(Schedule schedule) {
        Guarded body = new Guarded(null, new NullPointerException("no array"));
        Parfor.run(TEAM, Loops.site(schedule, 0), 1000, body);
        assertThat(body.threads).containsExactly(Thread.currentThread());
        assertThat(body.order).isEqualTo(upTo(1000));
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void whereItHoldsEachIterationRunsOnce(Schedule schedule) {
        Guarded body = new Guarded(null, null);
        Parfor.run(TEAM, Loops.site(schedule, 0), 1000, body);
        assertThat(body.asked).containsExactly(1000L);
        assertThat(body.askedLate).isFalse();
        assertThat(body.order).containsExactlyInAnyOrderElementsOf(upTo(1000));
    }

    @Test
    void itIsToldIterationsAndNotBlocks() {
        Guarded body = new Guarded("guard 1 failed", null);
        Blocks blocks = Blocks.of(10_000, 1024);
        Parfor.run(TEAM, Loops.site(Schedule.STATIC, 0), blocks, body);
        assertThat(body.asked).containsExactly(10_000L);
        assertThat(body.order).isEqualTo(upTo(blocks.count()));
    }

    @Test
    void aLoopThatRunsAloneAnywayNeedsNoGuard() {
        Guarded body = new Guarded("guard 1 failed", null);
        try (Team alone = Team.of(1)) {
            Parfor.run(alone, Loops.site(Schedule.DYNAMIC, 0), 100, body);
        }
        Parfor.run(TEAM, Loops.site(Schedule.DYNAMIC, 0), 1, body);
        LoopSite site = Loops.site(Schedule.AUTO, 0);
        site.measured(1000, 1000);
        Parfor.run(TEAM, site, 10, body);
        assertThat(body.asked).isEmpty();
        assertThat(body.order).hasSize(111);
    }
}
