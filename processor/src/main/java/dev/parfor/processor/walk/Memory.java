package dev.parfor.processor.walk;

import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and writes of elements and fields: what is recorded, and what a read is known to give.
 *
 * <p>What this iteration has stored comes first, then what no iteration writes, which is the same in all of them. Anything else is
 * unknown.
 */
final class Memory {

    private final Walk walk;

    /** Arrays that nothing is written to by their own name are taken as unchanged, under a guard. */
    boolean assumeUnchanged;

    Memory(Walk walk) {
        this.walk = walk;
    }

    /** Reads an element of each array that {@code array} may be. */
    Value readElement(Value array, Type arrayType, Value index, Type element, Span at) {
        Poly subscript = index instanceof Value.Num n ? n.poly() : walk.unknown("subscript", Type.Primitive.INT);
        Set<Obj> arrays = Walk.objects(array, arrayType);
        Value result = null;
        for (Obj object : arrays) {
            if (object instanceof Obj.Fresh) {
                walk.coverage.read(object, subscript, at);
            } else {
                walk.touch(new Cell.ArrayCell(object, subscript, element), false, at, arrays.size() == 1);
            }
            Value v = elementValue(object, subscript, element);
            result = result == null ? v : walk.join(result, v, element);
        }
        return result == null ? walk.top(element, "element") : result;
    }

    private Value elementValue(Obj array, Poly index, Type element) {
        // Where other iterations' updates of a cell come between, only what is the iteration's own stays as it was
        // stored.
        boolean changing = walk.sections.any() && !(array instanceof Obj.Fresh);
        Optional<Value> stored = changing ? Optional.empty() : walk.stores.element(array, index, element);
        if (stored.isPresent()) {
            return stored.get();
        }
        if (array instanceof Obj.Fresh || changing) {
            return walk.top(element, "element");
        }
        if (walk.written.mayHaveElement(element)) {
            return otherwiseUnchanged(array, element)
                    ? new Value.Num(
                            Poly.of(new Atom.Loaded(((Obj.Invariant) array).path(), index, (Type.Primitive) element)),
                            (Type.Primitive) element)
                    : walk.top(element, "element");
        }
        Optional<Path> fixed =
                array instanceof Obj.Invariant base ? fixedElement(base.path(), index, element) : Optional.empty();
        if (fixed.isPresent()) {
            return Walk.at(fixed.get());
        }
        if (element instanceof Type.Primitive p) {
            return p.isIntegral() && array instanceof Obj.Invariant base && base.type() instanceof Type.Array
                    ? new Value.Num(Poly.of(new Atom.Loaded(base.path(), index, p)), p)
                    : walk.top(element, "element");
        }
        return array instanceof Obj.Any
                ? walk.top(element, "element")
                : Value.Ref.of(new Obj.Element(array, index, element));
    }

    /**
     * Whether an array of integers is to be taken as unchanged although the loop writes such elements: those of other arrays by
     * name, so that a guard can keep them apart.
     */
    private boolean otherwiseUnchanged(Obj array, Type element) {
        if (!(array instanceof Obj.Invariant base)
                || !(base.type() instanceof Type.Array)
                || !(element instanceof Type.Primitive p)
                || !p.isIntegral()) {
            return false;
        }
        Optional<Set<Path>> targets = walk.written.targets(element);
        if (targets.isEmpty() || targets.get().contains(base.path())) {
            return false;
        }
        if (assumeUnchanged) {
            // On silent walks as well: what they find out is used.
            targets.get().forEach(t -> walk.guards.add(Guard.NotSame.of(base.path(), t)));
        }
        return assumeUnchanged;
    }

    /** {@code a[0]}, {@code a[k]} with an invariant {@code k}: a path of its own. */
    private static Optional<Path> fixedElement(Path array, Poly index, Type element) {
        if (index.isConstant()) {
            return Optional.of(new Path.Element(array, new Path.Constant(index.constantTerm()), element));
        }
        if (index.terms().size() == 1) {
            Poly.Term term = index.terms().get(0);
            if (term.coefficient() == 1
                    && term.monomial().atoms().size() == 1
                    && term.monomial().atoms().get(0) instanceof Atom.Symbol symbol) {
                return Optional.of(new Path.Element(array, symbol.path(), element));
            }
        }
        return Optional.empty();
    }

    void writeElement(Value array, Type arrayType, Value index, Type element, Value value, Span at) {
        Poly subscript = index instanceof Value.Num n ? n.poly() : walk.unknown("subscript", Type.Primitive.INT);
        walk.escape(value, at);
        writeElement(array, arrayType, subscript, element, value, at, true);
        if (array instanceof Value.Ref ref && ref.objects().size() == 1) {
            walk.coverage.written(ref.objects().iterator().next(), subscript);
        }
    }

    void writeElement(
            Value array, Type arrayType, Poly subscript, Type element, Value value, Span at, boolean certain) {
        Set<Obj> arrays = Walk.objects(array, arrayType);
        walk.stores.element(arrays, subscript, element, value);
        for (Obj object : arrays) {
            walk.coverage.mayWrite(object, subscript);
            if (!(object instanceof Obj.Fresh)) {
                if (walk.muted == 0) {
                    walk.written.element(element, object);
                }
                walk.touch(new Cell.ArrayCell(object, subscript, element), true, at, certain && arrays.size() == 1);
            }
        }
    }

    Value readField(Value receiver, Type receiverType, FieldRef field, Span at) {
        if (field.constant().isPresent()) {
            return Expressions.literal(field.constant().get(), field.type());
        }
        walk.volatileReads += field.isVolatile() ? 1 : 0;
        Set<Obj> objects = Walk.objects(receiver, receiverType);
        Value result = null;
        for (Obj object : objects) {
            if (!(object instanceof Obj.Fresh) && !field.isFinal()) {
                walk.touch(new Cell.FieldCell(object, field), false, at, objects.size() == 1);
            }
            Value v = fieldValue(object, field);
            result = result == null ? v : walk.join(result, v, field.type());
        }
        return result == null ? walk.top(field.type(), field.name()) : result;
    }

    private Value fieldValue(Obj object, FieldRef field) {
        boolean changing =
                field.isVolatile() || walk.sections.any() && !field.isFinal() && !(object instanceof Obj.Fresh);
        Optional<Value> stored = changing ? Optional.empty() : walk.stores.field(object, field);
        if (stored.isPresent()) {
            return stored.get();
        }
        if (object instanceof Obj.Fresh || walk.written.mayHaveField(field) || changing || object instanceof Obj.Any) {
            return walk.top(field.type(), field.name());
        }
        if (object instanceof Obj.Invariant base) {
            return Walk.at(new Path.OfField(base.path(), field));
        }
        return field.type().isReference()
                ? Value.Ref.of(new Obj.FieldOf(object, field))
                : walk.top(field.type(), field.name());
    }

    void writeField(Value receiver, Type receiverType, FieldRef field, Value value, Span at) {
        if (field.isVolatile() && !walk.sections.isUpdating()) {
            walk.refuse(new Refusal.Effect(
                    Refusal.Effect.Kind.SYNCHRONIZATION, walk.root(at), field.name(), walk.callChain(), "volatile"));
        }
        walk.escape(value, at);
        Set<Obj> objects = Walk.objects(receiver, receiverType);
        walk.stores.field(objects, field, value);
        for (Obj object : objects) {
            if (!(object instanceof Obj.Fresh)) {
                if (walk.muted == 0) {
                    walk.written.field(field);
                }
                walk.touch(new Cell.FieldCell(object, field), true, at, objects.size() == 1);
            }
        }
    }
}
