package dev.parfor.processor.dependence;

/** One published test; {@link DependenceTests} holds the list of them. */
public interface DependenceTest {

    /** The field's word for it, as reports show it. */
    String name();

    /**
     * Answers as far as this test can.
     *
     * @param problem has been found not to be empty by its bounds alone
     */
    Verdict test(PreparedProblem problem);
}
