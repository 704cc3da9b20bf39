package dev.parfor.processor.harness;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** How declarations are called, and made. */
final class Names {

    private Names() {}

    /** The name that the variant of a method has: its own, or what {@code @ParallelFor(name = ...)} on it says. */
    static String ofVariant(ExecutableElement method) {
        for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
            if (annotation.getAnnotationType().toString().equals("dev.parfor.ParallelFor")) {
                for (var value : annotation.getElementValues().entrySet()) {
                    AnnotationValue name = value.getValue();
                    if (value.getKey().getSimpleName().contentEquals("name")
                            && !name.getValue().toString().isEmpty()) {
                        return name.getValue().toString();
                    }
                }
            }
        }
        return method.getSimpleName().toString();
    }

    /** A type without its packages. */
    static String simple(String type) {
        return type.replaceAll("\\b[a-z][\\w]*\\.", "");
    }

    /** Whether {@code new T()} can be written in its package. */
    static boolean isMadeWithoutArguments(TypeElement type) {
        boolean nestedInObject =
                type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC);
        return type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && !nestedInObject
                && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .anyMatch(c ->
                                c.getParameters().isEmpty() && !c.getModifiers().contains(Modifier.PRIVATE));
    }
}
