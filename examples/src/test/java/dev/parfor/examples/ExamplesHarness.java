package dev.parfor.examples;

import dev.parfor.ParallelHarness;
import java.util.Random;

/** Generates {@code Ex01SaxpyEquivalenceTest} and the like. */
@ParallelHarness({Ex01Saxpy.class, Ex03EdgeDetection.class, Ex05MatrixProduct.class})
final class ExamplesHarness {

    private ExamplesHarness() {}

    /** A picture that is a square, and its sides. */
    static Object[] sobel(int size, Random random) {
        int side = (int) Math.sqrt(size);
        return new Object[] {random.doubles((long) side * side).toArray(), side, side};
    }

    /** Two matrices, room for their product, and their sides. */
    static Object[] multiplyFlat(int size, Random random) {
        int side = (int) Math.sqrt(size);
        double[] a = random.doubles((long) side * side).toArray();
        double[] b = random.doubles((long) side * side).toArray();
        return new Object[] {a, b, new double[side * side], side, side, side};
    }
}
