package dev.parfor.processor.judge;

import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether guards over ranges of values may rely on the bounds of inner loops' indices. */
final class UsedBounds {

    private UsedBounds() {}

    /**
     * Whether what bounds the indices in these subscripts is among the facts used. A guard over a range of values takes the range
     * from the index's bounds, so they must hold: shown, or guarded themselves.
     */
    static boolean hold(Access access, Exactness.Guarded used, List<Scenario.Pair> equal) {
        Set<Atom> indices = new LinkedHashSet<>();
        for (Scenario.Pair pair : equal) {
            for (Poly p : List.of(pair.first(), pair.second())) {
                p.atoms().forEach(atom -> indices(Unpriming.of(atom), indices));
            }
        }
        return indices.stream().allMatch(a -> a instanceof Atom.Index || isBounded(a, used.facts()))
                && access.facts().stream()
                        .filter(f -> !used.facts().contains(f))
                        .flatMap(f -> f.poly().atoms().stream())
                        .filter(indices::contains)
                        .allMatch(i -> isBounded(i, used.facts()));
    }

    /** Whether its bounds themselves are among the facts; what else is known of it does not matter to its range. */
    static boolean isBounded(Atom i, List<Fact> facts) {
        Poly value = Poly.of(i);
        return i.least().isPresent()
                && i.greatest().isPresent()
                && facts.stream()
                        .anyMatch(f -> isAtLeastZero(f, value.minus(i.least().get())))
                && facts.stream()
                        .anyMatch(f -> isAtLeastZero(f, i.greatest().get().minus(value)));
    }

    private static boolean isAtLeastZero(Fact fact, Poly poly) {
        return fact.kind() == Fact.Kind.AT_LEAST_ZERO && fact.poly().equals(poly);
    }

    private static void indices(Atom atom, Set<Atom> into) {
        if (atom instanceof Atom.Loaded l) {
            l.index().atoms().forEach(x -> indices(x, into));
        }
        boolean isIndex = atom instanceof Atom.Index i && !i.isParallel();
        boolean isBounded = atom instanceof Atom.Unknown u && u.bounds().isPresent();
        if ((isIndex || isBounded) && into.add(atom)) {
            atom.least().ifPresent(p -> p.atoms().forEach(x -> indices(x, into)));
            atom.greatest().ifPresent(p -> p.atoms().forEach(x -> indices(x, into)));
        }
    }
}
