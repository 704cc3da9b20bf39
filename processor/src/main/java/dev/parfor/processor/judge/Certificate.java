package dev.parfor.processor.judge;

import dev.parfor.processor.judgement.Judgement;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Poly;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a verdict rests on.
 *
 * @param accesses those that were compared: of several to one cell under the same conditions, one
 * @param pairs each with what keeps the two apart
 * @param tiles where iterations may meet in the order of tiles
 * @param step of the loop where it is no number: the indices of two iterations differ by at least as much, and it is positive
 * @param bodies fingerprints of the methods and initializers that were read, by name
 */
public record Certificate(
        Judgement.Parallel judgement,
        Optional<Poly> step,
        Optional<Tiles> tiles,
        List<Access> accesses,
        List<Pair> pairs,
        Map<String, String> bodies) {
    public Certificate {
        accesses = List.copyOf(accesses);
        pairs = List.copyOf(pairs);
    }

    /**
     * The order of tiles: of two iterations in different rows the one in the upper row is run first wherever its front is not
     * greater.
     *
     * @param front in terms of one iteration
     * @param rising whether rows with a greater index come later
     * @param columns the accesses of the columns, by number from 0; all others are of what is evaluated any number of times
     */
    public record Tiles(Poly front, boolean rising, Set<Integer> columns) {
        public Tiles {
            columns = Set.copyOf(columns);
        }
    }

    /** Two accesses, one of them a write. */
    public record Pair(Access first, Access second, Proof.Pair proof) {}
}
