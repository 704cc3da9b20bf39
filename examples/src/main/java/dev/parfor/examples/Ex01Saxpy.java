package dev.parfor.examples;

import dev.parfor.ParallelFor;
import dev.parfor.runtime.Team;
import java.util.List;
import java.util.Locale;

/**
 * The two loops that every introduction starts with.
 *
 * <p><b>Saxpy</b>, {@code y += a * x}: iteration {@code i} reads and writes {@code y[i]} and no other cell of {@code
 * y}, so the iterations can run in any order. One thing the source can't say: whether {@code x} and {@code y} are the
 * same array. Here it wouldn't matter, because both are used at the same place; where it would, the variant looks
 * before the loop and runs sequentially if it must.
 *
 * <p><b>Dot product</b>: every iteration updates {@code sum}, yet only by adding to it. That is a <em>reduction</em>:
 * blocks of iterations are summed separately and the partial sums added in order. The blocks depend on the length
 * alone, so that the result has the same bits on one thread or on sixty-four; it may differ from the plain loop in
 * the last places, because floating-point addition rounds differently when it associates differently.
 *
 * <p>The input lets you check the answer: {@code x[i] = 1 / (i + 1)}, and the sum of {@code 1 / k²} tends to π²/6.
 */
final class Ex01Saxpy {

    private Ex01Saxpy() {}

    @ParallelFor
    static void saxpy(double a, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += a * x[i];
        }
    }

    @ParallelFor
    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    static double[] reciprocals(int length) {
        double[] x = new double[length];
        for (int i = 0; i < length; i++) {
            x[i] = 1.0 / (i + 1);
        }
        return x;
    }

    static List<Comparison.Row> show() {
        double[] x = reciprocals(1_000_000);

        // Each side has its own y and is run equally often, so both end with the same values.
        double[] y = x.clone();
        double[] z = x.clone();
        Comparison.Row saxpy = Comparison.of(
                "Ex01 saxpy, 1 million elements",
                () -> {
                    saxpy(0.5, x, y);
                    return y;
                },
                () -> {
                    Ex01SaxpyParallel.saxpy(0.5, x, z);
                    return z;
                },
                Comparison.sameBits());

        Comparison.Row dot = Comparison.of(
                "Ex01 dot product, 1 million elements",
                () -> new double[] {dot(x, x)},
                () -> new double[] {Ex01SaxpyParallel.dot(x, x)},
                Comparison.within(1e-12));

        try (Team one = Team.of(1);
                Team two = Team.of(2)) {
            double onOne = Ex01SaxpyParallel.dot(one, x, x);
            double onTwo = Ex01SaxpyParallel.dot(two, x, x);
            System.out.printf(
                    Locale.ROOT,
                    "sum of 1/k²: %.15f (plain loop), %.15f (one thread), %.15f (two); π²/6 is %.6f%n",
                    dot(x, x),
                    onOne,
                    onTwo,
                    Math.PI * Math.PI / 6);
            if (Double.doubleToLongBits(onOne) != Double.doubleToLongBits(onTwo)) {
                throw new IllegalStateException("the sum depends on the number of threads");
            }
        }
        return List.of(saxpy, dot);
    }

    public static void main(String[] args) {
        Comparison.print(show());
    }
}
