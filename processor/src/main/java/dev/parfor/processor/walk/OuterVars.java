package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The locals from outside a loop that it mentions, in its header or body or in the functions that these mention, in order of first
 * mention.
 */
public final class OuterVars {

    private OuterVars() {}

    public static Set<Var> of(LoopNest nest) {
        Mentions walk = new Mentions(nest.surroundings().functions());
        BodyWalker.headerExpressions(nest.header()).forEach(walk::scan);
        walk.scan(nest.body());
        Set<Var> mentioned = walk.vars;
        mentioned.removeAll(AssignedVars.declaredIn(nest.body()));
        mentioned.removeAll(walk.declared);
        mentioned.remove(nest.header().variable());
        return mentioned;
    }

    /** The locals that a loop's header mentions. */
    public static Set<Var> inHeader(LoopNest nest) {
        Mentions walk = new Mentions(Map.of());
        BodyWalker.headerExpressions(nest.header()).forEach(walk::scan);
        return walk.vars;
    }

    /** The locals that an expression mentions. */
    static Set<Var> mentionedIn(Expr e) {
        Mentions walk = new Mentions(Map.of());
        walk.scan(e);
        return walk.vars;
    }

    /** The locals that a statement mentions; what it only declares is not mentioned. */
    static Set<Var> mentionedIn(Stmt s) {
        Mentions walk = new Mentions(Map.of());
        walk.scan(s);
        return walk.vars;
    }

    private static final class Mentions extends IrScanner {
        private final Set<Var> vars = new LinkedHashSet<>();
        private final Set<Var> declared = new LinkedHashSet<>();
        private final Map<Var, Expr> functions;

        Mentions(Map<Var, Expr> functions) {
            this.functions = functions;
        }

        @Override
        protected void enter(Expr e) {
            if (e instanceof Expr.Local local && vars.add(local.var()) && functions.containsKey(local.var())) {
                Expr function = functions.get(local.var());
                declared.addAll(AssignedVars.declaredIn(new Stmt.Eval(function.span(), function)));
                scan(function);
            }
        }
    }
}
