package dev.parfor.tools.advise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

    private static final String GOOD = """
            class V {
                static void f(double[] x) {
                    for (int i = 1; i < x.length; i++) x[i] *= 2;
                }
                static void g(double[] x) {
                    for (int i = 1; i < x.length; i++) x[i] += x[i - 1];
                }
            }
            """;

    @TempDir
    Path folder;

    private Path source;
    private String baseline;

    @BeforeEach
    void write() throws IOException {
        source = folder.resolve("V.java");
        baseline = folder.resolve("loops.txt").toString();
        Files.writeString(source, GOOD);
        assertThat(Run.of("advise", "--write-baseline", baseline, source.toString())
                        .exit())
                .isZero();
    }

    private Run after(String text) throws IOException {
        Files.writeString(source, text);
        return Run.of("advise", "--baseline", baseline, source.toString());
    }

    @Test
    void linesAreSortedOneALoop() throws IOException {
        assertThat(Files.readAllLines(Path.of(baseline)))
                .containsExactly(
                        "{\"verdicts of parfor advise, version 1\": [",
                        "{\"in\":\"V.f\",\"loop\":\"for (int i = 1; i < x.length; i++)\",\"nth\":1,\"verdict\":\"PROVED\"},",
                        "{\"in\":\"V.g\",\"loop\":\"for (int i = 1; i < x.length; i++)\",\"nth\":1,\"verdict\":\"REFUTED\"}",
                        "]}");
    }

    @Test
    void nothingLostIsFine() throws IOException {
        assertThat(after("// a line more\n" + GOOD)).returns(0, Run::exit);
    }

    @Test
    void aLostVerdictFails() throws IOException {
        Run run = after(GOOD.replace("x[i] *= 2", "x[i] *= x[i - 1]"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("V.java:3 V.f: was proved, is refuted", "base line: 1 lost, 0 gone, 0 gained");
    }

    @Test
    void aGuardThatWasNotNeededIsALoss() throws IOException {
        Run run = after(
                GOOD.replace("f(double[] x)", "f(double[] x, double[] y)").replace("x[i] *= 2", "x[i] *= y[i - 1]"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("was proved, is guarded");
    }

    @Test
    void aChangedHeaderIsTheSameLoop() throws IOException {
        Run run = after(GOOD.replace("i++) x[i] *= 2", "i += 2) x[i] *= x[i - 2]"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("was proved, is refuted");
    }

    @Test
    void whatIsGoneIsToldAndWhatIsGainedCounted() throws IOException {
        Run run = after(GOOD.replace(" f(", " h(").replace("x[i] += x[i - 1]", "x[i] += 1"));
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("gone: V.f for (int i = 1; i < x.length; i++), which was parallel")
                .contains("base line: 0 lost, 1 gone, 1 gained");
    }

    @Test
    void anotherFileIsNoBaseline() {
        assertThat(Run.of("advise", "--baseline", source.toString(), source.toString()))
                .returns(2, Run::exit)
                .extracting(Run::err)
                .asString()
                .contains("is not a base line");
    }
}
