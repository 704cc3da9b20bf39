package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What AUTO learns and decides; no times are compared, only what it was told to have measured. */
@Timeout(60)
class AutoTest {

    @Test
    void theFirstCallOfFewIterationsIsParallel() {
        try (Team team = Team.of(2)) {
            CyclicBarrier both = new CyclicBarrier(2);
            Parfor.run(team, Loops.site(Schedule.AUTO, 0), 2, Loops.body(i -> both.await(30, TimeUnit.SECONDS)));
            assertThat(both.isBroken()).isFalse();
        }
    }

    @Test
    void fewHeavyIterationsAreParallel() {
        try (Team team = Team.of(2)) {
            LoopSite site = Loops.site(Schedule.AUTO, 0);
            site.measured(2_000_000, 2);
            CyclicBarrier both = new CyclicBarrier(2);
            Parfor.run(team, site, 2, Loops.body(i -> both.await(30, TimeUnit.SECONDS)));
            assertThat(both.isBroken()).isFalse();
        }
    }

    @Test
    void aLoopThatIsExpectedToBeShortStaysOnItsThreadUntilItIsMeasured() {
        LoopSite site = Loops.site(Schedule.AUTO, 0).expectingNanos(4);
        assertThat(site.serialLimit()).isEqualTo(10_000);
        assertThat(site.nanosPerIteration()).isZero();
        assertThat(Loops.site(Schedule.STATIC, 0).expectingNanos(4).serialLimit())
                .isEqualTo(-1);
        assertThat(Loops.site(Schedule.AUTO, 0).blocking().expectingNanos(4).serialLimit())
                .isEqualTo(-1);
        try (Team team = Team.of(4)) {
            int calls = 0;
            while (site.nanosPerIteration() == 0) {
                Parfor.run(team, site, 10_000, new LoopBody() {
                    @Override
                    protected void run(long lo, long hi) {
                        if (hi - lo == 10_000) {
                            assertThat(Thread.currentThread().getName()).doesNotStartWith("parfor");
                        }
                    }
                });
                calls++;
            }
            assertThat(calls).as("measured some time, about once in 64 calls").isGreaterThan(1);
        }
        LoopSite measured = Loops.site(Schedule.AUTO, 0).expectingNanos(4);
        measured.measured(1_000_030, 1_000_000);
        assertThat(measured.serialLimit()).as("what is measured counts").isEqualTo(3000);
    }

    @Test
    void aLoopMeasuredAsSmallStaysOnItsThreadInOnePiece() {
        try (Team team = Team.of(4)) {
            Set<Thread> threads = ConcurrentHashMap.newKeySet();
            long[] pieces = new long[1];
            for (int round = 0; round < 50; round++) {
                // a new one each time: what is measured in here depends on how busy the machine is
                LoopSite site = Loops.site(Schedule.AUTO, 0);
                site.measured(1_000_030, 1_000_000);
                assertThat(site.serialLimit()).isEqualTo(3000);
                Parfor.run(team, site, 100, new LoopBody() {
                    @Override
                    protected void run(long lo, long hi) {
                        threads.add(Thread.currentThread());
                        assertThat(hi - lo).isEqualTo(100);
                        pieces[0]++;
                    }
                });
            }
            assertThat(threads).containsExactly(Thread.currentThread());
            assertThat(pieces[0]).isEqualTo(50);
        }
    }

    @Test
    void whatIsMeasuredAsSmallIsSmallButInOneOf64CallsAndWhereNobodyLooks() {
        LoopSite site = Loops.site(Schedule.AUTO, 0);
        site.measured(1_000_030, 1_000_000);
        try (Team team = Team.of(2)) {
            Team watched = team.withDeadline(Duration.ofMinutes(1));
            int small = 0;
            for (int call = 0; call < 64_000; call++) {
                small += Parfor.isSmall(team, site, 100, 1024) ? 1 : 0;
            }
            assertThat(small).isBetween(61_000, 63_900);
            assertThat(areSmall(team, site, 1025, 1024)).as("two blocks").isZero();
            assertThat(areSmall(team, site, 3001, 4096)).as("too long").isZero();
            assertThat(areSmall(watched, site, 100, 1024)).as("may be ended").isZero();
        }
        assertThat(areSmall(Team.shared(), Loops.site(Schedule.AUTO, 0), 1, 1024))
                .as("not known")
                .isZero();
    }

    private static int areSmall(Team team, LoopSite site, long tripCount, int block) {
        int small = 0;
        for (int call = 0; call < 1000; call++) {
            small += Parfor.isSmall(team, site, tripCount, block) ? 1 : 0;
        }
        return small;
    }

    /** What is not small although it is one block is measured. */
    @Test
    void whatIsNotSmallIsMeasured() {
        LoopSite site = Loops.site(Schedule.AUTO, 0);
        Blocks block = Blocks.of(500, 1024);
        Parfor.runNotSmall(Team.shared(), site, block, Loops.body(i -> Loops.work(10)));
        assertThat(site.nanosPerIteration()).isPositive();
        site.measured(1_000_030, 1_000_000);
        float before = site.nanosPerIteration();
        Parfor.runNotSmall(Team.shared(), site, block, Loops.body(i -> Loops.work(10_000)));
        assertThat(site.nanosPerIteration()).as("one block").isNotEqualTo(before);
        site.measured(1_000_030, 1_000_000);
        Blocks iterations = Blocks.of(100, 1);
        before = site.nanosPerIteration();
        Parfor.runNotSmall(Team.shared(), site, iterations, Loops.body(i -> Loops.work(10_000)));
        assertThat(site.nanosPerIteration()).as("each iteration a block").isNotEqualTo(before);
    }

    @Test
    void onlyAutoLoopsHaveALimit() {
        LoopSite site = Loops.site(Schedule.DYNAMIC, 0);
        site.measured(1000, 1000);
        assertThat(site.serialLimit()).isEqualTo(-1);
        assertThat(site.nanosPerIteration()).isPositive();
    }

    @Test
    void anOutlierIsNotBelievedBeforeItIsSeenAgain() {
        LoopSite site = Loops.site(Schedule.AUTO, 0);
        site.measured(10_000, 1000);
        float cheap = site.nanosPerIteration();
        site.measured(10_000_000, 1000);
        assertThat(site.nanosPerIteration()).as("must be measured again").isNegative();
        assertThat(site.serialLimit()).isEqualTo(-1);
        site.measured(10_000, 1000);
        assertThat(site.nanosPerIteration()).isEqualTo(cheap);
    }

    @Test
    void fasterIsBelievedAtOnceAndSlowerByAndBy() {
        LoopSite site = Loops.site(Schedule.AUTO, 0);
        site.measured(100_030, 100);
        site.measured(20_030, 100);
        assertThat(site.nanosPerIteration()).isEqualTo(200);
        site.measured(40_030, 100);
        assertThat(site.nanosPerIteration()).isEqualTo(250);
    }

    /** A loop of one tiny iteration must not make believe that a million of them are nothing. */
    @Test
    void aMeasurementOfAlmostNothingDoesNotSettleTheLimit() {
        LoopSite site = Loops.site(Schedule.AUTO, 0);
        site.measured(0, 1);
        assertThat(site.serialLimit()).isBetween(1, 30_000);
    }

    @Test
    void theCostOfRunningLoopsIsLearnt() {
        try (Team team = Team.of(2)) {
            for (Schedule schedule : Schedule.values()) {
                LoopSite site = Loops.site(schedule, 0);
                Parfor.run(team, site, 1000, Loops.body(i -> Loops.work(10)));
                assertThat(site.nanosPerIteration()).as("%s", schedule).isPositive();
            }
        }
    }

    @Test
    void samplesComeAboutOnceIn64Times() {
        int samples = 0;
        for (int i = 0; i < 64_000; i++) {
            samples += Sampler.isNow() ? 1 : 0;
        }
        assertThat(samples).isBetween(500, 2000);
    }

    /** Measured as too small to wake anybody for, it turns out large: help comes while it runs. */
    @Test
    void workersAreWokenForALoopThatTakesLongerThanExpected() {
        try (Team team = Team.of(2)) {
            LoopSite site = Loops.site(Schedule.DYNAMIC, 1);
            site.measured(0, 1);
            Set<Thread> threads = ConcurrentHashMap.newKeySet();
            Parfor.run(team, site, 10_000, Loops.body(i -> {
                threads.add(Thread.currentThread());
                if (threads.size() < 2) {
                    Thread.sleep(1);
                }
            }));
            assertThat(threads).hasSize(2);
        }
    }

    @Test
    void aViewsScheduleTakesTheLoopsPlace() {
        try (Team team = Team.of(2)) {
            LoopSite site = Loops.site(Schedule.AUTO, 0);
            site.measured(100, 1000);
            Parfor.run(team.withSchedule(Schedule.STATIC, 3), site, 100, new LoopBody() {
                @Override
                protected void run(long lo, long hi) {
                    assertThat(hi - lo)
                            .as("AUTO would have run it in one piece")
                            .isLessThanOrEqualTo(3);
                }
            });
        }
    }
}
