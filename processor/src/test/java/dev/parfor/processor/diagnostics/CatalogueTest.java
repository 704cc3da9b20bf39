package dev.parfor.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code has a page, and every page has a code. {@link PageLoopsTest} compiles what is on them. */
class CatalogueTest {

    private static final Pattern NUMBER = Pattern.compile("\\bPF\\d{3}\\b");

    @ParameterizedTest
    @EnumSource(Code.class)
    void pageHasTheTitleAndAllHeadings(Code code) {
        Page page = Page.of(code);
        assertThat(page.title()).isEqualTo(code + ": " + code.title());
        assertThat(page.headings()).containsExactlyElementsOf(Page.HEADINGS);
    }

    @Test
    void everyPageHasACode() throws IOException {
        try (Stream<Path> files = Files.list(Page.folder())) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .toList();
            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Code.values())
                            .map(code -> code + ".md")
                            .toList());
        }
    }

    @Test
    void listOfPagesIsComplete() throws IOException {
        String list = Files.readString(Page.folder().resolve("README.md"));
        for (Code code : Code.values()) {
            assertThat(list).contains("- [" + code + "](" + code + ".md): " + code.title() + "\n");
        }
    }

    /** No page, no test and no source text names a code that does not exist. */
    @Test
    void noNumberWithoutACode() throws IOException {
        Set<String> codes = EnumSet.allOf(Code.class).stream().map(Code::name).collect(Collectors.toSet());
        for (Path root : List.of(Path.of("..", "docs"), Path.of("src"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(f -> !f.toString().endsWith(".png"))
                        .toList()) {
                    assertThat(NUMBER.matcher(Files.readString(file)).results().map(MatchResult::group))
                            .as("numbers in %s", file)
                            .allMatch(codes::contains);
                }
            }
        }
    }
}
