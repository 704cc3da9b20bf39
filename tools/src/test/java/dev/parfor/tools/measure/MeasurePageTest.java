package dev.parfor.tools.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of numbers that are known. */
class MeasurePageTest {

    private static Timing nanos(double nanos) {
        return new Timing(nanos, 64, 1.75);
    }

    static Measurements measurements() {
        TreeMap<Integer, Timing> sequential = new TreeMap<>();
        sequential.put(100, nanos(1_000));
        sequential.put(10_000, nanos(100_000));
        List<Result.Run> runs = List.of(
                new Result.Run(100, 1, nanos(1_000)),
                new Result.Run(10_000, 1, nanos(100_000)),
                new Result.Run(100, 4, nanos(2_000)),
                new Result.Run(10_000, 4, nanos(50_000)));
        List<Result.ScheduleRun> schedules =
                List.of(new Result.ScheduleRun("AUTO", nanos(50_000)), new Result.ScheduleRun("STATIC", nanos(40_000)));
        Result result = new Result(
                "V.f(List<String>)", sequential, runs, schedules, new Causes(4, 0.5, 1, 0.55, 0.1, 0, 0, ""));
        return new Measurements("p.V", new Machine("Linux", 4, "VM 17"), List.of(result), List.of("V.g: <none>"));
    }

    @Test
    void pageHasThreeChartsAndTheirNumbers(@TempDir Path folder) throws IOException {
        String text = measurements().page();
        assertThat(text).doesNotContain("http:", "https:", " src=", "<script", "@import", "url(");
        Path file = folder.resolve("page.html");
        Files.writeString(file, text);
        try (WebClient browser = new WebClient()) {
            HtmlPage page = browser.getPage(file.toUri().toURL());
            assertThat(page.querySelector("h2").getTextContent()).isEqualTo("V.f(List<String>)");
            assertThat(page.querySelector(".limit").getTextContent()).startsWith("Memory bandwidth limits it: 4 ");
            assertThat(page.querySelectorAll("figure svg")).hasSize(3);
            assertThat(page.querySelectorAll("figure.speedup path.series")).hasSize(2);
            assertThat(page.querySelectorAll("figure.speedup path.reference")).hasSize(1);
            assertThat(page.querySelectorAll("figure.even path.series")).hasSize(2);
            assertThat(page.querySelectorAll("figure.schedules rect")).hasSize(3);
            assertThat(page.querySelectorAll("table.runs tbody tr")).hasSize(6);
            assertThat(page.querySelectorAll("table.runs tbody tr").get(5).getTextContent())
                    .contains("50.0 µs", "2.00", "0.50", "0.333", "1.75", "64 B");
            assertThat(page.querySelector(".problem").getTextContent()).isEqualTo("Not measured: V.g: <none>");
        }
    }

    @Test
    void seriesDifferInMoreThanColour() {
        assertThat(measurements().page())
                .contains("stroke-dasharray=\"\"", "stroke-dasharray=\"7 3\"", "<circle", "<rect x=");
    }

    @Test
    void textHasTheSameNumbers() {
        assertThat(measurements().text())
                .contains("Memory bandwidth limits it", "Break-even: at about size 1,000 on 4 threads.")
                .containsPattern("4 +50\\.0 µs +2\\.00 +0\\.50 +0\\.333 +1\\.75 +64 B")
                .contains("schedules, size 10,000, 4 threads:  AUTO 50.0 µs  STATIC 40.0 µs")
                .contains("not measured: V.g: <none>")
                .doesNotContain(Measurements.DISTURBANCE);
    }

    @Test
    void aMachineThatDoesOtherWorkIsToldOf() {
        Measurements calm = measurements();
        TreeMap<Integer, Timing> starved = new TreeMap<>(calm.results().get(0).sequential());
        starved.replaceAll((size, t) -> new Timing(t.nanos(), t.bytes(), 0.4));
        Result calmResult = calm.results().get(0);
        Result result = new Result(
                calmResult.method(), starved, calmResult.runs(), calmResult.schedules(), calmResult.causes());
        Measurements disturbed = new Measurements(calm.className(), calm.machine(), List.of(result), List.of());
        assertThat(disturbed.text()).contains(Measurements.DISTURBANCE);
        assertThat(disturbed.page()).contains(Measurements.DISTURBANCE);
        assertThat(calm.page()).doesNotContain(Measurements.DISTURBANCE);
    }

    @Test
    void jsonHasTheSameNumbers() throws IOException {
        JsonNode method = new ObjectMapper().readTree(measurements().json()).at("/methods/0");
        assertThat(method.get("limit").asText()).isEqualTo("MEMORY");
        assertThat(method.get("breakEvenSize").asInt()).isEqualTo(1_000);
        assertThat(method.at("/parallel/3/speedup").asDouble()).isEqualTo(2);
        assertThat(method.at("/parallel/3/serialFraction").asDouble()).isBetween(0.333, 0.334);
        assertThat(method.at("/schedules/1/nanos").asDouble()).isEqualTo(40_000);
    }
}
