package dev.parfor.processor.random;

import java.util.Random;

/** Which floating-point numbers stand in the arrays of an input. */
enum Fractions {
    /** Few digits: their sums are exact in any order. */
    QUARTERS,
    /** Positive tenths: sums differ in their last digits by the order, never by more. */
    TENTHS,
    /** Not numbers, zeros of both signs, no end, and many that are equal. */
    EDGES;

    static Fractions of(Random random) {
        return values()[random.nextInt(values().length)];
    }

    /** Of numbers with few bits tenths would differ by too much. */
    double draw(Random random, boolean fewBits) {
        if (this == TENTHS && !fewBits) {
            return (1 + random.nextInt(40)) * 0.1;
        }
        if (this == EDGES) {
            return switch (random.nextInt(9)) {
                case 0 -> Double.NaN;
                case 1 -> -0.0;
                case 2 -> 0.0;
                case 3 -> random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : 2.5;
                case 4 -> random.nextInt(3) == 0 ? Double.NEGATIVE_INFINITY : -1.5;
                default -> (random.nextInt(9) - 4) * 0.5;
            };
        }
        return (random.nextInt(33) - 16) * 0.25;
    }
}
