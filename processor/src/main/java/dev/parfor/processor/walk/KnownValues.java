package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Value;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the method has declared variables from outside the loop with, as far as nothing changes it.
 *
 * <p>A number takes the place of its variable, and an array that of another name for it. Of any other value the variable stays what
 * guards can name, and a fact says what it is equal to.
 */
final class KnownValues {

    private final Map<Var, Expr> values;
    private final Walk walk;
    private final Expressions expressions;
    private final Set<Var> done = new LinkedHashSet<>();

    KnownValues(Map<Var, Expr> values, Walk walk, Expressions expressions) {
        this.values = values;
        this.walk = walk;
        this.expressions = expressions;
    }

    /** With these variables, all that their values are made of. */
    static Set<Var> with(Set<Var> vars, Map<Var, Expr> values) {
        Set<Var> all = new LinkedHashSet<>(vars);
        for (Var v : vars) {
            add(v, values, all);
        }
        return all;
    }

    private static void add(Var v, Map<Var, Expr> values, Set<Var> all) {
        if (values.containsKey(v)) {
            for (Var mentioned : OuterVars.mentionedIn(values.get(v))) {
                if (all.add(mentioned)) {
                    add(mentioned, values, all);
                }
            }
        }
    }

    /** @param vars whose values are asked for; private arrays, which stand for copies, must have theirs by now */
    void assume(Set<Var> vars) {
        walk.muted++;
        vars.forEach(this::assume);
        walk.muted--;
    }

    private void assume(Var v) {
        if (!values.containsKey(v) || walk.assignedOuter.contains(v) || isCopy(v) || !done.add(v)) {
            return;
        }
        Expr text = values.get(v);
        Set<Var> mentioned = OuterVars.mentionedIn(text);
        if (mentioned.stream().anyMatch(m -> walk.assignedOuter.contains(m) || isCopy(m))) {
            return;
        }
        mentioned.forEach(this::assume);
        State before = walk.now.copy();
        Value value = expressions.eval(text);
        if (walk.now == null) {
            walk.now = before;
            return;
        }
        if (value instanceof Value.Ref) {
            walk.now.locals.put(v, value);
        } else if (value instanceof Value.Num n && n.poly().isConstant()) {
            walk.now.locals.put(v, value);
        } else if (value instanceof Value.Num n && walk.unchanged(v) instanceof Value.Num self) {
            walk.assume(Fact.zero(self.poly().minus(n.poly()), new Fact.Exact(n.poly(), n.bits())));
        }
    }

    private boolean isCopy(Var v) {
        return walk.now.locals.get(v) instanceof Value.Ref && !done.contains(v);
    }
}
