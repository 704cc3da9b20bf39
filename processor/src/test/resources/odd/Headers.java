package odd;

import dev.parfor.ParallelFor;
import java.util.*;

/** Methods with every kind of loop, header and jump: whatever the verdicts, all that is generated has to compile. */
public class Headers {
    @ParallelFor
    static void m5(int[][] x) {
        outer:
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                if (x[i][j] < 0) continue outer;
                if (x[i][j] > 100) break;
                x[i][j] = 1;
            }
        }
    }

    @ParallelFor
    static void m15(long[] x) {
        for (char c = 'a'; c <= 'z'; c++) {
            x[c - 'a'] = c;
        }
        for (byte b = 0; b < 100; b += 3) x[b] = b;
        for (short q = 5; q > 0; --q) x[q]++;
    }

    @ParallelFor
    static int m16(int[] x) {
        int s = 0, i;
        for (i = 0; i < x.length; i++) s += x[i];
        return s + i;
    }

    @ParallelFor
    static <A, B extends A> void m17(List<? super A> l, B[] b, A[] a) {
        for (B e : b) {}
        for (int i = 0; i < a.length; i++) {
            a[i] = b[i];
        }
    }

    @ParallelFor
    static void m18(Map<String, int[]> m, String k) {
        for (var v : m.get(k)) {
            int q = v;
        }
        int[] z = m.get(k);
        for (int i = 0; i < z.length; i++) z[i]--;
    }

    @ParallelFor
    static void m23(int[] x) {
        for (int i = 0; i < x.length; i++) {
            do {
                x[i]++;
            } while (x[i] < 10);
            int j = 5;
            while (j-- > 0) x[i] += j;
            for (; ; ) {
                if (x[i]++ > 20) break;
            }
        }
    }

    @ParallelFor
    static void m27(int[] team, int from, int to, int loop) {
        int start = 1, tripCount = 2, blocks = 3, step = 4;
        for (int i = from; i < to; i++) {
            team[i] = start + tripCount + blocks + step + loop;
        }
    }

    @ParallelFor
    static void m30(int[] x) { // comment with */ and "quotes
        for (int /* inline */ i = 0; // why
                i < x.length /* bound */;
                i++ /* step */) /* body */ { // first
            x[i] /* c1 */ = /* c2 */ i;
            /** doc */
            // last
        } /* end */
    }

    @ParallelFor
    static void m36(int[] x) {
        int i = 0; /* a */
        while (i < x.length) { // w
            x[i] = 1; // one
            i++; // step
            // tail
        }
    }

    @ParallelFor
    static void m37(int[] x, int n, int m) {
        int i = 0, j = n;
        lbl:
        while (i < j && true) {
            i++;
            j--;
        }
        for (int k = 0; k < n && k < m && k < x.length; k++) x[k] = 1;
    }

    @ParallelFor
    static int m38(int[] x, int n) {
        int i = 3;
        for (int k = 7; (i) + (2) < (n); k += 2) {
            x[i] = k;
            i++;
        }
        return i;
    }

    @ParallelFor
    static int m39(int[] x, long n) {
        int i = 3;
        while (((i)) < ((n)) && x.length > (i)) {
            x[i] = 5;
            i += 2;
        }
        return i;
    }

    @ParallelFor
    static int m40(int[] x, int a, int b) {
        int t = 0;
        while (a < b) {
            t += x[a] - x[b];
            ++a;
            --b;
        }
        return t + a * b;
    }

    @ParallelFor
    static int m41(int[] x, final int b) {
        int t = 0, a = 0;
        while (a + 1 < b) {
            int c = a;
            t += x[c];
            a = a + 1;
        }
        return t + a;
    }

    @ParallelFor
    static int m42(int[] x) {
        int a = 0;
        while (a != x.length) a++;
        for (; a > 0; ) --a;
        for (; ; ) {
            break;
        }
        return a;
    }

    @ParallelFor
    static void m43(Iterable<String> it, Set<Integer> s, Map<String, Integer> m) {
        for (String q : it) {}
        for (int q : s) {}
        for (Map.Entry<String, Integer> e : m.entrySet()) {
            e.setValue(1);
        }
    }

    @ParallelFor
    static void m44(int[] x) {
        for (int i = 0, j = 0, k[] = {1}; i < x.length; i++, j += k[0]) {
            x[i] = j;
        }
    }

    @ParallelFor
    static void m46(int[] x) {
        if (x.length > 2) for (int i = 0; i < 2; i++) x[i] = 1;
        else
            switch (x.length) {
                case 0:
                    break;
                default:
                    for (int i = 0; i < 1; i++) x[i] = 2;
            }
    }

    @ParallelFor
    static long m49(long n) {
        long s = 0;
        for (long i = n; i-- > 0; ) {
            s += i;
        }
        return s;
    }

    @ParallelFor
    static void m50(int[] x) {
        x:
        for (int i = 0; i < x.length; i++) {
            y:
            {
                if (x[i] > 1) break y;
                x[i] = 2;
                continue x;
            }
            x[i] = 3;
        }
    }
}
