package dev.parfor.processor.walk;

import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that two values, and so the lesser of them, are not less than: a block is not empty, and ends behind its beginning.
 *
 * @param value a number, or what one of them is made of, and perhaps one more
 * @param exact what that rests on
 */
record Least(Poly value, List<Fact.Exact> exact) {

    /** The greatest of those that show at once. */
    static Optional<Least> of(Walk walk, Poly first, Poly second) {
        try {
            for (Poly least : candidates(first, second)) {
                Optional<List<Fact.Exact>> one = shown(walk, first.minus(least));
                Optional<List<Fact.Exact>> two = one.isPresent() ? shown(walk, second.minus(least)) : one;
                if (two.isPresent()) {
                    Set<Fact.Exact> exact = new LinkedHashSet<>(one.get());
                    exact.addAll(two.get());
                    exact.add(new Fact.Exact(first, Integer.SIZE));
                    exact.add(new Fact.Exact(second, Integer.SIZE));
                    return Optional.of(new Least(least, new ArrayList<>(exact)));
                }
            }
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Either without something that does not vary, a number among that: {@code j} of {@code j + size}, 0 of {@code size}. */
    private static Set<Poly> candidates(Poly first, Poly second) {
        Set<Poly> candidates = new LinkedHashSet<>();
        for (Poly p : List.of(first, second)) {
            for (Poly.Term term : p.terms()) {
                if (!term.monomial().isVarying()) {
                    Poly rest = p.minus(Poly.of(term.monomial()).times(term.coefficient()));
                    candidates.add(rest.plus(1));
                    candidates.add(rest);
                }
            }
        }
        candidates.add(Poly.ONE);
        candidates.add(Poly.ZERO);
        return candidates;
    }

    /** What has to be exact for the polynomial not to be negative, where one fact says that it is not. */
    static Optional<List<Fact.Exact>> shown(Walk walk, Poly p) {
        if (p.isConstant()) {
            return p.constantTerm() >= 0 ? Optional.of(List.of()) : Optional.empty();
        }
        for (Fact fact : walk.now.facts) {
            if (fact.kind() == Fact.Kind.AT_LEAST_ZERO) {
                Poly more = p.minus(fact.poly());
                if (more.isConstant() && more.constantTerm() >= 0) {
                    return Optional.of(fact.exact());
                }
            }
        }
        return Optional.empty();
    }
}
