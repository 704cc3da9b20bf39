package dev.parfor.processor.harness;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parfor.processor.codegen.GeneratedSource;
import dev.parfor.processor.codegen.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes {@code FooEquivalenceTest}: a JUnit test factory for each annotated method. */
public final class EquivalenceWriter {

    private static final ClassName TEST_FACTORY = ClassName.get("org.junit.jupiter.api", "TestFactory");
    private static final ClassName DYNAMIC_TEST = ClassName.get("org.junit.jupiter.api", "DynamicTest");
    private static final ClassName EQUIVALENCE = ClassName.get("dev.parfor.testing", "Equivalence");
    private static final int MOST_NESTED = 100;

    private final boolean generated;
    private final Predicate<String> hides;

    /**
     * @param generated whether {@code javax.annotation.processing.Generated} is visible to the module of the harness
     * @param hides whether the package has a class of a simple name
     */
    public EquivalenceWriter(boolean generated, Predicate<String> hides) {
        this.generated = generated;
        this.hides = hides;
    }

    public GeneratedSource write(Harness harness) {
        TypeSpec.Builder type = TypeSpec.classBuilder(harness.nameWith("EquivalenceTest"))
                .addModifiers(Modifier.FINAL)
                .addJavadoc(
                        "Each annotated method of {@link $T} and its variant on equal arguments, on teams of several sizes and by every"
                                + "\nschedule: result, arguments and exception must be the same.\n",
                        harness.type());
        Output.annotate(type, generated, List.of("unchecked", "rawtypes", "deprecation", "removal"));
        harness.subjects().forEach(s -> type.addMethod(test(s, harness.settings())));
        return Output.of(harness.packageName(), type.build(), hides, Set.of("in", "arguments", "team", "one"));
    }

    private static MethodSpec test(Subject subject, Harness.Settings settings) {
        List<CodeBlock> names = new ArrayList<>();
        subject.arguments().forEach(a -> names.add(CodeBlock.of("$S", a.name())));
        CodeBlock body = CodeBlock.builder()
                .add("return $T.of($L)\n", EQUIVALENCE, CodeBlock.join(names, ", "))
                .indent()
                .indent()
                .add(".sizes($L)\n", list(subject.sizes(settings.sizes(), MOST_NESTED)))
                .add(".teams($L)\n", list(settings.teams()))
                .add(".tolerance($L)\n", settings.tolerance())
                .add(".arguments(in -> $L)\n", subject.made())
                .add(".sequential(arguments -> $L)\n", lambda(subject, subject.call(casts(subject))))
                .add(
                        ".parallel((team, arguments) -> $L)\n",
                        lambda(subject, subject.variantCall(CodeBlock.of("team"), casts(subject))))
                .add(".cases().stream()\n")
                .add(".map(one -> $T.dynamicTest(one.name(), () -> one.check().run()));\n", DYNAMIC_TEST)
                .unindent()
                .unindent()
                .build();
        return MethodSpec.methodBuilder(subject.id())
                .addJavadoc("{@code $L}\n", subject.signature())
                .addAnnotation(TEST_FACTORY)
                .returns(ParameterizedTypeName.get(ClassName.get(Stream.class), DYNAMIC_TEST))
                .addCode(body)
                .build();
    }

    private static CodeBlock lambda(Subject subject, CodeBlock call) {
        return subject.isVoid()
                ? CodeBlock.builder()
                        .add("{\n")
                        .indent()
                        .add("$L;\nreturn null;\n", call)
                        .unindent()
                        .add("}")
                        .build()
                : call;
    }

    private static List<CodeBlock> casts(Subject subject) {
        List<CodeBlock> casts = new ArrayList<>();
        for (int i = 0; i < subject.arguments().size(); i++) {
            TypeName type = subject.arguments().get(i).type();
            boolean receiver = i == 0 && !subject.isStatic();
            casts.add(CodeBlock.of(receiver ? "(($T) arguments[$L])" : "($T) arguments[$L]", type, i));
        }
        return casts;
    }

    private static String list(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
