package dev.parfor.processor.dependence;

import java.util.Map;

/**
 * ZIV test: two subscripts without a variable.
 *
 * <p><b>Question.</b> One iteration accesses {@code x[c1]}, another {@code x[c2]}. Is it the same cell?
 *
 * <p><b>Answer.</b> Exactly when {@code c1 = c2}. The subscript then says nothing about the iterations: any two of them
 * meet.
 *
 * <p><b>Arithmetic.</b> None.
 *
 * <p><b>Source.</b> G. Goff, K. Kennedy, C.-W. Tseng, "Practical Dependence Testing", PLDI 1991.
 */
final class ZivTest implements SubscriptTest {

    @Override
    public String name() {
        return "ZIV";
    }

    @Override
    public boolean appliesTo(SubscriptPair pair) {
        return pair.form() == SubscriptPair.Form.ZIV;
    }

    @Override
    public Verdict test(SubscriptPair pair, PreparedProblem problem) {
        if (pair.constant().signum() != 0) {
            return new Verdict.Independent("ZIV: the constant subscripts differ");
        }
        return problem.dependent("ZIV", pair, Map.of(), Map.of());
    }
}
