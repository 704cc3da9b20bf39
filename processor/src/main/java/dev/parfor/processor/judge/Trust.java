package dev.parfor.processor.judge;

import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.judgement.Proof;
import java.util.List;
import java.util.Optional;

/** What {@code trust = "reason"} takes the place of. */
final class Trust {

    private Trust() {}

    /** @param refusals loses what the user vouches for; what is left, nobody can vouch for */
    static Optional<Proof.Trusted> take(LoopNest nest, List<Refusal> refusals) {
        return nest.options()
                .trust()
                .filter(reason -> refusals.removeIf(Trust::isTrustable))
                .map(reason -> new Proof.Trusted("trust", nest.name(), reason));
    }

    /** Only what was not proved about memory and calls; never a refutation, a variable's role or the loop's form. */
    private static boolean isTrustable(Refusal refusal) {
        if (refusal instanceof Refusal.Effect effect) {
            return !effect.detail().equals("refuted");
        }
        if (refusal instanceof Refusal.Sync sync) {
            // Without the lock there would be a race, and who waits for ever has no result to argue about.
            return sync.kind() != Refusal.Sync.Kind.UNGUARDED && sync.kind() != Refusal.Sync.Kind.WAITS;
        }
        return refusal instanceof Refusal.Conflict && !refusal.isRefutation();
    }
}
