package dev.parfor.processor.judgement;

import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects that do not change while the loop runs, by the way to them: one object, or what all elements of an array lead to.
 * {@code null} on the way leads to nothing.
 *
 * @param steps from {@code start} on; empty for that object alone
 */
public record Reach(Path start, List<Step> steps) {
    public Reach {
        steps = List.copyOf(steps);
    }

    public static Reach of(Path object) {
        return new Reach(object, List.of());
    }

    /** This way, one step on. */
    public Reach then(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Reach(start, more);
    }

    /** One step. */
    public sealed interface Step {}

    /** All elements of the array. */
    public record EachElement() implements Step {}

    /** All elements of the list, which is an {@code ArrayList}. */
    public record EachListed() implements Step {}

    /** What a field of the object holds. */
    public record OfField(FieldRef field) implements Step {}

    /** Those that are of the type; the others lead to nothing. */
    public record OfType(Type.Ref type) implements Step {}

    /** Whether it is one object alone, whatever is said of its type. */
    public boolean isOne() {
        return steps.stream().allMatch(OfType.class::isInstance);
    }

    /** {@code shapes[...].center}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(start.toString());
        for (Step step : steps) {
            if (step instanceof OfType t) {
                text.append(" of type ").append(t.type().name());
            } else {
                text.append(step instanceof OfField f ? "." + f.field().name() : "[...]");
            }
        }
        return text.toString();
    }
}
