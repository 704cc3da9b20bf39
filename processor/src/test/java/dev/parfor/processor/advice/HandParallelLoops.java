package dev.parfor.processor.advice;

import dev.parfor.processor.AnyProcessor;
import dev.parfor.processor.Sources;
import dev.parfor.processor.frontend.AllLoops;
import dev.parfor.processor.frontend.Frontend;
import dev.parfor.processor.frontend.TypedTrees;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * How many of the loops that a library's authors made parallel by hand are accepted with nothing but the annotation added.
 *
 * <p>As a program: {@code HandParallelLoops classpath out sources.jar...} prints a line of {@code docs/advise.md} for each library, and
 * writes all loops with their verdicts to the file {@code out}, the most frequent reasons first. A library with too many files for one compilation is read
 * as a whole, but only its marked loops are judged.
 */
final class HandParallelLoops {

    private final Map<String, HandParallel> files = new TreeMap<>();

    /** All sources of the jar; classes of generated parallel copies are none of the library's own. */
    HandParallelLoops(Path sources) throws IOException {
        try (JarFile jar = new JarFile(sources.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                if (name.endsWith(".java")
                        && !name.endsWith("module-info.java")
                        && !name.endsWith("package-info.java")
                        && !name.startsWith("META-INF")
                        && !name.contains("_MT")) {
                    String text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    // A name of variables until Java 8.
                    files.put(name, HandParallel.in(text.replaceAll("(?<![\\w$'])_(?![\\w$'])", "\\$_")));
                }
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        StringBuilder page = new StringBuilder();
        for (int k = 2; k < arguments.length; k++) {
            Path jar = Path.of(arguments[k]);
            HandParallelLoops library = new HandParallelLoops(jar);
            List<Advice> advice = library.advise(arguments[0]);
            String name = jar.getFileName().toString().replaceAll("-sources|\\.jar", "");
            System.out.println(library.line(name, advice));
            page.append(page(name, advice));
        }
        Files.writeString(Path.of(arguments[1]), page);
    }

    /** The verdict on each marked loop that javac understands. */
    List<Advice> advise(String classPath) {
        List<JavaFileObject> units = new ArrayList<>();
        files.forEach((name, file) -> units.add(Sources.file(name, file.text())));
        List<Advice> found = new ArrayList<>();
        List<String> options = List.of("-proc:only", "-nowarn", "-Xlint:none", "-cp", classPath);
        var task =
                ToolProvider.getSystemJavaCompiler().getTask(Writer.nullWriter(), null, d -> {}, options, null, units);
        task.setProcessors(List.of(new Reader(found::add)));
        task.call();
        return found;
    }

    int marked() {
        return files.values().stream().mapToInt(f -> f.lines().size()).sum();
    }

    private String line(String name, List<Advice> advice) {
        Map<Advice.Verdict, Long> verdicts =
                advice.stream().collect(Collectors.groupingBy(Advice::verdict, TreeMap::new, Collectors.counting()));
        long accepted = advice.stream().filter(a -> a.verdict().isParallel()).count();
        int left = files.values().stream().mapToInt(HandParallel::notRewritten).sum();
        return String.format(
                "| %s | %d | %d | %d | %.2f | %s | %d",
                name,
                marked(),
                advice.size(),
                accepted,
                accepted / (double) Math.max(1, advice.size()),
                verdicts,
                left);
    }

    private static String page(String name, List<Advice> advice) {
        Map<String, List<Advice>> reasons = advice.stream()
                .filter(a -> !a.verdict().isParallel())
                .collect(Collectors.groupingBy(HandParallelLoops::codes, TreeMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder("# " + name + "\n");
        reasons.entrySet().stream()
                .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                .forEach(e -> {
                    page.append("\n## " + e.getValue().size() + " " + e.getKey() + "\n");
                    e.getValue().forEach(a -> page.append(described(a)));
                });
        return page + "\n";
    }

    private static String codes(Advice advice) {
        return advice.verdict() + " "
                + advice.reasons().stream()
                        .map(r -> r.code() + " " + r.kind())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String described(Advice advice) {
        StringBuilder text =
                new StringBuilder("\n" + advice.file() + ":" + advice.at().line() + " " + advice.where() + "\n");
        advice.reasons().stream()
                .limit(6)
                .forEach(r -> text.append("    " + r.at().line() + ": " + r.firstLine() + "\n"));
        return text.toString();
    }

    private final class Reader extends AnyProcessor {
        private final Consumer<Advice> consumer;

        Reader(Consumer<Advice> consumer) {
            this.consumer = consumer;
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            TypedTrees trees = TypedTrees.of(processingEnv).orElseThrow();
            Set<String> classes = round.getRootElements().stream()
                    .filter(TypeElement.class::isInstance)
                    .map(e -> ((TypeElement) e).getQualifiedName().toString())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            for (String name : classes) {
                HandParallel file = files.get(name.replace('.', '/') + ".java");
                if (file != null && !file.lines().isEmpty()) {
                    Frontend frontend = new Frontend(trees, classes);
                    new AllLoops(frontend).of(name, seen -> {
                        if (file.lines().containsKey(seen.span().line())) {
                            consumer.accept(Advisor.advice(frontend, name, seen));
                        }
                    });
                }
            }
            return false;
        }
    }
}
