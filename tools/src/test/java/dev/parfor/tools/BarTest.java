package dev.parfor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.runtime.LoopBody;
import dev.parfor.runtime.LoopSite;
import dev.parfor.runtime.Parfor;
import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.Team;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BarTest {

    @Test
    void drawsHowFarALoopHasCome() {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        try (Bar bar = Bar.on(new PrintStream(drawn, true, StandardCharsets.UTF_8), "count");
                Team team = Team.of(2)) {
            LoopSite site = LoopSite.of("A.count", "A.java", 3, Schedule.STATIC, 0);
            Parfor.run(team.withProgress(bar), site, 40, new LoopBody() {
                @Override
                protected void run(long from, long to) {}
            });
        }
        assertThat(drawn.toString(StandardCharsets.UTF_8))
                .contains("count", "40/40", "A.count")
                .endsWith("\n");
    }

    /** The tests have no terminal. */
    @Test
    void drawsNothingWithoutATerminal() {
        PrintStream before = System.err;
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        System.setErr(new PrintStream(drawn, true, StandardCharsets.UTF_8));
        try (Bar bar = Bar.onTerminal("count")) {
            bar.progress("A.count", 1, 2);
        } finally {
            System.setErr(before);
        }
        assertThat(drawn.size()).isZero();
    }
}
