package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs in {@code docs/guides} are compiled, those with a result are run, and what both print is what the pages show. */
class GuidesTest {

    private static final Path FOLDER = Path.of("..", "docs", "guides");
    private static final Pattern JAVA = Pattern.compile("(?m)^(.*)\\n```java$");
    private static final Pattern BOX =
            Pattern.compile("(?m)^<!-- (file|javac|says|java|generated):? (.*?)(?: \\|.*)? -->$");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| .* \\| (`.*) \\|$");
    private static final String NO_CODE = "`-Dparfor.threads=4`, for teams that nobody has made";
    private static final Pattern NAMES = Pattern.compile("<!-- file: Rows.java -->\n```java\n((?s:.*?))```");
    private static final Pattern METHOD =
            Pattern.compile("    static void row(\\((?s:[^)]*)\\) \\{\\n)(?s:.*?)\\n    \\}\\n");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void outputIsReal(Path page, @TempDir Path folder) throws IOException {
        ReadmeTest.check(new Document(page, folder), page);
    }

    /** No program on a page goes uncompiled. */
    @ParameterizedTest
    @MethodSource("pages")
    void everyProgramIsCompiled(Path page) throws IOException {
        String text = Files.readString(page);
        assertThat(JAVA.matcher(text).results().map(m -> m.group(1)))
                .allSatisfy(above -> assertThat(above).startsWith("<!-- file: "));
        TreeMap<String, String> waiting = new TreeMap<>();
        List<String> forgotten = new ArrayList<>();
        Matcher box = BOX.matcher(text);
        while (box.find()) {
            if (box.group(1).equals("file")) {
                if (waiting.put(box.group(2), "") != null) {
                    forgotten.add(box.group(2));
                }
            } else if (!box.group(1).equals("java")) {
                List.of(box.group(2).split(" ")).forEach(waiting::remove);
            }
        }
        forgotten.addAll(waiting.keySet());
        assertThat(forgotten).isEmpty();
    }

    /** Each loop in the table of {@code migration.md} becomes a method of the class at the end of the page. */
    @Test
    void everyRowOfTheTableIsAccepted() throws IOException {
        String page = Files.readString(FOLDER.resolve("migration.md"));
        List<String> rows = ROW.matcher(page).results().map(m -> m.group(1)).toList();
        assertThat(rows).hasSizeGreaterThan(40);
        assertThat(rows.stream().filter(row -> !row.matches("`.*[;}]`"))).containsExactly(NO_CODE);

        Matcher names = NAMES.matcher(page);
        assertThat(names.find()).isTrue();
        Matcher row = METHOD.matcher(names.group(1));
        assertThat(row.find()).isTrue();
        StringBuilder methods = new StringBuilder();
        for (String code : rows) {
            if (!code.equals(NO_CODE)) {
                methods.append("    static void row").append(methods.length()).append(row.group(1));
                methods.append(code, 1, code.length() - 1).append("\n    }\n");
            }
        }
        Snippet.Result result = Snippet.check(names.group(1).replace(row.group(), methods), "-Aparfor.report=refusals");
        assertThat(result.refusals()).isEmpty();
    }

    @Test
    void thereIsAGuideForEachTask() throws IOException {
        assertThat(pages().stream().map(p -> p.getFileName().toString()))
                .contains("image-filter.md", "simulation.md", "log-pipeline.md", "monte-carlo.md");
    }
}
