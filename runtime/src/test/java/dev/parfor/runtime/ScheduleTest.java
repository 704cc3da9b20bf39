package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each iteration exactly once and nothing outside, whatever the workers, the trip count, the chunk and the schedule. */
class ScheduleTest {

    private static final int[] THREADS = {1, 2, 3, 7};
    private static final int[] TRIP_COUNTS = {0, 1, 2, 3, 5, 8, 63, 64, 65, 1000};
    private static final int[] CHUNKS = {0, 1, 2, 3, 64, 5000};

    @ParameterizedTest
    @EnumSource
    void everyIterationRunsOnce(Schedule schedule) {
        for (int threads : THREADS) {
            try (Team team = Team.of(threads)) {
                for (int n : TRIP_COUNTS) {
                    for (int chunk : CHUNKS) {
                        LoopSite site = Loops.site(schedule, chunk);
                        for (int repeat = 0; repeat < 5; repeat++) {
                            String loop = "%s,%d threads=%d n=%d".formatted(schedule, chunk, threads, n);
                            assertEachOnce(team, site, n, loop);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyIterationRunsOnceInViewsThatCanBeCancelled(Schedule schedule) {
        try (Team team = Team.of(3)) {
            Team view = team.withToken(new CancellationToken()).withProgress((loop, completed, of) -> {});
            for (int n : TRIP_COUNTS) {
                for (int chunk : CHUNKS) {
                    assertEachOnce(view, Loops.site(schedule, chunk), n, schedule + " n=" + n + " chunk=" + chunk);
                }
            }
        }
    }

    private static void assertEachOnce(Team team, LoopSite site, int n, String loop) {
        AtomicIntegerArray runs = new AtomicIntegerArray(n);
        Parfor.run(team, site, n, Loops.body(i -> runs.incrementAndGet((int) i)));
        for (int i = 0; i < n; i++) {
            assertThat(runs.get(i)).as("%s: runs of %d", loop, i).isEqualTo(1);
        }
    }

    /** Trip counts near the end of long: no counter may wrap around. The body takes each chunk as one. */
    @ParameterizedTest
    @EnumSource
    void hugeTripCountsAreCoveredOnce(Schedule schedule) {
        long[] counts = {1L << 31, (1L << 32) - 1, (1L << 32) + 1, (1L << 62) + 1, Long.MAX_VALUE};
        try (Team team = Team.of(3)) {
            for (long n : counts) {
                int chunk = n > 1L << 33 ? 0 : Integer.MAX_VALUE / 1000;
                AtomicLong sum = new AtomicLong();
                AtomicLong last = new AtomicLong();
                Parfor.run(team, Loops.site(schedule, chunk), n, new LoopBody() {
                    @Override
                    protected void run(long lo, long hi) {
                        assertThat(lo).isBetween(0L, hi - 1);
                        sum.addAndGet(hi - lo);
                        last.accumulateAndGet(hi, Math::max);
                    }
                });
                assertThat(sum.get()).as("iterations of %d", n).isEqualTo(n);
                assertThat(last.get()).isEqualTo(n);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void sourcesGiveOutEveryIterationToWhoeverAsks(Schedule schedule) {
        for (int threads = 1; threads <= 5; threads++) {
            for (int n = 1; n <= 40; n++) {
                for (int grain = 1; grain <= 9; grain += 2) {
                    ChunkSource source = ChunkSource.of(schedule, n, threads, grain, true);
                    int[] runs = new int[n];
                    // the last thread to come does most of the work: ranges of those who never come are taken over
                    Share early = new Share(0, 1);
                    Share late = new Share(threads - 1, 1);
                    if (source.claim(early)) {
                        mark(runs, early);
                    }
                    while (source.claim(late)) {
                        mark(runs, late);
                    }
                    while (source.claim(early)) {
                        mark(runs, early);
                    }
                    assertThat(runs)
                            .as("%s n=%d threads=%d grain=%d", schedule, n, threads, grain)
                            .containsOnly(1);
                    assertThat(source.isExhausted()).isTrue();
                }
            }
        }
    }

    /** Several threads at the end of a small loop at once, again and again: nobody may step over it. */
    @ParameterizedTest
    @EnumSource
    void nobodyPassesTheEnd(Schedule schedule) {
        try (Team team = Team.of(4)) {
            LoopSite site = Loops.site(schedule, 1);
            for (int round = 0; round < 20_000; round++) {
                int n = 2 + round % 4;
                AtomicLong runs = new AtomicLong();
                Parfor.run(team.withSchedule(schedule, 1), site, n, Loops.body(i -> runs.addAndGet(1L << 8 * i)));
                assertThat(runs.get()).isEqualTo(0x0101010101L & (1L << 8 * n) - 1);
            }
        }
    }

    /** Units of one iteration, as many as there are: no counter may wrap around. */
    @ParameterizedTest
    @EnumSource
    void sourcesCountToTheEndOfLong(Schedule schedule) {
        for (long n : new long[] {(1L << 31) - 1, 1L << 31, (1L << 32) - 1, 1L << 32, 1L << 62, Long.MAX_VALUE}) {
            for (int threads = 1; threads <= 3; threads++) {
                ChunkSource source = ChunkSource.of(schedule, n, threads, 1, true);
                Share share = new Share(0, 1);
                long settled = 0;
                while (source.claim(share)) {
                    assertThat(share.lo).isBetween(0L, share.hi - 1);
                    assertThat(share.hi).isLessThanOrEqualTo(n);
                    settled += share.hi - share.lo + source.abandon(share);
                    assertThat(settled)
                            .as("%s n=%d threads=%d", schedule, n, threads)
                            .isBetween(1L, n);
                }
                assertThat(settled)
                        .as("%s n=%d threads=%d", schedule, n, threads)
                        .isEqualTo(n);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void abandonedIterationsLieAboveTheChunkAndAreNotGivenOutAgain(Schedule schedule) {
        for (int threads = 1; threads <= 4; threads++) {
            for (int n = 1; n <= 40; n++) {
                for (int grain = 1; grain <= 5; grain++) {
                    ChunkSource source = ChunkSource.of(schedule, n, threads, grain, true);
                    Share share = new Share(0, 1);
                    long settled = 0;
                    for (int claims = 0; source.claim(share); claims++) {
                        settled += share.hi - share.lo;
                        if (claims == 1) {
                            settled += source.abandon(share);
                        }
                    }
                    assertThat(settled)
                            .as("%s n=%d threads=%d grain=%d", schedule, n, threads, grain)
                            .isEqualTo(n);
                }
            }
        }
    }

    private static void mark(int[] runs, Share share) {
        for (long i = share.lo; i < share.hi; i++) {
            runs[(int) i]++;
        }
    }

    @Test
    void staticChunksAreDealtOutInTurn() {
        ChunkSource source = ChunkSource.of(Schedule.STATIC, 10, 2, 2, true);
        Share share = new Share(0, 1);
        long[] starts = new long[5];
        for (int i = 0; i < 5; i++) {
            assertThat(source.claim(share)).isTrue();
            starts[i] = share.lo;
        }
        assertThat(starts).containsExactly(0, 4, 8, 2, 6);
        assertThat(source.claim(share)).isFalse();
    }

    @Test
    void guidedChunksShrink() {
        ChunkSource source = ChunkSource.of(Schedule.GUIDED, 1000, 2, 5, true);
        Share share = new Share(0, 1);
        long previous = Long.MAX_VALUE;
        while (source.claim(share)) {
            assertThat(share.hi - share.lo).isBetween(share.hi == 1000 ? 1L : 5L, previous);
            previous = share.hi - share.lo;
        }
    }
}
