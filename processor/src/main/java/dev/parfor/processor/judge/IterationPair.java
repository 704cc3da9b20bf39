package dev.parfor.processor.judge;

import dev.parfor.processor.proving.Priming;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ordered pair of iterations, and the questions to the prover about it. The second one is a copy of the first of everything that
 * varies ({@link Priming}).
 */
final class IterationPair {

    private final Prover prover;
    private final Atom.Index index;
    private final boolean orOne;
    private final Optional<Poly> step;
    private final Optional<Order> order;
    private final Map<List<Fact>, List<Fact>> primed = new HashMap<>();

    private IterationPair(Prover prover, Atom.Index index, boolean orOne, Optional<Poly> step, Optional<Order> order) {
        this.prover = prover;
        this.index = index;
        this.orOne = orOne;
        this.step = step;
        this.order = order;
    }

    /** Any two different iterations. */
    static IterationPair of(Prover prover, Atom.Index index) {
        return new IterationPair(prover, index, false, Optional.empty(), Optional.empty());
    }

    /** The two may be one and the same as well. */
    IterationPair orOne() {
        return new IterationPair(prover, index, true, step, order);
    }

    /** @param newStep what a rising index gains in an iteration, where that is no number: where it is not positive the loop is not run */
    IterationPair stepping(Poly newStep) {
        return new IterationPair(prover, index, orOne, Optional.of(newStep), order);
    }

    /**
     * A partial order of iterations of different rows: of two, the one in the upper row is run first wherever its front is not
     * greater. Two iterations in this order may meet.
     *
     * @param front in terms of one iteration
     * @param rising whether rows with a greater index come later
     */
    record Order(Poly front, boolean rising) {}

    /** Pairs of iterations alone that are not in this order. */
    IterationPair except(Order kept) {
        return new IterationPair(prover, index, orOne, step, Optional.of(kept));
    }

    Prover prover() {
        return prover;
    }

    boolean mayBeOne() {
        return orOne;
    }

    Atom.Index index() {
        return index;
    }

    /** What holds of the second iteration where {@code facts} do of the first. */
    List<Fact> primed(List<Fact> facts) {
        return primed.computeIfAbsent(facts, Priming::prime);
    }

    /**
     * Can all equations hold?
     *
     * @param symmetric whether the question is the same with the two iterations swapped
     */
    Prover.Answer bothWays(boolean symmetric, List<Poly> equations, List<Fact> facts) {
        if (orOne) {
            return prover.ask(equations, facts, List.of(), Optional.empty());
        }
        Prover.Answer up = oneWay(equations, facts, true);
        return symmetric || !up.isIndependent() ? up : oneWay(equations, facts, false);
    }

    /** @param rising the first access is in the iteration with the smaller index */
    Prover.Answer oneWay(List<Poly> equations, List<Fact> facts, boolean rising) {
        return prover.ask(equations, ordered(facts, rising), List.of(), Optional.of(pairing()));
    }

    /** Values for which all equations hold, and all facts, if there are such for certain. */
    Prover.Answer witness(List<Poly> equations, List<Fact> facts, boolean rising) {
        return prover.witness(equations, ordered(facts, rising), pairing());
    }

    private Prover.Pairing pairing() {
        return new Prover.Pairing(index, Priming.prime(index));
    }

    /** @param rising the first access is in the iteration with the smaller index */
    List<Fact> ordered(List<Fact> facts, boolean rising) {
        List<Fact> all = new ArrayList<>(facts);
        Poly gap = gap(rising);
        all.add(Fact.atLeastZero(gap));
        step.ifPresent(s -> {
            all.add(Fact.atLeastZero(s.plus(-1)));
            all.add(Fact.atLeastZero(gap.plus(1).minus(s)));
        });
        order.ifPresent(o -> {
            Poly first = o.front();
            Poly second = Priming.prime(o.front());
            boolean firstIsUpper = rising == o.rising();
            Poly ahead = firstIsUpper ? first.minus(second) : second.minus(first);
            all.add(Fact.atLeastZero(ahead.plus(-1)));
        });
        return all;
    }

    /** How much further the later iteration is than the next one. */
    Poly gap(boolean rising) {
        Poly gap = Poly.of(Priming.prime(index)).minus(Poly.of(index));
        return (rising ? gap : gap.negated()).plus(-1);
    }
}
