package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ARCHITECTURE.md shows is what the code does, and what it names exists. */
class ArchitectureTest {

    private static final Path PAGE = Path.of("..", "ARCHITECTURE.md");
    private static final Path SOURCES = Path.of("src/main/java/dev/parfor/processor");

    @Test
    void loopIsFollowedAsItIs(@TempDir Path folder) throws IOException {
        Document page = new Document(PAGE, folder);
        assertThat(page.outputs()).isEqualTo(4);
        ReadmeTest.check(page, PAGE);
    }

    @Test
    void everyPackageIsListedAndNoOther() throws IOException {
        List<String> listed = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|")
                .matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .toList();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> packages = files.filter(f -> f.endsWith("package-info.java"))
                    .map(f -> SOURCES.relativize(f.getParent()).toString().replaceAll("[/\\\\]", "."))
                    .filter(name -> !name.isEmpty())
                    .toList();
            assertThat(listed).containsExactlyInAnyOrderElementsOf(packages);
        }
    }
}
