package corpus;

import dev.parfor.ParallelFor;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Lambdas, method references, local and anonymous classes. */
final class Functions {

    // REFUSED PF402: a function from outside: what it does is not known
    @ParallelFor
    static void parameter(double[] x, DoubleUnaryOperator f) {
        for (int i = 0; i < x.length; i++) {
            x[i] = f.applyAsDouble(x[i]);
        }
    }

    // SAFE
    @ParallelFor
    static void localLambda(int[] x) {
        for (int i = 0; i < x.length; i++) {
            IntUnaryOperator f = v -> v * 2 + 1;
            x[i] = f.applyAsInt(x[i]);
        }
    }

    // SAFE
    @ParallelFor
    static void lambdaCaptures(int[] x, int k) {
        for (int i = 0; i < x.length; i++) {
            int add = i + k;
            IntBinaryOperator f = (a, b) -> a * b + add;
            x[i] = f.applyAsInt(x[i], 3);
        }
    }

    // UNSAFE PF201: the lambda reads the cell before
    @ParallelFor
    static void lambdaCarried(int[] x) {
        for (int i = 1; i < x.length; i++) {
            int at = i - 1;
            Supplier<Integer> f = () -> x[at];
            x[i] = f.get() + 1;
        }
    }

    // UNSAFE PF202: the lambda writes a shared cell
    @ParallelFor
    static void lambdaWrites(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            IntUnaryOperator f = v -> y[0] = y[0] * 3 + v;
            x[i] = f.applyAsInt(i);
        }
    }

    // SAFE
    @ParallelFor
    static void storesLambdas(Runnable[] jobs, int[] x) {
        for (int i = 0; i < jobs.length; i++) {
            int at = i;
            jobs[i] = () -> x[at]++;
        }
    }

    // SAFE
    @ParallelFor
    static void methodReference(int[] x) {
        for (int i = 0; i < x.length; i++) {
            IntUnaryOperator f = Math::abs;
            x[i] = f.applyAsInt(x[i]);
        }
    }

    // REFUSED PF404: an anonymous class
    @ParallelFor
    static void anonymousClass(int[] x) {
        for (int i = 0; i < x.length; i++) {
            IntUnaryOperator f = new IntUnaryOperator() {
                @Override
                public int applyAsInt(int v) {
                    return v + 2;
                }
            };
            x[i] = f.applyAsInt(x[i]);
        }
    }

    // REFUSED PF415: a local class
    @ParallelFor
    static void localClass(int[] x) {
        for (int i = 0; i < x.length; i++) {
            class Twice {
                int of(int v) {
                    return 2 * v;
                }
            }
            x[i] = new Twice().of(x[i]);
        }
    }

    // UNSAFE PF401: a stream in the body adds to shared cells
    @ParallelFor
    static void streamInside(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            java.util.stream.IntStream.range(0, 3).forEach(j -> y[j]++);
        }
    }
}
