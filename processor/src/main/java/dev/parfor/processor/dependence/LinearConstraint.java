package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code sum(coefficient[v] * v) + constant}, which is to be zero or at least zero.
 *
 * <p>The arithmetic is that of the integers: nothing wraps.
 *
 * @param coefficients by index of the variable, in ascending order, without zeros
 */
public record LinearConstraint(Kind kind, SortedMap<Integer, Long> coefficients, long constant) {

    /** What is asked of the sum. */
    public enum Kind {
        EQUAL_ZERO,
        AT_LEAST_ZERO
    }

    public LinearConstraint {
        Objects.requireNonNull(kind);
        SortedMap<Integer, Long> copy = new TreeMap<>(coefficients);
        copy.values().removeIf(coefficient -> coefficient == 0);
        coefficients = Collections.unmodifiableSortedMap(copy);
    }

    public static LinearConstraint equalZero(Map<Integer, Long> coefficients, long constant) {
        return new LinearConstraint(Kind.EQUAL_ZERO, new TreeMap<>(coefficients), constant);
    }

    public static LinearConstraint atLeastZero(Map<Integer, Long> coefficients, long constant) {
        return new LinearConstraint(Kind.AT_LEAST_ZERO, new TreeMap<>(coefficients), constant);
    }

    /** Starts a sum; terms of one variable are added up. */
    public static Builder sum() {
        return new Builder();
    }

    public long coefficient(int variable) {
        return coefficients.getOrDefault(variable, 0L);
    }

    /** Does the constraint hold when variable {@code v} has the value {@code values.get(v)}? */
    public boolean holdsAt(List<Long> values) {
        BigInteger sum = BigInteger.valueOf(constant);
        for (Map.Entry<Integer, Long> term : coefficients.entrySet()) {
            BigInteger value = BigInteger.valueOf(values.get(term.getKey()));
            sum = sum.add(BigInteger.valueOf(term.getValue()).multiply(value));
        }
        return kind == Kind.EQUAL_ZERO ? sum.signum() == 0 : sum.signum() >= 0;
    }

    /** The constraint as people write it: {@code 2*i - j + 1 >= 0}. */
    public String text(List<Variable> variables) {
        StringBuilder text = new StringBuilder();
        coefficients.forEach((variable, coefficient) -> {
            text.append(text.isEmpty() ? (coefficient < 0 ? "-" : "") : (coefficient < 0 ? " - " : " + "));
            if (coefficient != 1 && coefficient != -1) {
                text.append(BigInteger.valueOf(coefficient).abs()).append('*');
            }
            text.append(variables.get(variable).name());
        });
        if (text.isEmpty()) {
            text.append(constant);
        } else if (constant != 0) {
            text.append(constant < 0 ? " - " : " + ")
                    .append(BigInteger.valueOf(constant).abs());
        }
        return text.append(kind == Kind.EQUAL_ZERO ? " = 0" : " >= 0").toString();
    }

    @Override
    public boolean equals(Object o) {
        return this == o
                || o instanceof LinearConstraint c
                        && c.constant == constant
                        && c.kind == kind
                        && c.coefficients.equals(coefficients);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * coefficients.hashCode() + Long.hashCode(constant)) + kind.ordinal();
    }

    /** Collects a sum. Every method throws {@link ArithmeticException} rather than leave {@code long}. */
    public static final class Builder {
        private final SortedMap<Integer, Long> coefficients = new TreeMap<>();
        private long constant;

        private Builder() {}

        public Builder plus(long coefficient, int variable) {
            coefficients.merge(variable, coefficient, Math::addExact);
            return this;
        }

        public Builder plus(long summand) {
            constant = Math.addExact(constant, summand);
            return this;
        }

        public LinearConstraint equalZero() {
            return new LinearConstraint(Kind.EQUAL_ZERO, coefficients, constant);
        }

        public LinearConstraint atLeastZero() {
            return new LinearConstraint(Kind.AT_LEAST_ZERO, coefficients, constant);
        }
    }
}
