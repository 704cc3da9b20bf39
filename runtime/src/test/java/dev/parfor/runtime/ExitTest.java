package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Loops that an iteration ends: the lowest one decides, whether it throws or leaves. */
class ExitTest {

    private static Team team;

    @BeforeAll
    static void open() {
        team = Team.of(4);
    }

    @AfterAll
    static void close() {
        team.close();
    }

    @ParameterizedTest
    @EnumSource
    void theLowestIterationThatEndsTheLoopDecides(Schedule schedule) {
        Random random = new Random(7 + schedule.ordinal());
        Team strips = team.withToken(new CancellationToken());
        for (int round = 0; round < 800; round++) {
            int n = 1 + random.nextInt(300);
            int[] ends = new int[n]; // 1 leaves, 2 throws
            for (int i = random.nextInt(6); i >= 0; i--) {
                ends[random.nextInt(n)] = 1 + random.nextInt(2);
            }
            int lowest = 0;
            while (ends[lowest] == 0) {
                lowest++;
            }
            LoopSite site = Loops.site(schedule, random.nextInt(4)).endsEarly();
            AtomicIntegerArray runs = new AtomicIntegerArray(n);
            Throwable seen = catchThrowable(() -> Parfor.run(n % 2 == 0 ? team : strips, site, n, Loops.body(i -> {
                runs.incrementAndGet((int) i);
                if (ends[(int) i] == 1) {
                    throw new LoopExit(i);
                } else if (ends[(int) i] == 2) {
                    throw new IOException("iteration " + i);
                }
            })));
            if (ends[lowest] == 1) {
                assertThat(seen).isInstanceOf(LoopExit.class);
                assertThat(((LoopExit) seen).values()).isEqualTo((long) lowest);
            } else {
                assertThat(seen).isInstanceOf(IOException.class).hasMessage("iteration " + lowest);
            }
            assertThat(seen.getSuppressed()).noneMatch(LoopExit.class::isInstance);
            for (int i = 0; i < n; i++) {
                assertThat(runs.get(i)).isBetween(i <= lowest ? 1 : 0, 1);
            }
        }
    }

    @Test
    void noStackTraceIsTaken() {
        assertThat(new LoopExit("x").getStackTrace()).isEmpty();
    }

    /** Iterations beyond the end are work for nothing: under AUTO a thread that comes begins with the lowest ones left. */
    @Test
    void lowIterationsAreGivenOutFirst() throws InterruptedException {
        Thread caller = Thread.currentThread();
        CountDownLatch helped = new CountDownLatch(1);
        AtomicLong firstOfOthers = new AtomicLong(-1);
        LoopBody body = new LoopBody() {
            @Override
            protected void run(long lo, long hi) throws Throwable {
                if (Thread.currentThread() != caller) {
                    firstOfOthers.compareAndSet(-1, lo);
                    helped.countDown();
                } else if (lo > 0) {
                    helped.await();
                }
                // long enough to be measured in one iteration
                long end = System.nanoTime() + 20_000;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            }
        };
        Parfor.run(team, Loops.site(Schedule.AUTO, 0).endsEarly(), 400, body);
        assertThat(firstOfOthers.get()).isBetween(1L, 10L);
    }
}
