package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls of the processor, read off its import lines and qualified names. */
class LayeringTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/parfor/processor");
    private static final Pattern OURS = Pattern.compile("dev\\.parfor\\.processor\\.([a-z]+)\\b");

    /** Which packages each package may name, itself aside. The root package wires all of them and may name any. */
    private static final Map<String, Set<String>> MAY_NAME = Map.ofEntries(
            Map.entry("ir", Set.of()),
            Map.entry("dependence", Set.of()),
            Map.entry("judgement", Set.of("ir")),
            Map.entry("symbolic", Set.of("ir")),
            Map.entry("proving", Set.of("ir", "symbolic", "dependence")),
            Map.entry("walk", Set.of("ir", "symbolic", "proving", "judgement", "dependence")),
            Map.entry("scalars", Set.of("ir", "judgement", "walk")),
            Map.entry("judge", Set.of("ir", "dependence", "symbolic", "proving", "walk", "scalars", "judgement")),
            Map.entry("classfile", Set.of("ir")),
            Map.entry("frontend", Set.of("ir", "classfile")),
            Map.entry("diagnostics", Set.of("ir", "judgement", "dependence")),
            Map.entry("codegen", Set.of("ir", "judgement", "dependence", "diagnostics")),
            Map.entry("certificate", Set.of("ir", "symbolic", "judge", "judgement")),
            Map.entry("harness", Set.of("ir", "frontend", "codegen")),
            Map.entry("advice", Set.of("ir", "frontend", "judge", "judgement", "diagnostics")));

    @Test
    void packagesNameOnlyWhatTheyMay() throws IOException {
        List<String> violations = new ArrayList<>();
        for (Path file : sources()) {
            String from = packageOf(file);
            Matcher m = OURS.matcher(Files.readString(file));
            while (m.find()) {
                String to = m.group(1);
                boolean known = MAY_NAME.containsKey(to);
                if (MAY_NAME.containsKey(from)
                        && known
                        && !to.equals(from)
                        && !MAY_NAME.get(from).contains(to)) {
                    violations.add(file.getFileName() + " in " + from + " names " + to);
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void everyPackageHasItsPlace() throws IOException {
        assertThat(sources().stream().map(LayeringTest::packageOf).distinct().filter(p -> !p.isEmpty()))
                .isSubsetOf(MAY_NAME.keySet());
    }

    @Test
    void onlyTheFrontendKnowsTrees() throws IOException {
        assertThat(filesNaming("com.sun.source")).allMatch(f -> isRootOr(f, "frontend"));
    }

    @Test
    void nobodyKnowsTheCompilersInside() throws IOException {
        assertThat(filesNaming("com.sun.tools.javac")).isEmpty();
    }

    @Test
    void onlyTheGeneratorsKnowJavaPoet() throws IOException {
        assertThat(filesNaming("com.palantir.javapoet"))
                .allMatch(f -> Set.of("codegen", "harness").contains(packageOf(f)));
    }

    @Test
    void onlyTheReaderOfClassFilesKnowsAsm() throws IOException {
        assertThat(filesNaming("org.objectweb.asm")).allMatch(f -> packageOf(f).equals("classfile"));
    }

    @Test
    void analysesAreFreeOfTheCompilersModel() throws IOException {
        // JavaPoet's modifiers are those of the compiler's model; nothing else of it is needed to write code. A harness
        // reads signatures alone.
        assertThat(filesNaming("javax.lang.model"))
                .allMatch(f ->
                        isRootOr(f, "frontend") || Set.of("codegen", "harness").contains(packageOf(f)));
    }

    private static boolean isRootOr(Path file, String name) {
        return packageOf(file).isEmpty() || packageOf(file).equals(name);
    }

    /** First package below the processor's own; empty for the root. */
    private static String packageOf(Path file) {
        Path relative = SOURCES.relativize(file);
        return relative.getNameCount() == 1 ? "" : relative.getName(0).toString();
    }

    private static List<Path> filesNaming(String name) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path file : sources()) {
            if (Files.readString(file).contains(name)) {
                files.add(file);
            }
        }
        return files;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }
}
