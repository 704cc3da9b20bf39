package dev.parfor.processor.proving;

import dev.parfor.processor.dependence.DependenceProblem;
import dev.parfor.processor.dependence.DependenceTest;
import dev.parfor.processor.dependence.DependenceTests;
import dev.parfor.processor.dependence.Level;
import dev.parfor.processor.dependence.LinearConstraint;
import dev.parfor.processor.dependence.ProblemSolver;
import dev.parfor.processor.dependence.Variable;
import dev.parfor.processor.dependence.Verdict;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the dependence tests about polynomial facts.
 *
 * <p>The facts given must hold over exact integers: who calls has discharged the conditions under which they do.
 */
public final class Prover {

    /** At most so many {@code !=} facts are split into their two cases; the others are left out. */
    private static final int MOST_SPLITS = 2;

    private final ProblemSolver solver;

    public Prover(ProblemSolver solver) {
        this.solver = solver;
    }

    /** What came out, with the value of every atom where there is a solution. */
    public record Answer(Verdict verdict, Map<Atom, Long> point) {
        public boolean isIndependent() {
            return verdict instanceof Verdict.Independent;
        }
    }

    /** Whether {@code poly >= 0} follows from the facts. */
    public boolean implies(List<Fact> facts, Poly poly) {
        if (poly.isConstant()) {
            return poly.constantTerm() >= 0;
        }
        try {
            if (new Chaining(facts).shows(poly)) {
                return true;
            }
            List<Fact> all = new ArrayList<>(facts);
            all.add(Fact.atLeastZero(poly.negated().plus(-1)));
            return ask(List.of(), all, List.of(poly), Optional.empty()).isIndependent();
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    /** Whether the value of the polynomial lies in the range of a signed integer of so many bits. */
    public boolean fits(List<Fact> facts, Poly poly, int bits) {
        if (isTriviallyExact(poly, bits)) {
            return true;
        }
        if (bits == 64) {
            return fitsLong(facts, poly);
        }
        return implies(facts, poly.plus(1L << 31))
                && implies(facts, poly.negated().plus((1L << 31) - 1));
    }

    private boolean fitsLong(List<Fact> facts, Poly poly) {
        // Bounds of 2^63 are outside of the solver's constants; half of the range is enough for all that is met.
        return implies(facts, poly.plus(1L << 62))
                && implies(facts, poly.negated().plus((1L << 62) - 1));
    }

    /** A single atom, or a constant, is exact by its type. */
    public static boolean isTriviallyExact(Poly poly, int bits) {
        long min = bits == 64 ? Long.MIN_VALUE : Integer.MIN_VALUE;
        long max = bits == 64 ? Long.MAX_VALUE : Integer.MAX_VALUE;
        if (poly.isConstant()) {
            return poly.constantTerm() >= min && poly.constantTerm() <= max;
        }
        if (poly.terms().size() != 1) {
            return false;
        }
        Poly.Term term = poly.terms().get(0);
        if (term.coefficient() != 1 || term.monomial().atoms().size() != 1) {
            return false;
        }
        Atom atom = term.monomial().atoms().get(0);
        return atom.min() >= min && atom.max() <= max;
    }

    /**
     * Is there a point where all equations and facts hold?
     *
     * @param goals what the question is about: facts that share no unknown with them are left out
     * @param parallel the parallel loop's index in the two iterations
     */
    public Answer ask(List<Poly> equations, List<Fact> facts, List<Poly> goals, Optional<Pairing> parallel) {
        FreeProducts.Rest rest = FreeProducts.without(equations, facts);
        return ask(rest.equations(), rest.facts(), goals, parallel, false);
    }

    /** Like {@link #ask}, with a point to show to people where there is one. */
    public Answer witness(List<Poly> equations, List<Fact> facts, Pairing parallel) {
        return ask(equations, facts, List.of(), Optional.of(parallel), true);
    }

    private Answer ask(
            List<Poly> equations, List<Fact> facts, List<Poly> goals, Optional<Pairing> parallel, boolean witness) {
        List<Fact> relevant = relevant(equations, facts, goals, parallel);
        List<Fact> splits = new ArrayList<>();
        List<Fact> plain = new ArrayList<>();
        for (Fact fact : relevant) {
            if (fact.kind() != Fact.Kind.NOT_ZERO) {
                plain.add(fact);
            } else if (splits.size() < MOST_SPLITS) {
                splits.add(fact);
            }
        }
        return split(equations, plain, splits, parallel, witness);
    }

    /** The parallel loop's index in source and sink. */
    public record Pairing(Atom source, Atom sink) {
        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof Pairing p && p.source.equals(source) && p.sink.equals(sink);
        }

        @Override
        public int hashCode() {
            return 31 * source.hashCode() + sink.hashCode();
        }
    }

    private Answer split(
            List<Poly> equations, List<Fact> plain, List<Fact> splits, Optional<Pairing> parallel, boolean witness) {
        if (splits.isEmpty()) {
            return solve(equations, plain, parallel, witness);
        }
        Poly p = splits.get(0).poly();
        List<Fact> rest = splits.subList(1, splits.size());
        Answer answer = null;
        for (Poly half : List.of(p.plus(-1), p.negated().plus(-1))) {
            List<Fact> with = new ArrayList<>(plain);
            with.add(Fact.atLeastZero(half));
            answer = split(equations, with, rest, parallel, witness);
            if (!answer.isIndependent()) {
                return answer;
            }
        }
        return answer;
    }

    /** A question in the form in which it is remembered: what is zero, what is at least zero. */
    private record Question(List<Poly> equations, List<Poly> zero, List<Poly> atLeastZero, Optional<Pairing> parallel) {
        Question {
            equations = List.copyOf(equations);
            zero = List.copyOf(zero);
            atLeastZero = List.copyOf(atLeastZero);
        }

        @Override
        public boolean equals(Object o) {
            return this == o
                    || o instanceof Question q
                            && q.equations.equals(equations)
                            && q.zero.equals(zero)
                            && q.atLeastZero.equals(atLeastZero)
                            && q.parallel.equals(parallel);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * equations.hashCode() + zero.hashCode()) + atLeastZero.hashCode())
                    + parallel.hashCode();
        }
    }

    /** The same questions come up for each pair of accesses and each conversion on the way: each is thought through once. */
    private final Map<Question, Answer> answers = new HashMap<>();

    private Answer solve(List<Poly> equations, List<Fact> facts, Optional<Pairing> parallel, boolean witness) {
        if (witness) {
            return think(equations, facts, parallel, DependenceTests.all());
        }
        List<Poly> zero = new ArrayList<>();
        List<Poly> atLeastZero = new ArrayList<>();
        for (Fact fact : facts) {
            (fact.kind() == Fact.Kind.ZERO ? zero : atLeastZero).add(fact.poly());
        }
        Question question = new Question(equations, zero, atLeastZero, parallel);
        Answer known = answers.get(question);
        if (known == null) {
            known = think(equations, facts, parallel, DependenceTests.independenceOnly());
            answers.put(question, known);
        }
        return known;
    }

    private Answer think(
            List<Poly> equations, List<Fact> facts, Optional<Pairing> parallel, List<DependenceTest> tests) {
        Unknowns unknowns = new Unknowns();
        List<LinearConstraint> subscripts = new ArrayList<>();
        List<LinearConstraint> context = new ArrayList<>();
        List<Level> levels = new ArrayList<>();
        parallel.ifPresent(p -> levels.add(new Level(
                ((Atom.Index) p.source()).name(),
                unknowns.of(new Poly.Monomial(List.of(p.source()))),
                unknowns.of(new Poly.Monomial(List.of(p.sink()))))));
        for (Poly equation : equations) {
            subscripts.add(unknowns.linear(equation, LinearConstraint.Kind.EQUAL_ZERO));
        }
        for (Fact fact : facts) {
            boolean equal = fact.kind() == Fact.Kind.ZERO;
            context.add(unknowns.linear(
                    fact.poly(), equal ? LinearConstraint.Kind.EQUAL_ZERO : LinearConstraint.Kind.AT_LEAST_ZERO));
        }
        DependenceProblem problem = new DependenceProblem(unknowns.variables(), subscripts, context, levels);
        Verdict verdict = solver.solve(problem, tests);
        return new Answer(verdict, verdict instanceof Verdict.Dependent yes ? unknowns.point(yes.values()) : Map.of());
    }

    /** The facts that share an unknown with the question, or with a fact that does. */
    private static List<Fact> relevant(
            List<Poly> equations, List<Fact> facts, List<Poly> goals, Optional<Pairing> parallel) {
        Set<Poly.Monomial> reached = new HashSet<>();
        equations.forEach(e -> reached.addAll(e.monomials()));
        goals.forEach(g -> reached.addAll(g.monomials()));
        parallel.ifPresent(p -> {
            reached.add(new Poly.Monomial(List.of(p.source())));
            reached.add(new Poly.Monomial(List.of(p.sink())));
        });
        reached.remove(Poly.Monomial.UNIT);
        boolean[] taken = new boolean[facts.size()];
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int k = 0; k < taken.length; k++) {
                Poly poly = facts.get(k).poly();
                if (!taken[k] && (poly.isConstant() || touches(poly, reached))) {
                    taken[k] = true;
                    reached.addAll(poly.monomials());
                    reached.remove(Poly.Monomial.UNIT);
                    grown = true;
                }
            }
        }
        Set<Fact> relevant = new LinkedHashSet<>();
        for (int k = 0; k < taken.length; k++) {
            if (taken[k]) {
                relevant.add(facts.get(k));
            }
        }
        return List.copyOf(relevant);
    }

    private static boolean touches(Poly poly, Set<Poly.Monomial> reached) {
        for (Poly.Monomial monomial : poly.monomials()) {
            if (reached.contains(monomial)) {
                return true;
            }
        }
        return false;
    }

    /** Numbers the monomials of one problem. */
    private static final class Unknowns {
        private final Map<Poly.Monomial, Integer> numbers = new LinkedHashMap<>();

        int of(Poly.Monomial monomial) {
            return numbers.computeIfAbsent(monomial, m -> numbers.size());
        }

        LinearConstraint linear(Poly poly, LinearConstraint.Kind kind) {
            LinearConstraint.Builder sum = LinearConstraint.sum().plus(poly.constantTerm());
            for (Poly.Term term : poly.terms()) {
                if (!term.monomial().equals(Poly.Monomial.UNIT)) {
                    sum.plus(term.coefficient(), of(term.monomial()));
                }
            }
            return kind == LinearConstraint.Kind.EQUAL_ZERO ? sum.equalZero() : sum.atLeastZero();
        }

        List<Variable> variables() {
            List<Variable> variables = new ArrayList<>();
            for (Poly.Monomial m : numbers.keySet()) {
                if (m.atoms().size() == 1) {
                    Atom atom = m.atoms().get(0);
                    variables.add(new Variable(atom.key(), atom.min(), atom.max()));
                } else {
                    variables.add(product(m));
                }
            }
            return variables;
        }

        /** Bounds of a product, by the corners of its factors' ranges; none where they leave {@code long}. */
        private static Variable product(Poly.Monomial m) {
            BigInteger lo = BigInteger.ONE;
            BigInteger hi = BigInteger.ONE;
            for (Atom atom : m.atoms()) {
                BigInteger a = BigInteger.valueOf(atom.min());
                BigInteger b = BigInteger.valueOf(atom.max());
                List<BigInteger> corners = List.of(lo.multiply(a), lo.multiply(b), hi.multiply(a), hi.multiply(b));
                lo = corners.stream().min(BigInteger::compareTo).orElseThrow();
                hi = corners.stream().max(BigInteger::compareTo).orElseThrow();
            }
            boolean bounded = lo.bitLength() < 63 && hi.bitLength() < 63;
            return bounded
                    ? new Variable(m.toString(), lo.longValueExact(), hi.longValueExact())
                    : Variable.unbounded(m.toString());
        }

        Map<Atom, Long> point(List<Long> values) {
            Map<Atom, Long> point = new LinkedHashMap<>();
            numbers.forEach((m, n) -> {
                if (m.atoms().size() == 1) {
                    point.put(m.atoms().get(0), values.get(n));
                }
            });
            return point;
        }
    }
}
