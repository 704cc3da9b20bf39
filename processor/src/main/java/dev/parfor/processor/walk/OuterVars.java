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
        Mentions walk = new Mentions();
        BodyWalker.headerExpressions(nest.header()).forEach(walk::walk);
        walk.walk(nest.body());
        Set<Var> mentioned = walk.vars;
        mentioned.removeAll(AssignedVars.declaredIn(nest.body()));
        mentioned.remove(nest.header().variable());
        return mentioned;
    }

    /** The locals that an expression mentions. */
    static Set<Var> mentionedIn(Expr e) {
        Mentions walk = new Mentions();
        walk.walk(e);
        return walk.vars;
    }

    private static final class Mentions extends TreeWalk {
        private final Set<Var> vars = new LinkedHashSet<>();

        @Override
        protected void enter(Expr e) {
            if (e instanceof Expr.Local local) {
                vars.add(local.var());
            }
        }
    }
}
