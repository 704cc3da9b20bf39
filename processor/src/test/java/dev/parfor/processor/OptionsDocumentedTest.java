package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's table of options has every option with every value, and no other. */
class OptionsDocumentedTest {

    /** {@code | `-Aparfor.refused=error` | ...}: one row for each value; the row of the default one says so. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `-A(parfor\\.[^`]*)`( \\(default\\))? \\|");

    @Test
    void everyOptionAndNoOther() throws IOException {
        List<String> rows = rows().map(row -> row.group(1)).toList();
        assertThat(rows.stream().map(row -> row.split("=")[0]).distinct()).containsExactlyElementsOf(Options.names());
        assertThat(rows.stream().filter(row -> row.startsWith("parfor.refused")))
                .containsExactlyElementsOf(values("parfor.refused=", Options.Refused.values()));
        assertThat(rows.stream().filter(row -> row.startsWith("parfor.report")))
                .containsExactlyElementsOf(values("parfor.report=", Options.Report.values()));
        assertThat(rows.stream().filter(row -> row.startsWith("parfor.dump")))
                .containsExactlyElementsOf(values("parfor.dump=", Options.Dump.values()));
    }

    @Test
    void defaultsAreMarked() throws IOException {
        for (MatchResult row : rows().toList()) {
            String[] given = row.group(1).split("=");
            Options withIt = Options.parse(Map.of(given[0], given.length > 1 ? given[1] : ""));
            assertThat(withIt.misuses()).isEmpty();
            assertThat(withIt.equals(Options.parse(Map.of()))).as(row.group()).isEqualTo(row.group(2) != null);
        }
    }

    private static java.util.stream.Stream<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(ReadmeTest.PAGE)).results();
    }

    private static List<String> values(String prefix, Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> prefix + constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
