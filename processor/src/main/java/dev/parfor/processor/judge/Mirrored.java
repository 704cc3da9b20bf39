package dev.parfor.processor.judge;

import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.walk.RangeBuilder;
import java.util.List;
import java.util.Optional;

/**
 * Rows that are counted from both ends: {@code y} and {@code h - 1 - y'} are never equal if all iterations stay in one half. The sum of
 * two indices has a greatest and a least value, whichever two iterations meet; a guard compares these with the number that it
 * would have to be.
 *
 * <p>Indices that count the same way, {@code y} and {@code y' + d}, are no such case: there the distance of the iterations decides.
 */
final class Mirrored {

    private final Prover prover;

    Mirrored(Prover prover) {
        this.prover = prover;
    }

    /** What holds of all pairs of iterations under a guard. */
    record Apart(Fact fact, Guard guard) {}

    /** @param differences one of which would have to be different from zero */
    Optional<Apart> of(List<Poly> differences, List<Fact> facts) {
        for (Poly difference : differences) {
            Optional<Poly> sum = sum(difference);
            if (sum.isPresent()) {
                for (Poly positive : List.of(sum.get().negated(), sum.get())) {
                    Optional<Guard.RangeExpr> values = RangeBuilder.of(positive);
                    if (values.isPresent() && !neverHolds(positive, facts)) {
                        return Optional.of(
                                new Apart(Fact.atLeastZero(positive.plus(-1)), new Guard.AtLeast(values.get(), 1)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The polynomial, or its negative, in which all that varies is added: two indices or more. */
    private static Optional<Poly> sum(Poly p) {
        List<Poly.Term> varying =
                p.terms().stream().filter(t -> t.monomial().isVarying()).toList();
        boolean indices = varying.stream()
                .allMatch(t ->
                        t.monomial().atoms().size() == 1 && t.monomial().atoms().get(0) instanceof Atom.Index);
        long rising = varying.stream().filter(t -> t.coefficient() > 0).count();
        if (!indices || varying.size() < 2 || rising != 0 && rising != varying.size()) {
            return Optional.empty();
        }
        return Optional.of(rising == 0 ? p.negated() : p);
    }

    /** Whether the least value is known not to be positive, by the bounds of the indices. */
    private boolean neverHolds(Poly positive, List<Fact> facts) {
        Poly least = positive;
        for (int round = 0; round < 8 && !least.isInvariant(); round++) {
            Poly.Term term = least.terms().stream()
                    .filter(t -> t.monomial().isVarying())
                    .findFirst()
                    .orElseThrow();
            boolean isIndex = term.monomial().atoms().size() == 1
                    && term.monomial().atoms().get(0) instanceof Atom.Index;
            Optional<Poly> bound = Optional.empty();
            if (isIndex) {
                Atom.Index i = (Atom.Index) term.monomial().atoms().get(0);
                bound = term.coefficient() > 0 ? i.lower() : i.upper();
            }
            if (bound.isEmpty()) {
                return false;
            }
            least = least.minus(Poly.of(term.monomial()).times(term.coefficient()))
                    .plus(bound.get().times(term.coefficient()));
        }
        return least.isInvariant() && prover.implies(facts, least.negated());
    }
}
