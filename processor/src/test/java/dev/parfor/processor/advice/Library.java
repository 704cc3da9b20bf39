package dev.parfor.processor.advice;

import dev.parfor.processor.AnyProcessor;
import dev.parfor.processor.Sources;
import dev.parfor.processor.frontend.TypedTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * The loops of a library as it was released: its jar of sources, compiled without output and advised about.
 *
 * <p>As a program: {@code Library sources.jar [classpath [advice.json]]} prints the table of {@link LibraryLoopsTest}.
 */
final class Library {

    private final Path sources;
    private final String classPath;
    private final Predicate<String> files;

    /** @param files which files of the jar are compiled, by name */
    Library(Path sources, String classPath, Predicate<String> files) {
        this.sources = sources;
        this.classPath = classPath;
        this.files = files;
    }

    public static void main(String[] arguments) throws IOException {
        Tally tally = new Tally();
        Path out = Path.of(arguments.length > 2 ? arguments[2] : "/dev/null");
        try (AdviceFile file = new AdviceFile(Files.newBufferedWriter(out))) {
            new Library(Path.of(arguments[0]), arguments.length > 1 ? arguments[1] : "", f -> true).advise(advice -> {
                tally.add(advice);
                try {
                    file.write(advice);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
        System.out.println(tally.verdicts() + "\nmedian " + tally.quantile(0.5) + " us, 99 % " + tally.quantile(0.99)
                + " us, most " + tally.quantile(1) + " us");
        tally.reasons().forEach(System.out::println);
    }

    void advise(Consumer<Advice> consumer) throws IOException {
        List<JavaFileObject> units = new ArrayList<>();
        try (JarFile jar = new JarFile(sources.toFile())) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.endsWith(".java")
                        && !name.endsWith("module-info.java")
                        && !name.startsWith("META-INF")
                        && files.test(name)) {
                    String text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    units.add(Sources.file(name, text));
                }
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-proc:only", "-nowarn", "-Xlint:none", "-cp", classPath);
        JavaCompiler.CompilationTask task = compiler.getTask(Writer.nullWriter(), null, d -> {}, options, null, units);
        task.setProcessors(List.of(new Reader(consumer)));
        task.call();
    }

    private static final class Reader extends AnyProcessor {
        private final Consumer<Advice> consumer;

        Reader(Consumer<Advice> consumer) {
            this.consumer = consumer;
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            Set<String> classes = round.getRootElements().stream()
                    .filter(TypeElement.class::isInstance)
                    .map(e -> ((TypeElement) e).getQualifiedName().toString())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Advisor.advise(TypedTrees.of(processingEnv).orElseThrow(), classes, consumer);
            return false;
        }
    }

    /** Counts over advice. */
    static final class Tally {
        private final Map<Advice.Verdict, Integer> verdicts = new TreeMap<>();
        private final Map<String, Integer> reasons = new TreeMap<>();
        private final List<Long> microseconds = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();

        void add(Advice advice) {
            // Loops inside of others are judged as well, but counted only where they are what would be annotated.
            if (advice.depth() == 0) {
                verdicts.merge(advice.verdict(), 1, Integer::sum);
                advice.reasons().stream()
                        .map(r -> r.code() + " " + r.kind())
                        .distinct()
                        .forEach(r -> reasons.merge(r, 1, Integer::sum));
            }
            if (advice.microseconds() > 0) {
                microseconds.add(advice.microseconds());
            }
            advice.reasons().stream()
                    .filter(r -> r.code().equals("PF901"))
                    .forEach(r -> failures.add(advice.file() + ":" + advice.at().line() + " " + r.text()));
        }

        Map<Advice.Verdict, Integer> verdicts() {
            return verdicts;
        }

        List<String> failures() {
            return failures;
        }

        int loops() {
            return verdicts.values().stream().mapToInt(n -> n).sum();
        }

        int parallel() {
            return verdicts.entrySet().stream()
                    .filter(e -> e.getKey().isParallel())
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        long quantile(double part) {
            List<Long> sorted = microseconds.stream().sorted().toList();
            return sorted.get(Math.min(sorted.size() - 1, (int) (part * sorted.size())));
        }

        /** By how many loops have them, most first. */
        List<String> reasons() {
            return reasons.entrySet().stream()
                    .sorted((a, b) -> b.getValue() - a.getValue())
                    .map(e -> e.getValue() + "\t" + e.getKey())
                    .toList();
        }
    }
}
