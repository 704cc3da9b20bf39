package corpus;

import dev.parfor.FloatingReduction;
import dev.parfor.ParallelFor;
import dev.parfor.Pure;

/** Fields, cells and arrays that iterations only update, and what looks like it. */
final class Merges {

    static final class Totals {
        double sum;
        int count;
        long product = 1;
        int greatest;
        int greatestAt;
        byte small;
        volatile int watched;
        int[] bins = new int[16];
        private int hidden;
        private long[] hiddenBins = new long[16];
    }

    private int own;
    private final int[] ownBins = new int[8];

    // SAFE approximate
    @ParallelFor
    static void intoObject(Totals totals, double[] x) {
        for (int i = 0; i < x.length; i++) {
            totals.sum += x[i];
            totals.count++;
        }
    }

    // SAFE
    @ParallelFor
    static void byteInObject(Totals totals, int[] x) {
        for (int i = 0; i < x.length; i++) {
            totals.small += x[i];
        }
    }

    // SAFE
    @ParallelFor
    static void privateField(Totals totals, int[] x) {
        for (int i = 0; i < x.length; i++) {
            totals.hidden += x[i];
            ++totals.hidden;
            totals.product = totals.product * (x[i] | 1);
        }
    }

    // SAFE
    @ParallelFor
    void ownPrivateField(int[] x) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 2) {
                own++;
            }
            this.own -= x[i];
        }
    }

    // SAFE
    @ParallelFor
    static void greatestWithIndex(Totals totals, int[] x) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] > totals.greatest) {
                totals.greatest = x[i];
                totals.greatestAt = i;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void greatestByMath(Totals totals, int[] x) {
        for (int i = 0; i < x.length; i++) {
            totals.greatest = Math.max(totals.greatest, x[i]);
        }
    }

    // GUARDED
    @ParallelFor
    static void twoCells(int[] x, int[] s) {
        for (int i = 0; i < x.length; i++) {
            s[0] += x[i];
            s[1] += x[i] & 3;
        }
    }

    // GUARDED approximate
    @ParallelFor
    static void cellOfVariable(double[] x, double[] s, int c) {
        for (int i = 0; i < x.length; i++) {
            s[c] += x[i];
        }
    }

    // GUARDED
    static void rowSums(int[][] m, int[] result) {
        for (int row = 0; row < m.length && row < result.length; row++) {
            int[] r = m[row];
            for (@ParallelFor int i = 0; i < r.length; i++) {
                result[row] += r[i];
            }
        }
    }

    // UNSAFE PF202: the sum so far is used
    @ParallelFor
    static void sumSoFar(int[] x, int[] s) {
        for (int i = 0; i < x.length; i++) {
            s[0] += x[i];
            x[i] = s[0];
        }
    }

    // UNSAFE PF211: the count so far is the index
    @ParallelFor
    static void countSoFar(Totals totals, int[] x) {
        for (int i = 0; i < x.length; i++) {
            totals.count++;
            x[i] = totals.count;
        }
    }

    // UNSAFE PF211: a method reads the count
    @ParallelFor
    static void countRead(Totals totals, int[] x) {
        for (int i = 0; i < x.length; i++) {
            totals.count++;
            x[i] = count(totals);
        }
    }

    static int count(Totals totals) {
        return totals.count;
    }

    // UNSAFE PF211: a method called on trust reads the count
    @ParallelFor
    static void countReadOnTrust(Totals totals, int[] x) {
        for (int i = 0; i < x.length; i++) {
            totals.count++;
            x[i] = pureCount(totals);
        }
    }

    @Pure("reads what it is given, and nothing else")
    static int pureCount(Totals totals) {
        return totals.count;
    }

    // UNSAFE PF211: by another name
    @ParallelFor
    static void countByAnotherName(Totals totals, int[] x) {
        for (int i = 0; i < x.length; i++) {
            Totals same = totals;
            totals.count++;
            x[i] = same.count;
        }
    }

    // UNSAFE PF421: other threads may add under the same lock
    @ParallelFor
    static void underLock(Totals totals, double[] x) {
        for (int i = 0; i < x.length; i++) {
            synchronized (totals) {
                totals.sum += x[i];
            }
        }
    }

    // REFUSED PF412: another thread may watch
    @ParallelFor
    static void watched(Totals totals, int[] x) {
        for (int i = 0; i < x.length; i++) {
            totals.watched += x[i];
        }
    }

    // UNSAFE PF312: each step cuts the fraction off
    @ParallelFor
    static void truncated(Totals totals, double[] x) {
        for (int i = 0; i < x.length; i++) {
            totals.count += x[i];
        }
    }

    // SAFE: two operations, the same ones in each iteration
    @ParallelFor
    static void twoOperations(Totals totals, int[] x) {
        for (int i = 0; i < x.length; i++) {
            totals.count += x[i];
            totals.count *= 3;
        }
    }

    // REFUSED PF313: the user wants the bits of the plain loop
    @ParallelFor(floating = FloatingReduction.STRICT)
    static void strict(Totals totals, double[] x) {
        for (int i = 0; i < x.length; i++) {
            totals.sum += x[i];
        }
    }

    // UNSAFE PF231: in one iteration a cell is read that the same iteration has updated
    @ParallelFor
    static void onlyIteration(int[] s, int[] y) {
        for (int i = 0; i < y.length; i++) {
            s[y[i] & 1]++;
            y[i] = s[1];
        }
    }

    // SAFE
    @ParallelFor
    static void shorts(int[] x, short[] h) {
        for (int i = 0; i < x.length; i++) {
            h[x[i] & 7] += x[i];
            h[i % 5]++;
        }
    }

    // GUARDED approximate
    @ParallelFor
    static void weights(int[] key, double[] w, double[] h) {
        for (int i = 0; i < key.length; i++) {
            h[key[i] & 7] += w[i];
        }
    }

    // SAFE
    @ParallelFor
    static void longs(int[] x, long[] h) {
        for (int i = 0; i < x.length; i++) {
            h[x[i] & 7] = h[x[i] & 7] * (x[i] | 1);
        }
    }

    // SAFE
    @ParallelFor
    static void seen(int[] x, boolean[] seen) {
        for (int i = 0; i < x.length; i++) {
            seen[x[i] & 7] = true;
        }
    }

    // GUARDED
    @ParallelFor
    static void greatestOfKey(int[] key, int[] x, int[] greatest) {
        for (int i = 0; i < x.length; i++) {
            int k = key[i] & 7;
            if (x[i] > greatest[k]) {
                greatest[k] = x[i];
            }
        }
    }

    // SAFE
    @ParallelFor
    static void leastOfKey(double[] x, double[] least) {
        for (int i = 0; i < x.length; i++) {
            int k = i % 3;
            least[k] = Math.min(least[k], i);
        }
    }

    // SAFE approximate
    @ParallelFor
    static void columnSums(double[][] m, double[] acc) {
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < acc.length; j++) {
                acc[j] += i * 0.5;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void twoHistograms(int[] x, int[] rows, int[] columns) {
        for (int i = 0; i < x.length; i++) {
            rows[i >> 3]++;
            columns[i & 7]++;
        }
    }

    // SAFE
    @ParallelFor
    void ownHistogram(long[] x) {
        for (int i = 0; i < x.length; i++) {
            ownBins[(int) x[i] & 7]++;
        }
    }

    // SAFE
    @ParallelFor
    static void privateHistogram(Totals totals, int[] x) {
        for (int i = 0; i < x.length; i++) {
            totals.hiddenBins[x[i] & 15] ^= x[i];
        }
    }

    // GUARDED
    @ParallelFor
    static void outOfBounds(int[] x, int[] h) {
        for (int i = 0; i < x.length; i++) {
            h[x[i]]++;
        }
    }

    // UNSAFE PF231: a product and a sum
    @ParallelFor
    static void mixed(int[] x, int[] h) {
        for (int i = 0; i < x.length; i++) {
            h[x[i] & 7] += 3;
            h[i & 7] *= 5;
        }
    }

    // UNSAFE PF231: the counts so far are used
    @ParallelFor
    static void ranks(int[] x, int[] h, int[] rank) {
        for (int i = 0; i < x.length; i++) {
            rank[i] = h[x[i] & 7]++;
        }
    }

    // UNSAFE PF231: an index that the counts themselves make
    @ParallelFor
    static void indexOfItself(int[] h, int n) {
        for (int i = 0; i < n; i++) {
            h[h[i & 3] & 3]++;
        }
    }

    // UNSAFE PF231: read by another name
    @ParallelFor
    static void otherName(int[] x, int[] h) {
        for (int i = 0; i < x.length; i++) {
            int[] same = h;
            h[x[i] & 7]++;
            x[i] = same[0];
        }
    }

    // UNSAFE PF231: the array is another one each time
    @ParallelFor
    static void changingArray(Totals totals, int[] x) {
        for (int i = 0; i < x.length; i++) {
            totals.bins[x[i] & 15]++;
            if (x[i] == 7) {
                totals.bins = new int[16];
            }
        }
    }

    // UNSAFE PF231: the difference turns round at each step
    @ParallelFor
    static void turned(int[] x, int[] h) {
        for (int i = 0; i < x.length; i++) {
            h[x[i] & 7] = x[i] - h[x[i] & 7];
        }
    }

    // UNSAFE PF231: the index changes in between
    @ParallelFor
    static void indexChanges(int[] x, int[] h) {
        for (int i = 0; i < x.length; i++) {
            int k = x[i] & 3;
            h[k] = k++ + h[k];
        }
    }

    // UNSAFE PF231: the array is kept, and so must not be a copy
    @ParallelFor
    static void kept(int[] x, int[] h, int[][] rows) {
        for (int i = 0; i < x.length; i++) {
            h[x[i] & 7]++;
            rows[i] = h;
        }
    }

    // UNSAFE PF231: the array is kept in an object
    @ParallelFor
    static void keptInObject(int[] x, int[] h, Totals[] totals) {
        for (int i = 0; i < x.length; i++) {
            h[x[i] & 7]++;
            Totals own = new Totals();
            own.bins = h;
            totals[i] = own;
        }
    }

    // UNSAFE PF231: the array is compared
    @ParallelFor
    static void compared(int[] x, int[] h, int[] other, boolean[] same) {
        for (int i = 0; i < x.length; i++) {
            h[x[i] & 7]++;
            same[i] = h == other;
        }
    }

    // UNSAFE PF231: the array is the last value of a variable
    @ParallelFor
    static int[] handedOn(int[] x, int[] h) {
        int[] last = null;
        for (int i = 0; i < x.length; i++) {
            h[x[i] & 7]++;
            last = h;
        }
        return last;
    }

    // GUARDED
    @ParallelFor
    static void byItsLength(int[] x, int[] h) {
        for (int i = 0; i < x.length; i++) {
            if ((x[i] & 7) < h.length) {
                h[x[i] & 7]++;
            }
        }
    }

    static class Counter {
        int count;

        void also(int x) {}
    }

    static final class Both extends Counter {
        @Override
        void also(int x) {
            count = count * 3 + x;
        }
    }

    // GUARDED
    @ParallelFor
    static void overridden(Counter counter, int[] x) {
        for (int i = 0; i < x.length; i++) {
            counter.count += x[i];
            counter.also(x[i]);
        }
    }

    // GUARDED
    @ParallelFor
    static void staysOutOfTheWay(Totals totals, Totals[] from, Counter[] to, int[] x) {
        for (int i = 0; i + 1 < Math.min(from.length, x.length); i++) {
            x[i] = from[i] == null ? -1 : from[i].count;
            to[i + 1] = new Counter();
            totals.count++;
        }
    }

    // UNSAFE PF211: what is counted may come to stand among what is read
    @ParallelFor
    static void movesIntoTheWay(Totals totals, Totals[] from, Totals[] to, int[] x) {
        for (int i = 0; i + 1 < Math.min(from.length, x.length); i++) {
            x[i] = from[i] == null ? -1 : from[i].count;
            to[i + 1] = totals;
            totals.count++;
        }
    }
}
