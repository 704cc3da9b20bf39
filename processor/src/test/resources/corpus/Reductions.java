package corpus;

import dev.parfor.FloatingReduction;
import dev.parfor.ParallelFor;

/** Sums, products, bits and counts, in the spellings people use, and the traps among them. */
final class Reductions {

    // SAFE approximate
    @ParallelFor
    static double sum(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
        }
        return sum;
    }

    // SAFE approximate
    @ParallelFor
    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum = sum + x[i] * y[i];
        }
        return sum;
    }

    // SAFE approximate
    @ParallelFor
    static double commuted(double[] x, double start) {
        double sum = start;
        for (int i = 0; i < x.length; i++) {
            sum = x[i] + sum;
        }
        return sum;
    }

    // SAFE approximate
    @ParallelFor
    static double subtracted(double[] x) {
        double rest = 1000;
        for (int i = 0; i < x.length; i++) {
            rest -= x[i];
        }
        return rest;
    }

    // SAFE: the difference turns round at each step
    @ParallelFor
    static int subtractedFrom(int[] x) {
        int s = 0;
        for (int i = 0; i < x.length; i++) {
            s = x[i] - s;
        }
        return s;
    }

    // SAFE approximate
    @ParallelFor
    static float floatSum(float[] x) {
        float sum = 0f;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
        }
        return sum;
    }

    // SAFE
    @ParallelFor
    static int intSum(int[] x) {
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
        }
        return sum;
    }

    // SAFE
    @ParallelFor
    static long longSumOfInts(int[] x) {
        long sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
        }
        return sum;
    }

    // SAFE
    @ParallelFor
    static long product(int[] x) {
        long p = 1;
        for (int i = 0; i < x.length; i++) {
            p *= x[i] | 1;
        }
        return p;
    }

    // SAFE approximate
    @ParallelFor
    static double doubleProduct(double[] x) {
        double p = 1;
        for (int i = 0; i < x.length; i++) {
            p *= x[i] > 0 ? -1.0 : 1.0;
        }
        return p;
    }

    // UNSAFE PF312: the sum is cut to an int at each step
    @ParallelFor
    static int truncatedAtEachStep(double[] x) {
        int s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[i];
        }
        return s;
    }

    // UNSAFE PF312: rounded to float at each step, computed in double
    @ParallelFor
    static float floatPlusDouble(double[] x) {
        float s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[i];
        }
        return s;
    }

    // UNSAFE PF312: the product is cut to an int at each step
    @ParallelFor
    static int intTimesFloat(float[] x) {
        int s = 1;
        for (int i = 0; i < x.length; i++) {
            s *= x[i];
        }
        return s;
    }

    // SAFE
    @ParallelFor
    static byte byteSum(int[] x) {
        byte s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[i];
        }
        return s;
    }

    // SAFE
    @ParallelFor
    static int intPlusLong(long[] x) {
        int s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[i];
        }
        return s;
    }

    // SAFE
    @ParallelFor
    static short shortXor(int[] x) {
        short s = 12;
        for (int i = 0; i < x.length; i++) {
            s ^= x[i];
        }
        return s;
    }

    // SAFE
    @ParallelFor
    static int and(int[] x) {
        int bits = -1;
        for (int i = 0; i < x.length; i++) {
            bits &= x[i] | 64;
        }
        return bits;
    }

    // SAFE
    @ParallelFor
    static long or(int[] x) {
        long bits = 0;
        for (int i = 0; i < x.length; i++) {
            bits |= 1L << x[i];
        }
        return bits;
    }

    // SAFE
    @ParallelFor
    static int xor(int[] x) {
        int bits = 77;
        for (int i = 0; i < x.length; i++) {
            bits = bits ^ x[i];
        }
        return bits;
    }

    // SAFE
    @ParallelFor
    static int count(int[] x, int k) {
        int found = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] == k) {
                found++;
            }
        }
        return found;
    }

    // SAFE
    @ParallelFor
    static int countDown(boolean[] x) {
        int left = x.length;
        for (int i = 0; i < x.length; i++) {
            if (x[i]) --left;
        }
        return left;
    }

    // SAFE
    @ParallelFor
    static int countByTernary(int[] x) {
        int found = 0;
        for (int i = 0; i < x.length; i++) {
            found += x[i] > 2 ? 1 : 0;
        }
        return found;
    }

    // SAFE
    @ParallelFor
    static boolean anyByOr(int[] x) {
        boolean any = false;
        for (int i = 0; i < x.length; i++) {
            any |= x[i] == 3;
        }
        return any;
    }

    // SAFE
    @ParallelFor
    static boolean allByAnd(int[] x) {
        boolean all = true;
        for (int i = 0; i < x.length; i++) {
            all &= x[i] < 40;
        }
        return all;
    }

    // SAFE
    @ParallelFor
    static boolean allByShortCircuit(int[] x) {
        boolean all = true;
        for (int i = 0; i < x.length; i++) {
            all = all && x[i] < 40;
        }
        return all;
    }

    // SAFE the loop ends where the rest is skipped
    @ParallelFor
    static boolean shortCircuitMayThrow(int[] x, int[] y) {
        boolean all = true;
        for (int i = 0; i < x.length; i++) {
            all = all && y[x[i]] < 40;
        }
        return all;
    }

    // SAFE
    @ParallelFor
    static boolean anyByIf(int[] x) {
        boolean any = false;
        for (int i = 0; i < x.length; i++) {
            if (x[i] == 7) {
                any = true;
            }
        }
        return any;
    }

    // SAFE
    @ParallelFor
    static int runningSum(int[] x, int[] y) {
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
            y[i] = sum;
        }
        return sum;
    }

    // UNSAFE PF311: the sum steers what is added
    @ParallelFor
    static int saturating(int[] x) {
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            if (sum < 100) {
                sum += x[i];
            }
        }
        return sum;
    }

    // SAFE: two operators on one variable, the same ones in each iteration
    @ParallelFor
    static int twoOperators(int[] x) {
        int s = 1;
        for (int i = 0; i < x.length; i++) {
            s += x[i];
            s *= 3;
        }
        return s;
    }

    // SAFE
    @ParallelFor
    static int twoPlaces(int[] x) {
        int s = 1;
        for (int i = 0; i < x.length; i++) {
            s += x[i];
            if (x[i] > 4) {
                s += 3;
            } else {
                s--;
            }
        }
        return s;
    }

    // UNSAFE PF301: the operand reads the accumulator
    @ParallelFor
    static int operandReadsSum(int[] x) {
        int s = 1;
        for (int i = 0; i < x.length; i++) {
            s += x[i] + (s & 1);
        }
        return s;
    }

    // REFUSED PF301: division of positive numbers could be reordered
    @ParallelFor
    static int divided(int[] x) {
        int s = 1000000;
        for (int i = 0; i < x.length; i++) {
            s /= 1 + (x[i] & 1);
        }
        return s;
    }

    // SAFE: shifted at each step
    @ParallelFor
    static long hash(int[] x) {
        long h = 7;
        for (int i = 0; i < x.length; i++) {
            h = 31 * h + x[i];
        }
        return h;
    }

    // UNSAFE PF313: not to be reordered
    @ParallelFor(floating = FloatingReduction.STRICT)
    static double strictSum(double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[i];
        }
        return s;
    }

    // UNSAFE PF314: text in order
    @ParallelFor
    static String concatenated(int[] x) {
        String text = "";
        for (int i = 0; i < x.length; i++) {
            text += x[i];
        }
        return text;
    }

    // REFUSED PF315: a boxed sum
    @ParallelFor
    static Integer boxed(int[] x) {
        Integer sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
        }
        return sum;
    }

    // SAFE
    @ParallelFor
    static int inInnerLoop(int[][] x) {
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                sum += x[i][j];
            }
        }
        return sum;
    }

    // SAFE approximate
    @ParallelFor
    static double meanAndVariance(double[] x) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (double v : x) {
            sum += v;
            squares += v * v;
            n++;
        }
        return n == 0 ? 0 : squares / n - sum / n * (sum / n);
    }

    // GUARDED
    @ParallelFor
    static void histogram(int[] keys, int[] bins) {
        for (int i = 0; i < keys.length; i++) {
            bins[keys[i] & 15]++;
        }
    }

    // GUARDED
    @ParallelFor
    static void sumInCell(int[] x, int[] out) {
        for (int i = 0; i < x.length; i++) {
            out[0] += x[i];
        }
    }

    // SAFE
    @ParallelFor
    static int sumDownwards(int[] x, int start) {
        int sum = start;
        for (int i = x.length - 1; i >= 0; i -= 3) sum -= x[i];
        return sum;
    }

    // SAFE
    @ParallelFor
    static long longs(long[] x) {
        long sum = -5;
        for (int i = 1; i < x.length; i++) {
            sum += x[i];
        }
        return sum;
    }

    // SAFE
    @ParallelFor
    static long parity(long[] x, long start) {
        long bits = start;
        for (int i = 0; i < x.length; i++) {
            bits ^= x[i];
        }
        return bits;
    }

    // SAFE
    @ParallelFor
    static int sumOfEach(int[] x) {
        int sum = 1;
        for (int v : x) {
            sum += v;
        }
        return sum;
    }

    // SAFE
    @ParallelFor
    static int above(int[] x, int limit) {
        int above = 3;
        for (int i = 0; i < x.length; i++) if (x[i] > limit) above++;
        return above;
    }

    // SAFE
    @ParallelFor
    static long agreeing(int[] x, int[] y) {
        long agreeing = 0;
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            if (x[i] == y[i]) {
                agreeing += 1;
            }
        }
        return agreeing;
    }
}
