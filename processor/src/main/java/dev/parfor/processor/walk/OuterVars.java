package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Var;
import java.util.LinkedHashSet;
import java.util.Set;

/** The locals from outside a loop that it mentions, in its header or body, in order of first mention. */
public final class OuterVars {

    private OuterVars() {}

    public static Set<Var> of(LoopNest nest) {
        Set<Var> mentioned = new LinkedHashSet<>();
        TreeWalk walk = new TreeWalk() {
            @Override
            protected void enter(Expr e) {
                if (e instanceof Expr.Local local) {
                    mentioned.add(local.var());
                }
            }
        };
        BodyWalker.headerExpressions(nest.header()).forEach(walk::walk);
        walk.walk(nest.body());
        mentioned.removeAll(AssignedVars.declaredIn(nest.body()));
        mentioned.remove(nest.header().variable());
        return mentioned;
    }
}
