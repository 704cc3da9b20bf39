package dev.parfor.processor.dependence;

import java.util.Objects;

/**
 * One integer unknown.
 *
 * <p>{@code Long.MIN_VALUE} as {@code min} and {@code Long.MAX_VALUE} as {@code max} mean that there is no such bound.
 * {@code min > max} is allowed and says that the variable has no value, as in a loop that never runs.
 *
 * @param min smallest value, inclusive
 * @param max largest value, inclusive
 */
public record Variable(String name, long min, long max) {

    public Variable {
        Objects.requireNonNull(name);
    }

    /** A variable of which nothing is known. */
    public static Variable unbounded(String name) {
        return new Variable(name, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    Interval range() {
        return new Interval(
                min == Long.MIN_VALUE ? null : Integers.of(min), max == Long.MAX_VALUE ? null : Integers.of(max));
    }

    @Override
    public boolean equals(Object o) {
        return this == o || o instanceof Variable v && v.min == min && v.max == max && v.name.equals(name);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(min) + Long.hashCode(max)) + name.hashCode();
    }
}
