package dev.parfor.processor.judge;

import dev.parfor.processor.judgement.Judgement;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Poly;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a verdict rests on.
 *
 * @param accesses those that were compared: of several to one cell under the same conditions, one
 * @param pairs each with what keeps the two apart
 * @param step of the loop where it is no number: the indices of two iterations differ by at least as much, and it is positive
 * @param bodies fingerprints of the methods and initializers that were read, by name
 */
public record Certificate(
        Judgement.Parallel judgement,
        Optional<Poly> step,
        List<Access> accesses,
        List<Pair> pairs,
        Map<String, String> bodies) {
    public Certificate {
        accesses = List.copyOf(accesses);
        pairs = List.copyOf(pairs);
    }

    /** Two accesses, one of them a write. */
    public record Pair(Access first, Access second, Proof.Pair proof) {}
}
