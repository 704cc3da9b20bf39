package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parfor.runtime.LoopStatistics.GuardOutcome;
import dev.parfor.runtime.LoopStatistics.Outcome;
import dev.parfor.runtime.LoopStatistics.ThreadStatistics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a listener is told of loops, and what becomes of it in a table. */
@Timeout(60)
class StatisticsTest {

    private final List<LoopStatistics> told = new ArrayList<>();
    private final Team team = Team.of(3);
    private final Team view = team.withStatistics(told::add);

    @AfterEach
    void close() {
        team.close();
    }

    private LoopStatistics only() {
        assertThat(told).hasSize(1);
        LoopStatistics one = told.remove(0);
        return one;
    }

    private static long iterations(LoopStatistics loop) {
        return loop.threads().stream().mapToLong(ThreadStatistics::iterations).sum();
    }

    /** A loop that has a guard. */
    private static LoopBody guarded(String failed) {
        return new LoopBody() {
            @Override
            protected void run(long lo, long hi) {}

            @Override
            protected String failedGuard(long tripCount) {
                return failed;
            }
        };
    }

    @Test
    void eachThreadHasItsTimes() throws Exception {
        CyclicBarrier all = new CyclicBarrier(3);
        Parfor.run(view, Loops.site(Schedule.DYNAMIC, 1), 30, Loops.body(i -> {
            if (i < 3) {
                all.await(30, TimeUnit.SECONDS);
            }
            Loops.work(1000);
        }));
        LoopStatistics loop = only();
        assertThat(loop.loop()).isEqualTo("Loops.test (Loops.java:1)");
        assertThat(loop.tripCount()).isEqualTo(30);
        assertThat(loop.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(loop.schedule()).contains(Schedule.DYNAMIC);
        assertThat(loop.decision()).isEqualTo("its schedule is DYNAMIC");
        assertThat(loop.guards()).isEqualTo(GuardOutcome.NONE);
        assertThat(loop.teamThreads()).isEqualTo(3);
        assertThat(loop.threads()).hasSize(3);
        assertThat(loop.threads().get(0).thread())
                .isEqualTo(Thread.currentThread().getName());
        assertThat(loop.threads()).extracting(ThreadStatistics::thread).doesNotHaveDuplicates();
        assertThat(loop.threads()).allSatisfy(thread -> {
            assertThat(thread.iterations()).isPositive().isEqualTo(thread.chunks());
            assertThat(thread.busy()).isPositive().isLessThanOrEqualTo(loop.elapsed());
            assertThat(thread.busy().plus(thread.idle())).isEqualTo(loop.elapsed());
            assertThat(thread.arrived()).isBetween(Duration.ZERO, loop.elapsed());
        });
        assertThat(iterations(loop)).isEqualTo(30);
        assertThat(loop.effectiveCores()).isPositive().isLessThanOrEqualTo(3);
        assertThat(loop.imbalance()).isNotNegative();
        assertThat(loop.busy().plus(loop.idle())).isEqualTo(loop.elapsed().multipliedBy(3));
        assertThat(loop.toString()).startsWith("Loops.test (Loops.java:1): 30 iterations in ");
    }

    /** In strips and not, in blocks and not, alone and not: all iterations are told, none twice. */
    @ParameterizedTest
    @EnumSource
    void noIterationIsTwiceOrMissing(Schedule schedule) {
        Team strips = view.withToken(new CancellationToken()).withProgress((loop, completed, tripCount) -> {});
        for (int n = 1; n < 3000; n = n * 3 / 2 + 1) {
            for (Team each : new Team[] {view, strips}) {
                AtomicLong run = new AtomicLong();
                LoopSite site = Loops.site(schedule, n % 5);
                Parfor.run(each, site, n, Loops.body(i -> run.incrementAndGet()));
                assertThat(iterations(only())).as("%s of %d", schedule, n).isEqualTo(n);
                Blocks blocks = Blocks.of(n, 7);
                Parfor.run(each, site, blocks, Loops.body(i -> run.incrementAndGet()));
                LoopStatistics loop = only();
                assertThat(loop.tripCount()).isEqualTo(n);
                assertThat(iterations(loop))
                        .as("%s of %d in blocks", schedule, n)
                        .isEqualTo(n);
                Parfor.sequential(each, site, n, Loops.body(i -> run.incrementAndGet()), "a reason");
                assertThat(iterations(only())).isEqualTo(n);
                assertThat(run.get()).isEqualTo(2L * n + blocks.count());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureIsTold(Schedule schedule) {
        AtomicInteger completed = new AtomicInteger();
        for (int round = 0; round < 100; round++) {
            completed.set(0);
            IOException thrown = new IOException();
            int failing = round;
            Throwable seen = catchThrowable(() -> Parfor.run(view, Loops.site(schedule, 1), 100, Loops.body(i -> {
                if (i == failing) {
                    throw thrown;
                }
                completed.incrementAndGet();
            })));
            assertThat(seen).isSameAs(thrown);
            LoopStatistics loop = only();
            assertThat(loop.outcome()).isEqualTo(Outcome.FAILED);
            // of the piece that failed nobody knows how far it came
            assertThat(iterations(loop)).isLessThanOrEqualTo(completed.get());
        }
    }

    @Test
    void aCancelledLoopTellsHowFarItCame() {
        for (Schedule schedule : Schedule.values()) {
            CancellationToken token = new CancellationToken();
            LoopCancelledException ended = (LoopCancelledException) catchThrowable(() ->
                    Parfor.run(view.withToken(token), Loops.site(schedule, 2), 100_000_000L, Loops.body(i -> {
                        if (i == 77) {
                            token.cancel();
                        }
                    })));
            LoopStatistics loop = only();
            assertThat(loop.outcome()).isEqualTo(Outcome.CANCELLED);
            assertThat(iterations(loop)).isEqualTo(ended.completedIterations());
        }
        team.close();
        catchThrowable(() -> Parfor.run(view, Loops.site(Schedule.AUTO, 0), 5, Loops.body(i -> {})));
        LoopStatistics loop = only();
        assertThat(loop.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(loop.threads()).isEmpty();
        assertThat(loop.effectiveCores()).isZero();
    }

    @Test
    void anEarlyExitIsNoFailure() {
        LoopExit found = new LoopExit("value");
        Throwable seen = catchThrowable(() -> Parfor.run(view, Loops.site(Schedule.AUTO, 0), 50, Loops.body(i -> {
            throw found;
        })));
        assertThat(seen).isSameAs(found);
        assertThat(only().outcome()).isEqualTo(Outcome.ENDED_EARLY);
    }

    @Test
    void aLoopThatStaysOnItsThreadSaysWhy() {
        try (Team one = Team.of(1)) {
            Parfor.run(one.withStatistics(told::add), Loops.site(Schedule.STATIC, 0), 9, Loops.body(i -> {}));
        }
        LoopStatistics loop = only();
        assertThat(loop.isParallel()).isFalse();
        assertThat(loop.decision()).isEqualTo("the team has one thread");
        assertThat(loop.threads()).hasSize(1);
        assertThat(loop.threads().get(0).chunks()).isEqualTo(1);

        LoopSite small = Loops.site(Schedule.AUTO, 0);
        small.measured(1_000_030, 1_000_000);
        Parfor.run(view, small, 100, Loops.body(i -> {}));
        assertThat(only().decision()).isEqualTo("too little work");
    }

    @Test
    void guardsAreTold() {
        Parfor.run(view, Loops.site(Schedule.STATIC, 0), 9, guarded(null));
        assertThat(only().guards()).isEqualTo(GuardOutcome.HELD);

        Parfor.run(view, Loops.site(Schedule.STATIC, 0), 9, guarded("guard 1 failed: x"));
        LoopStatistics failed = only();
        assertThat(failed.guards()).isEqualTo(GuardOutcome.FAILED);
        assertThat(failed.decision()).isEqualTo("guard 1 failed: x");
        assertThat(failed.isParallel()).isFalse();

        Parfor.run(view, Loops.site(Schedule.STATIC, 0), 1, guarded(null));
        assertThat(only().guards()).isEqualTo(GuardOutcome.NOT_ASKED);

        LoopBody prepared = new LoopBody() {
            @Override
            protected void run(long lo, long hi) {}

            @Override
            protected boolean isGuarded() {
                return true;
            }
        };
        Parfor.run(view, Loops.site(Schedule.STATIC, 0), 9, prepared);
        assertThat(only().guards()).isEqualTo(GuardOutcome.HELD);

        Parfor.sequential(view, Loops.site(Schedule.STATIC, 0), 9, Loops.body(i -> {}), "guard 2 failed: y");
        LoopStatistics sequential = only();
        assertThat(sequential.guards()).isEqualTo(GuardOutcome.FAILED);
        assertThat(sequential.decision()).isEqualTo("guard 2 failed: y");
    }

    @Test
    void autoTellsWhatItHasCompared() {
        LoopSite site = Loops.site(Schedule.AUTO, 0);
        for (int round = 0; round < 50; round++) {
            Parfor.run(view, site, 200, Loops.body(i -> Loops.work(3000)));
        }
        assertThat(told).hasSize(50);
        // a measurement that was far off makes AUTO look again, and then it compares nothing
        assertThat(told).filteredOn(loop -> loop.costs().isPresent()).anySatisfy(loop -> {
            LoopStatistics.Costs costs = loop.costs().get();
            assertThat(costs.iteration()).isPositive();
            assertThat(costs.alone() + costs.awake() + costs.woken()).isPositive();
        });
        assertThat(told).allSatisfy(loop -> assertThat(loop.decision()).isNotBlank());
    }

    @Test
    void aListenerThatThrowsChangesNothing() {
        Thread caller = Thread.currentThread();
        List<Throwable> uncaught = new ArrayList<>();
        caller.setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
        try {
            IllegalStateException ofListener = new IllegalStateException();
            Team throwing = team.withStatistics(loop -> {
                throw ofListener;
            });
            Parfor.run(throwing, Loops.site(Schedule.DYNAMIC, 1), 10, Loops.body(i -> {}));
            IOException ofBody = new IOException();
            assertThatThrownBy(() -> Parfor.run(throwing, Loops.site(Schedule.DYNAMIC, 1), 10, Loops.body(i -> {
                        throw ofBody;
                    })))
                    .isSameAs(ofBody);
            assertThat(uncaught).containsExactly(ofListener, ofListener);
        } finally {
            caller.setUncaughtExceptionHandler(null);
        }
    }

    @Test
    void loopsWithoutIterationsAndLoopsOfOtherViewsAreNotTold() {
        Parfor.run(view, Loops.site(Schedule.AUTO, 0), 0, Loops.body(i -> {}));
        Parfor.run(team, Loops.site(Schedule.AUTO, 0), 10, Loops.body(i -> {}));
        assertThat(told).isEmpty();
    }

    @Test
    void innerLoopsAreToldToo() {
        List<LoopStatistics> all = Collections.synchronizedList(new ArrayList<>());
        Team nested = team.withStatistics(all::add);
        Parfor.run(
                nested,
                LoopSite.of("A.outer", "A.java", 1, Schedule.DYNAMIC, 1),
                6,
                Loops.body(i -> Parfor.run(
                        nested,
                        LoopSite.of("A.inner", "A.java", 2, Schedule.DYNAMIC, 1),
                        i + 1,
                        Loops.body(j -> Loops.work(10)))));
        assertThat(all).hasSize(7);
        assertThat(all.stream()
                        .filter(l -> l.method().equals("A.inner"))
                        .mapToLong(LoopStatistics::tripCount)
                        .sum())
                .isEqualTo(21);
        assertThat(all.get(6).method()).isEqualTo("A.outer");
    }

    private static LoopStatistics made(String method, long busy0, long busy1, long elapsed) {
        return new LoopStatistics(
                method,
                "A.java",
                3,
                100,
                Outcome.COMPLETED,
                Optional.of(Schedule.STATIC),
                "its schedule is STATIC",
                GuardOutcome.HELD,
                Optional.empty(),
                2,
                Duration.ofNanos(elapsed),
                List.of(thread("a", busy0, elapsed), thread("b", busy1, elapsed)));
    }

    private static ThreadStatistics thread(String name, long busy, long elapsed) {
        return new ThreadStatistics(
                name, Duration.ofNanos(busy), Duration.ofNanos(elapsed - busy), Duration.ZERO, 50, 1);
    }

    @Test
    void theFiguresAreWhatTheySay() {
        LoopStatistics loop = made("A.f", 3_000, 1_000, 3_200);
        assertThat(loop.busy()).isEqualTo(Duration.ofNanos(4_000));
        assertThat(loop.idle()).isEqualTo(Duration.ofNanos(2_400));
        assertThat(loop.effectiveCores()).isEqualTo(1.25);
        assertThat(loop.imbalance()).isEqualTo(0.5);
    }

    @Test
    void aTableHasOneRowForEachLoop() {
        Statistics statistics = new Statistics();
        statistics.loopEnded(made("A.f", 3_000_000, 1_000_000, 3_200_000));
        statistics.loopEnded(made("A.f", 2_000_000, 2_000_000, 2_000_000));
        statistics.loopEnded(made("A.long", 9_000_000, 9_000_000, 9_000_000));
        assertThat(statistics.loops())
                .extracting(Statistics.Loop::loop)
                .containsExactly("A.long (A.java:3)", "A.f (A.java:3)");
        Statistics.Loop f = statistics.loops().get(1);
        assertThat(f.calls()).isEqualTo(2);
        assertThat(f.parallelCalls()).isEqualTo(2);
        assertThat(f.iterations()).isEqualTo(200);
        assertThat(f.elapsed()).isEqualTo(Duration.ofNanos(5_200_000));
        assertThat(f.effectiveCores()).isEqualTo(8_000_000 / 5_200_000.0);
        assertThat(f.imbalance()).isEqualTo(0.25);
        assertThat(f.guards()).containsEntry(GuardOutcome.HELD, 2L).hasSize(1);
        assertThat(statistics.toString().lines())
                .containsExactly(
                        "loop                  calls   on team           ms  cores imbalance  why",
                        "A.long (A.java:3)         1         1        9.000   2.00      0.00  1 its schedule is STATIC",
                        "A.f (A.java:3)            2         2        5.200   1.54      0.25  2 its schedule is STATIC");
        statistics.clear();
        assertThat(statistics.loops()).isEmpty();
    }

    @Test
    void thePropertyIsTrueOrFalse() {
        assertThat(SharedTeam.wantsStatistics(null)).isFalse();
        assertThat(SharedTeam.wantsStatistics("false")).isFalse();
        assertThat(SharedTeam.wantsStatistics("true")).isTrue();
        assertThat(SharedTeam.wantsStatistics("")).isTrue();
        assertThatThrownBy(() -> SharedTeam.wantsStatistics("often"))
                .hasMessage("property parfor.statistics is \"often\": not true or false");
    }
}
