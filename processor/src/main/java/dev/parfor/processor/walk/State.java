package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Var;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known at one point of the walk. Mutable, owned by one walker; {@link #copy} where control splits. A point that can't
 * be reached has no state: {@code null}, only inside this package.
 */
final class State {

    /** Values of locals; a variable from outside the loop that is not in here is unchanged. */
    final Map<Var, Value> locals;

    /** What this iteration has stored, as far as known. */
    final Map<Place, Value> heap;

    /** Conditions that hold here. They speak of atoms, whose values never change, so they stay true. */
    final List<Fact> facts;

    /** Variables from outside the loop that may still hold the previous iteration's value. */
    final Set<Var> carried;

    /** What was surely written of private arrays, whichever way control came. */
    final Set<Coverage.Section> covered = new HashSet<>();

    /** Whether every iteration comes here. */
    boolean certain;

    State(Map<Var, Value> locals, Map<Place, Value> heap, List<Fact> facts, Set<Var> carried, boolean certain) {
        this.locals = new HashMap<>(locals);
        this.heap = new HashMap<>(heap);
        this.facts = new ArrayList<>(facts);
        this.carried = new HashSet<>(carried);
        this.certain = certain;
    }

    State copy() {
        State s = new State(locals, heap, facts, carried, certain);
        s.covered.addAll(covered);
        return s;
    }

    State uncertain() {
        State s = copy();
        s.certain = false;
        return s;
    }

    /** What holds whether control came by the one way or the other. */
    static State join(State a, State b, Joiner values) {
        if (a == null) {
            return b;
        }
        if (b == null) {
            return a;
        }
        State s = a.copy();
        b.locals.forEach((v, y) -> {
            Value x = s.locals.get(v);
            // A variable known on one side only is either out of scope or unchanged on the other.
            s.locals.put(v, x == null ? values.join(values.unchanged(v), y, v.type()) : values.join(x, y, v.type()));
        });
        for (Map.Entry<Var, Value> entry : a.locals.entrySet()) {
            if (!b.locals.containsKey(entry.getKey())) {
                Var v = entry.getKey();
                s.locals.put(v, values.join(entry.getValue(), values.unchanged(v), v.type()));
            }
        }
        s.heap.keySet().retainAll(b.heap.keySet());
        s.heap.replaceAll((place, x) -> {
            Value y = b.heap.get(place);
            return x.equals(y) ? x : values.join(x, y, place.type());
        });
        s.facts.retainAll(b.facts);
        s.covered.retainAll(b.covered);
        s.carried.addAll(b.carried);
        s.certain = a.certain && b.certain;
        return s;
    }

    /** How values of one variable are joined. */
    interface Joiner {
        Value join(Value a, Value b, dev.parfor.processor.ir.Type type);

        /** The value of a variable from outside that nothing has assigned yet. */
        Value unchanged(Var v);
    }
}
