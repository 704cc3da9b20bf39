package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Span;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.proving.Priming;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shows two cells to be different in exact arithmetic: as the subscripts are written, taken apart where they are linearised, with products,
 * quotients and remainders, and with a look at index arrays.
 */
final class ExactCells {

    private final IterationPair iterations;
    private final Exactness exactness;
    private final Delinearizer delinearizer;
    private final Remainders remainders;
    private final IndexArrays indexArrays;
    private final Products products;
    private final Quotients quotients;
    private final NestedBounds bounds;
    private final Mirrored mirrored;

    /** Whether a look at index arrays before the loop may help, and at which cells it is out of place. */
    private final Optional<Set<Span>> uninspected;

    ExactCells(IterationPair iterations, Exactness exactness, Optional<Set<Span>> uninspected) {
        Prover prover = iterations.prover();
        this.iterations = iterations;
        this.exactness = exactness;
        this.uninspected = uninspected;
        this.delinearizer = new Delinearizer(prover);
        this.remainders = new Remainders(prover, delinearizer);
        this.indexArrays = new IndexArrays(prover);
        this.products = new Products(prover, iterations.index(), Priming.prime(iterations.index()));
        this.quotients = new Quotients(prover, exactness, products);
        this.bounds = new NestedBounds(prover);
        this.mirrored = new Mirrored(prover);
    }

    /**
     * With exact arithmetic, guarded where it can't be shown, and linearised subscripts taken apart; first with the conditions
     * that need no guard themselves, then with all.
     */
    Optional<Shown> of(Access a, Access b, List<Scenario.Pair> equal) {
        Exactness.Guarded proved1 = new Exactness.Guarded(exactness.proved(a.facts()), Set.of());
        Exactness.Guarded proved2 = new Exactness.Guarded(exactness.proved(b.facts()), Set.of());
        Optional<Shown> first = UsedBounds.hold(a, proved1, equal) && UsedBounds.hold(b, proved2, equal)
                ? exact(a == b, proved1, proved2, equal, isCounted(a, b))
                : Optional.empty();
        if (first.isPresent() && first.get().answer().isIndependent()) {
            return first;
        }
        if (exactness.allProved(a.facts()) && exactness.allProved(b.facts())) {
            return first;
        }
        Exactness.Guarded all1 = exactness.guarded(a.facts());
        Exactness.Guarded all2 = exactness.guarded(b.facts());
        if (UsedBounds.hold(a, all1, equal) && UsedBounds.hold(b, all2, equal)) {
            return exact(a == b, all1, all2, equal, isCounted(a, b));
        }
        // Of a subscript that is an index and nothing else no range is guarded, as long as the subscripts stay whole.
        List<Scenario.Pair> computed = equal.stream()
                .filter(p -> !Prover.isTriviallyExact(p.first(), 32) || !Prover.isTriviallyExact(p.second(), 32))
                .toList();
        return UsedBounds.hold(a, all1, computed) && UsedBounds.hold(b, all2, computed)
                ? exactly(a == b, all1, all2, equal)
                        .filter(attempt -> attempt.answer().isIndependent())
                        .or(() -> first)
                : first;
    }

    /** With the dividends in the place of equal remainders; empty if that does not help. */
    Optional<Shown> divided(Access a, Access b, List<Scenario.Pair> equal) {
        Exactness.Guarded all1 = exactness.guarded(a.facts());
        Exactness.Guarded all2 = exactness.guarded(b.facts());
        return remainders
                .of(equal, all1.facts(), all2.facts())
                .filter(d -> UsedBounds.hold(a, all1, d.equal()) && UsedBounds.hold(b, all2, d.equal()))
                .flatMap(d -> exactly(a == b, all1, all2, d.equal())
                        .filter(attempt -> attempt.answer().isIndependent())
                        .map(attempt -> attempt.with(attempt.answer(), d.guards(), "remainders")));
    }

    /** The subscripts as they are, in exact arithmetic; empty where that can't be guarded. */
    private Optional<Shown> exactly(
            boolean symmetric, Exactness.Guarded first, Exactness.Guarded second, List<Scenario.Pair> equal) {
        Set<Guard> guards = new LinkedHashSet<>(first.guards());
        guards.addAll(second.guards());
        for (Scenario.Pair pair : equal) {
            Optional<Set<Guard>> one = exactness.guardsFor(first.facts(), List.of(new Fact.Exact(pair.first(), 32)));
            // A primed index has the bounds of its original, so the range that is guarded is that of both.
            Optional<Set<Guard>> two =
                    exactness.guardsFor(iterations.primed(second.facts()), List.of(new Fact.Exact(pair.second(), 32)));
            if (one.isEmpty() || two.isEmpty()) {
                return Optional.empty();
            }
            guards.addAll(one.get());
            guards.addAll(two.get());
        }
        List<Fact> facts = new ArrayList<>(first.facts());
        facts.addAll(iterations.primed(second.facts()));
        List<Poly> differences =
                equal.stream().map(p -> p.first().minus(p.second())).toList();
        return Optional.of(new Shown(iterations.bothWays(symmetric, differences, facts), guards, ""));
    }

    private Optional<Shown> exact(
            boolean symmetric,
            Exactness.Guarded first,
            Exactness.Guarded second,
            List<Scenario.Pair> equal,
            boolean counts) {
        Optional<Shown> asTheyAre = exactly(symmetric, first, second, equal);
        if (asTheyAre.isEmpty() || asTheyAre.get().answer().isIndependent()) {
            return asTheyAre;
        }
        Set<Guard> guards = asTheyAre.get().guards();
        List<Fact> facts = new ArrayList<>(first.facts());
        facts.addAll(iterations.primed(second.facts()));
        List<Poly> differences =
                equal.stream().map(p -> p.first().minus(p.second())).toList();
        Split split = split(symmetric, equal, facts, asTheyAre.get(), differences);
        Shown attempt = split.attempt();
        if (attempt.answer().isIndependent()) {
            return WideWindows.isAmong(attempt.guards())
                    ? withoutWindows(symmetric, equal, facts, asTheyAre.get(), differences)
                            .or(() -> Optional.of(attempt))
                    : Optional.of(attempt);
        }
        Shown direct = new Shown(attempt.answer(), guards, "");
        List<Poly> whole = equal.stream().map(p -> p.first().minus(p.second())).toList();
        Optional<Shown> multiplied = multiplied(symmetric, whole, facts, direct, products::of, "products")
                .or(() -> multiplied(symmetric, whole, facts, direct, quotients::of, "quotients"))
                .or(() -> split.ways().stream()
                        .flatMap(
                                way -> multiplied(
                                        symmetric, way.differences(), facts, way.attempt(), quotients::of, "quotients")
                                        .stream())
                        .findFirst())
                .or(() -> multiplied(symmetric, whole, facts, direct, bounds::of, "nested bounds"));
        if (multiplied.isPresent() || counts) {
            return Optional.of(multiplied.orElse(attempt));
        }
        return Optional.of(
                inspected(symmetric, split.differences(), facts, attempt).orElse(attempt));
    }

    /** With products, of the whole subscripts or of parts that need no window which hardly ever is narrow enough. */
    private Optional<Shown> withoutWindows(
            boolean symmetric, List<Scenario.Pair> equal, List<Fact> facts, Shown whole, List<Poly> differences) {
        Optional<Shown> shown = multiplied(symmetric, differences, facts, whole, products::of, "products");
        Iterator<Delinearizer.Parts> ways = delinearizer.split(equal, facts).iterator();
        while (shown.isEmpty() && ways.hasNext()) {
            Delinearizer.Parts parts = ways.next();
            if (!WideWindows.isAmong(parts.guards())) {
                Shown way = whole.with(
                        iterations.bothWays(symmetric, parts.differences(), facts),
                        parts.guards(),
                        "linearised by " + parts.strides());
                shown = way.answer().isIndependent()
                        ? Optional.of(way)
                        : multiplied(symmetric, parts.differences(), facts, way, products::of, "products");
            }
        }
        return shown;
    }

    /** With linearised subscripts taken apart: what came of it, and what is equal in the parts. */
    private record Split(Shown attempt, List<Poly> differences, List<Split> ways) {
        Split(Shown attempt, List<Poly> differences) {
            this(attempt, differences, List.of());
        }
    }

    /** The first way to take the subscripts apart that shows them to be different, or else the likeliest one. */
    private Split split(
            boolean symmetric, List<Scenario.Pair> equal, List<Fact> facts, Shown before, List<Poly> differences) {
        if (before.answer().isIndependent()) {
            return new Split(before, differences);
        }
        List<Split> tried = new ArrayList<>();
        for (Iterator<Delinearizer.Parts> ways =
                        delinearizer.split(equal, facts).iterator();
                ways.hasNext(); ) {
            Delinearizer.Parts parts = ways.next();
            Shown attempt = before.with(
                    iterations.bothWays(symmetric, parts.differences(), facts),
                    parts.guards(),
                    "linearised by " + parts.strides());
            tried.add(new Split(attempt, parts.differences()));
            if (attempt.answer().isIndependent()) {
                return tried.get(tried.size() - 1);
            }
        }
        Split likeliest = tried.isEmpty() ? new Split(before, differences) : tried.get(0);
        tried.add(new Split(before, differences));
        for (Split way : tried) {
            Optional<Mirrored.Apart> apart =
                    iterations.mayBeOne() ? Optional.empty() : mirrored.of(way.differences(), facts);
            if (apart.isPresent()) {
                List<Fact> more = new ArrayList<>(facts);
                more.add(apart.get().fact());
                Prover.Answer answer = iterations.bothWays(symmetric, way.differences(), more);
                if (answer.isIndependent()) {
                    return new Split(
                            way.attempt().with(answer, Set.of(apart.get().guard()), "sums of indices"),
                            way.differences());
                }
            }
        }
        tried.remove(tried.size() - 1);
        return new Split(likeliest.attempt(), likeliest.differences(), tried);
    }

    /** What follows from facts with products in them. */
    private interface Known {
        Products.Known of(List<Poly> equations, List<Fact> facts, Poly gap, boolean guarded);
    }

    /** With products of the distance of the two iterations and what is not negative: shown, or guarded. */
    private Optional<Shown> multiplied(
            boolean symmetric, List<Poly> equations, List<Fact> facts, Shown before, Known known, String by) {
        return multiplied(symmetric, equations, facts, before, known, by, false)
                .or(() -> multiplied(symmetric, equations, facts, before, known, by, true));
    }

    private Optional<Shown> multiplied(
            boolean symmetric,
            List<Poly> equations,
            List<Fact> facts,
            Shown before,
            Known known,
            String by,
            boolean guarded) {
        if (iterations.mayBeOne()) {
            return Optional.empty();
        }
        Set<Guard> guards = new LinkedHashSet<>();
        Prover.Answer answer = before.answer();
        for (boolean rising : symmetric ? new boolean[] {true} : new boolean[] {true, false}) {
            Products.Known products;
            try {
                products = known.of(equations, iterations.ordered(facts, rising), iterations.gap(rising), guarded);
            } catch (ArithmeticException tooLarge) {
                return Optional.empty();
            }
            if (products.facts().isEmpty() || guarded && products.guards().isEmpty()) {
                return Optional.empty();
            }
            List<Fact> all = new ArrayList<>(facts);
            all.addAll(products.facts());
            answer = iterations.oneWay(equations, all, rising);
            if (!answer.isIndependent()) {
                return Optional.empty();
            }
            guards.addAll(products.guards());
        }
        return Optional.of(before.with(answer, guards, by));
    }

    private boolean isCounted(Access a, Access b) {
        return uninspected.isEmpty()
                || uninspected.get().contains(a.span())
                || uninspected.get().contains(b.span());
    }

    /** With a look at the index arrays before the loop. */
    private Optional<Shown> inspected(boolean symmetric, List<Poly> equations, List<Fact> facts, Shown before) {
        Optional<IndexArrays.Replaced> distinct = indexArrays.distinct(equations);
        if (distinct.isPresent()) {
            Shown first = before.with(
                    iterations.bothWays(symmetric, distinct.get().values(), facts),
                    distinct.get().guards(),
                    "distinct elements");
            Shown attempt = first.answer().isIndependent()
                    ? first
                    : split(symmetric, distinct.get().pairs(), facts, first, List.of())
                            .attempt();
            if (attempt.answer().isIndependent()) {
                return Optional.of(attempt);
            }
        }
        Set<Guard> guards = new LinkedHashSet<>();
        Prover.Answer answer = before.answer();
        for (boolean rising : symmetric ? new boolean[] {true} : new boolean[] {true, false}) {
            IndexArrays.Order order = indexArrays.ordered(equations, iterations.ordered(facts, rising));
            if (order.values().isEmpty()) {
                return Optional.empty();
            }
            List<Fact> all = new ArrayList<>(facts);
            all.addAll(order.values());
            answer = iterations.oneWay(equations, all, rising);
            if (!answer.isIndependent()) {
                return Optional.empty();
            }
            guards.addAll(order.guards());
        }
        return Optional.of(before.with(answer, guards, "rising elements"));
    }
}
