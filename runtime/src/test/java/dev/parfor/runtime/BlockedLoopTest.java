package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A body that is given blocks: everything that a user sees is counted in iterations. */
@Timeout(60)
class BlockedLoopTest {

    private static final long TRIPS = 10_500;
    private static final Blocks BLOCKS = Blocks.of(TRIPS, 1000);

    @ParameterizedTest
    @EnumSource
    void everyBlockRunsOnce(Schedule schedule) {
        int[] runs = new int[BLOCKS.count()];
        try (Team team = Team.of(3)) {
            Parfor.run(team, Loops.site(schedule, 0), BLOCKS, Loops.body(i -> runs[(int) i]++));
            Parfor.sequential(team, Loops.site(schedule, 0), BLOCKS, Loops.body(i -> runs[(int) i]++), "test");
        }
        assertThat(runs).hasSize(11).containsOnly(2);
    }

    @Test
    void aChunkIsAsManyBlocksAsItHasIterations() {
        LoopSite view = Loops.site(Schedule.DYNAMIC, 3500).inBlocks(BLOCKS);
        assertThat(view.chunk).isEqualTo(3);
        assertThat(view.units(10)).isEqualTo(1);
        assertThat(view.units(0)).isEqualTo(0);
        assertThat(view.iterations(3)).isEqualTo(3000);
        assertThat(view.iterations(11)).isEqualTo(TRIPS);
    }

    @Test
    void progressCountsIterations() {
        List<Long> told = Collections.synchronizedList(new ArrayList<>());
        try (Team team = Team.of(2)) {
            Team view = team.withProgress((loop, completed, tripCount) -> {
                assertThat(tripCount).isEqualTo(TRIPS);
                told.add(completed);
            });
            Parfor.run(view, Loops.site(Schedule.DYNAMIC, 1), BLOCKS, Loops.body(i -> {}));
        }
        assertThat(told).isNotEmpty().last().isEqualTo(TRIPS);
    }

    @Test
    void aCancelledLoopCountsIterations() {
        CancellationToken token = new CancellationToken();
        try (Team team = Team.of(1)) {
            assertThatThrownBy(() -> Parfor.run(
                            team.withToken(token),
                            Loops.site(Schedule.DYNAMIC, 1),
                            BLOCKS,
                            Loops.body(i -> token.cancel())))
                    .isInstanceOfSatisfying(LoopCancelledException.class, e -> {
                        assertThat(e.tripCount()).isEqualTo(TRIPS);
                        assertThat(e.completedIterations()).isBetween(0L, TRIPS).matches(n -> n % 1000 == 0);
                    });
        }
    }

    @Test
    void theCostOfAnIterationIsLearnedWhateverTheBlocks() {
        LoopSite site = Loops.site(Schedule.AUTO, 0);
        LoopSite view = site.inBlocks(BLOCKS);
        view.measured(21_030_000, 11);
        assertThat(site.nanosPerIteration()).isCloseTo(2000f, within(10f));
        assertThat(view.nanosPerIteration()).isCloseTo(2_000_000f, within(10_000f));
        assertThat(site.serialLimit()).isOne();
    }
}
