package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.proving.Priming;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Can two accesses meet in two different iterations of the parallel loop?
 *
 * <p>The two iterations are an ordered pair of copies of everything that varies. The pair is independent if for no values is the
 * cell the same, in either order. Ways to show it are tried from the cheapest to the dearest: without any guard, in
 * arithmetic that may wrap; then with exact arithmetic, shown or guarded; then with linearised subscripts taken apart; and all
 * this first with objects that may be anything, then with objects kept apart by guards.
 */
final class PairTester {

    private final Prover prover;
    private final Exactness exactness;
    private final Atom.Index index;
    private final Delinearizer delinearizer;
    private final Remainders remainders;
    private final IndexArrays indexArrays;
    private final Products products;
    private final Quotients quotients;
    private final Mirrored mirrored;
    private Optional<Poly> step = Optional.empty();
    /** Whether a look at index arrays before the loop may help, and at which cells it is out of place. */
    private Optional<Set<Span>> uninspected = Optional.empty();

    private final Map<List<Fact>, List<Fact>> primed = new HashMap<>();

    private final boolean anyIterations;

    private final Set<Var> own;

    /** Where iterations of different rows may meet in the order in which tiles run them: that order. */
    private Optional<Order> order = Optional.empty();

    /** @param own locals whose arrays have no other name */
    PairTester(Prover prover, Atom.Index index, Set<Var> own) {
        this(prover, index, own, false);
    }

    /** @param anyIterations whether the two accesses may not meet in one iteration either */
    PairTester(Prover prover, Atom.Index index, Set<Var> own, boolean anyIterations) {
        this.own = own;
        this.anyIterations = anyIterations;
        this.prover = prover;
        this.exactness = new Exactness(prover);
        this.index = index;
        this.delinearizer = new Delinearizer(prover);
        this.remainders = new Remainders(prover, delinearizer);
        this.indexArrays = new IndexArrays(prover);
        this.products = new Products(prover, index, Priming.prime(index));
        this.quotients = new Quotients(prover, exactness, products);
        this.mirrored = new Mirrored(prover);
    }

    /**
     * A partial order of iterations of different rows: of two, the one in the upper row is run first wherever its front is not
     * greater. Two iterations in this order may meet.
     *
     * @param front in terms of one iteration
     * @param rising whether rows with a greater index come later
     */
    record Order(Poly front, boolean rising) {}

    /** Asks about pairs of iterations alone that are not in this order. */
    PairTester except(Order kept) {
        this.order = Optional.of(kept);
        return this;
    }

    /** @param counted cells that {@code ++} and {@code --} count in: nobody counts what comes once only */
    void inspect(Set<Span> counted) {
        this.uninspected = Optional.of(Set.copyOf(counted));
    }

    /** @param toStep what a rising index gains in an iteration, where that is no number: where it is not positive the loop is not run */
    void stepping(Optional<Poly> toStep) {
        this.step = toStep;
    }

    /** What came out for a pair. */
    sealed interface Outcome {
        /** No two iterations meet, given the guards. */
        record Apart(String by, Set<Guard> guards, List<Proof.Trusted> trusted) implements Outcome {}

        /** Not shown. {@code verdict} is of the least demanding question that failed. */
        record Open(Prover.Answer last) implements Outcome {}
    }

    /** The accesses' objects, where they have one. */
    static Optional<Obj> object(Cell cell) {
        if (cell instanceof Cell.ArrayCell a) {
            return Optional.of(a.array());
        }
        if (cell instanceof Cell.FieldCell f) {
            return Optional.of(f.object());
        }
        return cell instanceof Cell.StateCell s ? Optional.of(s.object()) : Optional.empty();
    }

    /** Whether the two could be one cell by their kind. */
    static boolean sameKind(Cell a, Cell b) {
        if (a instanceof Cell.ArrayCell x && b instanceof Cell.ArrayCell y) {
            boolean primitives = x.element().isPrimitive() || y.element().isPrimitive();
            return Soundness.ARRAY_PAIRS.holds() && (!primitives || x.element().equals(y.element()));
        }
        if (a instanceof Cell.FieldCell x && b instanceof Cell.FieldCell y) {
            return Soundness.FIELDS.holds() && x.field().equals(y.field());
        }
        if (a instanceof Cell.StaticCell x && b instanceof Cell.StaticCell y) {
            return Soundness.STATICS.holds() && x.field().equals(y.field());
        }
        return Soundness.LIBRARY_STATE.holds() && a instanceof Cell.StateCell && b instanceof Cell.StateCell;
    }

    Outcome test(Access a, Access b, Set<Guard> adopted) {
        if (a.assumed().contradicts(b.assumed())) {
            return new Outcome.Apart("classes: no object is of both", Set.of(), List.of());
        }
        List<Scenario> scenarios = object(a.cell()).isPresent()
                ? Scenario.of(
                        object(a.cell()).get(), Priming.prime(object(b.cell()).get()), own)
                : List.of(Scenario.ANY);
        if (scenarios.isEmpty()) {
            return new Outcome.Apart("types: no object can be both", Set.of(), List.of());
        }
        for (Scenario scenario : scenarios) {
            // What is asked anyway keeps them apart: nothing costly need be shown.
            if (scenario.apart() && scenario.trusted().isEmpty() && adopted.containsAll(scenario.guards())) {
                Attempt plain = wrapped(a, b, equal(a, b, Scenario.ANY));
                return plain.answer().isIndependent() ? apart(plain, Scenario.ANY) : differentObjects(scenario);
            }
        }
        Optional<Outcome.Apart> best = Optional.empty();
        Prover.Answer last = null;
        for (Scenario scenario : scenarios) {
            Outcome outcome = test(a, b, scenario, adopted);
            if (outcome instanceof Outcome.Apart apart) {
                Set<Guard> news = new LinkedHashSet<>(apart.guards());
                news.removeAll(adopted);
                if (news.isEmpty() && apart.trusted().isEmpty()) {
                    return apart;
                }
                if (best.isEmpty() || cost(apart, adopted) < cost(best.get(), adopted)) {
                    best = Optional.of(apart);
                }
            } else if (last == null) {
                last = ((Outcome.Open) outcome).last();
            }
        }
        return best.isPresent() ? best.get() : new Outcome.Open(last);
    }

    /**
     * New guards are what a pair costs; one that walks over rows costs more than one that compares two references, and so does one that
     * holds of some numbers of iterations only.
     */
    private static int cost(Outcome.Apart apart, Set<Guard> adopted) {
        int cost = apart.trusted().size() * 2;
        for (Guard guard : apart.guards()) {
            if (!adopted.contains(guard)) {
                boolean counts = guard instanceof Guard.AtLeast least && least.least() > 0;
                cost += guard.isInspector() ? 10 : counts ? 2 : 1;
            }
        }
        return cost;
    }

    private static Outcome.Apart differentObjects(Scenario scenario) {
        return new Outcome.Apart("different objects", new LinkedHashSet<>(scenario.guards()), scenario.trusted());
    }

    private Outcome test(Access a, Access b, Scenario scenario, Set<Guard> adopted) {
        if (scenario.apart()) {
            return differentObjects(scenario);
        }
        List<Scenario.Pair> equal = equal(a, b, scenario);
        Outcome outcome = test(a, b, scenario, equal);
        DistinctIndices said = DistinctIndices.in(equal);
        boolean inspects = outcome instanceof Outcome.Apart apart
                && apart.guards().stream().anyMatch(g -> g instanceof Guard.Distinct);
        if (outcome instanceof Outcome.Apart && !inspects || said.trusted().isEmpty()) {
            return outcome;
        }
        List<Proof.Trusted> trusted = new ArrayList<>(scenario.trusted());
        trusted.addAll(said.trusted());
        Outcome trusting = test(a, b, new Scenario(scenario.guards(), trusted, false, scenario.equal()), said.pairs());
        return trusting instanceof Outcome.Apart ? trusting : outcome;
    }

    /** What is equal where they meet. */
    private static List<Scenario.Pair> equal(Access a, Access b, Scenario scenario) {
        List<Scenario.Pair> equal = new ArrayList<>(scenario.equal());
        if (a.cell() instanceof Cell.ArrayCell x && b.cell() instanceof Cell.ArrayCell y) {
            equal.add(new Scenario.Pair(x.index(), Priming.prime(y.index())));
        }
        return equal;
    }

    /** @param equal as {@link #equal(Access, Access, Scenario)} has it, or better */
    private Outcome test(Access a, Access b, Scenario scenario, List<Scenario.Pair> equal) {
        Attempt plain = wrapped(a, b, equal);
        if (plain.answer().isIndependent()) {
            return apart(plain, scenario);
        }
        Optional<Attempt> exact = exact(a, b, equal);
        if (exact.isPresent() && exact.get().answer().isIndependent()) {
            return apart(exact.get(), scenario);
        }
        Optional<Attempt> divided = divided(a, b, equal);
        return divided.isPresent() ? apart(divided.get(), scenario) : new Outcome.Open(plain.answer());
    }

    /** With the dividends in the place of equal remainders; empty if that does not help. */
    private Optional<Attempt> divided(Access a, Access b, List<Scenario.Pair> equal) {
        Exactness.Guarded all1 = exactness.guarded(a.facts());
        Exactness.Guarded all2 = exactness.guarded(b.facts());
        return remainders
                .of(equal, all1.facts(), all2.facts())
                .filter(d -> UsedBounds.hold(a, all1, d.equal()) && UsedBounds.hold(b, all2, d.equal()))
                .flatMap(d -> exactly(a == b, all1, all2, d.equal())
                        .filter(attempt -> attempt.answer().isIndependent())
                        .map(attempt -> attempt.with(attempt.answer(), d.guards(), "remainders")));
    }

    private record Attempt(Prover.Answer answer, Set<Guard> guards, String how) {

        Attempt with(Prover.Answer newAnswer, Set<Guard> more, String by) {
            Set<Guard> all = new LinkedHashSet<>(guards);
            all.addAll(more);
            return new Attempt(newAnswer, all, how.isEmpty() ? by : how + ", " + by);
        }
    }

    private static Outcome.Apart apart(Attempt attempt, Scenario scenario) {
        Set<Guard> guards = new LinkedHashSet<>(scenario.guards());
        guards.addAll(attempt.guards());
        String by = ((dev.parfor.processor.dependence.Verdict.Independent)
                        attempt.answer().verdict())
                .by();
        return new Outcome.Apart(attempt.how().isEmpty() ? by : attempt.how() + ", " + by, guards, scenario.trusted());
    }

    /** Without guards: subscripts that may wrap are compared modulo 2 to the 32. */
    private Attempt wrapped(Access a, Access b, List<Scenario.Pair> equal) {
        List<Fact> facts = new ArrayList<>(exactness.proved(a.facts()));
        List<Fact> second = primed(exactness.proved(b.facts()));
        List<Poly> equations = new ArrayList<>();
        for (Scenario.Pair pair : equal) {
            Poly difference = pair.first().minus(pair.second());
            boolean exact = exactness.isExact(facts, pair.first(), 32) && exactness.isExact(second, pair.second(), 32);
            equations.add(exact ? difference : difference.plus(turns(equations.size())));
        }
        facts.addAll(second);
        return new Attempt(bothWays(a == b, equations, facts), Set.of(), "");
    }

    private List<Fact> primed(List<Fact> facts) {
        return primed.computeIfAbsent(facts, Priming::prime);
    }

    /** A whole number of times 2 to the 32: what two equal wrapped values may differ by. */
    private static Poly turns(int number) {
        Atom.Unknown turns = new Atom.Unknown(-1 - number, "turns", Long.MIN_VALUE, Long.MAX_VALUE);
        return Poly.of(turns).times(1L << 32);
    }

    /**
     * With exact arithmetic, guarded where it can't be shown, and linearised subscripts taken apart; first with the conditions
     * that need no guard themselves, then with all.
     */
    private Optional<Attempt> exact(Access a, Access b, List<Scenario.Pair> equal) {
        Exactness.Guarded proved1 = new Exactness.Guarded(exactness.proved(a.facts()), Set.of());
        Exactness.Guarded proved2 = new Exactness.Guarded(exactness.proved(b.facts()), Set.of());
        Optional<Attempt> first = UsedBounds.hold(a, proved1, equal) && UsedBounds.hold(b, proved2, equal)
                ? exact(a == b, proved1, proved2, equal, isCounted(a, b))
                : Optional.empty();
        if (first.isPresent() && first.get().answer().isIndependent()) {
            return first;
        }
        if (allProved(a) && allProved(b)) {
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

    /** The subscripts as they are, in exact arithmetic; empty where that can't be guarded. */
    private Optional<Attempt> exactly(
            boolean symmetric, Exactness.Guarded first, Exactness.Guarded second, List<Scenario.Pair> equal) {
        Set<Guard> guards = new LinkedHashSet<>(first.guards());
        guards.addAll(second.guards());
        for (Scenario.Pair pair : equal) {
            Optional<Set<Guard>> one = exactness.guardsFor(first.facts(), List.of(new Fact.Exact(pair.first(), 32)));
            // A primed index has the bounds of its original, so the range that is guarded is that of both.
            Optional<Set<Guard>> two =
                    exactness.guardsFor(primed(second.facts()), List.of(new Fact.Exact(pair.second(), 32)));
            if (one.isEmpty() || two.isEmpty()) {
                return Optional.empty();
            }
            guards.addAll(one.get());
            guards.addAll(two.get());
        }
        List<Fact> facts = new ArrayList<>(first.facts());
        facts.addAll(primed(second.facts()));
        List<Poly> differences =
                equal.stream().map(p -> p.first().minus(p.second())).toList();
        return Optional.of(new Attempt(bothWays(symmetric, differences, facts), guards, ""));
    }

    private Optional<Attempt> exact(
            boolean symmetric,
            Exactness.Guarded first,
            Exactness.Guarded second,
            List<Scenario.Pair> equal,
            boolean counts) {
        Optional<Attempt> asTheyAre = exactly(symmetric, first, second, equal);
        if (asTheyAre.isEmpty() || asTheyAre.get().answer().isIndependent()) {
            return asTheyAre;
        }
        Set<Guard> guards = asTheyAre.get().guards();
        List<Fact> facts = new ArrayList<>(first.facts());
        facts.addAll(primed(second.facts()));
        List<Poly> differences =
                equal.stream().map(p -> p.first().minus(p.second())).toList();
        Split split = split(symmetric, equal, facts, asTheyAre.get(), differences);
        Attempt attempt = split.attempt();
        if (attempt.answer().isIndependent()) {
            return Optional.of(attempt);
        }
        Attempt direct = new Attempt(attempt.answer(), guards, "");
        List<Poly> whole = equal.stream().map(p -> p.first().minus(p.second())).toList();
        Optional<Attempt> multiplied = multiplied(symmetric, whole, facts, direct, products::of, "products")
                .or(() -> multiplied(symmetric, whole, facts, direct, quotients::of, "quotients"))
                .or(() -> split.ways().stream()
                        .flatMap(
                                way -> multiplied(
                                        symmetric, way.differences(), facts, way.attempt(), quotients::of, "quotients")
                                        .stream())
                        .findFirst());
        if (multiplied.isPresent() || counts) {
            return Optional.of(multiplied.orElse(attempt));
        }
        return Optional.of(
                inspected(symmetric, split.differences(), facts, attempt).orElse(attempt));
    }

    /** With linearised subscripts taken apart: what came of it, and what is equal in the parts. */
    private record Split(Attempt attempt, List<Poly> differences, List<Split> ways) {
        Split(Attempt attempt, List<Poly> differences) {
            this(attempt, differences, List.of());
        }
    }

    /** The first way to take the subscripts apart that shows them to be different, or else the likeliest one. */
    private Split split(
            boolean symmetric, List<Scenario.Pair> equal, List<Fact> facts, Attempt before, List<Poly> differences) {
        if (before.answer().isIndependent()) {
            return new Split(before, differences);
        }
        List<Split> tried = new ArrayList<>();
        for (Iterator<Delinearizer.Parts> ways =
                        delinearizer.split(equal, facts).iterator();
                ways.hasNext(); ) {
            Delinearizer.Parts parts = ways.next();
            Attempt attempt = before.with(
                    bothWays(symmetric, parts.differences(), facts),
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
            Optional<Mirrored.Apart> apart = anyIterations ? Optional.empty() : mirrored.of(way.differences(), facts);
            if (apart.isPresent()) {
                List<Fact> more = new ArrayList<>(facts);
                more.add(apart.get().fact());
                Prover.Answer answer = bothWays(symmetric, way.differences(), more);
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
    private Optional<Attempt> multiplied(
            boolean symmetric, List<Poly> equations, List<Fact> facts, Attempt before, Known known, String by) {
        return multiplied(symmetric, equations, facts, before, known, by, false)
                .or(() -> multiplied(symmetric, equations, facts, before, known, by, true));
    }

    private Optional<Attempt> multiplied(
            boolean symmetric,
            List<Poly> equations,
            List<Fact> facts,
            Attempt before,
            Known known,
            String by,
            boolean guarded) {
        if (anyIterations) {
            return Optional.empty();
        }
        Set<Guard> guards = new LinkedHashSet<>();
        Prover.Answer answer = before.answer();
        for (boolean rising : symmetric ? new boolean[] {true} : new boolean[] {true, false}) {
            Products.Known products;
            try {
                products = known.of(equations, ordered(facts, rising), gap(rising), guarded);
            } catch (ArithmeticException tooLarge) {
                return Optional.empty();
            }
            if (products.facts().isEmpty() || guarded && products.guards().isEmpty()) {
                return Optional.empty();
            }
            List<Fact> all = new ArrayList<>(facts);
            all.addAll(products.facts());
            answer = oneWay(equations, all, rising);
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
    private Optional<Attempt> inspected(boolean symmetric, List<Poly> equations, List<Fact> facts, Attempt before) {
        Optional<IndexArrays.Replaced> distinct = indexArrays.distinct(equations);
        if (distinct.isPresent()) {
            Attempt first = before.with(
                    bothWays(symmetric, distinct.get().values(), facts),
                    distinct.get().guards(),
                    "distinct elements");
            Attempt attempt = first.answer().isIndependent()
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
            IndexArrays.Order order = indexArrays.ordered(equations, ordered(facts, rising));
            if (order.values().isEmpty()) {
                return Optional.empty();
            }
            List<Fact> all = new ArrayList<>(facts);
            all.addAll(order.values());
            answer = oneWay(equations, all, rising);
            if (!answer.isIndependent()) {
                return Optional.empty();
            }
            guards.addAll(order.guards());
        }
        return Optional.of(before.with(answer, guards, "rising elements"));
    }

    private Prover.Answer bothWays(boolean symmetric, List<Poly> equations, List<Fact> facts) {
        if (anyIterations) {
            return prover.ask(equations, facts, List.of(), Optional.empty());
        }
        Prover.Answer up = oneWay(equations, facts, true);
        return symmetric || !up.isIndependent() ? up : oneWay(equations, facts, false);
    }

    private Prover.Answer oneWay(List<Poly> equations, List<Fact> facts, boolean rising) {
        return prover.ask(equations, ordered(facts, rising), List.of(), Optional.of(pairing()));
    }

    private Prover.Pairing pairing() {
        return new Prover.Pairing(index, Priming.prime(index));
    }

    /** @param rising the first access is in the iteration with the smaller index */
    private List<Fact> ordered(List<Fact> facts, boolean rising) {
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

    private Poly gap(boolean rising) {
        Poly gap = Poly.of(Priming.prime(index)).minus(Poly.of(index));
        return (rising ? gap : gap.negated()).plus(-1);
    }

    /**
     * The first meeting in which the first access comes earlier, with everything proved and nothing guarded.
     *
     * @param inside no subscript of either iteration is negative: then neither ends before they meet
     */
    Prover.Answer meeting(Access earlier, Access later, boolean rising, boolean inside) {
        List<Fact> facts = new ArrayList<>(exactness.proved(earlier.facts()));
        facts.addAll(primed(exactness.proved(later.facts())));
        List<Poly> equations = new ArrayList<>();
        if (earlier.cell() instanceof Cell.ArrayCell x && later.cell() instanceof Cell.ArrayCell y) {
            equations.add(x.index().minus(Priming.prime(y.index())));
            if (inside) {
                for (Poly subscript : List.of(x.index(), y.index())) {
                    facts.add(Fact.atLeastZero(subscript));
                    facts.add(Fact.atLeastZero(Priming.prime(subscript)));
                }
            }
        }
        return prover.witness(equations, ordered(facts, rising), pairing());
    }

    boolean allProved(Access a) {
        return exactness.proved(a.facts()).size() == a.facts().size();
    }
}
