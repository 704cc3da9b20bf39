package dev.parfor.processor.harness;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** The methods of a harness class that make inputs: static, not private, {@code (int size, Random random)}. Remembers which of them were needed. */
final class Factories {

    private final Types types;
    private final ClassName harness;
    private final List<ExecutableElement> methods = new ArrayList<>();
    private final Set<ExecutableElement> used = new LinkedHashSet<>();

    Factories(TypeElement harness, Types types) {
        this.types = types;
        this.harness = ClassName.get(harness);
        for (ExecutableElement method : ElementFilter.methodsIn(harness.getEnclosedElements())) {
            boolean isSeen = method.getModifiers().contains(Modifier.STATIC)
                    && !method.getModifiers().contains(Modifier.PRIVATE);
            if (isSeen && takesSizeAndRandom(method)) {
                methods.add(method);
            }
        }
    }

    private static boolean takesSizeAndRandom(ExecutableElement method) {
        return method.getParameters().size() == 2
                && method.getParameters().get(0).asType().getKind() == TypeKind.INT
                && method.getParameters().get(1).asType().toString().equals("java.util.Random");
    }

    /** What makes all arguments of a method. */
    Optional<CodeBlock> ofAll(String methodName) {
        return methods.stream()
                .filter(m -> m.getSimpleName().contentEquals(methodName) && makesAll(m))
                .findFirst()
                .map(this::call);
    }

    /** What makes an argument of a type. */
    Optional<CodeBlock> of(TypeMirror type) {
        return methods.stream()
                .filter(m -> !makesAll(m) && types.isSameType(types.erasure(m.getReturnType()), types.erasure(type)))
                .findFirst()
                .map(this::call);
    }

    private static boolean makesAll(ExecutableElement method) {
        return method.getReturnType() instanceof ArrayType array
                && array.getComponentType().toString().equals("java.lang.Object");
    }

    private CodeBlock call(ExecutableElement method) {
        used.add(method);
        return CodeBlock.of(
                "$T.$N(in.size(), in.random())", harness, method.getSimpleName().toString());
    }

    /** Those that nothing was made by. */
    List<ExecutableElement> unused() {
        return methods.stream().filter(m -> !used.contains(m)).toList();
    }
}
