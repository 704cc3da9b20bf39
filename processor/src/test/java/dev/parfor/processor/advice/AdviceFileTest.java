package dev.parfor.processor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.parfor.processor.ParforProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdviceFileTest {

    private static final String LOOPS = """
            class Loops {
                final int[] made = new int[9];

                Loops() {
                    for (int i = 0; i < made.length; i++) made[i] = i;
                }

                static void scale(double[] a, double by) {
                    for (int i = 0; i < a.length; i++) a[i] *= by;
                }

                static void add(double[] a, double[] b) {
                    for (int i = 1; i < a.length; i++) a[i] += b[i - 1];
                }

                static void shift(String[] names) {
                    for (int i = 1; i < names.length; i++) names[i] = names[i - 1] + "\\"\\\\\\n\\u2028";
                }

                static void rows(double[][] m, boolean once) {
                    while (once) {
                        for (int j = 0; j < m.length; j++) m[0][j] = 1;
                        once = false;
                    }
                }

                static Runnable later(int[] a) {
                    return () -> {
                        for (int i = 0; i < a.length; i++) a[i] = 0;
                    };
                }
            }
            """;

    @TempDir
    Path folder;

    private List<JsonNode> advise() throws IOException {
        Path file = folder.resolve("advice.json");
        Compilation compilation = Compiler.javac()
                .withProcessors(new ParforProcessor())
                .withOptions("-Aparfor.advise=" + file)
                .compile(JavaFileObjects.forSourceString("Loops", LOOPS));
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
        assertThat(compilation.notes().stream().map(Diagnostic::toString))
                .anyMatch(n -> n.contains("parfor: 3 of 7 loops could run in parallel as written: " + file));
        List<JsonNode> loops = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            loops.add(new ObjectMapper().readTree(line));
        }
        return loops;
    }

    @Test
    void everyLoopHasALine() throws IOException {
        assertThat(advise().stream()
                        .map(l -> l.get("line").asInt() + " " + l.get("where").asText() + " "
                                + l.get("depth").asInt() + " "
                                + l.get("verdict").asText() + " "
                                + l.get("annotation").asText()))
                .containsExactly(
                        "5 Loops 0 NO_PLACE ",
                        "9 Loops.scale 0 PROVED for (@ParallelFor ",
                        "13 Loops.add 0 GUARDED for (@ParallelFor ",
                        "17 Loops.shift 0 REFUTED ",
                        "21 Loops.rows 0 NOT_READ ",
                        "22 Loops.rows 1 PROVED for (@ParallelFor ",
                        "29 Loops.later 0 NO_PLACE ");
    }

    @Test
    void reasonsHaveTheirPlaceAndTheWholeMessage() throws IOException {
        JsonNode shift = advise().get(3);
        JsonNode reason = shift.get("reasons").get(0);
        assertThat(reason.get("code").asText()).isEqualTo("PF201");
        assertThat(reason.get("source").asText()).isEqualTo("names[i]");
        assertThat(reason.get("line").asInt()).isEqualTo(17);
        assertThat(reason.get("text").asText()).startsWith("[PF201] ").contains("\npage: docs/diagnostics/PF201.md");
        assertThat(reason.get("accesses"))
                .extracting(a -> a.get("access").asText() + " "
                        + a.get("source").asText() + " " + a.get("column").asInt())
                .containsExactly("write names[i] 48", "read names[i - 1] 59");
        assertThat(shift.get("type").asText()).isEqualTo("Loops");
        assertThat(shift.get("loop").asText()).isEqualTo("for (int i = 1; i < names.length; i++)");
    }

    @Test
    void aFileThatCannotBeWrittenIsAMisuse() {
        Compilation compilation = Compiler.javac()
                .withProcessors(new ParforProcessor())
                .withOptions("-Aparfor.advise=" + folder)
                .compile(JavaFileObjects.forSourceString("Loops", LOOPS));
        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).getMessage(null)).contains("[PF803]", "a file to write");
    }
}
