package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ProgressTest {

    @ParameterizedTest
    @EnumSource
    void growsToTheTripCountOnTheCallingThread(Schedule schedule) {
        try (Team team = Team.of(3)) {
            List<Long> told = new ArrayList<>();
            Thread caller = Thread.currentThread();
            Team view = team.withProgress((loop, completed, tripCount) -> {
                assertThat(Thread.currentThread()).isSameAs(caller);
                assertThat(loop).isEqualTo("Loops.test (Loops.java:1)");
                assertThat(tripCount).isEqualTo(2000);
                told.add(completed);
            });
            Parfor.run(view, Loops.site(schedule, 0), 2000, Loops.body(i -> Loops.work(20_000)));
            assertThat(told).isNotEmpty().isSorted().last().isEqualTo(2000L);
            assertThat(told.get(0)).isBetween(1L, 2000L);
        }
    }

    @Test
    void aListenerThatThrowsDoesNotEndTheLoop() {
        Thread caller = Thread.currentThread();
        List<Throwable> uncaught = new ArrayList<>();
        caller.setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
        try (Team team = Team.of(2)) {
            IllegalStateException thrown = new IllegalStateException();
            Team view = team.withProgress((loop, completed, tripCount) -> {
                throw thrown;
            });
            int[] cells = new int[100];
            Parfor.run(view, Loops.site(Schedule.DYNAMIC, 1), 100, Loops.body(i -> cells[(int) i]++));
            assertThat(cells).containsOnly(1);
            assertThat(uncaught).containsExactly(thrown);
        } finally {
            caller.setUncaughtExceptionHandler(null);
        }
    }

    /** The calling thread has nothing left to do and waits for a long iteration of a worker: it is told meanwhile. */
    @Test
    void isToldWhileTheCallingThreadWaits() {
        try (Team team = Team.of(2)) {
            CountDownLatch half = new CountDownLatch(1);
            CyclicBarrier both = new CyclicBarrier(2);
            Thread caller = Thread.currentThread();
            Team view = team.withProgress((loop, completed, tripCount) -> {
                if (completed == 1) {
                    half.countDown();
                }
            });
            Parfor.run(view, Loops.site(Schedule.DYNAMIC, 1), 2, Loops.body(i -> {
                both.await(30, TimeUnit.SECONDS);
                if (Thread.currentThread() != caller) {
                    assertThat(half.await(30, TimeUnit.SECONDS)).isTrue();
                }
            }));
            assertThat(half.getCount()).isZero();
        }
    }

    @Test
    void countsIterationsWhereBlocksAreGivenOut() {
        for (int threads = 1; threads <= 3; threads++) {
            try (Team team = Team.of(threads)) {
                List<Long> told = new ArrayList<>();
                Team view = team.withProgress((loop, completed, tripCount) -> {
                    assertThat(tripCount).isEqualTo(100_000);
                    told.add(completed);
                });
                Blocks blocks = Blocks.of(100_000, 1024);
                Parfor.run(view, Loops.site(Schedule.AUTO, 0), blocks, Loops.body(i -> Loops.work(50_000)));
                assertThat(told).isSorted().last().isEqualTo(100_000L);
            }
        }
    }

    @Test
    void aLoopThatFailsIsNotToldAsComplete() {
        try (Team team = Team.of(2)) {
            List<Long> told = new ArrayList<>();
            Team view = team.withProgress((loop, completed, tripCount) -> told.add(completed));
            IllegalStateException thrown = new IllegalStateException();
            assertThatThrownBy(() -> Parfor.run(view, Loops.site(Schedule.DYNAMIC, 1), 100, Loops.body(i -> {
                        if (i == 50) {
                            throw thrown;
                        }
                    })))
                    .isSameAs(thrown);
            assertThat(told).doesNotContain(100L);
        }
    }
}
