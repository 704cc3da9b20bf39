package dev.parfor.processor.walk;

import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Trust;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.Optional;
import java.util.Set;

/**
 * The elements of lists that own their storage, as cells of an array that no other object has. How many there are is part of the
 * list's state, which reading or replacing one does not change.
 */
final class ListElements {

    /** What lists hold that are not the same in all iterations, as if it were a field of theirs. */
    static final FieldRef HELD = new FieldRef(
            "java.util.ArrayList",
            "elements",
            new Type.Array(Path.Elements.ELEMENT),
            false,
            false,
            false,
            false,
            false,
            Optional.empty(),
            Trust.NONE);

    private final Walk walk;

    ListElements(Walk walk) {
        this.walk = walk;
    }

    /** Reads one. Nothing is known of an element that an iteration may have replaced, or that is behind a lock. */
    Value get(Value list, Type listType, Poly index, Type type, Span at) {
        Set<Obj> lists = Walk.objects(list, listType);
        for (Obj object : lists) {
            if (!(object instanceof Obj.Fresh)) {
                walk.touch(cell(object, index), false, at, lists.size() == 1);
            }
        }
        boolean steady = lists.size() == 1 && !walk.written.mayHaveListElement() && !walk.sections.any();
        if (!steady || !type.isReference()) {
            return walk.top(type, "element");
        }
        Obj one = lists.iterator().next();
        if (one instanceof Obj.Element || one instanceof Obj.FieldOf) {
            return Value.Ref.of(new Obj.Element(new Obj.FieldOf(one, HELD), index, type));
        }
        return one instanceof Obj.Invariant
                ? Value.Ref.of(new Obj.Element(elements(one), index, type))
                : walk.top(type, "element");
    }

    /** What an iterator gives of a collection: if that is a list, somebody may replace it. */
    void next(Obj collection, Poly index, Span at) {
        walk.touch(cell(collection, index), false, at, true);
    }

    void set(Value list, Type listType, Poly index, Span at) {
        Set<Obj> lists = Walk.objects(list, listType);
        for (Obj object : lists) {
            if (!(object instanceof Obj.Fresh)) {
                if (walk.muted == 0) {
                    walk.written.listElement();
                }
                walk.touch(cell(object, index), true, at, lists.size() == 1);
            }
        }
    }

    private static Cell cell(Obj list, Poly index) {
        return new Cell.ArrayCell(elements(list), index, Path.Elements.ELEMENT);
    }

    private static Obj elements(Obj list) {
        return list instanceof Obj.Invariant base
                ? new Obj.Invariant(new Path.Elements(base.path()))
                : new Obj.Any(new Type.Array(Path.Elements.ELEMENT));
    }
}
