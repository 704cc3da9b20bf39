package corpus;

import dev.parfor.ParallelFor;
import java.util.List;

/** Hashes and other polynomials: each iteration multiplies what it finds, and adds something. */
final class Hashes {

    private static final int FACTOR = 131;

    private int state = 17;

    // SAFE
    @ParallelFor
    static int hash(int[] x) {
        int h = 1;
        for (int i = 0; i < x.length; i++) {
            h = 31 * h + x[i];
        }
        return h;
    }

    // SAFE: of a string, from the end
    @ParallelFor
    static long ofString(String s) {
        long h = 7;
        for (int i = s.length() - 1; i >= 0; i--) {
            h = h * FACTOR + s.charAt(i);
        }
        return h;
    }

    // SAFE: in two steps, by a shift
    @ParallelFor
    static int twoSteps(int[] x, int h) {
        for (int v : x) {
            h += h << 5;
            h -= v * v;
        }
        return h;
    }

    // SAFE: the variable twice in one value, and its sign
    @ParallelFor
    static int twice(int[] x) {
        int h = 5;
        for (int i = 0; i < x.length; i++) {
            h = (h << 5) - h + x[i];
            h = 3 - h;
            h++;
        }
        return h;
    }

    // SAFE: an even factor, of which nothing is left after a while
    @ParallelFor
    static long even(int[] x) {
        long h = 1;
        for (int i = 0; i < x.length; i++) {
            h <<= 3;
            h += x[i];
            h *= 1000003L;
        }
        return h;
    }

    // GUARDED: behind a list, beside a sum, where the elements are also written
    @ParallelFor
    static long ofList(List<Integer> list, int[] out) {
        long h = 1;
        int sum = 0;
        for (int i = 0; i < list.size(); i++) {
            int v = list.get(i);
            out[i] = v;
            sum += v;
            h = h * 31 + (v ^ sum(v));
        }
        return h + sum;
    }

    private static int sum(int v) {
        int s = 0;
        for (int k = 0; k < (v & 7); k++) {
            s = 31 * s + k;
        }
        return s;
    }

    // SAFE: a field
    @ParallelFor
    int ofField(int[] x) {
        for (int i = 0; i < x.length; i++) {
            state = state * 37 + x[i];
        }
        return state;
    }

    // UNSAFE PF301: not in every iteration
    @ParallelFor
    static int sometimes(int[] x) {
        int h = 1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                h = 31 * h + x[i];
            }
        }
        return h;
    }

    // UNSAFE PF301: likewise
    @ParallelFor
    static int skipped(int[] x) {
        int h = 1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 0) {
                continue;
            }
            h = 31 * h + x[i];
        }
        return h;
    }

    // UNSAFE PF301: more than once
    @ParallelFor
    static int inside(int[] x) {
        int h = 1;
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < (x[i] & 3); k++) {
                h = 31 * h + k;
            }
        }
        return h;
    }

    // UNSAFE PF301: until something comes
    @ParallelFor
    static int until(int[] x) {
        int h = 1;
        for (int i = 0; i < x.length; i++) {
            h = 31 * h + x[i];
            if (x[i] == 3) {
                break;
            }
        }
        return h;
    }

    // UNSAFE PF301 PF311: its value is used on the way
    @ParallelFor
    static int used(int[] x, int[] out) {
        int h = 1;
        for (int i = 0; i < x.length; i++) {
            h = 31 * h + x[i];
            out[i] = h;
        }
        return h;
    }

    // UNSAFE PF301: of what is added, too
    @ParallelFor
    static int square(int[] x) {
        int h = 1;
        for (int i = 0; i < x.length; i++) {
            h = 31 * h + x[h & 3 & i];
        }
        return h;
    }

    // UNSAFE PF301: exclusive or is no sum
    @ParallelFor
    static int mixed(int[] x) {
        int h = 1;
        for (int i = 0; i < x.length; i++) {
            h ^= x[i];
            h *= 16777619;
        }
        return h;
    }

    // UNSAFE PF301: a remainder, of what has wrapped around
    @ParallelFor
    static int remainder(int[] x) {
        int h = 1;
        for (int i = 0; i < x.length; i++) {
            h = (31 * h + x[i]) % 1009;
        }
        return h;
    }

    // UNSAFE PF301: rounded each time
    @ParallelFor
    static int rounded(double[] x) {
        int h = 1;
        for (int i = 0; i < x.length; i++) {
            h *= 31;
            h += x[i] + 0.5;
        }
        return h;
    }

    // REFUSED PF301: a factor that is a variable
    @ParallelFor
    static int byVariable(int[] x, int f) {
        int h = 1;
        for (int i = 0; i < x.length; i++) {
            h = f * h + x[i];
        }
        return h;
    }

    // UNSAFE PF231: a hash for each key
    @ParallelFor
    static void byKey(int[] x, int[] h) {
        for (int i = 0; i < x.length; i++) {
            h[x[i] & 1] = 31 * h[x[i] & 1] + i;
        }
    }
}
