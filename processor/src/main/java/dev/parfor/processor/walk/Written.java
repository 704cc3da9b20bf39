package dev.parfor.processor.walk;

import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.symbolic.Obj;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What some iteration may write: a first walk fills it, and the next reads no written place as if it were unchanged. It only
 * grows, so repeating the walk until it stops growing ends.
 */
final class Written {

    private final Set<FieldRef> fields = new HashSet<>();
    private final Set<Type> elements = new HashSet<>();
    private final Set<Type> freshElements = new HashSet<>();
    private int listElements;
    private final Map<Type, Set<Path>> targets = new HashMap<>();
    private final Set<Type> elsewhere = new HashSet<>();

    void field(FieldRef field) {
        fields.add(field);
    }

    /** An element of this type was stored into an array that existed before the iteration. */
    void element(Type element, Obj array) {
        elements.add(element);
        if (array instanceof Obj.Invariant base) {
            targets.computeIfAbsent(element, t -> new LinkedHashSet<>()).add(base.path());
        } else {
            elsewhere.add(element);
        }
    }

    /** The arrays whose elements of a primitive type were stored to; empty where one has no name. */
    Optional<Set<Path>> targets(Type element) {
        return elsewhere.contains(element) ? Optional.empty() : Optional.of(targets.getOrDefault(element, Set.of()));
    }

    /** A reference was stored into an array that the iteration created. */
    void freshElement(Type element) {
        freshElements.add(element);
    }

    /** An element of a list that existed before the iteration was replaced. */
    void listElement() {
        listElements = 1;
    }

    boolean mayHaveListElement() {
        return listElements > 0;
    }

    boolean mayHaveField(FieldRef field) {
        return fields.contains(field);
    }

    boolean mayHaveElement(Type element) {
        return overlaps(elements, element);
    }

    boolean mayHaveFreshElement(Type element) {
        return overlaps(freshElements, element) || overlaps(elements, element);
    }

    private static boolean overlaps(Set<Type> written, Type element) {
        return written.stream().anyMatch(w -> Type.mayShareInstance(new Type.Array(w), new Type.Array(element)));
    }

    int size() {
        int named = targets.values().stream().mapToInt(Set::size).sum();
        return fields.size() + elements.size() + freshElements.size() + listElements + named + elsewhere.size();
    }
}
