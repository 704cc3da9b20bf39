package dev.parfor.processor.judge;

import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.scalars.MergeMatcher;
import java.util.Optional;
import java.util.Set;

/**
 * A way to look at a loop. {@link Judge} knows in which order they are tried, {@link Attempt} what comes of one.
 *
 * @param matched what blocks of iterations work on privately
 * @param privates arrays to be each chunk's own, as far as the body allows it
 * @param inspects look at index arrays before the loop, and take arrays that nothing is written to by their own name as
 *     unchanged, under a guard
 * @param handsOn make anew what iterations hand on to the next ones
 * @param knownOnly guess at classes alone that come to objects of which something is known
 * @param tiles rows that build on earlier ones, in tiles that wait for each other
 * @param firstPass what a pass ahead over the loop without its stores asks for
 */
record Way(
        MergeMatcher.Result matched,
        Set<Var> privates,
        boolean inspects,
        boolean handsOn,
        boolean knownOnly,
        Optional<Tiles> tiles,
        Optional<FirstPass> firstPass) {

    /** @param skew by how many columns a row the tiles lean */
    record Tiles(WaveShape shape, int skew) {}

    /**
     * @param stores the places of what the first pass leaves out
     * @param guards what the first pass itself needs
     */
    record FirstPass(Set<Span> stores, Set<Guard> guards) {}

    /** The loop as it is written. */
    static Way plain(LoopNest nest) {
        return with(MergeMatcher.Result.none(nest));
    }

    static Way with(MergeMatcher.Result matched) {
        return new Way(matched, Set.of(), false, false, false, Optional.empty(), Optional.empty());
    }

    Way merging(MergeMatcher.Result newMatched) {
        return new Way(newMatched, privates, inspects, handsOn, knownOnly, tiles, firstPass);
    }

    Way copying(Set<Var> newPrivates) {
        return new Way(matched, newPrivates, inspects, handsOn, knownOnly, tiles, firstPass);
    }

    Way inspecting() {
        return new Way(matched, privates, true, handsOn, knownOnly, tiles, firstPass);
    }

    Way handingOn() {
        return new Way(matched, privates, inspects, true, knownOnly, tiles, firstPass);
    }

    Way choosing() {
        return new Way(matched, privates, inspects, handsOn, true, tiles, firstPass);
    }

    Way inTiles(Tiles newTiles) {
        return new Way(matched, privates, inspects, handsOn, knownOnly, Optional.of(newTiles), firstPass);
    }

    Way after(FirstPass newFirstPass) {
        return new Way(matched, privates, inspects, handsOn, knownOnly, tiles, Optional.of(newFirstPass));
    }
}
