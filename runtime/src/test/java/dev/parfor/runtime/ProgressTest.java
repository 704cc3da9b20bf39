package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
}
