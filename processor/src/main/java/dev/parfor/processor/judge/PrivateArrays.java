package dev.parfor.processor.judge;

import dev.parfor.processor.ir.LoopExits;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Kept;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.scalars.ReductionMatcher;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.walk.BodyWalker;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Work arrays. Where each iteration writes what it reads of one, each chunk may have its own.
 *
 * <p>Of one that the method has made, that is known by one name, and not read after the loop, no more is asked. Any other one has to hold
 * what the last iteration has left in it, and so all iterations have to write the same elements: these are put into it when the loop has
 * ended. Where an iteration throws, it stays as it was before the loop.
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

    /**
     * Arrays that others see, and that may be private all the same. After an exception they are not what the plain loop leaves, so no
     * handler may look. Not asked where the user claims something: what is called on trust may come to the array by another way.
     *
     * @param open pairs of accesses that may meet: of other arrays nothing need be private
     */
    static Set<Var> kept(LoopNest nest, List<DependencePrinter.Open> open) {
        boolean ends = !LoopExits.of(nest).isEmpty();
        if (ends || !nest.surroundings().handlers().isEmpty()) {
            return Set.of();
        }
        Set<Var> kept = new LinkedHashSet<>(BodyWalker.copyable(nest));
        kept.retainAll(written(open));
        kept.removeAll(candidates(nest));
        return kept;
    }

    private static Set<Var> written(List<DependencePrinter.Open> open) {
        Set<Var> written = new LinkedHashSet<>();
        for (DependencePrinter.Open pair : open) {
            for (Access a : List.of(pair.first(), pair.second())) {
                if (a.isWrite()
                        && a.cell() instanceof Cell.ArrayCell cell
                        && cell.array() instanceof Obj.Invariant base
                        && base.path() instanceof Path.OfVar local) {
                    written.add(local.var());
                }
            }
        }
        return written;
    }

    /** What of them the last iteration leaves. */
    static List<Kept> parts(List<Var> kept, BodyWalker.Result walk) {
        return kept.stream()
                .map(v -> new Kept(v, walk.rewritten().getOrDefault(v, List.of())))
                .toList();
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

    /**
     * Those of the candidates that a walk has shown not to be.
     *
     * @param kept those among them that others see
     */
    static Set<Var> rejected(BodyWalker.Result walk, Set<Var> candidates, Set<Var> kept) {
        Set<Var> rejected = new LinkedHashSet<>(candidates);
        rejected.removeIf(
                v -> !(kept.contains(v) && !walk.rewritten().containsKey(v) && Soundness.REWRITTEN_ARRAYS.holds())
                        && !walk.escaped().containsKey(v)
                        && !(walk.uncovered().containsKey(v) && Soundness.COVERED_READS.holds())
                        && !(walk.lost().contains(v) && Soundness.LOST_ARRAYS.holds()));
        return rejected;
    }
}
