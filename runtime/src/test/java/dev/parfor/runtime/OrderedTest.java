package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parfor.runtime.LoopCancelledException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ordered blocks run one at a time, in the order of the iterations, and never beyond one that has failed. */
@Timeout(120)
class OrderedTest {

    private static Team team;

    @BeforeAll
    static void open() {
        team = Team.of(4);
    }

    @AfterAll
    static void close() {
        team.close();
    }

    /** A loop whose block appends the number of its iteration to a list that nothing protects. */
    private static class Appending extends OrderedBody<Long> {
        final List<Long> out = new ArrayList<>();
        final Loops.Iteration before;
        final Loops.Iteration block;

        Appending(Loops.Iteration before, Loops.Iteration block) {
            this.before = before;
            this.block = block;
        }

        @Override
        protected void alone(long lo, long hi) throws Throwable {
            for (long i = lo; i < hi; i++) {
                before.run(i);
                block(i);
            }
        }

        @Override
        protected void ahead(long lo, long hi, List<Long> handed) throws Throwable {
            for (long i = lo; i < hi; i++) {
                before.run(i);
                handed.add(i);
            }
        }

        @Override
        protected void inOrder(List<Long> handed) throws Throwable {
            for (long i : handed) {
                block(i);
            }
        }

        private void block(long i) throws Throwable {
            block.run(i);
            out.add(i);
        }
    }

    private static List<Long> upTo(long n) {
        return LongStream.range(0, n).boxed().toList();
    }

    @ParameterizedTest
    @EnumSource
    void blocksRunInOrder(Schedule schedule) {
        Random random = new Random(7 + schedule.ordinal());
        for (int threads : new int[] {1, 2, 3, 8}) {
            try (Team some = Team.of(threads)) {
                for (int round = 0; round < 100; round++) {
                    int n = random.nextInt(300);
                    int seed = random.nextInt();
                    Appending body = new Appending(i -> Loops.work((seed ^ i * 31) & 511), i -> {});
                    Parfor.run(some, Loops.site(schedule, random.nextInt(4)), n, body);
                    assertThat(body.out).isEqualTo(upTo(n));
                }
            }
        }
    }

    /** What runs before the block does so at the same time as others do. */
    @Test
    void whatStandsBeforeTheBlockRunsInParallel() {
        CyclicBarrier bothRun = new CyclicBarrier(2);
        Appending body = new Appending(i -> bothRun.await(60, TimeUnit.SECONDS), i -> {});
        Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), 2, body);
        assertThat(body.out).containsExactly(0L, 1L);
    }

    /** A slow iteration keeps the others from running away. */
    @Test
    void fewIterationsAreUnderWay() {
        AtomicInteger started = new AtomicInteger();
        AtomicInteger ahead = new AtomicInteger();
        Appending body = new Appending(i -> started.incrementAndGet(), i -> {
            Loops.work(2000);
            ahead.accumulateAndGet(started.get() - (int) i, Math::max);
        });
        Parfor.run(team, Loops.site(Schedule.DYNAMIC, 3), 2000, body);
        assertThat(ahead.get()).isLessThanOrEqualTo(4 * 3);
    }

    @Test
    void aTurnTakesAtMostSoManyIterations() {
        AtomicInteger started = new AtomicInteger();
        AtomicInteger ahead = new AtomicInteger();
        LoopSite site = Loops.site(Schedule.AUTO, 0);
        for (int call = 0; call < 3; call++) {
            started.set(0);
            Appending body = new Appending(
                    i -> started.incrementAndGet(), i -> ahead.accumulateAndGet(started.get() - (int) i, Math::max));
            Parfor.run(team, site, 200_000, body);
            assertThat(body.out).hasSize(200_000);
        }
        assertThat(ahead.get()).isLessThanOrEqualTo(4 * 1024);
    }

    /** Failures before blocks and in them, one and many at once. */
    @ParameterizedTest
    @EnumSource
    void theLowestFailureWinsAndNoBlockBeyondItRuns(Schedule schedule) {
        Random random = new Random(99 + schedule.ordinal());
        Team strips = team.withToken(new CancellationToken());
        for (int round = 0; round < 800; round++) {
            int n = 1 + random.nextInt(150);
            int[] fails = new int[n];
            for (int f = 1 + random.nextInt(round % 2 == 0 ? 2 : n); f > 0; f--) {
                fails[random.nextInt(n)] = 1 + random.nextInt(2);
            }
            Exception[] thrown = new Exception[n];
            AtomicIntegerArray runs = new AtomicIntegerArray(n);
            Appending body = new Appending(
                    i -> {
                        runs.incrementAndGet((int) i);
                        Loops.work(i * 7 & 127);
                        fail(fails, thrown, i, 1);
                    },
                    i -> fail(fails, thrown, i, 2));
            Team used = round % 3 == 0 ? strips : team;
            LoopSite site = Loops.site(schedule, random.nextInt(8));
            Throwable seen = catchThrowable(() -> Parfor.run(used, site, n, body));
            int lowest = 0;
            while (fails[lowest] == 0) {
                lowest++;
            }
            assertThat(seen).as("round %d", round).isSameAs(thrown[lowest]);
            assertThat(body.out).as("round %d", round).isEqualTo(upTo(lowest));
            for (int i = 0; i < n; i++) {
                assertThat(runs.get(i)).isBetween(i <= lowest ? 1 : 0, 1);
            }
            assertThat(seen.getSuppressed()).doesNotContain(seen).hasSizeLessThanOrEqualTo(8);
        }
    }

    private static void fail(int[] fails, Exception[] thrown, long i, int how) throws Exception {
        if (fails[(int) i] == how) {
            thrown[(int) i] = new IOException("iteration " + i);
            throw thrown[(int) i];
        }
    }

    /** The failure of a piece's later iteration, before its block, does not hide that of an earlier one in its block. */
    @Test
    void theBlockOfAnEarlierIterationFailsFirst() {
        Appending body = new Appending(
                i -> {
                    if (i == 3) {
                        throw new IOException("before the block of 3");
                    }
                },
                i -> {
                    if (i == 2) {
                        throw new IllegalStateException("in the block of 2");
                    }
                });
        Throwable seen = catchThrowable(() -> Parfor.run(team, Loops.site(Schedule.DYNAMIC, 8), 64, body));
        assertThat(seen).hasMessage("in the block of 2");
        assertThat(seen.getSuppressed()).extracting(Throwable::getMessage).contains("before the block of 3");
        assertThat(body.out).containsExactly(0L, 1L);
    }

    /** A guard that does not hold: then no iteration begins before the one before it has run its block. */
    @Test
    void aFailedGuardKeepsIterationsWhole() {
        List<Long> all = new ArrayList<>();
        Appending body = new Appending(all::add, i -> all.add(-i)) {
            @Override
            protected String failedGuard(long tripCount) {
                return "no";
            }
        };
        Parfor.run(team, Loops.site(Schedule.DYNAMIC, 4), 5, body);
        assertThat(all).containsExactly(0L, 0L, 1L, -1L, 2L, -2L, 3L, -3L, 4L, -4L);
    }

    @Test
    void oneByOneMeansOneByOne() {
        ThreadLocal<Long> mine = ThreadLocal.withInitial(() -> -1L);
        Appending body = new Appending(mine::set, i -> assertThat(mine.get()).isEqualTo(i)) {
            @Override
            protected boolean isOneByOne() {
                return true;
            }
        };
        Parfor.run(team, Loops.site(Schedule.DYNAMIC, 50), 1000, body);
        assertThat(body.out).hasSize(1000);
    }

    @Test
    void aTokenEndsThoseWhoWait() {
        CancellationToken token = new CancellationToken();
        CountDownLatch othersWait = new CountDownLatch(3);
        Appending body = new Appending(
                i -> {
                    if (i > 0) {
                        othersWait.countDown();
                    }
                },
                i -> {
                    if (i == 0) {
                        othersWait.await(60, TimeUnit.SECONDS);
                        token.cancel();
                    }
                });
        LoopCancelledException seen = catchThrowableOfType(
                LoopCancelledException.class,
                () -> Parfor.run(team.withToken(token), Loops.site(Schedule.DYNAMIC, 1), 1000, body));
        assertThat(seen.reason()).isEqualTo(Reason.TOKEN);
        assertThat(body.out).isEqualTo(upTo(body.out.size()));
        assertThat(seen.completedIterations()).isEqualTo(body.out.size()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void aDeadlineEndsALoopThatWouldNeverEnd() {
        Appending body = new Appending(i -> {}, i -> Loops.work(100));
        Team hurried = team.withDeadline(Duration.ofMillis(100));
        LoopCancelledException seen = catchThrowableOfType(
                LoopCancelledException.class,
                () -> Parfor.run(hurried, Loops.site(Schedule.DYNAMIC, 1), Integer.MAX_VALUE, body));
        assertThat(seen.reason()).isEqualTo(Reason.DEADLINE);
        assertThat(body.out).isEqualTo(upTo(body.out.size()));
        assertThat(seen.completedIterations()).isEqualTo(body.out.size());
    }

    /** An interrupt that arrives while the caller waits for its turn ends the loop, or is kept for later. */
    @Test
    void interruptsEndALoopWhereTheyMayOnly() throws InterruptedException {
        for (boolean ends : new boolean[] {true, false}) {
            Thread caller = Thread.currentThread();
            CountDownLatch callerRan = new CountDownLatch(1);
            AtomicBoolean once = new AtomicBoolean();
            Appending body = new Appending(
                    i -> {
                        if (Thread.currentThread() == caller) {
                            callerRan.countDown();
                        } else {
                            callerRan.await(60, TimeUnit.SECONDS);
                        }
                    },
                    i -> {
                        if (Thread.currentThread() != caller && once.compareAndSet(false, true)) {
                            caller.interrupt();
                            TimeUnit.MILLISECONDS.sleep(2);
                        }
                    });
            Team used = ends ? team.interruptible() : team;
            Throwable seen = catchThrowable(() -> Parfor.run(used, Loops.site(Schedule.DYNAMIC, 1), 5000, body));
            assertThat(Thread.interrupted()).as("flag").isEqualTo(once.get());
            if (ends && once.get()) {
                assertThat(seen).isInstanceOf(LoopCancelledException.class);
            } else {
                assertThat(seen).isNull();
                assertThat(body.out).isEqualTo(upTo(5000));
            }
        }
    }

    @Test
    void nestedAndConcurrentLoopsFinish() throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        AtomicInteger right = new AtomicInteger();
        for (int c = 0; c < 4; c++) {
            Thread caller = new Thread(() -> {
                for (int round = 0; round < 40; round++) {
                    AtomicInteger inner = new AtomicInteger();
                    Appending outer = new Appending(
                            i -> {
                                Appending nested = new Appending(k -> Loops.work(50), k -> {});
                                Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), 20, nested);
                                inner.addAndGet(nested.out.equals(upTo(20)) ? 1 : 0);
                            },
                            i -> {
                                Appending nested = new Appending(k -> {}, k -> Loops.work(50));
                                Parfor.run(team, Loops.site(Schedule.AUTO, 0), 20, nested);
                                inner.addAndGet(nested.out.equals(upTo(20)) ? 1 : 0);
                            });
                    Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1 + round % 3), 25, outer);
                    right.addAndGet(outer.out.equals(upTo(25)) && inner.get() == 50 ? 1 : 0);
                }
            });
            caller.start();
            callers.add(caller);
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(right.get()).isEqualTo(4 * 40);
    }

    @Test
    void progressIsToldOf() {
        AtomicInteger last = new AtomicInteger();
        Appending body = new Appending(i -> {}, i -> Loops.work(1000));
        Team told = team.withProgress((loop, done, all) -> last.set((int) done));
        Parfor.run(told, Loops.site(Schedule.DYNAMIC, 5), 500, body);
        assertThat(last.get()).isEqualTo(500);
        assertThat(body.out).isEqualTo(upTo(500));
    }
}
