package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.LoopExits;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.walk.AssignedAtEnd;
import dev.parfor.processor.walk.AssignedVars;
import dev.parfor.processor.walk.OuterVars;
import java.util.LinkedHashSet;
import java.util.Set;

/** The outer locals that a loop assigns only where it ends early: {@code if (hit) { at = i; break; }}. */
public final class ExitVars {

    private ExitVars() {}

    public static Set<Var> of(LoopNest nest) {
        if (LoopExits.of(nest).isEmpty()) {
            return Set.of();
        }
        Set<Var> vars = new LinkedHashSet<>(AssignedVars.targetsIn(nest.body()));
        vars.retainAll(OuterVars.of(nest));
        vars.removeAll(AssignedAtEnd.of(nest));
        return vars;
    }
}
