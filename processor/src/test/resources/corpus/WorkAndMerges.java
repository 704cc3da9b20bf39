package corpus;

import dev.parfor.ParallelFor;
import java.util.Arrays;

/** Work arrays of the chunk's own, beside what blocks update privately and index arrays that are looked at before the loop. */
final class WorkAndMerges {

    static int count;
    int least;

    static void reset() {
        count = 0;
    }

    // SAFE
    @ParallelFor
    static void counted(int[] x) {
        int[] window = new int[3];
        for (int i = 1; i < x.length - 1; i++) {
            window[0] = x[i - 1];
            window[1] = x[i];
            window[2] = x[i + 1];
            Arrays.sort(window);
            if (window[1] == x[i]) {
                count++;
            }
        }
    }

    // SAFE
    @ParallelFor
    void leastOfAll(int[] x) {
        int[] t = new int[4];
        for (int i = 0; i < x.length; i++) {
            Arrays.fill(t, x[i]);
            t[i & 3] = -i;
            least = Math.min(least, t[2]);
        }
    }

    // GUARDED
    @ParallelFor
    static void histogram(int[] x, int[] h) {
        int[] t = new int[4];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < 4; k++) {
                t[k] = x[i] + k;
            }
            for (int k = 0; k < 4; k++) {
                h[t[k] & 1] += k;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void atAFixedElement(int[] x, int[] h) {
        int[] t = new int[4];
        for (int i = 0; i < x.length; i++) {
            t[3] = x[i];
            h[t[3] & 1]++;
        }
    }

    // GUARDED
    @ParallelFor
    static void scattered(int[] y, int[] idx) {
        int[] t = new int[4];
        for (int i = 0; i < idx.length; i++) {
            for (int k = 0; k < 4; k++) {
                t[k] = i * k;
            }
            y[idx[i]] = t[1] + t[2];
        }
    }

    // UNSAFE PF211: what is summed up to here is worked with
    @ParallelFor
    static void sumIsSeen(int[] x) {
        int[] t = new int[4];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < 4; k++) {
                t[k] = x[i] * k + count;
            }
            for (int k = 0; k < 4; k++) {
                count += t[k];
            }
        }
    }

    // UNSAFE PF231: the histogram is the work array
    @ParallelFor
    static void histogramIsWorkedWith(int[] x, int[] y) {
        int[] h = new int[4];
        for (int i = 0; i < x.length; i++) {
            h[x[i] & 3]++;
            y[i] = h[1];
        }
    }
}
