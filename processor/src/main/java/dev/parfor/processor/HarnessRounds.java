package dev.parfor.processor;

import dev.parfor.processor.frontend.TypedTrees;
import dev.parfor.processor.harness.BenchmarkWriter;
import dev.parfor.processor.harness.EquivalenceWriter;
import dev.parfor.processor.harness.Harness;
import dev.parfor.processor.harness.Harness.Settings;
import dev.parfor.processor.harness.HarnessReader;
import dev.parfor.processor.ir.Refusal.Misuse;
import dev.parfor.processor.ir.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Writes tests and benchmarks of the classes that {@code @ParallelHarness} names, in the first round in which all their companions exist: the
 * next one for classes of this compilation.
 */
final class HarnessRounds {

    private static final String ANNOTATION = "dev.parfor.ParallelHarness";
    private static final String JUNIT = "org.junit.jupiter.api.DynamicTest";
    private static final String JMH = "org.openjdk.jmh.annotations.Benchmark";
    private static final String TESTING = "dev.parfor.testing.Equivalence";

    private final TypedTrees trees;
    private final CompanionFiles files;
    private final Reporter reporter;
    private final Set<String> pending = new LinkedHashSet<>();

    HarnessRounds(TypedTrees trees, CompanionFiles files, Reporter reporter) {
        this.trees = trees;
        this.files = files;
        this.reporter = reporter;
    }

    void run(RoundEnvironment round) {
        TypeElement annotation = trees.elements().getTypeElement(ANNOTATION);
        if (annotation != null) {
            for (Element found : round.getElementsAnnotatedWith(annotation)) {
                pending.add(((TypeElement) found).getQualifiedName().toString());
            }
        }
        for (String name : List.copyOf(pending)) {
            TypeElement harness = trees.elements().getTypeElement(name);
            Map<String, AnnotationValue> values = values(harness);
            List<TypeElement> types = types(values);
            boolean ready = types.stream().allMatch(t -> companion(t).isPresent());
            // What has errors is not told that it has no variants, too.
            if (ready && !round.processingOver()) {
                pending.remove(name);
                write(harness, types, settings(values));
            } else if (round.processingOver() && !round.errorRaised()) {
                types.stream()
                        .filter(t -> companion(t).isEmpty())
                        .forEach(t -> refuse(
                                harness,
                                Misuse.Kind.HARNESS_VARIANTS,
                                t.getSimpleName().toString()));
            }
        }
    }

    /** The companion of a class; where the class is being compiled, not one that an earlier compilation left. */
    private Optional<TypeElement> companion(TypeElement type) {
        return trees.classSeenBy(type, HarnessReader.companionOf(type, trees.elements()))
                .filter(c -> !trees.isInSource(type) || trees.isInSource(c));
    }

    private void write(TypeElement harness, List<TypeElement> types, Settings settings) {
        boolean tests = trees.classSeenBy(harness, JUNIT).isPresent();
        boolean benchmarks = trees.classSeenBy(harness, JMH).isPresent()
                && !trees.elements().getPackageOf(harness).isUnnamed();
        if (!tests && !benchmarks) {
            refuse(harness, Misuse.Kind.HARNESS_LIBRARY, "junit-jupiter, or jmh-core and a named package");
            return;
        }
        if (trees.classSeenBy(harness, TESTING).isEmpty()) {
            refuse(harness, Misuse.Kind.HARNESS_LIBRARY, "parfor-testing");
            return;
        }
        HarnessReader reader = new HarnessReader(trees.elements(), trees.types(), harness, span(harness));
        List<Harness> read = new ArrayList<>();
        for (TypeElement type : types) {
            read.add(reader.read(type, companion(type).orElseThrow(), settings));
        }
        reader.refuseUnusedFactories();
        reader.misuses().forEach(reporter::refused);
        boolean generated = files.generatedIsVisible(harness);
        for (Harness one : read) {
            if (tests) {
                files.write(harness, new EquivalenceWriter(generated, files.inPackage(harness)).write(one));
            }
            if (benchmarks) {
                files.write(harness, new BenchmarkWriter(generated, files.inPackage(harness)).write(one));
            }
        }
    }

    private Map<String, AnnotationValue> values(TypeElement harness) {
        Map<String, AnnotationValue> values = new LinkedHashMap<>();
        for (AnnotationMirror mirror : harness.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().toString().equals(ANNOTATION)) {
                trees.elements()
                        .getElementValuesWithDefaults(mirror)
                        .forEach((member, value) ->
                                values.put(member.getSimpleName().toString(), value));
            }
        }
        return values;
    }

    /** Classes named; what does not exist is javac's to complain about. */
    private static List<TypeElement> types(Map<String, AnnotationValue> values) {
        List<TypeElement> types = new ArrayList<>();
        for (Object value : list(values.get("value"))) {
            if (value instanceof DeclaredType type && type.asElement() instanceof TypeElement element) {
                types.add(element);
            }
        }
        return types;
    }

    private static Settings settings(Map<String, AnnotationValue> values) {
        return new Settings(
                numbers(values.get("sizes")),
                numbers(values.get("teams")),
                (Double) values.get("tolerance").getValue(),
                numbers(values.get("benchmarkSizes")),
                numbers(values.get("benchmarkTeams")));
    }

    private static List<Integer> numbers(AnnotationValue value) {
        return list(value).stream().map(Integer.class::cast).toList();
    }

    private static List<Object> list(AnnotationValue value) {
        List<Object> all = new ArrayList<>();
        if (value.getValue() instanceof List<?> list) {
            list.forEach(v -> all.add(((AnnotationValue) v).getValue()));
        }
        return all;
    }

    private Span span(TypeElement harness) {
        return trees.path(harness).map(trees::span).orElse(Span.NONE);
    }

    private void refuse(TypeElement harness, Misuse.Kind kind, String subject) {
        reporter.refused(new Misuse(kind, span(harness), subject, ""));
    }
}
