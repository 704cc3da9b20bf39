package dev.parfor.processor.dependence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The other answer to every small problem: all points are tried. */
final class BruteForce {

    private BruteForce() {}

    /** All solutions of a problem whose variables have few values. */
    static List<List<Long>> solutions(DependenceProblem problem) {
        List<LinearConstraint> constraints = new ArrayList<>(problem.subscripts());
        constraints.addAll(problem.context());
        List<List<Long>> solutions = new ArrayList<>();
        visit(problem.variables(), constraints, new long[problem.variables().size()], 0, solutions);
        return solutions;
    }

    private static void visit(
            List<Variable> variables,
            List<LinearConstraint> constraints,
            long[] point,
            int next,
            List<List<Long>> solutions) {
        if (next < point.length) {
            for (long value = variables.get(next).min();
                    value <= variables.get(next).max();
                    value++) {
                point[next] = value;
                visit(variables, constraints, point, next + 1, solutions);
            }
        } else if (constraints.stream().allMatch(constraint -> holds(constraint, point))) {
            solutions.add(java.util.Arrays.stream(point).boxed().toList());
        }
    }

    private static boolean holds(LinearConstraint constraint, long[] point) {
        long sum = constraint.constant();
        for (Map.Entry<Integer, Long> term : constraint.coefficients().entrySet()) {
            sum += term.getValue() * point[term.getKey()];
        }
        return constraint.kind() == LinearConstraint.Kind.EQUAL_ZERO ? sum == 0 : sum >= 0;
    }

    /** The verdict, if it is one, is the truth; so is each statement of its vector. */
    static void assertSound(DependenceProblem problem, Verdict verdict) {
        assertSound(problem, verdict, solutions(problem));
    }

    private static void assertSound(DependenceProblem problem, Verdict verdict, List<List<Long>> solutions) {
        String text = problem.text();
        if (verdict instanceof Verdict.Independent no) {
            assertThat(solutions).as(no.by() + "\n" + text).isEmpty();
        } else if (verdict instanceof Verdict.Dependent yes) {
            assertThat(solutions).as(yes.by() + ": witness\n" + text).contains(yes.values());
            assertVector(problem, yes, solutions);
        }
    }

    private static void assertVector(DependenceProblem problem, Verdict.Dependent yes, List<List<Long>> solutions) {
        assertThat(yes.vector().components()).hasSameSizeAs(problem.levels());
        for (int level = 0; level < problem.levels().size(); level++) {
            Level loop = problem.levels().get(level);
            DependenceVector.Component component = yes.vector().components().get(level);
            String claim = yes.by() + ": level " + level + " of " + yes.vector() + "\n" + problem.text();
            assertThat(component.distance()).as(claim).isEqualTo(distance(loop, yes.values()));
            for (List<Long> solution : solutions) {
                long distance = distance(loop, solution);
                boolean sign = switch (component.direction()) {
                    case FORWARD -> distance > 0;
                    case EQUAL -> distance == 0;
                    case BACKWARD -> distance < 0;
                    case ANY -> true;
                };
                assertThat(sign).as(claim + "\nbut " + solution).isTrue();
                if (component.constant()) {
                    assertThat(distance).as(claim + "\nbut " + solution).isEqualTo(component.distance());
                }
            }
        }
    }

    /** The verdict is the truth and not {@code Unknown}. */
    static void assertDecided(DependenceProblem problem, Verdict verdict) {
        if (verdict instanceof Verdict.Unknown unknown) {
            fail("the test is exact, yet " + unknown.why() + "\n" + problem.text());
        }
        assertSound(problem, verdict);
    }

    /** Besides, the vector says all that the solutions have in common. */
    static void assertExact(DependenceProblem problem, Verdict verdict) {
        assertDecided(problem, verdict);
        if (verdict instanceof Verdict.Dependent yes) {
            List<List<Long>> solutions = solutions(problem);
            for (int level = 0; level < problem.levels().size(); level++) {
                Level loop = problem.levels().get(level);
                List<Long> distances =
                        solutions.stream().map(point -> distance(loop, point)).toList();
                DependenceVector.Component component = yes.vector().components().get(level);
                String claim = yes.by() + ": level " + level + " of " + yes.vector() + "\n" + problem.text();
                boolean constant = distances.stream().distinct().count() == 1;
                assertThat(component.constant()).as(claim).isEqualTo(constant);
                boolean oneSign =
                        distances.stream().map(Long::signum).distinct().count() == 1;
                assertThat(component.direction() != DependenceVector.Direction.ANY)
                        .as(claim)
                        .isEqualTo(oneSign);
            }
        }
    }

    private static long distance(Level loop, List<Long> point) {
        return point.get(loop.sink()) - point.get(loop.source());
    }
}
