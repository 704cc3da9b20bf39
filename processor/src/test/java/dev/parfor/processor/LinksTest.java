package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages refer to exists. */
class LinksTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#\\s]+)[^)]*\\)");
    private static final Pattern FILE = Pattern.compile("\\b(\\w+\\.java|[A-Z]\\w+Test)\\b(?!\\.)");

    /** Names on the pages that stand for what a reader would write. */
    private static final Set<String> INVENTED = Set.of("MyTest", "MyTestTest", "MyTest.java");

    @Test
    void linksLeadToFiles() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                if (!Files.exists(page.resolveSibling(link.group(1)))) {
                    broken.add(page + ": " + link.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    /** Where the code is explained, its files and tests are called by their names. */
    @Test
    void namedFilesExist() throws IOException {
        Set<String> known = sourceFiles();
        List<String> unknown = new ArrayList<>();
        for (String page : List.of("ARCHITECTURE.md", "CONTRIBUTING.md", "docs/limits.md", "docs/performance.md")) {
            String prose = Files.readString(ROOT.resolve(page)).replaceAll("(?s)<!-- (file|javac).*?```\\w+.*?```", "");
            Matcher name = FILE.matcher(prose);
            while (name.find()) {
                String file = name.group(1).endsWith(".java") ? name.group(1) : name.group(1) + ".java";
                if (!known.contains(file)
                        && !INVENTED.contains(name.group(1))
                        && !file.matches("Foo\\w*\\.java|SmoothParallelKernels\\.java")) {
                    unknown.add(page + ": " + name.group(1));
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(f -> f.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> sourceFiles() throws IOException {
        Set<String> names = new java.util.TreeSet<>();
        for (String module :
                List.of("annotations", "runtime", "buildtools", "processor", "examples", "tools", "benchmarks")) {
            Path sources = ROOT.resolve(module).resolve("src");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    names.addAll(files.map(f -> f.getFileName().toString())
                            .filter(f -> f.endsWith(".java"))
                            .collect(Collectors.toSet()));
                }
            }
        }
        return names;
    }
}
