package dev.parfor.processor.dependence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the {@linkplain DependenceTests tests}, and remembers what they have said: loops of one program resemble each other, and the same
 * system of bounds and subscripts comes up in many of them under other names.
 *
 * <p>A test's answer is a function of the numbers alone, so a remembered one is the same as a new one. Safe for use by several threads.
 */
public final class ProblemSolver {

    /** So many answers are kept; what is longest ago goes first. */
    private static final int MOST = 4096;

    /** A problem without the names that people gave its variables and loops. */
    private record Question(DependenceProblem problem, List<DependenceTest> tests) {

        static Question of(DependenceProblem problem, List<DependenceTest> tests) {
            List<Variable> variables = new ArrayList<>(problem.variables().size());
            for (Variable variable : problem.variables()) {
                variables.add(new Variable("", variable.min(), variable.max()));
            }
            List<Level> levels = new ArrayList<>(problem.levels().size());
            for (Level level : problem.levels()) {
                levels.add(new Level("", level.source(), level.sink()));
            }
            return new Question(
                    new DependenceProblem(variables, problem.subscripts(), problem.context(), levels), tests);
        }

        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof Question q && q.tests == tests && q.problem.equals(problem);
        }

        @Override
        public int hashCode() {
            return problem.hashCode();
        }
    }

    private final TestStatistics statistics = new TestStatistics();

    private final Map<Question, Verdict> answers = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Verdict> eldest) {
            return size() > MOST;
        }
    };

    /** What the tests, in their order, say of the problem. */
    public Verdict solve(DependenceProblem problem, List<DependenceTest> tests) {
        Question question = Question.of(problem, tests);
        Verdict known;
        synchronized (answers) {
            known = answers.get(question);
        }
        if (known == null) {
            known = DependenceTests.test(problem, tests, statistics);
            synchronized (answers) {
                answers.put(question, known);
            }
        }
        return known;
    }

    /** How often each test was asked and what it decided; what was remembered is not counted again. */
    public TestStatistics statistics() {
        return statistics;
    }
}
