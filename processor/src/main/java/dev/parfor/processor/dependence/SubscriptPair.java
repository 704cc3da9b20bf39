package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * One dimension of a pair of accesses: {@code sum(terms) + constant = 0}, classified.
 *
 * <p>Variables with one possible value have been folded into the constant, so a wrap variable that can only be zero does
 * not hide the form. An unknown that belongs to no loop (a symbol) counts like an induction variable.
 *
 * @param level the loop whose source and sink are the two variables of an SIV pair; empty for every other form
 */
record SubscriptPair(Form form, SortedMap<Integer, BigInteger> terms, BigInteger constant, OptionalInt level) {

    enum Form {
        /** No variable. */
        ZIV,
        /** {@code a*source - a*sink}. */
        STRONG_SIV,
        /** One variable; the other side stands still. */
        WEAK_ZERO_SIV,
        /** {@code a*source + a*sink}. */
        WEAK_CROSSING_SIV,
        /** Source and sink of one loop with other coefficients. */
        SIV,
        /** Two variables that are not source and sink of one loop. */
        RDIV,
        /** Three or more variables. */
        MIV
    }

    static SubscriptPair of(FoldedConstraint equation, List<Level> levels) {
        SortedMap<Integer, BigInteger> terms = equation.terms();
        if (terms.size() == 2) {
            for (int level = 0; level < levels.size(); level++) {
                BigInteger source = terms.get(levels.get(level).source());
                BigInteger sink = terms.get(levels.get(level).sink());
                if (source != null
                        && sink != null
                        && levels.get(level).source() != levels.get(level).sink()) {
                    return new SubscriptPair(form(source, sink), terms, equation.constant(), OptionalInt.of(level));
                }
            }
            return new SubscriptPair(Form.RDIV, terms, equation.constant(), OptionalInt.empty());
        }
        Form form = terms.isEmpty() ? Form.ZIV : terms.size() == 1 ? Form.WEAK_ZERO_SIV : Form.MIV;
        return new SubscriptPair(form, terms, equation.constant(), OptionalInt.empty());
    }

    private static Form form(BigInteger source, BigInteger sink) {
        if (source.equals(sink)) {
            return Form.WEAK_CROSSING_SIV;
        }
        return source.equals(sink.negate()) ? Form.STRONG_SIV : Form.SIV;
    }

    /** Is this {@code 0 = 0}? */
    boolean isTrivial() {
        return form == Form.ZIV && constant.signum() == 0;
    }

    @Override
    public boolean equals(Object o) {
        return this == o
                || o instanceof SubscriptPair s
                        && s.form == form
                        && s.terms.equals(terms)
                        && s.constant.equals(constant)
                        && s.level.equals(level);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * form.hashCode() + terms.hashCode()) + constant.hashCode()) + level.hashCode();
    }
}
