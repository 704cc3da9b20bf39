package dev.parfor.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.parfor.processor.ir.MethodText.Modifier;
import dev.parfor.processor.ir.MethodText.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes {@code FooParallel}, the class that users call: each annotated method twice, with its own parameters and with a team
 * in front. It needs nothing but signatures and does nothing but delegate.
 */
public final class FacadeWriter {

    private final boolean generated;
    private final Predicate<String> hides;

    /**
     * @param generated whether {@code javax.annotation.processing.Generated} is visible to the module of the class
     * @param hides whether the package has a class of a simple name
     */
    public FacadeWriter(boolean generated, Predicate<String> hides) {
        this.generated = generated;
        this.hides = hides;
    }

    /** The simple name of the companion of a class. */
    public static String nameOf(List<String> classNames) {
        return String.join("_", classNames) + "Parallel";
    }

    public GeneratedSource write(String packageName, List<String> classNames, List<Signature> methods) {
        String name = nameOf(classNames);
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(javax.lang.model.element.Modifier.FINAL)
                .addJavadoc(
                        "Parallel variants of the annotated methods of {@link $L}. Each gives the result that the method itself"
                                + "\ngives, on the shared team or on the team passed in front.\n",
                        String.join(".", classNames))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(javax.lang.model.element.Modifier.PRIVATE)
                        .build());
        if (methods.stream().anyMatch(FacadeWriter::isPublic)) {
            type.addModifiers(javax.lang.model.element.Modifier.PUBLIC);
        }
        Output.annotate(type, generated, List.of("rawtypes", "deprecation", "removal", "exports", "overloads"));
        for (Signature method : methods) {
            type.addMethod(variant(classNames, method, false));
            type.addMethod(variant(classNames, method, true));
        }
        Set<String> declared = methods.stream()
                .flatMap(s -> new MethodShape(s).declared().stream())
                .collect(Collectors.toSet());
        return Output.of(packageName, type.build(), hides, declared);
    }

    private static MethodSpec variant(List<String> classNames, Signature signature, boolean withTeam) {
        MethodShape shape = new MethodShape(signature);
        Names names = shape.names(Set.of());
        Optional<String> team = withTeam ? Optional.of(names.fresh("team")) : Optional.empty();
        String self = signature.isStatic() ? "" : names.fresh("self");
        MethodSpec.Builder method = shape.begin(signature.variantName());
        if (isPublic(signature)) {
            method.addModifiers(javax.lang.model.element.Modifier.PUBLIC);
        }
        shape.addParameters(method, team, self, true);
        method.addJavadoc("$L", Documentation.ofVariant(signature, team, self));
        if (signature.modifiers().contains(Modifier.DEPRECATED)) {
            method.addAnnotation(Deprecated.class);
        }
        if (shape.isVarargs()) {
            method.varargs();
            if (signature.modifiers().contains(Modifier.SAFE_VARARGS)) {
                method.addAnnotation(SafeVarargs.class);
            }
            if (shape.isHeapPolluting()) {
                method.addAnnotation(Output.suppress(List.of("unchecked", "varargs")));
            }
        }
        List<String> arguments = new ArrayList<>();
        if (!self.isEmpty()) {
            arguments.add(self);
        }
        arguments.addAll(shape.parameterNames());
        String others = arguments.isEmpty() ? "" : ", " + String.join(", ", arguments);
        CodeBlock threads =
                team.isPresent() ? CodeBlock.of("$L", team.get()) : CodeBlock.of("$T.shared()", Runtime.TEAM);
        ClassName kernels = ClassName.get(signature.packageName(), KernelsWriter.nameOf(classNames));

        return method.addStatement(
                        shape.isVoid() ? "$T.$L($L$L)" : "return $T.$L($L$L)",
                        kernels,
                        signature.variantName(),
                        threads,
                        others)
                .build();
    }

    /** The variant is as visible as both the method and its classes are; inside the package at least. */
    private static boolean isPublic(Signature signature) {
        return signature.modifiers().contains(Modifier.PUBLIC)
                && signature.modifiers().contains(Modifier.CLASS_PUBLIC);
    }
}
