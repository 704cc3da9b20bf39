package dev.parfor.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void takesTheMedianOfTheRoundsRatios() {
        List<Result> first = List.of(result("sequential", 1000), result("stream", 2000), result("parfor AUTO", 500));
        List<Result> slow = List.of(result("sequential", 3000), result("stream", 3000), result("parfor AUTO", 1000));
        List<Result> third = List.of(result("sequential", 1000), result("stream", 4000), result("parfor AUTO", 400));
        assertThat(Report.of(List.of(first, slow, third), "a machine")).isEqualTo("""
                a machine; a JVM.

                | kernel | size | sequential, µs | stream | parfor AUTO |
                |---|---:|---:|---:|---:|
                | Saxpy | 10 | 1.00e+03 | 0.50 | 2.50 |
                | geometric mean, from 100 µs | | | 0.50 | 2.50 |
                """);
    }

    private static Result result(String variant, double score) {
        return new Result("Saxpy", 10, variant, score, "us", "a JVM");
    }

    @Test
    void readsWhatJmhWrites() {
        String json = """
                [
                    {
                        "benchmark" : "dev.parfor.benchmarks.Dot.parfor",
                        "vmName" : "a", "vmVersion" : "17",
                        "params" : { "size" : "1000", "schedule" : "GUIDED" },
                        "primaryMetric" : { "score" : 1.5E-3, "scoreError" : "NaN", "scoreUnit" : "us/op",
                            "rawData" : [ [ 1.0, -2 ] ] },
                        "secondaryMetrics" : { }
                    }
                ]
                """;
        assertThat(Result.read(json)).containsExactly(new Result("Dot", 1000, "parfor GUIDED", 0.0015, "us", "a 17"));
    }

    @Test
    void readsEscapesAndWords() {
        assertThat(Json.parse("{\"a\\u0041\\n\":[true,false,null,\"\\\\\"]}"))
                .isEqualTo(Map.of("aA\n", List.of(true, false, "null", "\\")));
    }

    @Test
    void refusesWhatIsNoJson() {
        for (String text : List.of("", "[1,]", "{\"a\" 1}", "[1] 2", "\"open")) {
            assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
