package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a loop throws: the exception of the lowest iteration that failed, with every iteration below it run. */
class FailureTest {

    private static Team team;

    @BeforeAll
    static void open() {
        team = Team.of(4);
    }

    @AfterAll
    static void close() {
        team.close();
    }

    /** Thousands of failures at random places, alone and many at once, plain and in views that run strips. */
    @ParameterizedTest
    @EnumSource
    void theLowestFailureWinsAndAllBelowItHasRun(Schedule schedule) {
        long seed = 20260101 + schedule.ordinal();
        Random random = new Random(seed);
        Team strips = team.withToken(new CancellationToken());
        for (int round = 0; round < 1500; round++) {
            int n = 1 + random.nextInt(200);
            BitSet failing = new BitSet(n);
            int failures = 1 + random.nextInt(random.nextBoolean() ? 3 : n);
            for (int i = 0; i < failures; i++) {
                failing.set(random.nextInt(n));
            }
            LoopSite site = Loops.site(schedule, random.nextInt(10));
            AtomicIntegerArray runs = new AtomicIntegerArray(n);
            Exception[] thrown = new Exception[n];
            Throwable seen = catchThrowable(() -> Parfor.run(round(strips), site, n, Loops.body(i -> {
                runs.incrementAndGet((int) i);
                if (failing.get((int) i)) {
                    thrown[(int) i] = new IOException("iteration " + i);
                    throw thrown[(int) i];
                }
            })));
            int lowest = failing.nextSetBit(0);
            String loop =
                    "seed %d, round %d: %s,%d n=%d failing %s".formatted(seed, round, schedule, site.chunk, n, failing);
            assertThat(seen).as(loop).isSameAs(thrown[lowest]);
            for (int i = 0; i <= lowest; i++) {
                assertThat(runs.get(i)).as("%s: runs of %d", loop, i).isEqualTo(1);
            }
            for (int i = lowest + 1; i < n; i++) {
                assertThat(runs.get(i)).as("%s: runs of %d", loop, i).isLessThanOrEqualTo(1);
            }
            assertThat(seen.getSuppressed()).as(loop).doesNotContain(seen).hasSizeLessThanOrEqualTo(8);
        }
    }

    private int rounds;

    private Team round(Team strips) {
        return rounds++ % 2 == 0 ? team : strips;
    }

    @Test
    void otherFailuresAreSuppressedOnes() {
        CyclicBarrier bothRun = new CyclicBarrier(2);
        LoopSite site = Loops.site(Schedule.DYNAMIC, 1);
        Throwable seen = catchThrowable(() -> Parfor.run(team, site, 2, Loops.body(i -> {
            bothRun.await(30, TimeUnit.SECONDS);
            throw new AssertionError("iteration " + i);
        })));
        assertThat(seen).isExactlyInstanceOf(AssertionError.class).hasMessage("iteration 0");
        assertThat(seen.getSuppressed()).hasSize(1);
        assertThat(seen.getSuppressed()[0]).hasMessage("iteration 1");
    }

    @Test
    void oneInstanceThrownByAllIsNotSuppressedByItself() {
        IllegalStateException cached = new IllegalStateException("cached");
        for (int round = 0; round < 200; round++) {
            Throwable seen =
                    catchThrowable(() -> Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), 50, Loops.body(i -> {
                        throw cached;
                    })));
            assertThat(seen).isSameAs(cached);
        }
        assertThat(cached.getSuppressed()).isEmpty();
    }

    /** A cached exception lives for ever: what is hung on it must not grow with every loop. */
    @Test
    void aCachedInstanceDoesNotCollectSuppressedOnesForEver() {
        IllegalStateException cached = new IllegalStateException("cached");
        LoopFailure[] loops = new LoopFailure[100];
        for (int i = 0; i < loops.length; i++) {
            loops[i] = new LoopFailure();
            loops[i].record(5, cached);
            loops[i].record(7, new IOException("other " + i));
            assertThat(loops[i].assemble()).isSameAs(cached);
        }
        assertThat(cached.getSuppressed()).hasSize(8);
    }

    @Test
    void exceptionsThatTakeNoSuppressedOnesAreThrownAsTheyAre() {
        class Bare extends Exception {
            private static final long serialVersionUID = 1L;

            Bare() {
                super("bare", null, false, false);
            }
        }
        Throwable seen = catchThrowable(() -> Parfor.run(team, Loops.site(Schedule.STATIC, 1), 40, Loops.body(i -> {
            throw new Bare();
        })));
        assertThat(seen).isExactlyInstanceOf(Bare.class);
    }

    @Test
    void errorsAreLikeExceptions() {
        StackOverflowError error = new StackOverflowError();
        Throwable seen = catchThrowable(() -> Parfor.run(team, Loops.site(Schedule.STEALING, 1), 100, Loops.body(i -> {
            if (i >= 17) {
                throw i == 17 ? error : new OutOfMemoryError();
            }
        })));
        assertThat(seen).isSameAs(error);
    }

    /** After an early failure the rest is skipped, however much it is, the rest of long chunks included. */
    @ParameterizedTest
    @EnumSource
    void aFailureEndsAnEndlessLoop(Schedule schedule) {
        IOException thrown = new IOException();
        Throwable seen =
                catchThrowable(() -> Parfor.run(team, Loops.site(schedule, 1), Long.MAX_VALUE, Loops.body(i -> {
                    if (i == 3) {
                        throw thrown;
                    }
                })));
        assertThat(seen).isSameAs(thrown);
    }

    @Test
    void theTeamWorksAfterwards() throws Exception {
        CyclicBarrier allRun = new CyclicBarrier(4);
        catchThrowable(() -> Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), 100, Loops.body(i -> {
            throw new Error();
        })));
        Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), 4, Loops.body(i -> allRun.await(30, TimeUnit.SECONDS)));
        assertThat(allRun.isBroken()).isFalse();
    }

    @Test
    void aLoopOnTheCallingThreadThrowsTheSame() {
        IOException thrown = new IOException();
        LoopBody body = Loops.body(i -> {
            throw thrown;
        });
        assertThat(catchThrowable(() -> Parfor.sequential(team, Loops.site(Schedule.AUTO, 0), 9, body, "guard")))
                .isSameAs(thrown);
        assertThat(catchThrowable(() -> Parfor.run(Team.of(1), Loops.site(Schedule.DYNAMIC, 1), 9, body)))
                .isSameAs(thrown);
    }
}
