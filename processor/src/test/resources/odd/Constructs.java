package odd;

import dev.parfor.ParallelFor;
import java.io.Serializable;
import java.util.*;
import java.util.function.*;

/** Methods with every construct that a body can have: whatever the verdicts, all that is generated has to compile. */
public class Constructs<T extends Comparable<T> & Serializable> {
    sealed interface Shape permits Sq, Ci {}

    record Sq(double a) implements Shape {}

    record Ci(double r) implements Shape {
        Ci {
            if (r < 0) throw new IllegalArgumentException();
        }
    }

    enum Color {
        RED {
            @Override
            int v() {
                return 1;
            }
        },
        GREEN;

        int v() {
            return 2;
        }

        @ParallelFor
        static void en(int[] x) {
            for (int i = 0; i < x.length; i++) {
                x[i] = GREEN.ordinal() + values().length;
            }
        }
    }

    interface Def {
        int k();

        @ParallelFor
        default void fill(int[] x) {
            for (int i = 0; i < x.length; i++) {
                x[i] = k();
            }
        }

        @ParallelFor
        static void sfill(int[] x) {
            for (int i = 0; i < x.length; i++) {
                x[i] = 3;
            }
        }
    }

    static class Nested<U> {
        U u;
        int f;

        @ParallelFor
        void nest(U[] us) {
            for (int i = 0; i < us.length; i++) {
                us[i] = u;
            }
        }

        class Inner {
            int g;

            @ParallelFor
            void inn(int[] x) {
                for (int i = 0; i < x.length; i++) {
                    x[i] = f + g;
                }
            }
        }
    }

    class InnerOfGeneric {
        T t;

        @ParallelFor
        void in(T[] ts) {
            for (int i = 0; i < ts.length; i++) {
                ts[i] = t;
            }
        }
    }

    T field;
    int n;
    static int count;
    private int priv;
    private static int sp;
    final int[] data = new int[10];

    @ParallelFor
    void m1(T[] ts) {
        for (int i = 0; i < ts.length; i++) {
            if (ts[i] != null && ts[i].compareTo(field) > 0) ts[i] = field;
        }
    }

    @ParallelFor
    <X extends Number & Comparable<X>> void m2(X[] xs, double[] o) {
        for (int i = 0; i < xs.length; i++) {
            o[i] = xs[i].doubleValue();
        }
    }

    @ParallelFor
    static void m3(int... x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = switch (i % 3) {
                case 0 -> 1;
                case 1 -> {
                    int t = i;
                    yield t * 2;
                }
                default -> throw new IllegalStateException();
            };
        }
    }

    @ParallelFor
    static void m4(String[] s) {
        for (int i = 0; i < s.length; i++) {
            s[i] = """
            text "block" %d
              indented\tx
            """.formatted(i);
        }
    }

    @ParallelFor
    static void m6(int[] x) {
        for (int i = 0; i < x.length; i++) {
            IntUnaryOperator f = a -> {
                IntSupplier g = () -> a + 1;
                return g.getAsInt();
            };
            x[i] = f.applyAsInt(x[i]);
        }
    }

    @ParallelFor
    static void m7(int[] x) {
        for (int i = 0; i < x.length; i++) {
            final int k = i;
            Runnable r = new Runnable() {
                int z = k;

                @Override
                public void run() {
                    z++;
                }
            };
            r.run();
            x[i] = k;
        }
    }

    @ParallelFor
    static void m8(int[] x) {
        class Loc {
            int a = 1;

            int twice() {
                return a * 2;
            }
        }
        for (int i = 0; i < x.length; i++) {
            x[i] = new Loc().twice();
        }
    }

    @ParallelFor
    static void m9(int[] x) {
        for (int i = 0; i < x.length; i++) {
            record P(int a, int b) {
                int s() {
                    return a + b;
                }
            }
            enum E {
                A,
                B
            }
            interface I {
                int q();
            }
            x[i] = new P(i, 2).s() + E.values().length;
        }
    }

    @ParallelFor
    static void m10(Object[] o, double[] d) {
        for (int i = 0; i < o.length; i++) {
            if (o[i] instanceof Sq s && s.a() > 0) d[i] = s.a();
            else if (!(o[i] instanceof Ci c)) continue;
            else d[i] = c.r();
        }
    }

    @ParallelFor
    void m11(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = priv + sp + this.n + Constructs.this.data[i % 10] + hidden(i);
        }
    }

    private int hidden(int i) {
        return i * n;
    }

    @ParallelFor
    void m12() {
        for (int i = 0; i < data.length; i++) {
            this.data[i] = this.hashCode();
        }
    }

    @ParallelFor
    void m13(List<Object> l) {
        for (int i = 0; i < 10; i++) {
            l.add(this);
        }
    }

    @ParallelFor
    static synchronized strictfp void m14(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] /= 3;
        }
    }

    @ParallelFor
    static boolean m19(boolean[] x) {
        boolean ok = true;
        for (boolean b : x) ok &= b;
        return ok;
    }

    @ParallelFor
    static void m20(int[] x) throws java.io.IOException {
        for (int i = 0; i < x.length; i++) {
            if (x[i] == 7) throw new java.io.IOException("x" + i);
            x[i] = 1;
        }
    }

    @ParallelFor
    static void m21(int[] x) {
        for (int i = 0; i < x.length; i++) {
            try {
                x[i] = Integer.parseInt("" + x[i]);
            } catch (NumberFormatException | NullPointerException e) {
                x[i] = -1;
            } finally {
                x[i]++;
            }
        }
    }

    @ParallelFor
    static void m22(int[] x, Object lock) {
        for (int i = 0; i < x.length; i++) {
            synchronized (lock) {
                x[i] = 1;
            }
        }
    }

    @ParallelFor
    static void m24(int[] x) {
        for (int i = 0; i < x.length; i++) {
            assert x[i] >= 0 : "neg " + i;
            x[i] >>>= 1;
            x[i] ^= ~x[i];
            x[i] = (byte) (short) (char) x[i];
            ;
            {
            }
        }
    }

    @ParallelFor
    static void m25(Integer[] x, Long[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] + 1;
            x[i]++;
            y[i] = (long) x[i];
        }
    }

    @ParallelFor
    static void m26(int[] x) {
        int base = x.length > 3 ? x[2] : 1, i$ = 3, _a = 4;
        for (int $ = 0; $ < x.length; $++) {
            x[$] = base + i$ + _a;
        }
    }

    @ParallelFor
    static void m28(int[] x) {
        for (int i = 0; i < x.length; i++) {
            Supplier<int[]> s = () -> x;
            Function<Integer, Integer> f = Math::abs;
            Supplier<List<String>> n = ArrayList::new;
            IntFunction<int[]> a = int[]::new;
            x[i] = f.apply(i) + a.apply(2).length + n.get().size();
        }
    }

    @ParallelFor
    static void m29(char[] c, String s) {
        for (int i = 0; i < c.length; i++) {
            c[i] = s.charAt(i % s.length());
            if (c[i] == '"' || c[i] == '\\' || c[i] == '\u0041') c[i] = '\'';
        }
    }

    @ParallelFor
    static void m31(Shape[] s, double[] d) {
        for (int i = 0; i < s.length; i++) {
            Shape t = s[i];
            d[i] = t instanceof Sq q ? q.a() * q.a() : t instanceof Ci ? Math.PI : 0;
        }
    }

    @ParallelFor
    void m32(Nested<String>.Inner in, Constructs<T>.InnerOfGeneric g) {
        for (int i = 0; i < data.length; i++) {
            data[i] = in.g;
        }
    }

    @ParallelFor
    static Object m33(Object[] o) {
        Object last = null;
        for (Object e : o) {
            last = e;
        }
        return last;
    }

    @ParallelFor
    static double m34(double[] x) {
        double mx = Double.NEGATIVE_INFINITY;
        int at = -1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > mx) {
                mx = x[i];
                at = i;
            }
        }
        return mx + at;
    }

    @ParallelFor
    static void m35(int[] x) {
        var y = x.clone();
        var o = new Object() {
            int q = 4;
        };
        for (int i = 0; i < x.length; i++) {
            x[i] = y[i];
        }
        o.q++;
    }

    @ParallelFor(refused = dev.parfor.Refused.WARN)
    <E extends Exception> void m45(E[] e, int[] x) throws E {
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 3) throw e[i];
        }
    }

    @Deprecated
    @SafeVarargs
    @ParallelFor
    static <Q> void m47(Q... q) {
        for (int i = 0; i < q.length; i++) {
            q[i] = null;
        }
    }

    @ParallelFor
    protected void m48(int @Marker [] x) {
        for (@Marker final int i : x) {
            count += 0;
        }
    }

    @java.lang.annotation.Target({
        java.lang.annotation.ElementType.TYPE_USE,
        java.lang.annotation.ElementType.LOCAL_VARIABLE
    })
    @interface Marker {}
}
