package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops in loops and callers beside callers: they end, complete, and never run each other's iterations while waiting. */
@Timeout(120)
class NestingTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void threeLevelsEndOnAnyTeam(int threads) {
        try (Team team = Team.of(threads)) {
            for (Schedule schedule : Schedule.values()) {
                for (int round = 0; round < 20; round++) {
                    assertThat(nest(team, schedule, 7, 3)).isEqualTo(7 * 7 * 7);
                }
            }
        }
    }

    private static long nest(Team team, Schedule schedule, int n, int depth) {
        if (depth == 0) {
            return 1;
        }
        AtomicLong sum = new AtomicLong();
        Parfor.run(
                team, Loops.site(schedule, 1), n, Loops.body(i -> sum.addAndGet(nest(team, schedule, n, depth - 1))));
        return sum.get();
    }

    @ParameterizedTest
    @EnumSource
    void manyCallersShareATeam(Schedule schedule) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try (Team team = Team.of(3)) {
            List<Future<Long>> sums = new ArrayList<>();
            for (int c = 0; c < 6; c++) {
                sums.add(callers.submit(() -> {
                    LoopSite site = Loops.site(schedule, 0);
                    long wrong = 0;
                    for (int round = 0; round < 400; round++) {
                        int n = 1 + round % 97;
                        long[] cells = new long[n];
                        Parfor.run(team, site, n, Loops.body(i -> cells[(int) i] += i + 1));
                        for (int i = 0; i < n; i++) {
                            wrong += cells[i] == i + 1 ? 0 : 1;
                        }
                    }
                    return wrong;
                }));
            }
            for (Future<Long> sum : sums) {
                assertThat(sum.get()).isZero();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    /**
     * Each thread that runs an iteration of the outer loop holds a lock that is not re-entrant while it waits for the
     * inner one. If it picked up another outer iteration meanwhile, it would wait for itself.
     */
    @Test
    void whoWaitsRunsNothingElse() {
        try (Team team = Team.of(4)) {
            ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
            AtomicLong entered = new AtomicLong();
            for (int round = 0; round < 200; round++) {
                Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), 16, Loops.body(i -> {
                    assertThat(inside.get()).as("already in an outer iteration").isFalse();
                    inside.set(true);
                    Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), 16, Loops.body(j -> Loops.work(50)));
                    inside.set(false);
                    entered.incrementAndGet();
                }));
            }
            assertThat(entered.get()).isEqualTo(200 * 16);
        }
    }

    /** An outer loop that occupies every thread: the inner loops get nobody and end all the same. */
    @Test
    void innerLoopsEndWhenEveryWorkerIsBusy() {
        int threads = 3;
        try (Team team = Team.of(threads)) {
            CyclicBarrier all = new CyclicBarrier(threads);
            AtomicLong inner = new AtomicLong();
            Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), threads, Loops.body(i -> {
                all.await(30, TimeUnit.SECONDS);
                Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), 100, Loops.body(j -> inner.incrementAndGet()));
                all.await(30, TimeUnit.SECONDS);
            }));
            assertThat(inner.get()).isEqualTo(300);
        }
    }

    /** A worker that is held up elsewhere is not waited for. */
    @Test
    void aBusyWorkerIsNotWaitedFor() throws Exception {
        try (Team team = Team.of(2)) {
            CyclicBarrier start = new CyclicBarrier(3);
            CyclicBarrier end = new CyclicBarrier(3);
            Thread other = new Thread(() -> Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), 2, Loops.body(i -> {
                start.await(30, TimeUnit.SECONDS);
                end.await(30, TimeUnit.SECONDS);
            })));
            other.start();
            start.await(30, TimeUnit.SECONDS);
            AtomicLong run = new AtomicLong();
            for (Schedule schedule : Schedule.values()) {
                Parfor.run(team, Loops.site(schedule, 1), 100, Loops.body(i -> run.incrementAndGet()));
            }
            assertThat(run.get()).isEqualTo(500);
            end.await(30, TimeUnit.SECONDS);
            other.join();
        }
    }
}
