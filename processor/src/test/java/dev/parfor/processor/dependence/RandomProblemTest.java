package dev.parfor.processor.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random problems of three to six variables, each answered by every test alone and by all points. */
class RandomProblemTest {
    private static final long SEED = 417;
    private static final int ROUNDS = 6_000;

    @Test
    void everyTestIsSoundAndOmegaIsExact() {
        SplittableRandom random = new SplittableRandom(SEED);
        int dependent = 0;
        for (int round = 0; round < ROUNDS; round++) {
            DependenceProblem problem = problem(random, random.nextInt(1, 3), random.nextInt(1, 3));
            Verdict omega = Problems.ask(new OmegaTest(), problem);
            BruteForce.assertExact(problem, omega);
            if (omega instanceof Verdict.Dependent yes) {
                assertSmallest(problem, yes.values());
            }
            Verdict all = DependenceTests.test(problem);
            BruteForce.assertDecided(problem, all);
            assertThat(all.getClass()).as(problem.text()).isEqualTo(omega.getClass());
            for (DependenceTest test : DependenceTests.all()) {
                BruteForce.assertSound(problem, Problems.ask(test, problem));
            }
            dependent += omega instanceof Verdict.Dependent ? 1 : 0;
        }
        assertThat(dependent).isBetween(ROUNDS / 10, ROUNDS - ROUNDS / 10);
    }

    /** Subscripts of 3 or 4 bits instead of 32: equal subscripts are subscripts equal up to a multiple of 8 or 16. */
    @Test
    void wrappedSubscriptsAreThoseOfModularArithmetic() {
        SplittableRandom random = new SplittableRandom(SEED);
        int dependent = 0;
        int wrapped = 0;
        for (int round = 0; round < ROUNDS; round++) {
            DependenceProblem plain = problem(random, random.nextInt(1, 3), random.nextInt(1, 3));
            long modulus = random.nextBoolean() ? 8 : 16;
            DependenceProblem problem = wrap(plain, modulus);
            boolean meets = BruteForce.solutions(withoutSubscripts(plain)).stream()
                    .anyMatch(point -> plain.subscripts().stream()
                            .allMatch(subscript ->
                                    (value(subscript.coefficients(), point) + subscript.constant()) % modulus == 0));
            Verdict verdict = DependenceTests.test(problem);
            assertThat(verdict).as(problem.text()).isNotInstanceOf(Verdict.Unknown.class);
            assertThat(verdict instanceof Verdict.Dependent).as(problem.text()).isEqualTo(meets);
            if (verdict instanceof Verdict.Dependent yes) {
                assertThat(problem.satisfiedBy(yes.values())).as(problem.text()).isTrue();
                dependent++;
                wrapped += yes
                                .values()
                                .subList(plain.variables().size(), yes.values().size())
                                .stream()
                                .anyMatch(wraps -> wraps != 0)
                        ? 1
                        : 0;
            }
        }
        assertThat(dependent).isBetween(ROUNDS / 10, ROUNDS - ROUNDS / 10);
        assertThat(wrapped).isGreaterThan(ROUNDS / 20);
    }

    /** Each variable in turn, those before it unchanged, has no solution nearer to zero on its side of it. */
    private static void assertSmallest(DependenceProblem problem, List<Long> witness) {
        List<List<Long>> rivals = BruteForce.solutions(problem);
        for (int v = 0; v < witness.size(); v++) {
            int variable = v;
            long value = witness.get(v);
            assertThat(rivals)
                    .as("variable %d of %s\n%s", v, witness, problem.text())
                    .noneMatch(rival -> Math.abs(rival.get(variable)) < Math.abs(value)
                            && Long.signum(rival.get(variable)) * Long.signum(value) >= 0);
            rivals = rivals.stream()
                    .filter(rival -> rival.get(variable) == value)
                    .toList();
        }
    }

    private static DependenceProblem problem(SplittableRandom random, int levels, int subscripts) {
        int symbols = levels == 1 ? random.nextInt(1, 3) : random.nextInt(0, 3);
        List<Variable> variables = new ArrayList<>();
        List<Level> pairs = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            long first = random.nextInt(-3, 3);
            long last = first + random.nextInt(0, 5);
            pairs.add(new Level("i" + level, variables.size(), variables.size() + 1));
            variables.add(new Variable("i" + level, first, last));
            variables.add(new Variable("j" + level, first, last));
        }
        for (int symbol = 0; symbol < symbols; symbol++) {
            long first = random.nextInt(-3, 3);
            variables.add(new Variable("n" + symbol, first, first + random.nextInt(0, 4)));
        }
        // Most equations and conditions are made to hold in one point, so that often all do together.
        List<Long> point = variables.stream()
                .map(variable -> random.nextLong(variable.min(), variable.max() + 1))
                .toList();
        List<LinearConstraint> equations = new ArrayList<>();
        for (int i = 0; i < subscripts; i++) {
            Map<Integer, Long> terms = terms(random, variables.size());
            long miss = random.nextInt(3) == 0 ? random.nextInt(-3, 4) : 0;
            equations.add(LinearConstraint.equalZero(terms, miss - value(terms, point)));
        }
        List<LinearConstraint> context = new ArrayList<>();
        if (random.nextInt(4) != 0) {
            context.add(LinearConstraint.atLeastZero(Map.of(0, -1L, 1, 1L), -1));
        }
        for (int i = random.nextInt(0, 4); i > 0; i--) {
            Map<Integer, Long> terms = terms(random, variables.size());
            context.add(LinearConstraint.atLeastZero(terms, random.nextInt(-1, 6) - value(terms, point)));
        }
        return new DependenceProblem(variables, equations, context, pairs);
    }

    private static Map<Integer, Long> terms(SplittableRandom random, int variables) {
        Map<Integer, Long> terms = new HashMap<>();
        for (int i = random.nextInt(1, variables + 1); i > 0; i--) {
            terms.put(random.nextInt(variables), (long) random.nextInt(-6, 7));
        }
        return terms;
    }

    private static DependenceProblem wrap(DependenceProblem plain, long modulus) {
        List<Variable> variables = new ArrayList<>(plain.variables());
        List<LinearConstraint> equations = new ArrayList<>();
        for (LinearConstraint subscript : plain.subscripts()) {
            Map<Integer, Long> terms = new HashMap<>(subscript.coefficients());
            terms.put(variables.size(), modulus);
            variables.add(Variable.unbounded("w" + equations.size()));
            equations.add(LinearConstraint.equalZero(terms, subscript.constant()));
        }
        return new DependenceProblem(variables, equations, plain.context(), plain.levels());
    }

    private static DependenceProblem withoutSubscripts(DependenceProblem problem) {
        return new DependenceProblem(problem.variables(), List.of(), problem.context(), problem.levels());
    }

    private static long value(Map<Integer, Long> terms, List<Long> point) {
        return terms.entrySet().stream()
                .mapToLong(term -> term.getValue() * point.get(term.getKey()))
                .sum();
    }
}
