package demo;
import java.util.*;

/** Calls each method of {@link Odd} and its variant on equal arguments. */
public class Main {
    static final List<String> DIFFERENCES = new ArrayList<>();

    static void check(String name, Object expected, Object actual) {
        if (!Objects.deepEquals(expected, actual)) {
            DIFFERENCES.add(name + ": " + actual + " instead of " + expected);
        }
    }

    public static List<String> differences() throws Exception {
        int[] x = new Random(1).ints(10000, 0, 100).toArray();
        double[] d = new Random(2).doubles(10000).toArray();
        check("labels", Odd.labels(x), OddParallel.labels(x));
        int[] a = x.clone(), b = x.clone();
        Odd.Color.GREEN.fill(a);
        Odd_ColorParallel.fill(Odd.Color.GREEN, b);
        check("enum", a, b);
        check("private", Arrays.stream(x).max().getAsInt(), OddParallel.privateStatic(x));
        Odd<Integer> o = new Odd<>(), p = new Odd<>();
        o.secrets(100);
        OddParallel.secrets(p, 100);
        Integer[] q = new Integer[3], r = new Integer[3];
        o.generic(List.of(1,2,3), q);
        OddParallel.generic(p, List.of(1,2,3), r);
        check("generic", q, r);
        o.genericCells(4, 50);
        OddParallel.genericCells(p, 4, 50);
        check("count", Odd.count("a", "a", "b", "a"), OddParallel.count("a", "a", "b", "a"));
        double[] e1 = d.clone(), f = d.clone();
        Odd.lambdas(e1, 3);
        OddParallel.lambdas(f, 3);
        check("lambdas", e1, f);
        a = x.clone();
        b = x.clone();
        old(a, b);
        check("old", a, b);
        a = Arrays.copyOf(x, 5000);
        b = a.clone();
        o.locked(a);
        OddParallel.locked(p, b);
        check("locked", a, b);
        try {
            OddParallel.locked(p, x.clone());
            check("throws", true, false);
        } catch (java.io.IOException e) {
            check("throws", "long", e.getMessage());
        }
        Odd.Inner i = new Odd.Inner(), j = new Odd.Inner();
        i.sum(x);
        long ti = i.total();
        Odd_InnerParallel.sum(j, x);
        check("inner", ti + 1, j.total());
        Odd<Integer>.Bound bd = o.new Bound();
        Odd_BoundParallel.f(bd, b);
        check("bound", b[7], 3);
        Odd.Shape s = () -> null;
        double ar = Odd_ShapeParallel.area(s, d);
        check("shape", true, Math.abs(ar - s.area(d)) < 1e-6);
        Odd_ShapeParallel.clear(e1);
        check("clear", e1, new double[10000]);
        check("vec", true, Math.abs(new Odd.Vec(d).norm() - Odd_VecParallel.norm(new Odd.Vec(d))) < 1e-9);
        check("text", Odd.text(x), OddParallel.text(x));
        a = x.clone();
        b = x.clone();
        Odd.overload(a);
        OddParallel.overload(b);
        check("overload", a, b);
        check("argmax", Odd.argmax(d), OddParallel.argmax(d));
        check("try", Odd.tryCatch(x, 5), OddParallel.tryCatch(x, 5));
        check("try2", Odd.tryCatch(x, 500), OddParallel.tryCatch(x, 500));
        List<Integer> list = new ArrayList<>();
        for (int v : x) list.add(v);
        check("mixed", Odd.mixed(list), OddParallel.mixed(list));
        check("mixed2", Odd.mixed(list), OddParallel.mixed(new LinkedList<>(list)));
        float[] g = new float[10000], h = new float[10000];
        Arrays.fill(g, 1);
        Arrays.fill(h, 1);
        Odd.images(g, 100, 100);
        OddParallel.images(h, 100, 100);
        check("images", g, h);
        return DIFFERENCES;
    }

    @SuppressWarnings("deprecation")
    static void old(int[] a, int[] b) {
        Odd.old(a);
        OddParallel.old(b);
    }
}
