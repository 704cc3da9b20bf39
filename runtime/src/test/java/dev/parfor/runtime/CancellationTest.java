package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parfor.runtime.LoopCancelledException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Loops that are ended from outside never return as if they were complete, and leave the team usable. */
@Timeout(60)
class CancellationTest {

    private final Team team = Team.of(3);

    @AfterEach
    void close() {
        team.close();
    }

    private static LoopCancelledException cancelled(Team team, LoopSite site, long n, LoopBody body) {
        return catchThrowableOfType(LoopCancelledException.class, () -> Parfor.run(team, site, n, body));
    }

    @ParameterizedTest
    @EnumSource
    void aTokenEndsALoopThatWouldNeverEnd(Schedule schedule) {
        CancellationToken token = new CancellationToken();
        AtomicLong run = new AtomicLong();
        LoopCancelledException e =
                cancelled(team.withToken(token), Loops.site(schedule, 1), Long.MAX_VALUE, Loops.body(i -> {
                    if (run.incrementAndGet() == 1000) {
                        token.cancel();
                    }
                }));
        assertThat(e.reason()).isEqualTo(Reason.TOKEN);
        assertThat(e.completedIterations()).isEqualTo(run.get()).isGreaterThanOrEqualTo(1000);
        assertThat(e.tripCount()).isEqualTo(Long.MAX_VALUE);
        assertThat(e).hasMessageContaining("Loops.test (Loops.java:1)").hasMessageContaining("token");
    }

    @Test
    void aCancelledTokenLetsNothingRun() {
        CancellationToken token = new CancellationToken();
        token.cancel();
        for (Schedule schedule : Schedule.values()) {
            for (int n : new int[] {1, 2, 1000}) {
                LoopCancelledException e =
                        cancelled(team.withToken(token), Loops.site(schedule, 0), n, Loops.body(i -> {
                            throw new AssertionError("ran");
                        }));
                assertThat(e.completedIterations()).isZero();
            }
        }
        Parfor.run(team.withToken(token), Loops.site(Schedule.STATIC, 0), 0, Loops.body(i -> {}));
    }

    @Test
    void anyOfSeveralTokensEndsALoop() {
        CancellationToken first = new CancellationToken();
        CancellationToken second = new CancellationToken();
        first.cancel();
        assertThat(cancelled(
                                team.withToken(first).withToken(second),
                                Loops.site(Schedule.STATIC, 0),
                                5,
                                Loops.body(i -> {}))
                        .reason())
                .isEqualTo(Reason.TOKEN);
    }

    @ParameterizedTest
    @EnumSource
    void aDeadlineEndsALoop(Schedule schedule) {
        Team view = team.withDeadline(Duration.ofMillis(30));
        LoopCancelledException e = cancelled(view, Loops.site(schedule, 0), Long.MAX_VALUE, Loops.body(i -> {}));
        assertThat(e.reason()).isEqualTo(Reason.DEADLINE);
        assertThat(e.completedIterations()).isLessThan(Long.MAX_VALUE);
    }

    @Test
    void theEarlierDeadlineHolds() {
        Team view = team.withDeadline(Duration.ZERO).withDeadline(Duration.ofDays(1));
        assertThat(cancelled(view, Loops.site(Schedule.STATIC, 0), 5, Loops.body(i -> {}))
                        .reason())
                .isEqualTo(Reason.DEADLINE);
        Team centuries = team.withDeadline(Duration.ofSeconds(Long.MAX_VALUE));
        Parfor.run(centuries, Loops.site(Schedule.STATIC, 0), 5, Loops.body(i -> {}));
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptEndsALoopOfAnInterruptibleTeam(Schedule schedule) {
        Thread caller = Thread.currentThread();
        LoopCancelledException e =
                cancelled(team.interruptible(), Loops.site(schedule, 0), Long.MAX_VALUE, Loops.body(i -> {
                    if (i == 100) {
                        caller.interrupt();
                    }
                }));
        assertThat(e.reason()).isEqualTo(Reason.INTERRUPTED);
        assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
    }

    /** The caller is parked, since the worker holds the last iterations; the interrupt must reach it there. */
    @Test
    void anInterruptReachesACallerThatWaits() {
        Thread caller = Thread.currentThread();
        CyclicBarrier both = new CyclicBarrier(2);
        int half = 1 << 26;
        AtomicBoolean callerIsDone = new AtomicBoolean();
        AtomicBoolean interrupted = new AtomicBoolean();
        LoopBody body = Loops.body(i -> {
            if (i == 0 || i == half) {
                both.await(30, TimeUnit.SECONDS);
            }
            if (Thread.currentThread() == caller) {
                if (i % half == half - 1) {
                    callerIsDone.set(true);
                }
            } else {
                if (!interrupted.get()) {
                    awaitParked(caller, callerIsDone);
                    interrupted.set(true);
                    caller.interrupt();
                }
                Loops.work(20);
            }
        });
        try (Team two = Team.of(2)) {
            LoopCancelledException e =
                    cancelled(two.interruptible(), Loops.site(Schedule.STATIC, half), 2L * half, body);
            assertThat(e.reason()).isEqualTo(Reason.INTERRUPTED);
            assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
        }
    }

    /** The thread has passed the point that it marks, and waits for its loop to end. */
    private static void awaitParked(Thread thread, AtomicBoolean passed) {
        while (!passed.get()
                || thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aPlainTeamsCallerThatWaitsKeepsTheFlag() {
        Thread caller = Thread.currentThread();
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicBoolean callerIsDone = new AtomicBoolean();
        try (Team two = Team.of(2)) {
            Parfor.run(two, Loops.site(Schedule.STATIC, 0), 2, Loops.body(i -> {
                both.await(30, TimeUnit.SECONDS);
                if (Thread.currentThread() == caller) {
                    callerIsDone.set(true);
                } else {
                    awaitParked(caller, callerIsDone);
                    caller.interrupt();
                }
            }));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aPlainTeamIgnoresInterruptsAndKeepsTheFlag() {
        for (Schedule schedule : Schedule.values()) {
            AtomicLong run = new AtomicLong();
            Thread.currentThread().interrupt();
            Parfor.run(team, Loops.site(schedule, 1), 1000, Loops.body(i -> {
                Loops.work(1000);
                run.incrementAndGet();
            }));
            assertThat(Thread.interrupted()).as("%s keeps the flag", schedule).isTrue();
            assertThat(run.get()).isEqualTo(1000);
        }
    }

    @Test
    void aSequentialLoopIsEndedToo() {
        CancellationToken token = new CancellationToken();
        AtomicLong run = new AtomicLong();
        LoopBody body = Loops.body(i -> {
            if (run.incrementAndGet() == 500) {
                token.cancel();
            }
        });
        LoopSite site = Loops.site(Schedule.AUTO, 0);
        assertThatThrownBy(() -> Parfor.sequential(team.withToken(token), site, Long.MAX_VALUE, body, "guard 1"))
                .isInstanceOfSatisfying(LoopCancelledException.class, e -> {
                    assertThat(e.completedIterations()).isEqualTo(run.get()).isGreaterThanOrEqualTo(500);
                });
    }

    /** Iteration 0 fails when all other iterations have already been skipped for the token's sake. */
    @Test
    void aFailureWhosePredecessorsHaveRunWinsOverTheToken() {
        CancellationToken token = new CancellationToken();
        IOException thrown = new IOException();
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicReference<Thread> other = new AtomicReference<>();
        AtomicBoolean otherIsDone = new AtomicBoolean();
        try (Team two = Team.of(2)) {
            Throwable seen = catchThrowable(() ->
                    Parfor.run(two.withToken(token), Loops.site(Schedule.DYNAMIC, 1), 1000, Loops.body(i -> {
                        if (i <= 1) {
                            both.await(30, TimeUnit.SECONDS);
                        }
                        if (i == 1) {
                            other.set(Thread.currentThread());
                            otherIsDone.set(true);
                        } else if (i == 0) {
                            token.cancel();
                            while (!otherIsDone.get()) {
                                Thread.onSpinWait();
                            }
                            awaitParked(other.get(), otherIsDone);
                            throw thrown;
                        }
                    })));
            assertThat(seen).isSameAs(thrown);
        }
    }

    @Test
    void aFailureWhosePredecessorsAreMissingDoesNotDecide() {
        CancellationToken token = new CancellationToken();
        IOException thrown = new IOException();
        CyclicBarrier both = new CyclicBarrier(2);
        // the first range stops after iteration 0; the failure is in the second
        Throwable seen = catchThrowable(() ->
                Parfor.run(Team.of(2).withToken(token), Loops.site(Schedule.STATIC, 0), 1000, Loops.body(i -> {
                    if (i == 0 || i == 500) {
                        both.await(30, TimeUnit.SECONDS);
                    }
                    if (i == 0) {
                        token.cancel();
                    } else if (i == 500) {
                        throw thrown;
                    }
                })));
        assertThat(seen).isInstanceOf(LoopCancelledException.class);
        assertThat(seen.getSuppressed()).containsExactly(thrown);
        assertThat(((LoopCancelledException) seen).completedIterations()).isLessThan(500);
    }

    /** Inner loops see the token as well; what comes out must count the outer loop's iterations. */
    @Test
    void aNestedLoopIsCancelledAsAWhole() {
        CancellationToken token = new CancellationToken();
        Team view = team.withToken(token);
        LoopSite outer = LoopSite.of("Outer.loop", "Outer.java", 1, Schedule.DYNAMIC, 1);
        LoopSite inner = LoopSite.of("Inner.loop", "Inner.java", 1, Schedule.DYNAMIC, 1);
        for (int round = 0; round < 50; round++) {
            LoopCancelledException e = cancelled(view, outer, 1L << 40, Loops.body(i -> {
                Parfor.run(view, inner, 50, Loops.body(j -> {
                    if (i == 5 && j == 5) {
                        token.cancel();
                    }
                }));
            }));
            assertThat(e.completedIterations()).isLessThan(1L << 40);
            assertThat(e.tripCount()).isEqualTo(1L << 40);
        }
    }

    @Test
    void aNestedLoopInASequentialOneIsCancelledAsAWhole() {
        CancellationToken token = new CancellationToken();
        Team view = team.withToken(token);
        LoopBody body = Loops.body(i -> {
            if (i == 7) {
                token.cancel();
            }
            Parfor.run(view, Loops.site(Schedule.DYNAMIC, 1), 50, Loops.body(j -> {}));
        });
        LoopCancelledException e = catchThrowableOfType(
                LoopCancelledException.class,
                () -> Parfor.sequential(view, Loops.site(Schedule.AUTO, 0), 100, body, "guard 1"));
        assertThat(e.tripCount()).isEqualTo(100);
        assertThat(e.completedIterations()).isLessThanOrEqualTo(7);
    }

    @Test
    void aLoopThatAutoWouldJustRunIsEndedToo() {
        LoopSite site = Loops.site(Schedule.AUTO, 0);
        site.measured(1000, 1000);
        CancellationToken token = new CancellationToken();
        token.cancel();
        LoopBody nothing = Loops.body(i -> {});
        Team closed = Team.of(2);
        closed.close();
        for (int round = 0; round < 200; round++) {
            assertThat(cancelled(team.withToken(token), site, 10, nothing).reason())
                    .isEqualTo(Reason.TOKEN);
            assertThat(cancelled(closed, site, 10, nothing).reason()).isEqualTo(Reason.TEAM_CLOSED);
        }
    }

    @Test
    void closingTheTeamEndsASequentialLoopOfAViewThatCanBeEnded() {
        Team view = team.interruptible();
        LoopBody body = Loops.body(i -> {
            if (i == 100) {
                team.close();
            }
        });
        assertThatThrownBy(() -> Parfor.sequential(view, Loops.site(Schedule.AUTO, 0), Long.MAX_VALUE, body, "guard 1"))
                .isInstanceOfSatisfying(
                        LoopCancelledException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.TEAM_CLOSED));
    }

    @ParameterizedTest
    @EnumSource
    void closingTheTeamEndsItsLoops(Schedule schedule) throws Exception {
        Team closing = Team.of(3);
        CountDownLatch running = new CountDownLatch(1);
        Thread closer = new Thread(() -> {
            try {
                running.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            closing.close();
        });
        closer.start();
        // chunks end; the loop would not
        LoopCancelledException e = cancelled(closing, Loops.site(schedule, 100), Long.MAX_VALUE, new LoopBody() {
            @Override
            protected void run(long lo, long hi) {
                running.countDown();
                if (hi - lo > 1000) {
                    // without chunks of one's own: wait for the end instead of running it all
                    join(closing);
                }
            }
        });
        closer.join();
        if (e != null) {
            assertThat(e.reason()).isEqualTo(Reason.TEAM_CLOSED);
        } else {
            assertThat(schedule)
                    .as("took whole ranges before the team was closed")
                    .isNotEqualTo(Schedule.DYNAMIC);
        }
        LoopCancelledException after = cancelled(closing, Loops.site(schedule, 1), 1, Loops.body(i -> {}));
        assertThat(after.reason()).isEqualTo(Reason.TEAM_CLOSED);
        assertThat(after.completedIterations()).isZero();
    }

    private static void join(Team closing) {
        while (!closing.workers().isClosed()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theTeamServesTheNextLoop() {
        for (int round = 0; round < 200; round++) {
            CancellationToken token = new CancellationToken();
            cancelled(
                    team.withToken(token), Loops.site(Schedule.STEALING, 1), 1 << 20, Loops.body(i -> token.cancel()));
            AtomicLong run = new AtomicLong();
            Parfor.run(team, Loops.site(Schedule.STEALING, 1), 100, Loops.body(i -> run.incrementAndGet()));
            assertThat(run.get()).isEqualTo(100);
        }
    }
}
