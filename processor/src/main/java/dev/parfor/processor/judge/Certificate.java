package dev.parfor.processor.judge;

import dev.parfor.processor.judgement.Judgement;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.symbolic.Access;
import java.util.List;
import java.util.Map;

/**
 * All that a verdict rests on.
 *
 * @param accesses those that were compared: of several to one cell under the same conditions, one
 * @param pairs each with what keeps the two apart
 * @param bodies fingerprints of the methods and initializers that were read, by name
 */
public record Certificate(
        Judgement.Parallel judgement, List<Access> accesses, List<Pair> pairs, Map<String, String> bodies) {
    public Certificate {
        accesses = List.copyOf(accesses);
        pairs = List.copyOf(pairs);
    }

    /** Two accesses, one of them a write. */
    public record Pair(Access first, Access second, Proof.Pair proof) {}
}
