package dev.parfor.processor.harness;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parfor.processor.codegen.GeneratedSource;
import dev.parfor.processor.codegen.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code FooBenchmark} for JMH: each annotated method and its variant. Arguments are made anew before each iteration of the measurement, so that a loop that changes
 * them starts from the same ones.
 */
public final class BenchmarkWriter {

    private static final String JMH = "org.openjdk.jmh.annotations";
    private static final ClassName PARAM = ClassName.get(JMH, "Param");
    private static final ClassName SETUP = ClassName.get(JMH, "Setup");
    private static final ClassName TEAM = ClassName.get("dev.parfor.runtime", "Team");
    private static final ClassName SCHEDULE = ClassName.get("dev.parfor.runtime", "Schedule");
    private static final ClassName INPUTS = ClassName.get("dev.parfor.testing", "Inputs");
    private static final String WORKERS = "Workers";
    private static final int MOST_NESTED = 500;

    private final boolean generated;
    private final Predicate<String> hides;

    /**
     * @param generated whether {@code javax.annotation.processing.Generated} is visible to the module of the harness
     * @param hides whether the package has a class of a simple name
     */
    public BenchmarkWriter(boolean generated, Predicate<String> hides) {
        this.generated = generated;
        this.hides = hides;
    }

    public GeneratedSource write(Harness harness) {
        TypeSpec.Builder type = TypeSpec.classBuilder(harness.nameWith("Benchmark"))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Each annotated method of {@link $T} and its variant: {@code Sequential} and {@code Parallel}. Fewer runs:"
                                + "\n{@code -p threads=4 -p schedule=AUTO -p size=100000}.\n",
                        harness.type())
                .addAnnotation(annotation("BenchmarkMode", CodeBlock.of("$T.AverageTime", ClassName.get(JMH, "Mode"))))
                .addAnnotation(annotation("OutputTimeUnit", CodeBlock.of("$T.MICROSECONDS", TimeUnit.class)))
                .addAnnotation(annotation("Fork", CodeBlock.of("1")))
                .addAnnotation(iterations("Warmup", 3))
                .addAnnotation(iterations("Measurement", 5));
        Output.annotate(type, generated, List.of("unchecked", "rawtypes", "deprecation", "removal"));
        type.addType(workers(harness.settings()));
        for (Subject subject : harness.subjects()) {
            type.addType(arguments(subject, harness.settings()));
            type.addMethod(benchmark(subject, false));
            type.addMethod(benchmark(subject, true));
        }
        Set<String> declared = new HashSet<>(Set.of("in", "made", "size", "workers", "threads", "schedule", "team"));
        harness.subjects().forEach(s -> declared.addAll(fields(s)));
        return Output.of(harness.packageName(), type.build(), hides, declared);
    }

    private static AnnotationSpec annotation(String name, CodeBlock value) {
        return AnnotationSpec.builder(ClassName.get(JMH, name))
                .addMember("value", value)
                .build();
    }

    private static AnnotationSpec iterations(String name, int count) {
        return AnnotationSpec.builder(ClassName.get(JMH, name))
                .addMember("iterations", "$L", count)
                .addMember("time", "$L", 1)
                .build();
    }

    private static TypeSpec workers(Harness.Settings settings) {
        return state(WORKERS, "The team of the parallel side.\n")
                .addField(parameter("threads", TypeName.INT, strings(settings.benchmarkTeams())))
                .addField(parameter(
                        "schedule",
                        SCHEDULE,
                        // the constants of dev.parfor.runtime.Schedule; a test compiles them
                        Arrays.asList("AUTO", "STATIC", "DYNAMIC", "GUIDED", "STEALING")))
                .addField(TEAM, "team", Modifier.PRIVATE)
                .addMethod(MethodSpec.methodBuilder("open")
                        .addAnnotation(SETUP)
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement("team = $T.of(threads).withSchedule(schedule)", TEAM)
                        .build())
                .addMethod(MethodSpec.methodBuilder("close")
                        .addAnnotation(ClassName.get(JMH, "TearDown"))
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement("team.close()")
                        .build())
                .build();
    }

    private static TypeSpec arguments(Subject subject, Harness.Settings settings) {
        TypeSpec.Builder type = state(stateOf(subject), "Arguments of {@code " + subject.signature() + "}.\n")
                .addField(parameter(
                        "size", TypeName.INT, strings(subject.sizes(settings.benchmarkSizes(), MOST_NESTED))));
        MethodSpec.Builder make = MethodSpec.methodBuilder("make")
                .addAnnotation(annotation("Setup", CodeBlock.of("$T.Iteration", ClassName.get(JMH, "Level"))))
                .addModifiers(Modifier.PUBLIC)
                .addException(Throwable.class);
        if (!subject.arguments().isEmpty()) {
            make.addStatement("$T in = $T.of(size, 1)", INPUTS, INPUTS);
        }
        subject.all().ifPresent(all -> make.addStatement("$T[] made = $L", Object.class, all));
        List<String> fields = fields(subject);
        for (int i = 0; i < fields.size(); i++) {
            Subject.Argument argument = subject.arguments().get(i);
            type.addField(argument.type(), fields.get(i), Modifier.PRIVATE);
            if (subject.all().isPresent()) {
                make.addStatement("$N = ($T) made[$L]", fields.get(i), argument.type(), i);
            } else {
                make.addStatement("$N = $L", fields.get(i), argument.input());
            }
        }
        return type.addMethod(make.build()).build();
    }

    private static MethodSpec benchmark(Subject subject, boolean parallel) {
        List<CodeBlock> values = new ArrayList<>();
        fields(subject).forEach(f -> values.add(CodeBlock.of("in.$N", f)));
        MethodSpec.Builder method = MethodSpec.methodBuilder(subject.id() + (parallel ? "Parallel" : "Sequential"))
                .addAnnotation(ClassName.get(JMH, "Benchmark"))
                .addModifiers(Modifier.PUBLIC)
                // JMH's own code, in another package, may not see the type
                .returns(
                        subject.isVoid() || subject.result().isPrimitive()
                                ? subject.result()
                                : ClassName.get(Object.class))
                .addParameter(ClassName.get("", stateOf(subject)), "in")
                .addException(Throwable.class);
        if (parallel) {
            method.addParameter(ClassName.get("", WORKERS), "workers");
        }
        CodeBlock call = parallel ? subject.variantCall(CodeBlock.of("workers.team"), values) : subject.call(values);
        return method.addStatement(subject.isVoid() ? "$L" : "return $L", call).build();
    }

    private static String stateOf(Subject subject) {
        return Character.toUpperCase(subject.id().charAt(0)) + subject.id().substring(1) + "Arguments";
    }

    /** The parameters' own names, where nothing else in the class has them. */
    private static List<String> fields(Subject subject) {
        Set<String> taken = Set.of("size", "in", "made");
        return subject.arguments().stream()
                .map(a -> taken.contains(a.name()) ? a.name() + "Argument" : a.name())
                .toList();
    }

    private static TypeSpec.Builder state(String name, String documentation) {
        return TypeSpec.classBuilder(name)
                .addJavadoc(documentation)
                .addAnnotation(annotation("State", CodeBlock.of("$T.Benchmark", ClassName.get(JMH, "Scope"))))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC);
    }

    private static FieldSpec parameter(String name, TypeName type, List<String> values) {
        List<CodeBlock> literals =
                values.stream().map(v -> CodeBlock.of("$S", v)).toList();
        return FieldSpec.builder(type, name, Modifier.PUBLIC)
                .addAnnotation(AnnotationSpec.builder(PARAM)
                        .addMember("value", "{$L}", CodeBlock.join(literals, ", "))
                        .build())
                .build();
    }

    private static List<String> strings(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).toList();
    }
}
