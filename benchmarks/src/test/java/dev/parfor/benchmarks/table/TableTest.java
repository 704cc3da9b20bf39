package dev.parfor.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static List<String> round(double executor, double parfor, double c) {
        return List.of(
                "A\tmemory\tsmall\t10\tsequential\t100\t5",
                "A\tmemory\tsmall\t10\tstream\t100\t5",
                "A\tmemory\tsmall\t10\texecutor\t" + executor + "\t5",
                "A\tmemory\tsmall\t10\tparfor\t" + parfor + "\t5",
                "A\tmemory\tsmall\t10\tC\t" + c + "\t6");
    }

    @Test
    void ratiosHaveIntervalsAndLossesAreNamed() {
        String text = Table.of(List.of(round(50, 80, 25), round(51, 81, 25), round(49, 79, 25)));
        assertThat(text)
                .contains("| A | memory | 10 | 100 | 1.00 (1.00–1.00) | 2.00 (")
                .contains("Behind the executor, intervals apart: A 10.")
                .contains("Results that differ: A 10 C.")
                .contains("Geometric means, small sizes: stream 1.00")
                .contains("Parfor against C 0.31");
    }

    @Test
    void aFormThatWasNotMeasuredHasNoRatio() {
        List<String> lines = round(50, 50, 25).subList(0, 4);
        assertThat(Table.of(List.of(lines, lines)))
                .contains("| 2.00 (2.00–2.00) | 2.00 (2.00–2.00) |  |")
                .contains("Behind the executor, intervals apart: none.")
                .contains("Results that differ: none.")
                .doesNotContain("against C");
    }

    /** Of the logarithms of 1, 2 and 4: mean log 2, deviation log 2, t 4.303. */
    @Test
    void theIntervalIsStudents() {
        Interval interval = Interval.of(List.of(1.0, 2.0, 4.0));
        assertThat(interval.mean()).isEqualTo(2, within(1e-9));
        assertThat(interval.high() / interval.mean())
                .isEqualTo(Math.exp(4.303 * Math.log(2) / Math.sqrt(3)), within(1e-9));
    }
}
