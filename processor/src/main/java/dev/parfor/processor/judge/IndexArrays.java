package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.walk.RangeBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a look at index arrays before the loop makes known of them: that no two elements are equal, or that none is less than the one
 * before. Both are facts about the part of the array that the loop reads, and cost one pass over it.
 */
final class IndexArrays {

    /** So many elements are compared with each other in one question. */
    private static final int MOST_ELEMENTS = 8;

    private final Prover prover;

    IndexArrays(Prover prover) {
        this.prover = prover;
    }

    /** Facts, and the guards under which they hold. */
    record Order(List<Fact> values, Set<Guard> guards) {}

    /**
     * Equations, and the guards under which they hold.
     *
     * @param pairs their two sides
     */
    record Replaced(List<Scenario.Pair> pairs, Set<Guard> guards) {
        List<Poly> values() {
            return pairs.stream().map(p -> p.first().minus(p.second())).toList();
        }
    }

    /**
     * Exact equations with {@code c * a[e] = c * a[f]} replaced by {@code e = f}, where the elements are guarded to be distinct. Empty
     * where there is none such.
     */
    Optional<Replaced> distinct(List<Poly> differences) {
        List<Scenario.Pair> replaced = new ArrayList<>();
        Set<Guard> guards = new LinkedHashSet<>();
        for (Poly difference : differences) {
            Optional<List<Atom.Loaded>> elements = elements(difference);
            Optional<Guard> guard = elements.flatMap(two -> RangeBuilder.ofAll(unprimed(two))
                    .map(indices -> new Guard.Distinct(two.get(0).array(), indices)));
            if (guard.isPresent()) {
                guards.add(guard.get());
                replaced.add(new Scenario.Pair(
                        elements.get().get(0).index(), elements.get().get(1).index()));
            } else {
                replaced.add(new Scenario.Pair(difference, Poly.ZERO));
            }
        }
        return guards.isEmpty() ? Optional.empty() : Optional.of(new Replaced(replaced, needed(guards)));
    }

    /** The two elements that are equal where this is zero. */
    private static Optional<List<Atom.Loaded>> elements(Poly difference) {
        List<Atom.Loaded> elements = new ArrayList<>();
        difference.atoms().forEach(a -> {
            if (a instanceof Atom.Loaded l && isNumber(l)) {
                elements.add(l);
            }
        });
        if (elements.size() != 2
                || difference.terms().size() != 2
                || !elements.get(0).array().equals(elements.get(1).array())) {
            return Optional.empty();
        }
        long factor = difference.coefficient(elements.get(0));
        return factor != 0 && difference.coefficient(elements.get(1)) == -factor
                ? Optional.of(elements)
                : Optional.empty();
    }

    private static boolean isNumber(Atom.Loaded element) {
        return element.type().isIntegral() && element.type() != Type.Primitive.BOOLEAN;
    }

    private static List<Poly> unprimed(List<Atom.Loaded> elements) {
        return elements.stream().map(e -> unprimed(e.index())).toList();
    }

    private static Poly unprimed(Poly index) {
        return index.map(atom -> Poly.of(Unpriming.of(atom)));
    }

    /**
     * The order of the elements that a question is about, as far as the order of their indices follows from the facts, where arrays
     * are guarded to be nondecreasing.
     */
    Order ordered(List<Poly> equations, List<Fact> facts) {
        Set<Atom> met = new TreeSet<>();
        equations.forEach(e -> met.addAll(e.atoms()));
        facts.forEach(f -> met.addAll(f.poly().atoms()));
        Map<Path, List<Atom.Loaded>> byArray = new LinkedHashMap<>();
        met.forEach(a -> {
            // The range of an inner loop's index is that of its bounds, which a condition does not show to hold.
            boolean outer = a instanceof Atom.Loaded l
                    && l.index().atoms().stream()
                            .allMatch(x -> x instanceof Atom.Symbol || x instanceof Atom.Index i && i.isParallel());
            if (outer && a instanceof Atom.Loaded l && isNumber(l)) {
                byArray.computeIfAbsent(l.array(), k -> new ArrayList<>()).add(l);
            }
        });
        List<Fact> known = new ArrayList<>();
        Set<Guard> guards = new LinkedHashSet<>();
        byArray.forEach((array, elements) -> {
            Optional<Guard.RangeExpr> part = elements.size() < 2 || elements.size() > MOST_ELEMENTS
                    ? Optional.empty()
                    : RangeBuilder.ofAll(unprimed(elements));
            List<Fact> order = part.isPresent() ? order(elements, facts) : List.of();
            if (!order.isEmpty()) {
                known.addAll(order);
                guards.add(new Guard.Nondecreasing(array, part.get()));
            }
        });
        return new Order(known, needed(guards));
    }

    private static Set<Guard> needed(Set<Guard> guards) {
        return Soundness.INDEX_ARRAYS.holds() ? guards : Set.of();
    }

    private List<Fact> order(List<Atom.Loaded> elements, List<Fact> facts) {
        List<Fact> order = new ArrayList<>();
        for (Atom.Loaded a : elements) {
            for (Atom.Loaded b : elements) {
                if (!a.equals(b) && prover.implies(facts, b.index().minus(a.index()))) {
                    order.add(Fact.atLeastZero(Poly.of(b).minus(Poly.of(a))));
                }
            }
        }
        return order;
    }
}
