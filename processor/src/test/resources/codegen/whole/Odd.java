package demo;

import static java.lang.Math.max;
import static demo.Odd.Color.*;

import dev.parfor.ParallelFor;
import java.io.IOException;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A class with many of the things that text can mention: each loop of it is made parallel. */
public class Odd<T extends Comparable<T>> {
    public enum Color { RED, GREEN, BLUE;
        @ParallelFor
        void fill(int[] x) { for (int i = 0; i < x.length; i++) x[i] = code + BLUE.code; }
        final int code = name().length();
    }
    static final int LIMIT = 3;
    private static final int SECRET = 4;
    private int secret = 5;
    private T[] cells;
    private double[] data = new double[100];
    int team = 7;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Odd() { cells = (T[]) new Comparable[100]; }

    /** Case labels. @param x in */
    @ParallelFor
    static int labels(int[] x) {
        final int local = 2;
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            byte b = local;
            switch (x[i] % 6) {
                case local: n += 1; break;
                case LIMIT: n += 2; break;
                case SECRET: n += 3; break;
                default: n += b;
            }
        }
        return n;
    }

    @ParallelFor
    private static int privateStatic(int[] x) {
        int most = Integer.MIN_VALUE;
        for (int v : x) most = max(most, v);
        return most;
    }

    @ParallelFor
    final void secrets(int n) {
        for (int i = 0; i < n; i++) {
            data[i] = secret + help(i) * SECRET + team;
        }
    }

    private int help(int i) { return i * secret; }

    @ParallelFor
    public final <U extends T> void generic(List<? extends U> in, T[] out) {
        for (int i = 0; i < in.size(); i++) {
            T value = in.get(i);
            out[i] = value;
        }
    }

    @ParallelFor
    final void genericCells(T value, int n) {
        for (int i = 0; i < n; i++) cells[i] = value;
    }

    @ParallelFor
    @SafeVarargs
    static <E> int count(E needle, E... xs) {
        int n = 0;
        for (E x : xs) { if (x == needle) n++; }
        return n;
    }

    @ParallelFor
    static void lambdas(double[] x, double scale) {
        final double twice = 2 * scale;
        for (int i = 0; i < x.length; i++) {
            int k = i;
            DoubleUnaryOperator f = v -> v * twice + k;
            x[i] = f.applyAsDouble(x[i]);
        }
    }

    @Deprecated
    @ParallelFor
    static void old(int[] x) {
        outer:
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < 5; j++) {
                if (x[i] == j) continue outer;
                if (j == 4) break;
                x[i] += j;
            }
            x[i] = switch (x[i] % 3) { case 0 -> 1; case 1 -> { int y = x[i]; yield y * 2; } default -> Odd.LIMIT; };
        }
    }

    @ParallelFor
    synchronized void locked(int[] x) throws IOException {
        if (x.length > 5000) throw new IOException("long");
        for (int i = 0; i < x.length; i += 2) x[i]++;
        for (int i = 1; i < x.length; i += 2) x[i]--;
    }

    static class Inner {
        private long total;
        private static int made;
        @ParallelFor
        final void sum(int[] x) {
            long s = total;
            for (int i = x.length - 1; i >= 0; i--) s += x[i];
            total = s;
            total += 1;
            total++;
            made++;
        }
        long total() { return total + made; }
    }

    class Bound {
        @ParallelFor
        final void f(int[] x) { for (int i = 0; i < x.length; i++) x[i] = 3; }
    }

    interface Shape {
        double[] xs();
        @ParallelFor
        default double area(double[] x) { double a = 0; for (int i = 0; i < x.length; i++) a += x[i]; return a; }
        @ParallelFor
        static void clear(double[] x) { for (int i = 0; i < x.length; i++) x[i] = 0; }
    }

    record Vec(double[] v) {
        @ParallelFor
        double norm() { double s = 0; for (double d : v) s += d * d; return Math.sqrt(s); }
    }

    @ParallelFor
    static String text(int[] x) {
        String t = """
            $L {@code x}
              two
            """;
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            String s = """
                a $S
              b""";
            n += s.length() + x[i] * 0; // $T
        }
        return t + n;
    }

    @ParallelFor
    static void overload(int[] x) { for (int i = 0; i < x.length; i++) x[i]++; }
    @ParallelFor
    static void overload(long[] x) { for (int i = 0; i < x.length; i++) x[i]--; }

    @ParallelFor
    static int argmax(double[] x) {
        int at = -1;
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (x[i] >= best) { best = x[i]; at = i; }
        }
        return at;
    }

    @ParallelFor
    static int tryCatch(int[] x, int d) {
        try {
            for (int i = 0; i < x.length; i++) { if (x[i] == d) throw new IOException("x" + i); }
            return x.length;
        } catch (IOException e) {
            return -e.getMessage().length();
        }
    }

    @ParallelFor
    static long mixed(List<Integer> xs) {
        long s = 0;
        for (final Integer v : xs) s += v;
        return s;
    }

    @ParallelFor
    static void images(float[] img, int w, int h) {
        for (int y = 0; y < h; y++) {
            int k = y * w;
            for (int x = 0; x < w; x++) img[k++] *= 2;
        }
    }
}
