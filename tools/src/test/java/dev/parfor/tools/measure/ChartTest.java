package dev.parfor.tools.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {

    private static final Pattern NAME = Pattern.compile("<text x=\"[0-9.]+\" y=\"([0-9.-]+)\"[^>]*>line [0-9]+<");

    /** Lines that end at one height: at the top, in the middle, at the bottom. */
    @ParameterizedTest
    @CsvSource({"5, 2", "9, 2", "5, 1", "12, 1", "5, 0", "9, 0"})
    void namesStandWithinTheChartAndApart(int lines, double height) {
        Chart chart = new Chart(Chart.Axis.linear("x", 2), Chart.Axis.linear("y", 2), "lines");
        for (int k = 0; k < lines; k++) {
            chart.line("line " + k, List.of(new Chart.Point(1, 1), new Chart.Point(2, height)));
        }
        List<Double> heights = new ArrayList<>();
        for (Matcher name = NAME.matcher(chart.svg()); name.find(); ) {
            heights.add(Double.parseDouble(name.group(1)));
        }
        assertThat(heights).hasSize(lines).allSatisfy(y -> assertThat(y).isBetween(12.0, 316.0));
        double[] sorted = heights.stream().mapToDouble(y -> y).sorted().toArray();
        for (int k = 1; k < lines; k++) {
            assertThat(sorted[k] - sorted[k - 1]).as(Arrays.toString(sorted)).isGreaterThanOrEqualTo(12.9);
        }
    }

    /** There is no room for so many, and nothing to wait for. */
    @ParameterizedTest
    @CsvSource({"60, 1"})
    void moreNamesThanRoom(int lines, double height) {
        Chart chart = new Chart(Chart.Axis.linear("x", 2), Chart.Axis.linear("y", 2), "lines");
        for (int k = 0; k < lines; k++) {
            chart.line("line " + k, List.of(new Chart.Point(2, height)));
        }
        assertThat(NAME.matcher(chart.svg()).results()).hasSize(lines);
    }
}
