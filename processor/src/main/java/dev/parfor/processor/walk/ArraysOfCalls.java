package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What methods of {@code java.*} do with the arrays that they are given: all of them or a region. */
final class ArraysOfCalls {

    private final Walk walk;

    ArraysOfCalls(Walk walk) {
        this.walk = walk;
    }

    /** A new array that somebody else has filled. */
    void filled(Type type) {
        if (type instanceof Type.Array a && a.element().isReference() && walk.muted == 0) {
            walk.written.foreignElement(a.element());
        }
    }

    void readArrays(List<Value> arguments, List<Type> types, Span at) {
        for (int k = 0; k < arguments.size(); k++) {
            readAll(arguments.get(k), types.get(k), at);
        }
    }

    /** All elements of an array, and of the arrays in it. */
    void readAll(Value array, Type type, Span at) {
        if (!(type instanceof Type.Array a)) {
            return;
        }
        Value element = walk.memory.readElement(
                array,
                type,
                new Value.Num(walk.unknown("any index", 0, Integer.MAX_VALUE), Type.Primitive.INT),
                a.element(),
                at);
        readAll(element, a.element(), at);
    }

    /** Elements {@code from} up to but not including {@code to}, or the end. */
    void region(Value array, Type type, Poly from, Optional<Poly> to, boolean write, Span at) {
        if (!(type instanceof Type.Array a)) {
            walk.refuse(Refusal.Effect.Kind.UNKNOWN_METHOD, at, "array of unknown type", "");
            return;
        }
        List<Fact> facts = new ArrayList<>();
        Poly i;
        try {
            // The distance from the beginning is the unknown: so a stride in the beginning shows in the subscript.
            Optional<Poly> last = to.map(t -> t.minus(from).plus(-1));
            Atom.Index gone =
                    new Atom.Index(walk.freshId(), "index", Type.Primitive.LONG, Optional.of(Poly.ZERO), last);
            Poly n = Poly.of(gone);
            i = from.plus(n);
            facts.add(Fact.atLeastZero(n));
            last.ifPresent(l ->
                    facts.add(Fact.atLeastZero(l.minus(n), new Fact.Exact(from, 32), new Fact.Exact(to.get(), 32))));
        } catch (ArithmeticException tooLarge) {
            i = walk.unknown("any index", 0, Integer.MAX_VALUE);
            facts.clear();
        }
        facts.forEach(walk::assume);
        boolean certain = walk.now.certain;
        walk.restore(false);
        if (write) {
            walk.memory.writeElement(array, type, i, a.element(), Value.OTHER, at, false);
            if (array instanceof Value.Ref ref && ref.objects().size() == 1) {
                walk.coverage.written(ref.objects().iterator().next(), from, to);
            }
        } else {
            walk.memory.readElement(array, type, new Value.Num(i, Type.Primitive.INT), a.element(), at);
        }
        walk.restore(certain);
        walk.now.facts.removeAll(facts);
    }

    /** {@code System.arraycopy}: its parameters are objects; an array of unknown element type is any array. */
    void copied(Value array, Type type, Poly from, Poly length, boolean write, Span at) {
        Optional<Poly> to;
        try {
            to = Optional.of(from.plus(length));
        } catch (ArithmeticException tooLarge) {
            to = Optional.empty();
        }
        region(array, type, from, to, write, at);
    }
}
