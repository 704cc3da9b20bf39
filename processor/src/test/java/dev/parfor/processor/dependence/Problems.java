package dev.parfor.processor.dependence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Problems of one loop and one subscript pair: {@code a*i + b*j + c = 0} for source {@code i} and sink {@code j}. */
final class Problems {

    /** What is asked of {@code j - i}. */
    enum Order {
        NONE,
        SOURCE_FIRST,
        SINK_FIRST,
        SAME
    }

    /** Small loops, among them an empty one and one of a single iteration. */
    static final long[][] LOOPS = {{0, -1}, {0, 0}, {0, 1}, {0, 4}, {-3, 2}, {2, 5}, {-6, -2}};

    private Problems() {}

    static DependenceProblem loop(long a, long b, long c, long first, long last, Order order) {
        return new DependenceProblem(
                List.of(new Variable("i", first, last), new Variable("j", first, last)),
                List.of(LinearConstraint.equalZero(Map.of(0, a, 1, b), c)),
                order(order),
                List.of(new Level("i", 0, 1)));
    }

    static List<LinearConstraint> order(Order order) {
        List<LinearConstraint> context = new ArrayList<>();
        switch (order) {
            case NONE -> {}
            case SOURCE_FIRST -> context.add(LinearConstraint.atLeastZero(Map.of(0, -1L, 1, 1L), -1));
            case SINK_FIRST -> context.add(LinearConstraint.atLeastZero(Map.of(0, 2L, 1, -2L), -1));
            case SAME -> context.add(LinearConstraint.equalZero(Map.of(0, 3L, 1, -3L), 0));
        }
        return context;
    }

    /** Asks one test alone. */
    static Verdict ask(DependenceTest test, DependenceProblem problem) {
        return DependenceTests.test(problem, List.of(test));
    }

    /** Whether the test is made for the problem once variables with one value are folded away. */
    static boolean hasForm(DependenceProblem problem, SubscriptPair.Form... forms) {
        PreparedProblem prepared = PreparedProblem.of(problem);
        return !prepared.isEmpty()
                && List.of(forms).contains(prepared.subscripts().get(0).form());
    }

    /**
     * Every {@code a} and {@code b} given, small constants, all loops and orders: where the test applies it must decide and
     * agree with the points; where it does not, it must not be wrong.
     */
    static int checkAll(DependenceTest test, long[][] strides, SubscriptPair.Form... forms) {
        int decided = 0;
        for (long[] stride : strides) {
            for (long c = -9; c <= 9; c++) {
                for (long[] loop : LOOPS) {
                    for (Order order : Order.values()) {
                        DependenceProblem problem = loop(stride[0], stride[1], c, loop[0], loop[1], order);
                        Verdict verdict = ask(test, problem);
                        if (hasForm(problem, forms)) {
                            BruteForce.assertDecided(problem, verdict);
                            decided++;
                        } else {
                            BruteForce.assertSound(problem, verdict);
                        }
                    }
                }
            }
        }
        return decided;
    }

    static Verdict.Dependent dependent(String by, List<Long> values, DependenceVector.Component... components) {
        return new Verdict.Dependent(by, values, new DependenceVector(List.of(components)));
    }

    static DependenceVector.Component distance(long distance) {
        DependenceVector.Direction direction = distance > 0
                ? DependenceVector.Direction.FORWARD
                : distance < 0 ? DependenceVector.Direction.BACKWARD : DependenceVector.Direction.EQUAL;
        return new DependenceVector.Component(direction, distance, true);
    }

    static DependenceVector.Component direction(DependenceVector.Direction direction, long distance) {
        return new DependenceVector.Component(direction, distance, false);
    }
}
