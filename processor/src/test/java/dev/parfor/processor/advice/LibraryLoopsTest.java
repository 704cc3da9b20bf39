package dev.parfor.processor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of loops that nobody wrote for us: libraries as they were released, fetched by the build. Whatever stands in them, each
 * loop gets a verdict, and none may bring the checker down. What is found is written to {@code target/libraries.md}.
 */
class LibraryLoopsTest {

    private static final Path LIBRARIES = Path.of("target/libraries");

    /**
     * A library.
     *
     * @param files a regular expression: libraries whose files repeat each other for another type are read in part
     * @param parallel how many of its outermost loops are accepted at the least: what is proved once stays proved
     */
    private record Expected(String jar, String files, int loops, int parallel) {}

    private static final List<Expected> EXPECTED = List.of(
            new Expected("commons-math3-3.6.1-sources.jar", ".*", 2000, 350),
            new Expected("ejml-ddense-0.43.1-sources.jar", ".*", 600, 140),
            new Expected("JTransforms-3.1-sources.jar", ".*/(dst|dht|utils)/(?!Float).*", 100, 5));

    @Test
    void everyLoopGetsAVerdict() throws IOException {
        List<String> page = new ArrayList<>(List.of("# Loops of libraries"));
        for (Expected library : EXPECTED) {
            Library.Tally tally = new Library.Tally();
            new Library(LIBRARIES.resolve(library.jar()), classPath(), f -> f.matches(library.files()))
                    .advise(tally::add);
            page.addAll(List.of("", "## " + library.jar(), "", tally.verdicts().toString(), ""));
            page.addAll(tally.reasons());
            assertThat(tally.failures()).as(library.jar()).isEmpty();
            assertThat(tally.loops()).as(library.jar()).isGreaterThan(library.loops());
            assertThat(tally.parallel()).as(library.jar()).isGreaterThanOrEqualTo(library.parallel());
        }
        Files.write(Path.of("target/libraries.md"), page);
    }

    private static String classPath() throws IOException {
        try (Stream<Path> jars = Files.list(LIBRARIES)) {
            return jars.filter(j -> !j.toString().contains("sources"))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
