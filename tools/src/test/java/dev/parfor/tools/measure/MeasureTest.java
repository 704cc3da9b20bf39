package dev.parfor.tools.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parfor.processor.ParforProcessor;
import dev.parfor.tools.Run;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on a class that is compiled for it. What is fast and what is slow is nobody's promise here. */
class MeasureTest {

    private static final String SOURCE = """
            package p;

            import dev.parfor.ParallelFor;
            import java.util.Random;

            class V {
                private double factor = 2;

                static final class Row {
                    double[] cells;
                }

                @ParallelFor
                static double dot(double[] x, double[] y) {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        sum += x[i] * y[i];
                    }
                    return sum;
                }

                @ParallelFor
                private void scale(double[] x) {
                    for (int i = 0; i < x.length; i++) {
                        x[i] = x[i] / factor;
                    }
                }

                @ParallelFor
                static void clear(Row row) {
                    for (int i = 0; i < row.cells.length; i++) {
                        row.cells[i] = 0;
                    }
                }
            }

            class Inputs {
                static V.Row row(int size, Random random) {
                    V.Row row = new V.Row();
                    row.cells = new double[size];
                    return row;
                }
            }
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void compile() throws IOException {
        Path source = folder.resolve("V.java");
        Files.writeString(source, SOURCE);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        var files = javac.getStandardFileManager(null, null, null);
        JavaCompiler.CompilationTask task = javac.getTask(
                messages,
                files,
                null,
                List.of("-d", folder.toString(), "-s", folder.toString(), "-cp", System.getProperty("java.class.path")),
                null,
                files.getJavaFileObjects(source));
        task.setProcessors(List.of(new ParforProcessor()));
        assertThat(task.call()).as(messages.toString()).isTrue();
    }

    private static Run measure(String... more) {
        String[] arguments = new String[more.length + 8];
        List<String> first = List.of(
                "measure",
                folder.toString(),
                "p.V",
                "--millis=1",
                "--sizes=10,500",
                "--teams=1,2",
                "--out=" + folder.resolve("page.html"),
                "--json=" + folder.resolve("m.json"));
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i < first.size() ? first.get(i) : more[i - first.size()];
        }
        return Run.of(arguments);
    }

    @Test
    void everyMethodIsMeasured() throws IOException {
        Run run = measure("--inputs=p.Inputs");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("V.clear(Row)", "V.dot(double[], double[])", "V.scale(double[])", "not JMH")
                .doesNotContain("not measured");
        assertThat(Files.readString(folder.resolve("page.html"))).contains("V.dot(double[], double[])");
        JsonNode methods =
                new ObjectMapper().readTree(folder.resolve("m.json").toFile()).get("methods");
        assertThat(methods).hasSize(3);
        for (JsonNode method : methods) {
            assertThat(method.get("parallel")).hasSize(4);
            assertThat(method.get("schedules")).hasSize(5);
            assertThat(method.get("sequential")).allMatch(t -> t.get("nanos").asDouble() > 0);
        }
    }

    @Test
    void whatCannotBeMeasuredIsSaid() {
        Run run = measure("--method=clear");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("V.clear(Row): no argument of type p.V$Row can be made", "--inputs");
    }

    @Test
    void classesWithoutVariantsAreRefused() {
        Run run = Run.of("measure", folder.toString(), "p.Inputs");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("p.Inputs has no variants: there is no p.InputsParallel");
        assertThat(Run.of("measure", folder.toString(), "p.Absent").err())
                .contains("there is no class p.Absent on the class path");
        assertThat(Run.of("measure", folder.resolve("absent").toString(), "p.V").err())
                .contains("there is no ");
    }
}
