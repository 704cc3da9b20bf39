package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Calls of a method that is being walked already.
 *
 * <p>Its body is walked once more, as a stand-in for every deeper call: with what is handed on unchanged as it is, and with any
 * value for all else. A call within it whose arguments are covered by that adds nothing; one that hands on something else makes the
 * stand-in more general, and it is walked again. What deeper calls find or leave in this iteration's own objects is not known.
 *
 * <p>Source: the usual fixed point of interprocedural analyses (Sharir and Pnueli, <i>Two Approaches to Interprocedural Data
 * Flow Analysis</i>, 1981), on a lattice of height two for each argument.
 */
final class Recursion {

    private final Walk walk;
    private final Calls calls;
    private final Deque<Activation> activations = new ArrayDeque<>();

    /** The activation that was left last. */
    private Activation left;

    /** Set for an activation that stands for all deeper ones: the positions at which it has any value. */
    private Optional<Set<Integer>> standsIn = Optional.empty();

    /**
     * One method under way.
     *
     * @param values what it was called with, the receiver first
     * @param general of a stand-in, the positions at which it has any value
     * @param replaced of a stand-in, those at which a deeper call has another one
     */
    private record Activation(
            MethodRef method, List<Value> values, Optional<Set<Integer>> general, Set<Integer> replaced) {}

    Recursion(Walk walk, Calls calls) {
        this.walk = walk;
        this.calls = calls;
    }

    void enter(MethodRef method, Optional<Value> receiver, List<Value> arguments) {
        activations.push(new Activation(method, values(receiver, arguments), standsIn, new HashSet<>()));
        standsIn = Optional.empty();
    }

    void leave() {
        left = activations.pop();
    }

    private static List<Value> values(Optional<Value> receiver, List<Value> arguments) {
        List<Value> values = new ArrayList<>();
        values.add(receiver.orElse(Value.OTHER));
        values.addAll(arguments);
        return values;
    }

    /** A call of a method that is under way. */
    Value call(Bodies.MethodBody body, Optional<Value> receiver, List<Value> arguments, Span at, Type type) {
        Activation last = activations.stream()
                .filter(a -> a.method().equals(body.method()))
                .findFirst()
                .orElseThrow();
        List<Value> now = values(receiver, arguments);
        Set<Integer> changed = changed(last.values(), now);
        // Where any value stands for this one, nobody follows it any more.
        changed.forEach(k -> walk.escape(now.get(k), at));
        walk.now.heap.clear();
        if (last.general().isPresent()) {
            last.replaced().addAll(changed);
            return walk.top(type, "result");
        }
        State before = walk.now;
        Set<Integer> general = changed;
        boolean more = true;
        while (more) {
            walk.now = before.copy();
            walk.restore(false);
            general = Set.copyOf(general);
            standsIn = Optional.of(general);
            Optional<Value> self =
                    general.contains(0) ? Optional.of(walk.top(body.thisType().orElse(Type.OBJECT), "this")) : receiver;
            calls.walkInto(body, self, general(body, arguments, general), at);
            Set<Integer> found = new TreeSet<>(general);
            more = found.addAll(left.replaced());
            found.forEach(k -> walk.escape(now.get(k), at));
            general = found;
        }
        walk.now = before;
        return walk.top(type, "result");
    }

    private static Set<Integer> changed(List<Value> before, List<Value> now) {
        Set<Integer> changed = new TreeSet<>();
        for (int k = 0; k < now.size(); k++) {
            if (k >= before.size() || !before.get(k).equals(now.get(k))) {
                changed.add(k);
            }
        }
        return changed;
    }

    private List<Value> general(Bodies.MethodBody body, List<Value> arguments, Set<Integer> general) {
        List<Value> values = new ArrayList<>();
        for (int k = 0; k < arguments.size(); k++) {
            Var parameter = body.parameters().get(Math.min(k, body.parameters().size() - 1));
            values.add(general.contains(k + 1) ? walk.top(parameter.type(), parameter.name()) : arguments.get(k));
        }
        return values;
    }
}
