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

    // UNSAFE PF231: a stream in the body adds to shared cells
    @ParallelFor
    static void streamInside(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            java.util.stream.IntStream.range(0, 3).forEach(j -> y[j]++);
        }
    }

    // SAFE
    @ParallelFor
    static void streamOfNumbers(int[] x) {
        for (int i = 0; i < x.length; i++) {
            int top = i;
            x[i] += java.util.stream.IntStream.rangeClosed(1, i).map(j -> j * top).filter(j -> j % 3 != 0).sum();
        }
    }

    // GUARDED
    @ParallelFor
    static void streamReadsOther(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            int at = i;
            x[i] = java.util.stream.IntStream.range(0, Math.min(4, y.length)).map(j -> y[j] * at).max().orElse(-1);
        }
    }

    // UNSAFE PF231: the stream reads cells that other iterations write
    @ParallelFor
    static void streamReadsWritten(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] += java.util.stream.IntStream.range(0, x.length).map(j -> x[j]).sum();
        }
    }

    // GUARDED
    @ParallelFor
    static void streamOverArray(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] += java.util.Arrays.stream(y).limit(i).sum();
        }
    }

    static final class Cursor {
        int at;
    }

    // UNSAFE PF404: the function runs when the sum is asked for, and sees what the cursor holds then
    @ParallelFor
    static void streamIsLate(int[] x) {
        for (int i = 0; i < x.length; i++) {
            Cursor cursor = new Cursor();
            cursor.at = i;
            java.util.stream.IntStream late = java.util.stream.IntStream.range(0, 2).map(j -> cursor.at = 0);
            int sum = late.sum();
            x[cursor.at] += sum + i;
        }
    }

    // SAFE
    @ParallelFor
    static void referenceToOwnMethod(int[] x) {
        for (int i = 0; i < x.length; i++) {
            IntUnaryOperator f = Functions::thrice;
            IntBinaryOperator g = Math::max;
            x[i] = g.applyAsInt(f.applyAsInt(x[i]), i);
        }
    }

    static int thrice(int v) {
        return 3 * v;
    }

    // SAFE
    @ParallelFor
    static void referenceToString(String[] x, int[] y) {
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            java.util.function.ToIntFunction<String> f = String::length;
            y[i] = f.applyAsInt(x[i]);
        }
    }

    static int total;

    static int adds(int v) {
        total += v;
        return total;
    }

    static void reset() {
        total = 0;
    }

    // UNSAFE PF211: the method referred to writes a static field
    @ParallelFor
    static void referenceToCounter(int[] x) {
        for (int i = 0; i < x.length; i++) {
            IntUnaryOperator f = Functions::adds;
            x[i] = f.applyAsInt(i);
        }
    }

    // SAFE
    @ParallelFor
    static void lambdaFromOutside(int[] x, int k) {
        IntUnaryOperator f = v -> v * 2 + k;
        IntUnaryOperator g = v -> f.applyAsInt(v) + 1;
        for (int i = 0; i < x.length; i++) {
            x[i] = g.applyAsInt(x[i]);
        }
    }

    // GUARDED
    @ParallelFor
    static void lambdaFromOutsideReads(int[] x, int[] y) {
        IntUnaryOperator f = v -> y[v] * 3;
        for (int i = 1; i < Math.min(x.length, y.length); i++) {
            x[i] += f.applyAsInt(i - 1);
        }
    }

    // UNSAFE PF201: the lambda reads the cell before
    @ParallelFor
    static void lambdaFromOutsideCarried(int[] x) {
        IntUnaryOperator f = v -> x[v];
        for (int i = 1; i < x.length; i++) {
            x[i] += f.applyAsInt(i - 1) + 1;
        }
    }

    // UNSAFE PF402: which of the two it is depends on the call
    @ParallelFor
    static void lambdaAssignedTwice(int[] x, int k) {
        IntUnaryOperator f = v -> v + 1;
        if (k > 3) {
            f = v -> x[0]++;
        }
        for (int i = 1; i < x.length; i++) {
            x[i] = f.applyAsInt(i);
        }
    }

    private static final IntBinaryOperator MIX = (a, b) -> a * 31 ^ b;
    private static final IntUnaryOperator COUNTING = v -> v + ++total;

    // SAFE
    @ParallelFor
    static void lambdaInConstant(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = MIX.applyAsInt(x[i], i);
        }
    }

    // UNSAFE PF211: the lambda counts in a static field
    @ParallelFor
    static void lambdaInConstantCounts(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = COUNTING.applyAsInt(i);
        }
    }

    private static int twice(IntUnaryOperator f, int v) {
        return f.applyAsInt(f.applyAsInt(v));
    }

    // SAFE
    @ParallelFor
    static void lambdaHandedOn(int[] x) {
        IntUnaryOperator f = Functions::thrice;
        for (int i = 0; i < x.length; i++) {
            x[i] = twice(f, x[i]) + twice(v -> v + 1, i);
        }
    }

    // SAFE
    @ParallelFor
    static void lambdaReturnsInInnerLoop(int[] x) {
        for (int i = 0; i < x.length / 8; i++) {
            int k = 0;
            for (int j = 0; j < 8; j++) {
                IntUnaryOperator f = v -> {
                    return v + 1;
                };
                x[8 * i + j] += f.applyAsInt(j);
                k++;
            }
            x[8 * i + k - 8] ^= k;
        }
    }

    // UNSAFE PF231: the method's own break leaves k below eight
    @ParallelFor
    static void breaksBesideLambda(int[] x) {
        for (int i = 0; i < x.length / 8; i++) {
            int k = 0;
            for (int j = 0; j < 8; j++) {
                IntUnaryOperator f = v -> {
                    return v + 1;
                };
                x[8 * i + j] += f.applyAsInt(j);
                if (x[8 * i + j] > 7) {
                    break;
                }
                k++;
            }
            if (i > 0) {
                x[8 * i + k - 8] ^= k;
            }
        }
    }
}
