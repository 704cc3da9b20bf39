package dev.parfor.tools.advise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parfor.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdviseTest {

    private static final String VECTORS = """
            package a.b;

            final class Vectors {
                static void scale(double[] x) {
                    for (int i = 0; i < x.length; i++) {
                        for (int k = 0; k < 3; k++) x[i] *= 2;
                    }
                }

                static void shift(double[] x) {
            \t\tfor (int i = 1; i < x.length; i++) x[i] = x[i - 1] + 1; // </script>
                }

                Vectors(int[] x) {
                    for (int i = 0; i < x.length; i++) x[i] = 0;
                }
            }
            """;

    @TempDir
    Path folder;

    private Path source;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        source = folder.resolve("src/a/b/Vectors.java");
        out = folder.resolve("out");
        Files.createDirectories(source.getParent());
        Files.writeString(source, VECTORS);
    }

    private JsonNode json(String... arguments) throws IOException {
        List<String> all = new java.util.ArrayList<>(List.of("advise", "--out", out.toString(), "--format", "json"));
        all.addAll(List.of(arguments));
        Run run = Run.of(all.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return new ObjectMapper().readTree(out.resolve("advice.json").toFile());
    }

    @Test
    void textListsParallelLoopsFirst() {
        Run run = Run.of("advise", folder.resolve("src").toString());
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .containsExactly(
                        "parfor: 2 of 4 loops in 1 file could run in parallel as written"
                                + " (2 proved, 0 guarded, 0 trusted, 1 refuted, 0 not proved, 0 not read, 1 no place)",
                        "",
                        "verdict     loop",
                        "proved      Vectors.java:5  Vectors.scale",
                        "            write: for (@ParallelFor int i = 0; i < x.length; i++)",
                        "refuted     Vectors.java:11  Vectors.shift",
                        "            for (int i = 1; i < x.length; i++)",
                        "            [PF201] loop `i` must stay sequential: the next iteration reads the cell of `x` written here",
                        "no place    Vectors.java:15  Vectors",
                        "            for (int i = 0; i < x.length; i++)");
    }

    @Test
    void jsonHoldsEveryLoop() throws IOException {
        JsonNode report = json(source.toString());
        assertThat(report.get("verdicts").get("PROVED").asInt()).isEqualTo(2);
        assertThat(report.get("loops")).hasSize(4);
        JsonNode inner = report.get("loops").get(3);
        assertThat(inner.get("in").asText()).isEqualTo("a.b.Vectors.scale");
        assertThat(inner.get("insideParallel").asBoolean()).isTrue();
        JsonNode shift = report.get("loops").get(1);
        assertThat(shift.get("reasons").get(0).get("accesses")).hasSize(2);
        assertThat(report.has("recording")).isFalse();
    }

    @Test
    void jarsAreReadAndLeaveNothing() throws IOException {
        Path jar = folder.resolve("v-sources.jar");
        try (JarOutputStream zip = new JarOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("a/b/Vectors.java"));
            zip.write(Files.readAllBytes(source));
            zip.putNextEntry(new ZipEntry("../outside/Evil.java"));
            zip.write("class Evil {}".getBytes());
        }
        JsonNode report = json(jar.toString());
        assertThat(report.get("loops")).hasSize(4);
        assertThat(report.get("loops").get(0).get("file").asText()).isEqualTo("a/b/Vectors.java");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void includesSelectFiles() throws IOException {
        Files.writeString(
                folder.resolve("src/a/Other.java"),
                "package a; class Other { void f(int[] x) { for (int i = 0; i < 9; i++) x[i] = i; } }");
        assertThat(json(folder.resolve("src").toString()).get("loops")).hasSize(5);
        JsonNode some = json("--include", "a/*.java", folder.resolve("src").toString());
        assertThat(some.get("loops")).hasSize(1);
    }

    @Test
    void adviceOfABuildIsReadAsItIs() throws IOException {
        Path advice = folder.resolve("advice.jsonl");
        String loop = "{\"file\":\"V.java\",\"type\":\"V\",\"line\":3,\"column\":5,\"lastLine\":4,\"where\":\"V.f\","
                + "\"loop\":\"for (int i : x)\",\"depth\":0,\"verdict\":\"GUARDED\",\"rests\":\"r\","
                + "\"annotation\":\"for (@ParallelFor \",\"microseconds\":5,\"reasons\":[]}";
        Files.writeString(advice, loop + "\n");
        JsonNode report = json(advice.toString());
        assertThat(report.get("loops").get(0).get("write").asText()).isEqualTo("for (@ParallelFor int i : x)");
    }

    @Test
    void errorsOfTheSourceAreToldAndTheRestIsJudged() throws IOException {
        Files.writeString(folder.resolve("src/a/b/Broken.java"), "package a.b; class Broken { Missing m; }");
        Run run = Run.of("advise", folder.resolve("src").toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("2 of 4 loops", "javac found 1 error;", "  Broken.java:1: cannot find symbol");
    }

    @Test
    void whatCannotBeReadEndsWithTwo() throws IOException {
        Path broken = folder.resolve("Broken.java");
        Files.writeString(broken, "class Broken {");
        assertThat(Run.of("advise", broken.toString()))
                .returns(2, Run::exit)
                .extracting(Run::err)
                .asString()
                .contains("did not come as far as the loops", "reached end of file");
        assertThat(Run.of("advise", folder.resolve("none").toString()).exit()).isEqualTo(2);
        assertThat(Run.of("advise", "--recording", broken.toString(), source.toString()))
                .returns(2, Run::exit)
                .extracting(Run::err)
                .asString()
                .contains("cannot read the recording");
        Path advice = folder.resolve("no.jsonl");
        Files.writeString(advice, "{\"file\":1}\n");
        assertThat(Run.of("advise", advice.toString()).err()).contains("no.jsonl, line 1, is not advice");
        assertThat(Run.of("advise", "--javac", "--no-such-option", source.toString()))
                .returns(2, Run::exit);
    }
}
