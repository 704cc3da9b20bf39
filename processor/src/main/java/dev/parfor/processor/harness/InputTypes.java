package dev.parfor.processor.harness;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Which arguments {@code dev.parfor.testing.Inputs} makes, and how it is asked to. */
final class InputTypes {

    private static final Set<String> BOXES = Set.of(
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Character",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.lang.String");
    private static final Set<String> LISTS =
            Set.of("java.util.List", "java.util.ArrayList", "java.util.Collection", "java.lang.Iterable");

    private final Types types;

    InputTypes(Types types) {
        this.types = types;
    }

    /** An expression that makes a value of the type; empty where none can be made. */
    Optional<CodeBlock> input(TypeMirror type) {
        if (isMade(type)) {
            return Optional.of(CodeBlock.of("in.of($T.class)", TypeName.get(types.erasure(type))));
        }
        if (type instanceof DeclaredType declared
                && LISTS.contains(nameOf(declared))
                && declared.getTypeArguments().size() == 1
                && isMade(declared.getTypeArguments().get(0))) {
            TypeMirror element = declared.getTypeArguments().get(0);
            return Optional.of(CodeBlock.of("in.list($T.class)", TypeName.get(types.erasure(element))));
        }
        return Optional.empty();
    }

    /** The rule of {@code Inputs.canMake}. */
    private boolean isMade(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return true;
        }
        if (type instanceof ArrayType array) {
            return isMade(array.getComponentType());
        }
        return type instanceof DeclaredType declared && (BOXES.contains(nameOf(declared)) || isEnum(declared));
    }

    private static boolean isEnum(DeclaredType type) {
        return type.asElement().getKind() == ElementKind.ENUM
                && type.asElement().getEnclosedElements().stream()
                        .anyMatch(e -> e.getKind() == ElementKind.ENUM_CONSTANT);
    }

    private static String nameOf(DeclaredType type) {
        return ((TypeElement) type.asElement()).getQualifiedName().toString();
    }

    /** Whether it is an array of arrays. */
    static boolean isNested(TypeMirror type) {
        return type instanceof ArrayType array && array.getComponentType() instanceof ArrayType;
    }
}
