package dev.parfor.processor.walk;

import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.symbolic.Obj;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What walks find out for those that follow. What some iteration may write: a first walk fills it, and the next reads no written place as
 * if it were unchanged. And which methods of classes that are guessed at are not to be called. It only grows, so repeating the walk
 * until it stops growing ends.
 */
final class Written {

    private final Set<FieldRef> fields = new HashSet<>();
    private final Set<Type> elements = new HashSet<>();
    private int listElements;
    private final Map<Type, Set<Path>> targets = new HashMap<>();
    private final Set<Type> elsewhere = new HashSet<>();
    private final Set<Type> foreignElements = new HashSet<>();
    private final Set<FieldRef> foreignFields = new HashSet<>();
    private final Set<Var> foreignLocals = new HashSet<>();
    private final Set<MethodRef> leftOut = new HashSet<>();
    private boolean foreignAnywhere;

    /** Methods that come to objects of which nothing is known are not called either, if they are guessed at. */
    final boolean knownOnly;

    /** There was more than one class to choose from. */
    boolean choice;

    Written(boolean knownOnly) {
        this.knownOnly = knownOnly;
    }

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

    /** A reference to an object that the iteration may not have created was stored into an array that it created. */
    void foreignElement(Type element) {
        foreignElements.add(element);
    }

    /** Likewise into a field of an object that it created. */
    void foreignField(FieldRef field) {
        foreignFields.add(field);
    }

    /** Likewise into a local that the iteration declares. */
    void foreignLocal(Var local) {
        foreignLocals.add(local);
    }

    /** Somebody that is not walked may have stored references into what the iteration has created. */
    void foreignAnywhere() {
        foreignAnywhere = true;
    }

    /**
     * A method of a class that was guessed does what stands in the way: the next walk does not guess that class.
     *
     * @return whether that is new, so that there is a next walk
     */
    boolean leaveOut(MethodRef method) {
        return leftOut.add(method);
    }

    boolean isLeftOut(MethodRef method) {
        return leftOut.contains(method);
    }

    boolean mayHaveForeignLocal(Var local) {
        return foreignLocals.contains(local);
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

    boolean mayHaveForeignElement(Type element) {
        return foreignAnywhere || overlaps(foreignElements, element);
    }

    boolean mayHaveForeignField(FieldRef field) {
        return foreignAnywhere || foreignFields.contains(field);
    }

    static boolean overlaps(Set<Type> written, Type element) {
        return written.stream().anyMatch(w -> Type.mayShareInstance(new Type.Array(w), new Type.Array(element)));
    }

    int size() {
        int named = targets.values().stream().mapToInt(Set::size).sum();
        int foreign = foreignElements.size() + foreignFields.size() + foreignLocals.size() + (foreignAnywhere ? 1 : 0);
        return fields.size() + elements.size() + foreign + listElements + named + elsewhere.size() + leftOut.size();
    }
}
