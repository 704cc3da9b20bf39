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
 *
 * <p>A normal build reads one file in {@value #PART}; {@code -Dparfor.libraries=all} reads them all, which takes some minutes.
 */
class LibraryLoopsTest {

    private static final Path LIBRARIES = Path.of("target/libraries");
    private static final boolean ALL = "all".equals(System.getProperty("parfor.libraries"));
    private static final int PART = 4;

    /**
     * A library.
     *
     * @param files a regular expression: libraries whose files repeat each other for another type are read in part
     * @param all what all of these have
     * @param part what has been found in the files that a normal build reads
     */
    private record Expected(String jar, String files, Loops all, Loops part) {

        boolean reads(String file) {
            return file.matches(files) && (ALL || Math.floorMod(file.hashCode(), PART) == 0);
        }

        Loops atLeast() {
            return ALL ? all : part;
        }
    }

    /**
     * At the least.
     *
     * @param parallel how many of the outermost loops are accepted: what is proved once stays proved
     */
    private record Loops(int number, int parallel) {}

    private static final List<Expected> EXPECTED = List.of(
            new Expected("commons-math3-3.6.1-sources.jar", ".*", new Loops(2000, 350), new Loops(500, 60)),
            new Expected("ejml-ddense-0.43.1-sources.jar", ".*", new Loops(600, 140), new Loops(180, 40)),
            new Expected(
                    "JTransforms-3.1-sources.jar",
                    ".*/(dst|dht|utils)/(?!Float).*",
                    new Loops(100, 5),
                    new Loops(100, 1)));

    @Test
    void everyLoopGetsAVerdict() throws IOException {
        List<String> page = new ArrayList<>(List.of("# Loops of libraries"));
        for (Expected library : EXPECTED) {
            Library.Tally tally = new Library.Tally();
            new Library(LIBRARIES.resolve(library.jar()), classPath(), library::reads).advise(tally::add);
            page.addAll(List.of("", "## " + library.jar(), "", tally.verdicts().toString(), ""));
            page.addAll(tally.reasons());
            assertThat(tally.failures()).as(library.jar()).isEmpty();
            assertThat(tally.loops())
                    .as(library.jar())
                    .isGreaterThanOrEqualTo(library.atLeast().number());
            assertThat(tally.parallel())
                    .as(library.jar())
                    .isGreaterThanOrEqualTo(library.atLeast().parallel());
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
