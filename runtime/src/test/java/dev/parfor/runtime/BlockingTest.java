package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Loops whose iterations wait: more of them are under way than the team has threads. */
@Timeout(120)
class BlockingTest {

    private static Team team;

    @BeforeAll
    static void open() {
        team = Team.of(2);
    }

    @AfterAll
    static void close() {
        team.close();
    }

    private static LoopSite site() {
        return Loops.site(Schedule.AUTO, 0).blocking();
    }

    @Test
    void manyIterationsAreUnderWay() {
        CyclicBarrier all = new CyclicBarrier(60);
        AtomicInteger ran = new AtomicInteger();
        Parfor.run(team, site(), 60, Loops.body(i -> {
            all.await(60, TimeUnit.SECONDS);
            ran.incrementAndGet();
        }));
        assertThat(ran.get()).isEqualTo(60);
    }

    @Test
    void noMoreThanSoMany() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger ran = new AtomicInteger();
        Parfor.run(team, site(), 1000, Loops.body(i -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            TimeUnit.MILLISECONDS.sleep(1);
            inside.decrementAndGet();
            ran.incrementAndGet();
        }));
        assertThat(ran.get()).isEqualTo(1000);
        assertThat(most.get()).isLessThanOrEqualTo(Helpers.MOST);
    }

    @Test
    void theCallerTakesPartAndATeamOfOneIsTheCallerAlone() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (Team one = Team.of(1)) {
            Parfor.run(one, site(), 50, Loops.body(i -> threads.add(Thread.currentThread())));
        }
        assertThat(threads).containsExactly(Thread.currentThread());
        CountDownLatch callerRan = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        Parfor.run(team, site(), 200, Loops.body(i -> {
            if (Thread.currentThread() == caller) {
                callerRan.countDown();
            } else {
                callerRan.await(60, TimeUnit.SECONDS);
            }
        }));
        assertThat(callerRan.getCount()).isZero();
    }

    @Test
    void aFailedGuardKeepsTheLoopOnItsThread() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Parfor.run(team, site(), 50, new LoopBody() {
            @Override
            protected void run(long lo, long hi) {
                threads.add(Thread.currentThread());
            }

            @Override
            protected String failedGuard(long tripCount) {
                return "no";
            }
        });
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void theLowestFailureWins() {
        for (int round = 0; round < 100; round++) {
            int fails = round % 40;
            AtomicIntegerArray runs = new AtomicIntegerArray(60);
            Throwable seen = catchThrowable(() -> Parfor.run(team, site(), 60, Loops.body(i -> {
                runs.incrementAndGet((int) i);
                Thread.yield();
                if (i >= fails && i % 7 == fails % 7) {
                    throw new IOException("iteration " + i);
                }
            })));
            assertThat(seen).isInstanceOf(IOException.class).hasMessage("iteration " + fails);
            for (int i = 0; i <= fails; i++) {
                assertThat(runs.get(i)).isEqualTo(1);
            }
        }
    }

    @Test
    void blocksOfAReductionAndOrderedBlocks() {
        Blocks blocks = Blocks.of(1000, 1);
        AtomicInteger sum = new AtomicInteger();
        Parfor.run(team, site(), blocks, Loops.body(b -> {
            for (long i = blocks.start((int) b); i < blocks.end((int) b); i++) {
                sum.addAndGet((int) i);
            }
        }));
        assertThat(sum.get()).isEqualTo(499_500);
        List<Long> out = new ArrayList<>();
        Parfor.run(team, site(), 300, new OrderedBody<Long>() {
            @Override
            protected void alone(long lo, long hi) {
                throw new AssertionError("alone");
            }

            @Override
            protected void ahead(long lo, long hi, List<Long> handed) throws InterruptedException {
                TimeUnit.MICROSECONDS.sleep(lo * 37 % 500);
                handed.add(lo);
            }

            @Override
            protected void inOrder(List<Long> handed) {
                out.addAll(handed);
            }
        });
        assertThat(out).hasSize(300).isSorted();
    }

    @Test
    void aTokenEndsIt() {
        CancellationToken token = new CancellationToken();
        LoopCancelledException seen = catchThrowableOfType(
                LoopCancelledException.class,
                () -> Parfor.run(team.withToken(token), site(), 1_000_000, Loops.body(i -> {
                    TimeUnit.MILLISECONDS.sleep(1);
                    token.cancel();
                })));
        assertThat(seen.reason()).isEqualTo(LoopCancelledException.Reason.TOKEN);
        assertThat(seen.completedIterations()).isBetween(1L, 10_000L);
    }

    @Test
    void nestedOnesFinish() {
        AtomicInteger ran = new AtomicInteger();
        LoopSite outer = site();
        LoopSite inner = site();
        Parfor.run(
                team,
                outer,
                50,
                Loops.body(i -> Parfor.run(team, inner, 20, Loops.body(k -> {
                    Thread.yield();
                    ran.incrementAndGet();
                }))));
        assertThat(ran.get()).isEqualTo(1000);
    }

    @Test
    void statisticsKnowThem() {
        List<LoopStatistics> told = new ArrayList<>();
        Parfor.run(team.withStatistics(told::add), site(), 40, Loops.body(i -> TimeUnit.MILLISECONDS.sleep(1)));
        assertThat(told).hasSize(1);
    }
}
