package dev.parfor.examples.study;

import java.util.Random;

/** What {@code parfor measure --inputs} calls the annotated methods with. */
final class SurveyInputs {

    private SurveyInputs() {}

    /** A square of noise with about so many pixels, and how far to search. */
    static Object[] nonLocalMeans(int size, Random random) {
        return new Object[] {plane(size, random), 4, 2, 120.0};
    }

    static Plane plane(int size, Random random) {
        int side = Math.max(1, (int) Math.sqrt(size));
        double[] values = new double[side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = 255 * random.nextDouble();
        }
        return new Plane(side, side, values);
    }
}
