package dev.parfor.tools.advise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parfor.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a program over its recording to the loop that its time goes into. */
class RecordCommandTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Path HOT = Path.of("src/test/java/dev/parfor/tools/advise/Hot.java");

    @Test
    void theHotLoopComesFirst(@TempDir Path out) throws IOException {
        Path recording = out.resolve("run.jfr");
        // A slow machine needs fewer rounds than a fast one for the same number of samples.
        for (int rounds = 2000; !Files.exists(recording) || samples(recording) < 20; rounds *= 4) {
            Run run = Run.of(
                    "record",
                    "--out",
                    recording.toString(),
                    "--",
                    JAVA,
                    "-cp",
                    "target/test-classes",
                    Hot.class.getName(),
                    Integer.toString(rounds));
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out()).contains("wrote " + recording);
        }
        Run run = Run.of("advise", "--out", out.toString(), "--recording", recording.toString(), HOT.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(out.resolve("advice.json").toFile());
        Map<String, JsonNode> loops = new HashMap<>();
        report.get("loops")
                .forEach(l -> loops.put(l.get("where").asText() + l.get("depth").asInt(), l));
        double main = loops.get("Hot.main0").get("share").asDouble();
        double hot = loops.get("Hot.hot0").get("share").asDouble();
        double inner = loops.get("Hot.hot1").get("share").asDouble();
        assertThat(main).isGreaterThan(0.5).isGreaterThanOrEqualTo(hot);
        assertThat(hot).isGreaterThanOrEqualTo(inner);
        assertThat(inner)
                .isGreaterThan(0.3)
                .isGreaterThan(loops.get("Hot.cold0").get("share").asDouble());
        assertThat(loops.get("Hot.main0").get("ownShare").asDouble()).isLessThan(hot);
        assertThat(loops.get("Hot.hot0").at("/gains/2").asDouble()).isCloseTo(1 / (1 - hot / 2), within(0.001));
        assertThat(report.get("loops").get(0).get("where").asText()).isIn("Hot.main", "Hot.hot");
        assertThat(run.out()).contains("samples in run.jfr", "  share    x2    x4    x8   x16  verdict");
    }

    private static long samples(Path recording) {
        return Recording.read(recording).samples();
    }

    @Test
    void withoutACommandItSaysWhatToGiveToJava() {
        Run run = Run.of("record", "--out", "x.jfr");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("-XX:StartFlightRecording:filename=", "x.jfr,settings=profile", "DebugNonSafepoints");
    }

    @Test
    void otherProgramsAreNotStarted() {
        Run run = Run.of("record", "--", "mvn", "test");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("give these options to the Java machine that mvn starts:");
    }
}
