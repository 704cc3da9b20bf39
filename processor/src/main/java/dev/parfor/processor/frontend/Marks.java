package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Refusal.Misuse;
import dev.parfor.processor.ir.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** What stands in a {@code @ParallelFor}: the attributes that were written, by name. */
record Marks(Map<String, Object> written) {

    static final String NAME = TrustReader.PACKAGE + "ParallelFor";

    /** The mark on an element whose annotations are attributed. */
    static Optional<Marks> of(Element element) {
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(NAME)) {
                Map<String, Object> written = new HashMap<>();
                for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                        annotation.getElementValues().entrySet()) {
                    written.put(
                            entry.getKey().getSimpleName().toString(),
                            entry.getValue().getValue());
                }
                return Optional.of(new Marks(written));
            }
        }
        return Optional.empty();
    }

    /** These attributes, and those of {@code outer} that are not written here. */
    Marks over(Marks outer) {
        Map<String, Object> merged = new HashMap<>(outer.written);
        merged.putAll(written);
        return new Marks(merged);
    }

    static Marks none() {
        return new Marks(Map.of());
    }

    /** @param warnByDefault what {@code -Aparfor.refused} says */
    LoopNest.Options options(boolean warnByDefault) {
        String refused = constant("refused", "DEFAULT");
        return new LoopNest.Options(
                constant("schedule", "AUTO"),
                Math.max(0, chunk()),
                constant("floating", "REPRODUCIBLE").equals("STRICT"),
                Optional.of(text("trust")).filter(t -> !t.isBlank()),
                refused.equals("WARN") || (refused.equals("DEFAULT") && warnByDefault),
                Boolean.TRUE.equals(written.get("blocking")));
    }

    /** The name of the variant; empty for the method's own. */
    String name() {
        return text("name");
    }

    private int chunk() {
        return written.get("chunk") instanceof Integer chunk ? chunk : 0;
    }

    private String text(String attribute) {
        return written.get(attribute) instanceof String text ? text : "";
    }

    private String constant(String attribute, String otherwise) {
        return written.get(attribute) instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : otherwise;
    }

    /** What is wrong with the attributes. */
    List<Misuse> misuses(Span at) {
        List<Misuse> misuses = new ArrayList<>();
        if (chunk() < 0) {
            misuses.add(new Misuse(Misuse.Kind.NEGATIVE_CHUNK, at, String.valueOf(chunk()), ""));
        }
        return misuses;
    }
}
