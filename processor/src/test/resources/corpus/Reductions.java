package corpus;

import dev.parfor.FloatingReduction;
import dev.parfor.ParallelFor;

/** Accumulations, in the spellings people use, and the traps among them. */
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

    // UNSAFE PF301: the difference turns round at each step
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
    static int min(int[] x) {
        int m = Integer.MAX_VALUE;
        for (int i = 0; i < x.length; i++) {
            m = Math.min(m, x[i]);
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static double max(double[] x) {
        double m = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            m = Math.max(x[i], m);
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static double maxByIf(double[] x) {
        double m = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > m) {
                m = x[i];
            }
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static int minByIfCommuted(int[] x) {
        int m = 1000;
        for (int i = 0; i < x.length; i++) {
            if (m > x[i]) m = x[i];
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static double maxByTernary(double[] x) {
        double m = x[0];
        for (int i = 1; i < x.length; i++) {
            m = x[i] > m ? x[i] : m;
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static int minByTernaryOther(int[] x) {
        int m = 50;
        for (int i = 0; i < x.length; i++) {
            m = m <= x[i] ? m : x[i];
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static double maxOfExpression(double[] x, double[] y) {
        double m = 0;
        for (int i = 0; i < x.length; i++) {
            double d = Math.abs(x[i] - y[i]);
            if (d > m) {
                m = d;
            }
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static int argMax(double[] x) {
        int at = -1;
        double m = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > m) {
                m = x[i];
                at = i;
            }
        }
        return at;
    }

    // SAFE
    @ParallelFor
    static int argMaxLast(int[] x) {
        int at = -1;
        int m = Integer.MIN_VALUE;
        for (int i = 0; i < x.length; i++) {
            if (x[i] >= m) {
                m = x[i];
                at = i;
            }
        }
        return at;
    }

    // SAFE
    @ParallelFor
    static int argMinLastKeepsStart(int[] x) {
        int at = -1;
        int m = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] <= m) {
                m = x[i];
                at = i;
            }
        }
        return at * 100 + m;
    }

    // SAFE
    @ParallelFor
    static int argMinDown(int[] x) {
        int at = 0;
        int m = Integer.MAX_VALUE;
        for (int i = x.length - 1; i >= 0; i--) {
            if (x[i] < m) {
                at = i;
                m = x[i];
            }
        }
        return at;
    }

    // SAFE
    @ParallelFor
    static int argMaxThroughArray(int[] x) {
        int at = 0;
        for (int i = 1; i < x.length; i++) {
            if (x[i] > x[at]) {
                at = i;
            }
        }
        return at;
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

    // UNSAFE PF311: a running sum
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

    // UNSAFE PF301: two operators on one variable
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

    // UNSAFE PF301: shifted at each step
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

    // SAFE
    @ParallelFor(floating = FloatingReduction.STRICT)
    static double strictMax(double[] x) {
        double m = 0;
        for (int i = 0; i < x.length; i++) {
            m = Math.max(m, x[i]);
        }
        return m;
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

    // SAFE
    @ParallelFor
    static int minAndMax(int[] x) {
        int lo = Integer.MAX_VALUE;
        int hi = Integer.MIN_VALUE;
        for (int v : x) {
            if (v < lo) {
                lo = v;
            }
            if (v > hi) {
                hi = v;
            }
        }
        return lo ^ hi;
    }

    // UNSAFE PF301: a new minimum is kept from the maximum, and what is a new minimum depends on the order
    @ParallelFor
    static int minElseMax(int[] x) {
        int lo = Integer.MAX_VALUE;
        int hi = Integer.MIN_VALUE;
        for (int v : x) {
            if (v < lo) {
                lo = v;
            } else if (v > hi) {
                hi = v;
            }
        }
        return lo ^ hi;
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

    // UNSAFE PF301: the second candidate is kept only beside the first
    @ParallelFor
    static int secondLargest(int[] x) {
        int first = Integer.MIN_VALUE;
        int second = Integer.MIN_VALUE;
        for (int v : x) {
            if (v > first) {
                second = first;
                first = v;
            } else if (v > second) {
                second = v;
            }
        }
        return second;
    }

    // UNSAFE PF301: compares one value and keeps another
    @ParallelFor
    static int comparesAnother(int[] x, int[] y) {
        int m = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > m) {
                m = y[i];
            }
        }
        return m;
    }

    // UNSAFE PF301: a comparison with a part that decides alone
    @ParallelFor
    static int comparesOrElse(int[] x) {
        int m = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > m || x[i] == -3) {
                m = x[i];
            }
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static int comparesAndCondition(int[] x, int[] y) {
        int m = 0;
        int at = -1;
        for (int i = 0; i < x.length; i++) {
            if ((y[i] & 1) == 0 && x[i] > m) {
                m = x[i];
                at = i;
            }
        }
        return at;
    }

    // REFUSED PF301: rounding is monotone, so the order does not show
    @ParallelFor
    static float narrowedMax(double[] x) {
        float m = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > m) {
                m = (float) x[i];
            }
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static long payloadOfTwo(int[] x, int[] y) {
        int best = Integer.MIN_VALUE;
        int at = -1;
        int other = 0;
        for (int i = 0; i < x.length; i++) {
            int score = x[i] * 3 - y[i];
            if (score > best) {
                best = score;
                at = i;
                other = y[i];
            }
        }
        return at * 1_000_000L + other;
    }

    // UNSAFE PF301: the number of improvements depends on the order
    @ParallelFor
    static int recordBreakers(int[] x) {
        int best = Integer.MIN_VALUE;
        int records = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > best) {
                best = x[i];
                records++;
            }
        }
        return records;
    }
}
