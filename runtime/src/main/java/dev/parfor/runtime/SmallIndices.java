package dev.parfor.runtime;

import java.util.function.IntUnaryOperator;

/**
 * What {@link Guards} asks of arrays of {@code byte}, {@code short} and {@code char}: they have at most 2 to the 16 values, so that more
 * elements than that are never all different.
 */
final class SmallIndices {

    private static final int VALUES = 1 << 16;

    private SmallIndices() {}

    static boolean distinct(int length, Range part, IntUnaryOperator element) {
        if (part.isEmpty()) {
            return true;
        }
        if (!part.within(0, length - 1L) || part.hi() - part.lo() >= VALUES) {
            return false;
        }
        boolean[] seen = new boolean[VALUES];
        for (int i = (int) part.lo(); i <= (int) part.hi(); i++) {
            int value = element.applyAsInt(i) & (VALUES - 1);
            if (seen[value]) {
                return false;
            }
            seen[value] = true;
        }
        return true;
    }

    static boolean nondecreasing(int length, Range part, IntUnaryOperator element) {
        if (part.isEmpty()) {
            return true;
        }
        if (!part.within(0, length - 1L)) {
            return false;
        }
        for (int i = (int) part.lo() + 1; i <= (int) part.hi(); i++) {
            if (element.applyAsInt(i) < element.applyAsInt(i - 1)) {
                return false;
            }
        }
        return true;
    }
}
