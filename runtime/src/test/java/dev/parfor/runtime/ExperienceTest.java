package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.runtime.Experience.Way;
import org.junit.jupiter.api.Test;

/** What AUTO does with loops of known costs; the times are made up, so nothing here depends on a clock. */
class ExperienceTest {

    private static final long ITERATIONS = 10_000;
    private static final int THREADS = 2;

    private final Experience experience = new Experience();
    private long spent;
    private int onTeam;
    private long now;

    /** A call of a loop that takes so long on its own thread, and so long on the team. */
    private Way call(long alone, long team, long busy, boolean hot) {
        Way way = experience.next(ITERATIONS, THREADS, hot, now);
        if (way.isParallel) {
            experience.ranOnTeam(ITERATIONS, team, busy, hot, way);
        } else {
            experience.ranAlone(ITERATIONS, alone, hot, way);
        }
        now += (way.isParallel ? team : alone) + 1_000_000;
        spent += way.isParallel ? team : alone;
        onTeam += way.isParallel ? 1 : 0;
        return way;
    }

    private void calls(int times, long alone, long team) {
        for (int i = 0; i < times; i++) {
            call(alone, team, THREADS * team, false);
        }
    }

    @Test
    void aLoopThatTheTeamMakesSlowerStaysAlone() {
        calls(10, 200_000, 300_000);
        assertThat(spent).isLessThan(10 * 200_000 * 3 / 2);
        calls(1_000, 200_000, 300_000);
        assertThat(spent).isLessThan((long) (1_010 * 200_000 * 1.04));
        assertThat(onTeam).as("it is looked at again").isGreaterThan(4);
    }

    @Test
    void aLoopThatTheTeamMakesFasterGoesToTheTeam() {
        calls(10, 200_000, 105_000);
        assertThat(onTeam).isGreaterThanOrEqualTo(7);
        calls(1_000, 200_000, 105_000);
        assertThat(spent).isLessThan((long) (1_010 * 105_000 * 1.02));
    }

    @Test
    void evenATerribleTeamIsBearable() {
        calls(1_000, 100_000, 3_000_000);
        assertThat(spent).isLessThan((long) (1_000 * 100_000 * 1.25));
    }

    /** On 64 threads one run alone is worth 64 on the team. */
    @Test
    void aLoopThatIsLongAloneIsHardlyEverTriedAlone() {
        for (int i = 0; i < 1_000; i++) {
            call(640_000_000, 10_000_000, 640_000_000, false);
        }
        assertThat(onTeam).isEqualTo(1_000);
    }

    @Test
    void interpretedCodeIsNoVerdictOnTheTeam() {
        call(20_000_000, 30_000_000, 60_000_000, false);
        call(5_000_000, 10_000_000, 20_000_000, false);
        onTeam = 0;
        calls(200, 1_000_000, 520_000);
        assertThat(onTeam).isGreaterThan(150);
    }

    @Test
    void interpretedCodeIsNoVerdictOnRunningAlone() {
        assertThat(call(0, 9_000_000, 9_000_000, false)).isEqualTo(Way.TEAM_TRIAL);
        experience.ranAlone(ITERATIONS, 9_000_000, false, Way.ALONE_TRIAL);
        onTeam = 0;
        calls(300, 200_000, 400_000);
        assertThat(onTeam).isLessThan(40);
    }

    @Test
    void aThreadThatLostItsProcessorIsNoVerdict() {
        calls(100, 200_000, 105_000);
        call(200_000, 30_000_000, 30_000_000, false);
        onTeam = 0;
        calls(100, 200_000, 105_000);
        assertThat(onTeam).isGreaterThan(85);
    }

    @Test
    void aLoopThatChangesIsFoundOut() {
        calls(2_000, 200_000, 300_000);
        calls(600, 200_000, 105_000);
        onTeam = 0;
        calls(100, 200_000, 105_000);
        assertThat(onTeam).isGreaterThan(90);
        calls(600, 200_000, 300_000);
        onTeam = 0;
        calls(100, 200_000, 300_000);
        assertThat(onTeam).isLessThan(10);
    }

    @Test
    void workersThatAreAwakeAreAnotherMatterThanWorkersThatMustBeWoken() {
        for (int i = 0; i < 200; i++) {
            call(60_000, 90_000, 120_000, false);
            call(60_000, 33_000, 66_000, true);
        }
        assertThat(experience.isFasterAloneThanAwake()).isFalse();
        int awake = 0;
        int woken = 0;
        for (int i = 0; i < 100; i++) {
            woken += call(60_000, 90_000, 120_000, false).isParallel ? 1 : 0;
            awake += call(60_000, 33_000, 66_000, true).isParallel ? 1 : 0;
        }
        assertThat(awake).isGreaterThan(95);
        assertThat(woken).isLessThan(5);
    }

    /** Nobody keeps workers awake for a loop that runs alone, so the chance is rare. */
    @Test
    void workersThatAreAwakeAreTriedAtOnce() {
        calls(1_000, 60_000, 90_000);
        assertThat(call(60_000, 33_000, 66_000, true)).isEqualTo(Way.TEAM_TRIAL);
        assertThat(call(60_000, 33_000, 66_000, true)).isEqualTo(Way.TEAM_FASTER);
    }

    @Test
    void aTeamOfAnotherSizeIsAnotherTeam() {
        calls(100, 200_000, 300_000);
        assertThat(experience.isFasterAloneThanAwake()).isFalse();
        int before = onTeam;
        for (int i = 0; i < 20; i++) {
            Way way = experience.next(ITERATIONS, 4, false, 0);
            onTeam += way.isParallel ? 1 : 0;
            if (way.isParallel) {
                experience.ranOnTeam(ITERATIONS, 55_000, 220_000, false, way);
            } else {
                experience.ranAlone(ITERATIONS, 200_000, false, way);
            }
        }
        assertThat(onTeam).isGreaterThan(before);
    }

    /** Calls that follow each other at once find the workers awake that the call before has used. */
    private Way callInARow(long alone, long woken, long awake) {
        boolean hot = wasParallel;
        now -= 1_000_000;
        Way way = call(alone, hot ? awake : woken, 2 * (hot ? awake : woken), hot);
        wasParallel = way.isParallel;
        return way;
    }

    private boolean wasParallel;

    @Test
    void workersThatAreWorthWakingOnceAreUsedWhereverTheyAreAwake() {
        calls(2, 20_000_000, 11_000_000);
        onTeam = 0;
        for (int i = 0; i < 20; i++) {
            call(20_000_000, 10_500_000, 21_000_000, true);
        }
        assertThat(onTeam).as("all but a trial").isGreaterThanOrEqualTo(19);
    }

    /** While a program starts, its compiler takes the other processor away; that is over at some time. */
    @Test
    void whatHappensInTheFirstSecondDoesNotDecideForTheRest() {
        for (int i = 0; i < 1_500; i++) {
            call(400_000, i % 5 == 0 ? 250_000 : 700_000, 800_000, false);
        }
        onTeam = 0;
        calls(200, 400_000, 230_000);
        assertThat(onTeam).isGreaterThan(100);
        onTeam = 0;
        calls(200, 400_000, 230_000);
        assertThat(onTeam).isGreaterThan(180);
    }

    @Test
    void callsInARowWakeTheWorkersThatEachOfThemWouldNotWake() {
        for (int i = 0; i < 300; i++) {
            callInARow(60_000, 75_000, 33_000);
        }
        onTeam = 0;
        for (int i = 0; i < 100; i++) {
            callInARow(60_000, 75_000, 33_000);
        }
        assertThat(onTeam).isGreaterThan(90);
    }

    @Test
    void callsFarApartDoNotWakeThem() {
        for (int i = 0; i < 100; i++) {
            callInARow(60_000, 75_000, 33_000);
        }
        calls(500, 60_000, 75_000);
        onTeam = 0;
        calls(200, 60_000, 75_000);
        assertThat(onTeam).isLessThan(40);
    }
}
