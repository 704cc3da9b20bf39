package dev.parfor.processor.judge;

import dev.parfor.processor.dependence.Verdict;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.proving.Priming;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two iterations that meet in a cell, to show to people: one way to the cell from an object that no iteration changes, and in the
 * subscripts nothing but loop indices and what is the same in all iterations. Where an access is conditional, or where it takes certain
 * values of variables, they are an example.
 */
final class Meetings {

    private final PairTester tester;
    private final Atom.Index index;
    private final boolean falls;
    private final boolean stepsByNumber;

    /**
     * @param falls whether the index falls from iteration to iteration
     * @param stepsByNumber with a step that is not a number, nothing tells which values of the index the loop comes to
     */
    Meetings(PairTester tester, Atom.Index index, boolean falls, boolean stepsByNumber) {
        this.tester = tester;
        this.index = index;
        this.falls = falls;
        this.stepsByNumber = stepsByNumber;
    }

    /** @param technical the kind of the dependence, and the test that found it */
    record Met(Refusal.Witness witness, String technical) {}

    /** Two subscripts of one array where the accesses meet. */
    private record Same(Poly first, Poly second) {
        /** By how much they differ in what is the same in all iterations. */
        Poly apart() {
            return invariant(first).minus(invariant(second));
        }
    }

    Optional<Met> of(Access write, Access other) {
        Optional<Subscripts> x = Subscripts.of(write.cell());
        Optional<Subscripts> y = Subscripts.of(other.cell());
        if (!stepsByNumber
                || x.isEmpty()
                || y.isEmpty()
                || !x.get().way().equals(y.get().way())
                || !isPlain(x.get())
                || !isPlain(y.get())
                || !isLinear(write)
                || !isLinear(other)) {
            return Optional.empty();
        }
        Set<Atom> open = new LinkedHashSet<>();
        for (int k = 0; k < x.get().all().size(); k++) {
            Same same = new Same(x.get().all().get(k), y.get().all().get(k));
            open.addAll(same.apart().atoms());
        }
        if (!open.stream().allMatch(Meetings::isNamed)) {
            return Optional.empty();
        }
        Pair pair = new Pair(write, x.get(), other, y.get(), open);
        List<Fact> positive =
                open.stream().map(a -> Fact.atLeastZero(Poly.of(a).plus(-1))).toList();
        return met(pair, true, positive).or(() -> met(pair, true, List.of())).or(() -> met(pair, false, List.of()));
    }

    /** @param open what would have to have a certain value for them to meet */
    private record Pair(Access first, Subscripts x, Access second, Subscripts y, Set<Atom> open) {
        Pair swapped() {
            return new Pair(second, y, first, x, open);
        }

        List<Same> same() {
            List<Same> all = new ArrayList<>();
            for (int k = 0; k < x.all().size(); k++) {
                all.add(new Same(x.all().get(k), y.all().get(k)));
            }
            return all;
        }
    }

    /**
     * @param inside no subscript of either iteration is negative: then neither ends before they meet
     * @param more what the example should have
     */
    private Optional<Met> met(Pair pair, boolean inside, List<Fact> more) {
        return inOrder(pair, inside, more)
                .or(() -> inOrder(pair.swapped(), inside, more))
                .filter(m -> m.witness().firstIteration() != m.witness().secondIteration());
    }

    private Optional<Met> inOrder(Pair pair, boolean inside, List<Fact> more) {
        List<Poly> equations = new ArrayList<>();
        List<Fact> facts = new ArrayList<>(more);
        for (Same same : pair.same()) {
            equations.add(same.first().minus(Priming.prime(same.second())));
            if (inside) {
                for (Poly subscript : List.of(same.first(), same.second())) {
                    facts.add(Fact.atLeastZero(subscript));
                    facts.add(Fact.atLeastZero(Priming.prime(subscript)));
                }
            }
        }
        // In the order of iterations: a loop that counts down has its earlier iterations at greater indices.
        for (boolean up : new boolean[] {true, false}) {
            Prover.Answer answer = tester.meeting(pair.first(), pair.second(), equations, facts, up);
            if (answer.verdict() instanceof Verdict.Dependent yes) {
                return witness(pair, answer.point(), yes, up);
            }
        }
        return Optional.empty();
    }

    private Optional<Met> witness(Pair pair, Map<Atom, Long> point, Verdict.Dependent verdict, boolean up) {
        List<Poly> at = new ArrayList<>();
        for (Same same : pair.same()) {
            Optional<BigInteger> here = value(same.first(), point);
            Optional<BigInteger> there = value(Priming.prime(same.second()), point);
            if (here.isEmpty()
                    || !here.equals(there)
                    || here.get().signum() < 0
                    || here.get().bitLength() > 31) {
                return Optional.empty();
            }
            at.add(Poly.constant(here.get().longValueExact()));
        }
        if (!point.keySet().containsAll(pair.open())) {
            return Optional.empty();
        }
        Cell cell = pair.x().at(at);
        boolean swapped = falls == up;
        Access earlier = swapped ? pair.second() : pair.first();
        Access later = swapped ? pair.first() : pair.second();
        long i = point.getOrDefault(index, 0L);
        long j = point.getOrDefault(Priming.prime(index), 0L);
        String kind = earlier.isWrite() ? (later.isWrite() ? "output" : "flow") : "anti";
        return Optional.of(new Met(
                new Refusal.Witness(
                        swapped ? j : i,
                        swapped ? i : j,
                        earlier.isWrite(),
                        later.isWrite(),
                        at.isEmpty() ? Words.container(earlier) : Words.name(cell),
                        pair.open().stream()
                                .map(a -> new Refusal.Given(a.display(), point.get(a)))
                                .toList(),
                        !isCertain(earlier) || !isCertain(later)),
                "dependence: " + kind + ", by " + verdict.by()));
    }

    private static boolean isPlain(Subscripts subscripts) {
        return subscripts.all().stream()
                .allMatch(p -> isLinear(p) && p.atoms().stream().allMatch(Meetings::isDetermined));
    }

    /** A fact with a product leaves the unknown that it would determine to the solver's choice. */
    private static boolean isLinear(Access a) {
        return a.facts().stream().allMatch(f -> isLinear(f.poly()));
    }

    /** Whether every iteration comes to the access that the solver can choose. */
    private boolean isCertain(Access a) {
        return a.unconditional()
                && tester.allProved(a)
                && a.facts().stream()
                        .allMatch(f -> f.kind() != Fact.Kind.NOT_ZERO
                                && f.poly().atoms().stream().allMatch(Meetings::isDetermined));
    }

    /** Whether each product has one factor at most that can differ from iteration to iteration, and no other. */
    static boolean isLinear(Poly p) {
        return p.monomials().stream().allMatch(m -> m.atoms().size() <= 1 || !m.isVarying());
    }

    /** Fixed by the iteration and the parameters, so that a point which the solver finds is one that the loop comes to. */
    private static boolean isDetermined(Atom atom) {
        return atom instanceof Atom.Index
                || atom instanceof Atom.Symbol
                || atom instanceof Atom.Unknown u && u.isDefined();
    }

    /** A value that the reader of a message can think of having any number. */
    private static boolean isNamed(Atom atom) {
        return atom instanceof Atom.Symbol s
                && (s.path() instanceof Path.OfVar
                        || s.path() instanceof Path.OfField
                        || s.path() instanceof Path.OfStatic
                        || s.path() instanceof Path.Length);
    }

    /** The part that is the same in all iterations, without the number. */
    static Poly invariant(Poly p) {
        Poly result = Poly.ZERO;
        for (Poly.Term term : p.terms()) {
            boolean constant = term.monomial().atoms().isEmpty();
            if (!term.monomial().isVarying() && !constant) {
                result = result.plus(Poly.of(term.monomial()).times(term.coefficient()));
            }
        }
        return result;
    }

    private static Optional<BigInteger> value(Poly poly, Map<Atom, Long> point) {
        BigInteger sum = BigInteger.ZERO;
        for (Poly.Term term : poly.terms()) {
            BigInteger product = BigInteger.valueOf(term.coefficient());
            for (Atom atom : term.monomial().atoms()) {
                if (!point.containsKey(atom)) {
                    return Optional.empty();
                }
                product = product.multiply(BigInteger.valueOf(point.get(atom)));
            }
            sum = sum.add(product);
        }
        return Optional.of(sum);
    }
}
