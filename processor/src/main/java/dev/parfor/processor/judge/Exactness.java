package dev.parfor.processor.judge;

import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.walk.RangeBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which values are exact: shown, or to be guarded.
 *
 * <p>A fact counts only if the arithmetic in it is exact. Facts are looked at in the order in which the walk met them, so
 * that those of outer loops help with inner ones.
 */
final class Exactness {

    private final Prover prover;
    private final Map<List<Fact>, List<Fact>> proved = new HashMap<>();
    private final Map<List<Fact>, Guarded> guarded = new HashMap<>();

    Exactness(Prover prover) {
        this.prover = prover;
    }

    /** The facts that hold without any guard. */
    List<Fact> proved(List<Fact> facts) {
        return proved.computeIfAbsent(facts, all -> {
            List<Fact> sound = new ArrayList<>();
            for (Fact fact : all) {
                if (!Soundness.EXACT_FACTS.holds() || fact.exact().stream().allMatch(e -> fits(sound, e))) {
                    sound.add(fact);
                }
            }
            return List.copyOf(sound);
        });
    }

    boolean allProved(List<Fact> facts) {
        return proved(facts).size() == facts.size();
    }

    private boolean fits(List<Fact> facts, Fact.Exact e) {
        return prover.fits(facts, e.poly(), e.bits());
    }

    boolean isExact(List<Fact> provedFacts, Poly poly, int bits) {
        return !Soundness.WRAP_AROUND.holds() || prover.fits(provedFacts, poly, bits);
    }

    /** Facts together with the guards that they rest on. */
    record Guarded(List<Fact> facts, Set<Guard> guards) {
        Guarded {
            facts = List.copyOf(facts);
            guards = Collections.unmodifiableSet(new LinkedHashSet<>(guards));
        }
    }

    /** All facts that are proved or can be guarded. */
    Guarded guarded(List<Fact> facts) {
        return guarded.computeIfAbsent(facts, this::guard);
    }

    private Guarded guard(List<Fact> facts) {
        List<Fact> usable = new ArrayList<>();
        Set<Guard> guards = new LinkedHashSet<>();
        Set<Atom> unbounded = new HashSet<>();
        for (Fact fact : facts) {
            Optional<Set<Guard>> needed = guardsFor(usable, fact.exact());
            // A guard takes the range of an index from its bounds: where these don't hold, it says nothing.
            boolean loose = needed.isPresent()
                    && !needed.get().isEmpty()
                    && fact.exact().stream()
                            .flatMap(e -> e.poly().atoms().stream())
                            .anyMatch(a -> restsOn(a, unbounded, usable));
            if (needed.isEmpty() || loose) {
                fact.poly().atoms().stream()
                        .filter(a -> a instanceof Atom.Index i && !i.isParallel())
                        .forEach(unbounded::add);
            } else {
                if (!needed.get().isEmpty()) {
                    fact.exact().stream()
                            .filter(e -> e.bits() == 32 && !Prover.isTriviallyExact(e.poly(), 32))
                            .forEach(e -> {
                                usable.add(Fact.atLeastZero(e.poly().plus(1L << 31)));
                                usable.add(Fact.atLeastZero(e.poly().negated().plus((1L << 31) - 1)));
                            });
                }
                usable.add(fact);
                guards.addAll(needed.get());
            }
        }
        return new Guarded(usable, guards);
    }

    /** Whether an index, or one that its bounds are made of, is among these. */
    private static boolean restsOn(Atom atom, Set<Atom> unbounded, List<Fact> usable) {
        return unbounded.contains(atom)
                || atom instanceof Atom.Unknown u && u.bounds().isPresent() && !UsedBounds.isBounded(u, usable)
                || atom instanceof Atom.Loaded l
                        && l.index().atoms().stream().anyMatch(a -> restsOn(a, unbounded, usable))
                || !(atom instanceof Atom.Index i && i.isParallel())
                        && Stream.of(atom.least(), atom.greatest())
                                .flatMap(Optional::stream)
                                .flatMap(p -> p.atoms().stream())
                                .anyMatch(a -> restsOn(a, unbounded, usable));
    }

    /** The guards under which all of these are exact; empty if one can be neither shown nor guarded. */
    Optional<Set<Guard>> guardsFor(List<Fact> facts, List<Fact.Exact> all) {
        Set<Guard> guards = new LinkedHashSet<>();
        for (Fact.Exact e : all) {
            if (!fits(facts, e)) {
                Optional<Guard> guard = RangeBuilder.of(e.poly()).map(r -> new Guard.Fits(r, e.bits()));
                if (guard.isEmpty()) {
                    return Optional.empty();
                }
                guards.add(guard.get());
            }
        }
        return Optional.of(guards);
    }
}
