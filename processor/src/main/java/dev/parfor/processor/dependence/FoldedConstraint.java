package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A constraint in which every variable with a single possible value has become part of the constant. */
record FoldedConstraint(boolean equality, SortedMap<Integer, BigInteger> terms, BigInteger constant) {

    static FoldedConstraint of(LinearConstraint constraint, Interval[] ranges) {
        SortedMap<Integer, BigInteger> terms = new TreeMap<>();
        BigInteger constant = Integers.of(constraint.constant());
        for (Map.Entry<Integer, Long> term : constraint.coefficients().entrySet()) {
            BigInteger coefficient = Integers.of(term.getValue());
            Interval range = ranges[term.getKey()];
            if (range.isSingle()) {
                constant = constant.add(coefficient.multiply(range.lo()));
            } else {
                terms.put(term.getKey(), coefficient);
            }
        }
        boolean equality = constraint.kind() == LinearConstraint.Kind.EQUAL_ZERO;
        return new FoldedConstraint(equality, Collections.unmodifiableSortedMap(terms), constant);
    }
}
