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
import java.util.LinkedHashSet;
import java.util.List;
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

    private final IterationPair iterations;
    private final Set<Var> own;
    private final Exactness exactness;
    private final ExactCells exact;
    private final Optional<Set<Span>> uninspected;
    private final Optional<Stepping> stepping;

    /** The same with more known of the two iterations, given the guards. */
    private record Stepping(PairTester tester, Set<Guard> guards) {

        Optional<Outcome> test(Access a, Access b, Scenario scenario, List<Scenario.Pair> equal) {
            Outcome outcome = tester.test(a, b, scenario, equal);
            if (!(outcome instanceof Outcome.Apart apart)) {
                return Optional.empty();
            }
            Set<Guard> all = new LinkedHashSet<>(guards);
            all.addAll(apart.guards());
            return Optional.of(new Outcome.Apart(apart.by(), all, apart.trusted()));
        }
    }

    /** @param own locals whose arrays have no other name */
    PairTester(IterationPair iterations, Set<Var> own) {
        this(iterations, own, Optional.empty(), Optional.empty());
    }

    private PairTester(
            IterationPair iterations, Set<Var> own, Optional<Set<Span>> uninspected, Optional<Stepping> stepping) {
        this.iterations = iterations;
        this.own = own;
        this.uninspected = uninspected;
        this.stepping = stepping;
        this.exactness = new Exactness(iterations.prover());
        this.exact = new ExactCells(iterations, exactness, uninspected);
    }

    /**
     * Looks at index arrays before the loop as well.
     *
     * @param counted cells that {@code ++} and {@code --} count in: nobody counts what comes once only
     */
    PairTester inspecting(Set<Span> counted) {
        Optional<Set<Span>> of = Optional.of(Set.copyOf(counted));
        return new PairTester(
                iterations, own, of, stepping.map(s -> new Stepping(s.tester().inspecting(counted), s.guards())));
    }

    /**
     * @param step as {@link IterationPair#stepping} has it
     * @param guards what has to hold for it to be exact
     */
    PairTester stepping(Poly step, Set<Guard> guards) {
        PairTester tester = new PairTester(iterations.stepping(step), own, uninspected, Optional.empty());
        return guards.isEmpty()
                ? tester
                : new PairTester(iterations, own, uninspected, Optional.of(new Stepping(tester, guards)));
    }

    /** What came out for a pair. */
    sealed interface Outcome {
        /** No two iterations meet, given the guards. */
        record Apart(String by, Set<Guard> guards, List<Proof.Trusted> trusted) implements Outcome {}

        /** Not shown. {@code last} is of the least demanding question that failed. */
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
                Shown plain = wrapped(a, b, equal(a, b, Scenario.ANY));
                return plain.isApart() ? apart(plain, Scenario.ANY) : differentObjects(scenario);
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
        Shown plain = wrapped(a, b, equal);
        if (plain.isApart()) {
            return apart(plain, scenario);
        }
        Optional<Shown> inFull = exact.of(a, b, equal);
        if (inFull.isPresent() && inFull.get().isApart()) {
            return apart(inFull.get(), scenario);
        }
        Optional<Shown> divided = exact.divided(a, b, equal);
        if (divided.isPresent()) {
            return apart(divided.get(), scenario);
        }
        return stepping.flatMap(s -> s.test(a, b, scenario, equal)).orElse(new Outcome.Open(plain.answer()));
    }

    private static Outcome.Apart apart(Shown attempt, Scenario scenario) {
        Set<Guard> guards = new LinkedHashSet<>(scenario.guards());
        guards.addAll(attempt.guards());
        String by = ((dev.parfor.processor.dependence.Verdict.Independent)
                        attempt.answer().verdict())
                .by();
        return new Outcome.Apart(attempt.how().isEmpty() ? by : attempt.how() + ", " + by, guards, scenario.trusted());
    }

    /** Without guards: subscripts that may wrap are compared modulo 2 to the 32. */
    private Shown wrapped(Access a, Access b, List<Scenario.Pair> equal) {
        List<Fact> facts = new ArrayList<>(exactness.proved(a.facts()));
        List<Fact> second = iterations.primed(exactness.proved(b.facts()));
        List<Poly> equations = new ArrayList<>();
        for (Scenario.Pair pair : equal) {
            Poly difference = pair.first().minus(pair.second());
            boolean exact = exactness.isExact(facts, pair.first(), 32) && exactness.isExact(second, pair.second(), 32);
            equations.add(exact ? difference : difference.plus(turns(equations.size())));
        }
        facts.addAll(second);
        return new Shown(iterations.bothWays(a == b, equations, facts), Set.of(), "");
    }

    /** A whole number of times 2 to the 32: what two equal wrapped values may differ by. */
    private static Poly turns(int number) {
        Atom.Unknown turns = new Atom.Unknown(-1 - number, "turns", Long.MIN_VALUE, Long.MAX_VALUE);
        return Poly.of(turns).times(1L << 32);
    }

    /**
     * The first meeting in which the first access comes earlier, with everything proved and nothing guarded.
     *
     * @param equations hold of the two where they meet
     * @param more known of the two, besides what is known of each
     */
    Prover.Answer meeting(Access earlier, Access later, List<Poly> equations, List<Fact> more, boolean rising) {
        List<Fact> facts = new ArrayList<>(exactness.proved(earlier.facts()));
        facts.addAll(iterations.primed(exactness.proved(later.facts())));
        facts.addAll(more);
        return iterations.witness(equations, facts, rising);
    }

    boolean allProved(Access a) {
        return exactness.allProved(a.facts());
    }
}
