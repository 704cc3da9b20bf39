package dev.parfor.processor.judge;

import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.scalars.ReductionMatcher;
import dev.parfor.processor.walk.BodyWalker;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Work arrays: made by the method, known by one name, not read after the loop. Where each iteration writes what it reads of one, each
 * chunk may have its own.
 */
final class PrivateArrays {

    private PrivateArrays() {}

    /** The arrays that may be private, if the body allows it. */
    static Set<Var> candidates(LoopNest nest) {
        Set<Var> candidates = new LinkedHashSet<>(BodyWalker.copyable(nest));
        candidates.retainAll(nest.surroundings().ownArrays());
        candidates.removeAll(nest.surroundings().liveAfter());
        candidates.removeIf(v -> v.trust().scratch().isPresent());
        return candidates;
    }

    /** Arrays of which elements are compared when blocks are combined: then there is only the method's own. */
    static Set<Var> compared(ReductionMatcher.Result reductions) {
        Set<Var> compared = new LinkedHashSet<>();
        reductions.roles().forEach(role -> {
            if (role instanceof Plan.Role.IndexedExtreme extreme) {
                compared.add(extreme.array());
            }
        });
        return compared;
    }

    /** Those of the candidates that a walk has shown not to be. */
    static Set<Var> rejected(BodyWalker.Result walk, Set<Var> candidates) {
        Set<Var> rejected = new LinkedHashSet<>(candidates);
        rejected.removeIf(v -> !walk.escaped().containsKey(v)
                && !(walk.uncovered().containsKey(v) && Soundness.COVERED_READS.holds())
                && !(walk.lost().contains(v) && Soundness.LOST_ARRAYS.holds()));
        return rejected;
    }
}
