package dev.parfor.processor.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GcdTestTest {
    private final GcdTest test = new GcdTest();

    /** For these coefficients an equation that has a solution has one between -12 and 12. */
    @Test
    void independentExactlyWithoutSolution() {
        for (long a = -4; a <= 4; a++) {
            for (long b = -6; b <= 6; b += 2) {
                for (long c = 0; c <= 6; c += 3) {
                    for (long constant = -7; constant <= 7; constant++) {
                        check(a, b, c, constant);
                    }
                }
            }
        }
    }

    private void check(long a, long b, long c, long constant) {
        if (a == 0 && b == 0 && c == 0) {
            return;
        }
        DependenceProblem problem = problem(a, b, c, constant, 12);
        boolean independent = Problems.ask(test, problem) instanceof Verdict.Independent;
        assertThat(independent).as(problem.text()).isEqualTo(!hasSolution(a, b, c, constant));
    }

    private static boolean hasSolution(long a, long b, long c, long constant) {
        for (long x = -12; x <= 12; x++) {
            for (long y = -12; y <= 12; y++) {
                for (long z = -12; z <= 12; z++) {
                    if (a * x + b * y + c * z + constant == 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static DependenceProblem problem(long a, long b, long c, long constant, long limit) {
        return new DependenceProblem(
                List.of(
                        new Variable("i", -limit, limit),
                        new Variable("j", -limit, limit),
                        new Variable("k", -limit, limit),
                        new Variable("k'", -limit, limit)),
                List.of(LinearConstraint.equalZero(Map.of(0, a, 1, b, 2, c), constant)),
                List.of(),
                List.of(new Level("i", 0, 1), new Level("k", 2, 3)));
    }

    @Test
    void extremeCoefficients() {
        long min = Long.MIN_VALUE;
        long huge = 1L << 62;
        assertThat(Problems.ask(test, problem(min, huge, 1L << 32, 1L << 31, huge)))
                .isEqualTo(new Verdict.Independent("GCD: 4294967296 divides all strides but not the offset"));
        assertThat(Problems.ask(test, problem(min, min, min, huge, huge))).isInstanceOf(Verdict.Independent.class);
        assertThat(Problems.ask(test, problem(min, min, min, min, huge))).isInstanceOf(Verdict.Unknown.class);
        assertThat(Problems.ask(test, problem(Long.MAX_VALUE, min, 1, min, huge)))
                .isInstanceOf(Verdict.Unknown.class);
    }
}
