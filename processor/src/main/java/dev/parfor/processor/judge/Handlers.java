package dev.parfor.processor.judge;

import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.walk.BodyWalker;
import java.util.List;
import java.util.Optional;

/** The method around a loop: does it catch exceptions, and look at what is half done? */
final class Handlers {

    private Handlers() {}

    /**
     * After an exception the cells of later iterations are unspecified, so nobody in this method may look. Only a body that
     * touches no memory but its own and leaves no variable behind can't be seen.
     */
    static Optional<Refusal> judge(LoopNest nest, BodyWalker.Result walk, List<Plan.Role> roles) {
        if (nest.surroundings().handlers().isEmpty() || !Soundness.HANDLERS.holds()) {
            return Optional.empty();
        }
        // What ordered blocks have written is what the sequential loop would have.
        boolean writes = walk.accesses().stream()
                        .anyMatch(a -> a.isWrite() && !a.section().isInOrder())
                || !walk.shared().isEmpty();
        boolean leaves =
                roles.stream().anyMatch(r -> nest.surroundings().liveAfter().contains(r.var()));
        boolean leavesIndex = nest.header() instanceof LoopNest.Header.Counted h
                && !h.declaredInHeader()
                && nest.surroundings().liveAfter().contains(h.index());
        if (writes || leaves || leavesIndex) {
            LoopNest.Handler handler = nest.surroundings().handlers().get(0);
            return Optional.of(new Refusal.Shape(
                    Refusal.Shape.Kind.INSIDE_TRY, nest.span(), nest.name(), Optional.of(handler.span())));
        }
        return Optional.empty();
    }
}
