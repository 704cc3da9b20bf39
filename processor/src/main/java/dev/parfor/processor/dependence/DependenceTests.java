package dev.parfor.processor.dependence;

import java.util.List;
import java.util.stream.Stream;

/**
 * The tests in the order in which they are asked: cheap ones first, the exact one last.
 *
 * <p>Each test may only answer what it has proved, so the order decides who answers and how fast, never what.
 */
public final class DependenceTests {
    private static final String BOUNDS = "bounds";

    private static final List<DependenceTest> ALL = List.of(
            new ZivTest(),
            new StrongSivTest(),
            new WeakZeroSivTest(),
            new WeakCrossingSivTest(),
            new ExactSivTest(),
            new GcdTest(),
            new BanerjeeTest(),
            new OmegaTest());

    private static final List<DependenceTest> INDEPENDENCE_ONLY = Stream.concat(
                    ALL.stream().filter(test -> !(test instanceof OmegaTest)), Stream.of(OmegaTest.withoutWitness()))
            .toList();

    private DependenceTests() {}

    /** Every test, but where the last one finds a dependence it says {@code Unknown} instead of making a witness. */
    public static List<DependenceTest> independenceOnly() {
        return INDEPENDENCE_ONLY;
    }

    /** Every test, cheapest first. */
    public static List<DependenceTest> all() {
        return ALL;
    }

    /** Asks every test. */
    public static Verdict test(DependenceProblem problem) {
        return test(problem, ALL, new TestStatistics());
    }

    /** Asks the given tests in their order until one decides. */
    public static Verdict test(DependenceProblem problem, List<DependenceTest> tests) {
        return test(problem, tests, new TestStatistics());
    }

    /** Asks the given tests in their order until one decides, and counts who was asked and who decided. */
    public static Verdict test(DependenceProblem problem, List<DependenceTest> tests, TestStatistics statistics) {
        PreparedProblem prepared = PreparedProblem.of(problem);
        Verdict verdict = prepared.isEmpty()
                ? new Verdict.Independent("bounds: the conditions leave no iterations")
                : new Verdict.Unknown("bounds: they alone decide nothing");
        statistics.record(BOUNDS, verdict);
        for (DependenceTest test : tests) {
            if (!(verdict instanceof Verdict.Unknown)) {
                return verdict;
            }
            verdict = test.test(prepared);
            statistics.record(test.name(), verdict);
        }
        return verdict;
    }
}
