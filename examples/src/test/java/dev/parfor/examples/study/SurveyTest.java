package dev.parfor.examples.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.Team;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SurveyTest {

    /** A part of the photograph, with every schedule on several teams. */
    @Test
    void findsTheSameInParallel() throws IOException {
        BufferedImage picture = Survey.photograph().getSubimage(200, 120, 80, 60);
        Survey.Result expected = Survey.of(picture, Optional.empty());
        assertThat(expected.edges()).isPositive();
        for (int threads : new int[] {1, 2, 7}) {
            try (Team team = Team.of(threads)) {
                for (Schedule schedule : Schedule.values()) {
                    assertThat(Survey.of(picture, Optional.of(team.withSchedule(schedule, 1))))
                            .isEqualTo(expected);
                }
            }
        }
    }
}
