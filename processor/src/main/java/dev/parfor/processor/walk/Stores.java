package dev.parfor.processor.walk;

import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What this iteration has stored, so that a later read of the same place gives the same value: in objects of its own, and in places
 * that were there before, where another iteration's store would be a conflict of its own.
 *
 * <p>An object whose {@link Obj.Fresh#exact very class} is known is one object; another fresh one is any of those that this
 * iteration has made. What comes out of an object of this iteration, by a place that is not known, was made in this
 * iteration as well, as long as nothing else is {@link Written#foreignElement stored} into such places.
 */
final class Stores {

    private final Walk walk;

    /** Changes of {@link State#heap} since somebody began to look. */
    private Changes changes = new Changes();

    Stores(Walk walk) {
        this.walk = walk;
    }

    /** How what is known of this iteration's objects has changed. */
    static final class Changes {

        /** Fields of objects of this iteration that were stored to. */
        private final Set<Place.Field> written = new HashSet<>();

        /** Fields that were stored to through a reference that may be to any object. */
        private final Set<FieldRef> forgotten = new HashSet<>();

        /** Types of the references that were stored into arrays. */
        private final Set<Type> elements = new HashSet<>();

        /** Somebody may have stored anything anywhere. */
        private boolean all;

        void removeFrom(Map<Place, Value> heap) {
            heap.keySet().removeIf(this::mayHold);
        }

        private boolean mayHold(Place place) {
            boolean stored = place instanceof Place.Field f
                    ? written.contains(f) || forgotten.contains(f.field())
                    : Written.overlaps(elements, place.type());
            return all || stored;
        }

        boolean isEmpty() {
            return !all && written.isEmpty() && forgotten.isEmpty() && elements.isEmpty();
        }

        private void addAll(Changes other) {
            written.addAll(other.written);
            forgotten.addAll(other.forgotten);
            elements.addAll(other.elements);
            all |= other.all;
        }
    }

    /** Begins to look for changes; the result is what was seen up to now, to be given to {@link #resume}. */
    Changes watch() {
        Changes before = changes;
        changes = new Changes();
        return before;
    }

    /** Stops looking; the result is what has changed since. */
    Changes resume(Changes before) {
        Changes seen = changes;
        changes = before;
        changes.addAll(seen);
        return seen;
    }

    // ---- reads --------------------------------------------------------------------------------------------------

    /** What is in an element, if this iteration has stored it, or all that it can be was made by this iteration. */
    Optional<Value> element(Obj array, Poly index, Type element) {
        if (!element.isReference()) {
            return Optional.empty();
        }
        Value known = walk.now.heap.get(new Place.Slot(array, index, element));
        if (known != null) {
            return Optional.of(known);
        }
        return array instanceof Obj.Fresh fresh && !walk.written.mayHaveForeignElement(element)
                ? Optional.of(
                        Value.Ref.of(new Obj.Fresh(fresh.nested() ? fresh.id() : 0, element, false, fresh.nested())))
                : Optional.empty();
    }

    Optional<Value> field(Obj object, FieldRef field) {
        Value known = walk.now.heap.get(new Place.Field(object, field));
        if (known != null) {
            return Optional.of(known);
        }
        boolean own = object instanceof Obj.Fresh
                && field.type().isReference()
                && !Calls.isJdk(field.owner())
                && !walk.written.mayHaveForeignField(field);
        return own ? Optional.of(Value.Ref.of(new Obj.Fresh(0, field.type(), false, false))) : Optional.empty();
    }

    // ---- writes -------------------------------------------------------------------------------------------------

    void element(Set<Obj> arrays, Poly index, Type element, Value value) {
        if (!element.isReference()) {
            return;
        }
        changes.elements.add(element);
        boolean foreign = !isOwn(value);
        for (Obj array : arrays) {
            if (array instanceof Obj.Fresh && foreign && walk.muted == 0) {
                walk.written.foreignElement(element);
            }
            mayNowHold(value, element, p -> p instanceof Place.Slot s && mayMeet(s, array, index));
        }
        if (arrays.size() == 1 && value instanceof Value.Ref) {
            Obj array = arrays.iterator().next();
            if (isOne(array)) {
                walk.now.heap.put(new Place.Slot(array, index, element), value);
            }
        }
    }

    void field(Set<Obj> objects, FieldRef field, Value value) {
        boolean foreign = field.type().isReference() && !isOwn(value);
        for (Obj object : objects) {
            if (object instanceof Obj.Fresh && foreign && walk.muted == 0) {
                walk.written.foreignField(field);
            }
            if (object instanceof Obj.Fresh fresh && fresh.exact()) {
                changes.written.add(new Place.Field(object, field));
            } else {
                changes.forgotten.add(field);
            }
            mayNowHold(
                    value,
                    field.type(),
                    p -> p instanceof Place.Field f && f.field().equals(field) && mayBeOne(f.object(), object));
        }
        if (objects.size() == 1) {
            Obj object = objects.iterator().next();
            if (isOne(object) && (object instanceof Obj.Fresh || value instanceof Value.Ref)) {
                walk.now.heap.put(new Place.Field(object, field), value);
            }
        }
    }

    /** Each of these places holds what it has held, or the value. */
    private void mayNowHold(Value value, Type type, Predicate<Place> which) {
        if (value instanceof Value.Ref) {
            walk.now.heap.replaceAll((place, old) -> which.test(place) ? walk.join(old, value, type) : old);
        } else {
            walk.now.heap.keySet().removeIf(which);
        }
    }

    /** A local is given a value, by a declaration, an assignment or a call. */
    void local(Var v, Value value) {
        walk.privates.rename(value);
        if (v.type().isReference() && walk.muted == 0 && !isOwn(value)) {
            walk.written.foreignLocal(v);
        }
    }

    /** What a local may hold at the beginning of any iteration of an inner loop that assigns it. */
    Value anyOf(Var v) {
        boolean own = v.type().isReference() && !walk.outer.contains(v) && !walk.written.mayHaveForeignLocal(v);
        return own ? Value.Ref.of(new Obj.Fresh(0, v.type(), false, false)) : walk.top(v.type(), v.name());
    }

    /** Somebody may have stored anything into any object that he was given. */
    void forgetAll() {
        // Even where nothing is known now, as on the first way through a loop: something may be at its beginning.
        changes.all = true;
        walk.now.heap.clear();
        if (walk.muted == 0) {
            walk.written.foreignAnywhere();
        }
    }

    /** Whether a value is null or was made in this iteration. */
    private boolean isOwn(Value value) {
        return value instanceof Value.Ref ref
                && ref.objects().stream()
                        .allMatch(o -> o instanceof Obj.Fresh
                                && walk.privates.original(o).isEmpty());
    }

    /** Whether it is the same object each time, within an iteration. */
    private static boolean isOne(Obj object) {
        return !(object instanceof Obj.Any) && (!(object instanceof Obj.Fresh fresh) || fresh.exact());
    }

    private static boolean mayMeet(Place.Slot slot, Obj array, Poly index) {
        if (!mayBeOne(slot.array(), array)) {
            return false;
        }
        if (!slot.array().equals(array) || !isOne(array)) {
            return true;
        }
        try {
            Poly distance = slot.index().minus(index);
            return !distance.isConstant()
                    || distance.constantTerm() == 0
                    || Math.abs(distance.constantTerm()) > Integer.MAX_VALUE;
        } catch (ArithmeticException tooLarge) {
            return true;
        }
    }

    private static boolean mayBeOne(Obj a, Obj b) {
        if (a.equals(b)) {
            return true;
        }
        boolean freshA = a instanceof Obj.Fresh;
        boolean freshB = b instanceof Obj.Fresh;
        if (freshA && freshB) {
            return !isOne(a) || !isOne(b);
        }
        boolean oldA = !freshA && !(a instanceof Obj.Any);
        boolean oldB = !freshB && !(b instanceof Obj.Any);
        return !(freshA && oldB || freshB && oldA) && Type.mayShareInstance(a.type(), b.type());
    }
}
