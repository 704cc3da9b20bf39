package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Trust;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * What a user asserted on a declaration, by Parfor's annotations or by those of other libraries that say the same.
 *
 * <p>Counted as {@code @Pure}, with the annotation's name as the reason:
 *
 * <ul>
 *   <li>{@code org.checkerframework.dataflow.qual.Pure}, and {@code SideEffectFree} together with {@code Deterministic}
 *   <li>{@code org.jetbrains.annotations.Contract} with {@code pure = true}
 *   <li>{@code org.eclipse.xtext.xbase.lib.Pure}
 *   <li>{@code org.jmlspecs.annotation.Pure}
 * </ul>
 *
 * <p>{@code SideEffectFree} alone does not count: such a method may read what other iterations write. An assertion with a
 * blank reason counts for nothing.
 */
final class TrustReader {

    static final String PACKAGE = "dev.parfor.";
    private static final String CHECKER = "org.checkerframework.dataflow.qual.";
    private static final Set<String> PURE =
            Set.of(CHECKER + "Pure", "org.eclipse.xtext.xbase.lib.Pure", "org.jmlspecs.annotation.Pure");

    private final TypedTrees trees;
    private final Elements elements;

    TrustReader(TypedTrees trees) {
        this.trees = trees;
        this.elements = trees.elements();
    }

    Trust read(Element element) {
        if (element.getAnnotationMirrors().isEmpty()) {
            return Trust.NONE;
        }
        Optional<String> distinct = Optional.empty();
        Optional<String> pure = Optional.empty();
        Optional<String> threadSafe = Optional.empty();
        boolean orderMatters = true;
        Optional<String> scratch = Optional.empty();
        Optional<String> associative = Optional.empty();
        Optional<String> identity = Optional.empty();
        Set<String> names = new HashSet<>();
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            String name = ((TypeElement) annotation.getAnnotationType().asElement())
                    .getQualifiedName()
                    .toString();
            names.add(name);
            switch (name) {
                case PACKAGE + "Distinct" -> distinct = reason(annotation);
                case PACKAGE + "Pure" -> pure = reason(annotation);
                case PACKAGE + "ThreadSafe" -> {
                    threadSafe = reason(annotation);
                    orderMatters = !(value(annotation, "orderMatters") instanceof Boolean b) || b;
                }
                case PACKAGE + "Scratch" -> scratch = reason(annotation);
                case PACKAGE + "Associative" -> {
                    identity = value(annotation, "identity") instanceof String text
                                    && element instanceof ExecutableElement method
                            ? IdentityText.of(text, trees, method)
                            : identity;
                    associative = identity.flatMap(i -> reason(annotation));
                }
                default -> pure = pure.or(() -> foreign(name, annotation));
            }
        }
        if (pure.isEmpty() && names.contains(CHECKER + "SideEffectFree") && names.contains(CHECKER + "Deterministic")) {
            pure = Optional.of("annotated @" + CHECKER + "SideEffectFree and @Deterministic");
        }
        Trust trust = new Trust(distinct, pure, threadSafe, orderMatters, scratch, associative, identity);
        return trust.isNone() ? Trust.NONE : trust;
    }

    /** What is asserted on a method, or on the class that declares it. */
    Trust readMember(ExecutableElement method) {
        Trust own = read(method);
        Trust owner = method.getEnclosingElement() instanceof TypeElement type ? read(type) : Trust.NONE;
        if (owner == Trust.NONE) {
            return own;
        }
        boolean ownThreadSafe = own.threadSafe().isPresent();
        return new Trust(
                own.distinct(),
                own.pure().or(owner::pure),
                ownThreadSafe ? own.threadSafe() : owner.threadSafe(),
                ownThreadSafe ? own.orderMatters() : owner.orderMatters(),
                own.scratch(),
                own.associative(),
                own.identity());
    }

    private Optional<String> foreign(String name, AnnotationMirror annotation) {
        boolean contract =
                name.equals("org.jetbrains.annotations.Contract") && Boolean.TRUE.equals(value(annotation, "pure"));
        return contract || PURE.contains(name) ? Optional.of("annotated @" + name) : Optional.empty();
    }

    private Optional<String> reason(AnnotationMirror annotation) {
        return value(annotation, "value") instanceof String text && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }

    /** A member's value, defaults included; {@code ""} where there is none. */
    private Object value(AnnotationMirror annotation, String member) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                elements.getElementValuesWithDefaults(annotation).entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return entry.getValue().getValue();
            }
        }
        return "";
    }
}
