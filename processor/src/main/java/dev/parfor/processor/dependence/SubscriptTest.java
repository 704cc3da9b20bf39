package dev.parfor.processor.dependence;

/**
 * A test that looks at one subscript pair at a time.
 *
 * <p>One pair that has no solution makes the whole problem independent. A pair that has one makes it dependent only if
 * there is nothing else to satisfy; {@link PreparedProblem#dependent} decides that.
 */
interface SubscriptTest extends DependenceTest {

    /** Is the pair of a form that this test was made for? */
    boolean appliesTo(SubscriptPair pair);

    /** Answers for one pair to which this test applies. */
    Verdict test(SubscriptPair pair, PreparedProblem problem);

    @Override
    default Verdict test(PreparedProblem problem) {
        for (SubscriptPair pair : problem.subscripts()) {
            if (appliesTo(pair)) {
                Verdict verdict = test(pair, problem);
                if (!(verdict instanceof Verdict.Unknown)) {
                    return verdict;
                }
            }
        }
        return new Verdict.Unknown(name() + ": no subscript pair settles it");
    }
}
