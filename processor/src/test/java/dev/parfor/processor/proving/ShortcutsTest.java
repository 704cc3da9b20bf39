package dev.parfor.processor.proving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.dependence.ProblemSolver;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is answered without a solver is what a solver or enumeration would have answered. */
class ShortcutsTest {

    private static final Atom I = unknown(1, "i", Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final Atom J = unknown(2, "j", Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final Atom N = unknown(3, "n", 0, Integer.MAX_VALUE);

    private static Atom unknown(int number, String name, long least, long most) {
        return new Atom.Unknown(number, name, least, most);
    }

    private static Poly p(Atom atom) {
        return Poly.of(atom);
    }

    @Test
    void aGoalIsASumOfFactsAndTypes() {
        List<Fact> facts = List.of(
                Fact.atLeastZero(p(I)),
                Fact.atLeastZero(p(N).minus(p(I)).plus(-1)),
                Fact.atLeastZero(p(J)),
                Fact.zero(p(J).minus(p(N)).plus(5)));
        assertThat(new Chaining(facts).shows(p(I))).isTrue();
        assertThat(new Chaining(facts).shows(p(N))).isTrue();
        assertThat(new Chaining(facts).shows(p(N).plus(-1))).isTrue();
        assertThat(new Chaining(facts).shows(p(N).minus(p(I)).plus(p(J)).plus(-1)))
                .isTrue();
        assertThat(new Chaining(facts).shows(p(N).minus(p(J)).plus(-5))).isTrue();
        assertThat(new Chaining(facts).shows(p(I).negated().plus(Integer.MAX_VALUE)))
                .isTrue();
        assertThat(new Chaining(facts).shows(p(N).minus(p(I)).plus(-2))).isFalse();
        assertThat(new Chaining(facts).shows(p(I).minus(p(J)))).isFalse();
        assertThat(new Chaining(facts).shows(p(I).plus(-1))).isFalse();
    }

    @Test
    void valuesThatLeaveLongShowNothing() {
        Atom x = unknown(4, "x", Long.MIN_VALUE, Long.MAX_VALUE);
        assertThat(new Chaining(List.of()).shows(p(x).times(p(x)))).isFalse();
        assertThat(new Chaining(List.of()).shows(p(x))).isFalse();
        assertThat(new Chaining(List.of(Fact.atLeastZero(p(x)))).shows(p(x))).isTrue();
    }

    /** Small random systems over small ranges: whatever is shown holds at every point where the facts hold. */
    @Test
    void whatIsShownHolds() {
        int shown = 0;
        for (long seed = 0; seed < 4000; seed++) {
            Random random = new Random(seed);
            List<Atom> atoms = List.of(unknown(1, "a", -3, 3), unknown(2, "b", 0, 4), unknown(3, "c", -2, 2));
            List<Fact> facts = new ArrayList<>();
            for (int k = 0; k < 3; k++) {
                Poly poly = random(random, atoms);
                facts.add(random.nextInt(3) == 0 ? Fact.zero(poly) : Fact.atLeastZero(poly));
            }
            Poly goal = random(random, atoms);
            if (new Chaining(facts).shows(goal)) {
                shown++;
                assertThat(counterexample(facts, List.of(), goal, atoms))
                        .as("seed %d: %s => %s >= 0", seed, facts, goal)
                        .isEmpty();
            }
        }
        assertThat(shown).isBetween(200, 3800);
    }

    @Test
    void aProductThatNothingElseMentionsExcludesNothing() {
        Poly row = p(I).times(p(N));
        Fact bound = Fact.atLeastZero(p(N).minus(p(J)).plus(-1));
        FreeProducts.Rest rest = FreeProducts.without(List.of(row.minus(p(J))), List.of(bound));
        assertThat(rest.equations()).isEmpty();
        assertThat(rest.facts()).containsExactly(bound);
    }

    @Test
    void aProductThatTwoConditionsMentionStays() {
        Poly row = p(I).times(p(N));
        List<Poly> equations = List.of(row.minus(p(J)));
        List<Fact> facts = List.of(Fact.atLeastZero(row.plus(-7)));
        FreeProducts.Rest rest = FreeProducts.without(equations, facts);
        assertThat(rest.equations()).isEqualTo(equations);
        assertThat(rest.facts()).isEqualTo(facts);
    }

    @Test
    void multiplesAndSmallRangesStayInEquations() {
        Poly twice = p(I).times(p(N)).times(2).plus(-1);
        assertThat(FreeProducts.without(List.of(twice), List.of()).equations()).containsExactly(twice);
        Atom small = unknown(5, "small", 0, 9);
        Poly squares = p(small).times(p(small)).plus(-2);
        assertThat(FreeProducts.without(List.of(squares), List.of()).equations())
                .containsExactly(squares);
    }

    /** Twice an integer is never odd: leaving the equation out would lose the proof. */
    @Test
    void theProverStillSeesThem() {
        Poly twice = p(I).times(p(N)).times(2).plus(-1);
        Prover prover = new Prover(new ProblemSolver());
        assertThat(prover.ask(List.of(twice), List.of(), List.of(), Optional.empty())
                        .isIndependent())
                .isTrue();
        Poly once = p(I).times(p(N)).plus(-1);
        assertThat(prover.ask(List.of(once), List.of(), List.of(), Optional.empty())
                        .isIndependent())
                .isFalse();
    }

    private static Poly random(Random random, List<Atom> atoms) {
        Poly poly = Poly.constant(random.nextInt(7) - 3);
        for (Atom atom : atoms) {
            poly = poly.plus(Poly.of(atom).times(random.nextInt(3) - 1));
        }
        return random.nextInt(4) == 0 ? poly.plus(Poly.of(atoms.get(0)).times(Poly.of(atoms.get(1)))) : poly;
    }

    private static List<Long> counterexample(List<Fact> facts, List<Long> values, Poly goal, List<Atom> atoms) {
        if (values.size() < atoms.size()) {
            Atom next = atoms.get(values.size());
            for (long value = next.min(); value <= next.max(); value++) {
                List<Long> more = new ArrayList<>(values);
                more.add(value);
                List<Long> found = counterexample(facts, more, goal, atoms);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return List.of();
        }
        boolean holds = facts.stream().allMatch(f -> {
            long value = at(f.poly(), values, atoms);
            return f.kind() == Fact.Kind.ZERO ? value == 0 : value >= 0;
        });
        return holds && at(goal, values, atoms) < 0 ? values : List.of();
    }

    private static long at(Poly poly, List<Long> values, List<Atom> atoms) {
        return poly.map(atom -> Poly.constant(values.get(atoms.indexOf(atom)))).constantTerm();
    }
}
