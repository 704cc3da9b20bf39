package dev.parfor.processor.classfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parfor.processor.Snippet;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of methods that the compilation has the class files of, and not the source. */
final class ClassPathTest {

    private static final String GRID = """
            package lib;
            public class Grid {
                public static int calls;
                private static final double SCALE = Math.sqrt(2);
                private final double[] data;
                protected final int columns;
                int cache = -1;
                public Grid(int rows, int columns) {
                    this.data = new double[rows * columns];
                    this.columns = columns;
                }
                public Grid(Grid shared) {
                    this.data = shared.data;
                    this.columns = shared.columns;
                }
                public int columns() { return columns; }
                public int size() { return data.length; }
                public double get(int i, int j) { return data[i * columns + j]; }
                public void set(int i, int j, double v) { data[i * columns + j] = v; }
                public void add(int i, int j, double v) { data[i * columns + j] += v; }
                public double at(int k) {
                    if (k < 0 || k >= data.length) {
                        throw new IndexOutOfBoundsException("at " + k);
                    }
                    return data[k];
                }
                public double counted(int k) { calls++; return data[k]; }
                public double wrong(int i) { return data[i == 0 ? 0 : i - 1]; }
                public int cached() {
                    if (cache < 0) {
                        cache = data.length / columns;
                    }
                    return cache;
                }
                static Grid marked() { calls++; return null; }
                static final int FOUR = 4;
                public static int marks() {
                    int k = 0;
                    while (k < marked().FOUR) { k++; }
                    return k;
                }
                public static int reads(int[][] a) {
                    int k = 0;
                    while (k < a[0].length - 1) { k++; }
                    return k;
                }
                public native int nativeRows();
                public synchronized void locked(int k, double v) { data[k] = v; }
                public double caught(int k) {
                    try {
                        return data[k];
                    } catch (IndexOutOfBoundsException e) {
                        return 0;
                    }
                }
                public static double norm(double x, double y) { return SCALE * Math.sqrt(x * x + y * y); }
                public static int clamp(int v, int lo, int hi) { return v < lo ? lo : v > hi ? hi : v; }
                public static double dot(double[] x, double[] y, int from, int to) {
                    double sum = 0;
                    for (int k = from; k < to; k++) {
                        if (x[k] == 0) {
                            continue;
                        }
                        sum += x[k] * y[k];
                    }
                    return sum;
                }
                public static void fill(int[] a, int from, int to, int v) {
                    for (int k = from; k < to; k++) {
                        a[k] = v;
                    }
                }
                public static boolean below(double x, double y) { return x < y; }
                public static long steps(long n) {
                    long count = 0;
                    while (n != 1 && n > 0) {
                        n = (n & 1) == 0 ? n / 2 : 3 * n + 1;
                        count++;
                    }
                    return count;
                }
                public static int days(int month) {
                    switch (month) {
                        case 1: return 28;
                        case 3: case 5: case 8: case 10: return 30;
                        default: return 31;
                    }
                }
                public static double[] pair(double x) { double[] p = {x, -x}; return p; }
                public static double twice(java.util.function.DoubleUnaryOperator f, double x) {
                    return f.applyAsDouble(f.applyAsDouble(x));
                }
            }
            """;

    private static final String LOUD = """
            package lib;
            public class Loud {
                public static int one;
                static { System.out.println("first use"); one = 1; }
                public static int f(int x) { return x + 1; }
            }
            """;

    private static final String HIDDEN = """
            package lib;
            public class Hidden extends Base {
                static class Cell { double v; }
                private final Cell cell = new Cell();
                public double v() { return cell.v; }
            }
            abstract class Base {
                int n;
                public int n() { return n; }
            }
            """;

    @TempDir
    static Path library;

    @BeforeAll
    static void compileTheLibrary(@TempDir Path sources) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", library.toString()));
        for (String text : List.of(GRID, LOUD, HIDDEN)) {
            String name = text.lines().skip(1).findFirst().orElseThrow().split(" ")[2];
            Path file = Files.writeString(sources.resolve(name + ".java"), text);
            arguments.add(file.toString());
        }
        int failures = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(failures).isZero();
    }

    private static String classPath() {
        return library + File.pathSeparator + System.getProperty("java.class.path");
    }

    private static Snippet.Result check(String loops) {
        return Snippet.check(
                "import dev.parfor.*; import lib.*;\nfinal class Loops {\n" + loops + "}\n", "-cp", classPath());
    }

    @Test
    void gettersAndSettersAreReadsAndWritesOfCells() {
        check("""
                @ParallelFor static void copy(Grid a, Grid b, int rows) {
                    // PF002: proved parallel
                    for (int i = 0; i < rows; i++) {
                        for (int j = 0; j < b.columns(); j++) {
                            b.set(i, j, 2 * a.get(i, j));
                        }
                    }
                }
                @ParallelFor static void bounded(Grid a, double[] y) {
                    // PF002: proved parallel
                    for (int i = 0; i < y.length; i++) {
                        y[i] = a.at(i);
                    }
                }
                @ParallelFor static void shifted(Grid a) {
                    for (int i = 1; i < 100; i++) {
                        // PF201: set Grid.java:19, called by
                        a.set(0, i, a.get(0, i - 1));
                    }
                }
                @ParallelFor static void same(Grid a) {
                    for (int i = 0; i < 100; i++) {
                        // PF202: every iteration writes the same cell of `a.data`
                        a.add(0, 3, 1.0);
                    }
                }
                @ParallelFor static void looksBehind(Grid a) {
                    for (int i = 0; i < 100; i++) {
                        // PF231: which cell of `a.data`
                        a.set(0, i, a.wrong(i));
                    }
                }
                """);
    }

    @Test
    void branchesAndLoopsAreFollowed() {
        check("""
                @ParallelFor static void norms(double[] x, double[] y, double[] r) {
                    // PF001: proved parallel
                    for (int i = 0; i < r.length; i++) {
                        r[i] = Grid.norm(x[i], y[i]) + Grid.days(i % 12) + Grid.steps(i + 1)
                                + (Grid.below(x[i], y[i]) ? 1 : Grid.clamp(i, 3, 5)) + Grid.pair(x[i])[1];
                    }
                }
                @ParallelFor static void dots(double[] x, double[] y, double[] r) {
                    // PF002: proved parallel
                    for (int i = 0; i < r.length; i++) {
                        r[i] = Grid.dot(x, y, 0, i) + Grid.twice(v -> v * v, x[i]);
                    }
                }
                @ParallelFor static void rows(int[] a, int width) {
                    // PF002: proved parallel
                    for (int i = 0; i < 50; i++) {
                        Grid.fill(a, i * width, i * width + width, i);
                    }
                }
                @ParallelFor static void overlapping(int[] a) {
                    for (int i = 0; i < 50; i++) {
                        // PF202: `a`
                        Grid.fill(a, i, i + 2, i);
                    }
                }
                """);
    }

    /** What two calls of one method have compared is not the same thing. */
    @Test
    void twoCallsAreToldApart() {
        check("""
                @ParallelFor static void f(double[] x, int[] y) {
                    for (int i = 0; i < y.length; i++) {
                        boolean first = Grid.below(x[i], 1);
                        boolean second = Grid.below(x[i], 2);
                        if (!first && second) {
                            // PF202: every iteration
                            y[0] = i;
                        }
                    }
                }
                """);
    }

    @Test
    void whatIsSharedOrNotKnownIsRefused() {
        check("""
                @ParallelFor static void counts(Grid a, double[] y) {
                    for (int i = 0; i < y.length; i++) {
                        // PF211: the same field `Grid.calls`
                        y[i] = a.counted(i);
                    }
                }
                @ParallelFor static void marks(int[] y) {
                    for (int i = 0; i < y.length; i++) {
                        // PF211: the same field `Grid.calls`
                        y[i] = Grid.marks();
                    }
                }
                @ParallelFor static void reads(int[] y, int[][] a) {
                    // PF001: proved parallel
                    for (int i = 0; i < y.length; i++) {
                        y[i] = Grid.reads(a);
                    }
                }
                @ParallelFor static void caches(Grid a, double[] y) {
                    for (int i = 0; i < y.length; i++) {
                        // PF211: the same field `a.cache`
                        y[i] = a.cached();
                    }
                }
                @ParallelFor static void isNative(Grid a, double[] y) {
                    for (int i = 0; i < y.length; i++) {
                        // PF401: nothing is known of what `Grid.nativeRows` does
                        y[i] = a.nativeRows();
                    }
                }
                @ParallelFor static void handles(Grid a, double[] y) {
                    for (int i = 0; i < y.length; i++) {
                        // PF401: nothing is known of what `Grid.caught` does
                        y[i] = a.caught(i);
                    }
                }
                @ParallelFor static void ofAnyClass(Grid[] all, double[] y) {
                    // PF002: proved parallel
                    for (int i = 0; i < y.length; i++) {
                        y[i] = all[i].get(0, 0);
                    }
                }
                @ParallelFor static void initializes(int[] y) {
                    for (int i = 0; i < y.length; i++) {
                        // PF415: the first use of `lib.Loud`
                        y[i] = Loud.f(i);
                    }
                }
                @ParallelFor static void hiddenTypes(Hidden h, double[] y) {
                    for (int i = 0; i < y.length; i++) {
                        // PF401: nothing is known of what `Hidden.v` does
                        y[i] = h.v();
                    }
                }
                @ParallelFor static void hiddenClass(Hidden h, double[] y) {
                    for (int i = 0; i < y.length; i++) {
                        // PF401: nothing is known of what `Base.n` does
                        y[i] = h.n();
                    }
                }
                """);
    }

    /** A guess, which a guard checks. */
    @Test
    void theClassesInSightOfAnInterface() {
        check("""
                interface Curve { double at(double t); }
                static class Parabola implements Curve {
                    double a = 2;
                    @Override public double at(double t) { return a * t * t; }
                }
                abstract static class Counter { int n; abstract int count(int by); }
                static class Adding extends Counter {
                    @Override int count(int by) { n += by; return n; }
                }
                interface Named { int id(); }
                static class One implements Named { @Override public int id() { return 1; } }
                static class Two implements Named { @Override public int id() { return 2; } }
                @ParallelFor static void sample(Curve curve, double[] y) {
                    // PF002: the class of `curve` is `Parabola` itself
                    for (int i = 0; i < y.length; i++) {
                        y[i] = curve.at(i * 0.01);
                    }
                }
                @ParallelFor static void count(Counter counter, double[] y) {
                    for (int i = 0; i < y.length; i++) {
                        // PF211: `counter.n`
                        y[i] = counter.count(i);
                    }
                }
                @ParallelFor static void ids(Named named, int[] y) {
                    // PF002: the class of `named` is `One` or `Two`
                    for (int i = 0; i < y.length; i++) {
                        y[i] = named.id();
                    }
                }
                @ParallelFor static void each(Curve[] curves, double[] y) {
                    // PF002: the class of every `curves[...]` is `Parabola` itself
                    for (int i = 0; i < y.length; i++) {
                        y[i] = curves[i].at(i);
                    }
                }
                """);
    }

    @Test
    void lockedMethodsAreLocked() {
        check("""
                @ParallelFor static void locked(Grid a) {
                    for (int i = 0; i < 100; i++) {
                        // PF421: the last iteration to write `a.data` under the lock wins
                        a.locked(3, i);
                    }
                }
                """);
    }

    /** The guards reach private fields of the library, and see what it hides. */
    @Test
    void guardsSeeWhatTheLibraryShares(@TempDir Path classes, @TempDir Path sources) throws Exception {
        Path file = Files.writeString(sources.resolve("Loops.java"), """
                import dev.parfor.*;
                import lib.*;
                public final class Loops {
                    @ParallelFor static void copy(Grid a, Grid b, int rows) {
                        for (int i = 0; i < rows; i++) {
                            for (int j = 0; j < b.columns(); j++) {
                                b.set(i, j, a.get(i, j) + (i == 0 ? 0 : a.get(i - 1, j)));
                            }
                        }
                    }
                    static class Odd extends Grid {
                        double sum;
                        Odd() { super(200, 7); }
                        @Override public void set(int i, int j, double v) { sum += v; super.set(0, j, sum); }
                    }
                    public static String all() {
                        Grid a = new Grid(200, 7);
                        for (int k = 0; k < 200; k++) { a.set(k, k % 7, k); }
                        StringBuilder text = new StringBuilder();
                        for (Grid b : new Grid[] {new Grid(200, 7), new Grid(a), a, new Odd()}) {
                            Grid mine = new Grid(200, 7);
                            for (int k = 0; k < 200; k++) { mine.set(k, k % 7, a.get(k, k % 7)); }
                            Grid other = b == a ? mine : b instanceof Odd || b.at(7) == 0 ? b : new Grid(mine);
                            Grid twin = new Grid(200, 7);
                            for (int k = 0; k < 200; k++) { twin.set(k, k % 7, a.get(k, k % 7)); }
                            Grid twinOther = b == a ? twin : b instanceof Odd ? new Odd() : b.at(7) == 0 ? new Grid(200, 7) : new Grid(twin);
                            copy(twin, twinOther, 200);
                            LoopsParallel.copy(mine, other, 200);
                            for (int k = 0; k < 1400; k++) {
                                if (other.at(k) != twinOther.at(k)) { return "differs at " + k + " after " + text; }
                            }
                            text.append(twinOther.at(1399)).append(' ');
                        }
                        return text.toString();
                    }
                }
                """);
        int failures = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-processor",
                        "dev.parfor.processor.ParforProcessor,dev.parfor.processor.ClaimProcessor",
                        "-cp",
                        classPath(),
                        "-d",
                        classes.toString(),
                        file.toString());
        assertThat(failures).isZero();
        URL[] roots = {classes.toUri().toURL(), library.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(roots, getClass().getClassLoader())) {
            Object text = loader.loadClass("Loops").getMethod("all").invoke(null);
            assertThat(text.toString()).doesNotContain("differs");
        }
    }

    /** Another class file than the one that was read is told of where assertions are enabled. */
    @Test
    void staleProofIsToldOf(@TempDir Path classes, @TempDir Path sources, @TempDir Path newer) throws Exception {
        Path file = Files.writeString(sources.resolve("Norms.java"), """
                import dev.parfor.*;
                import lib.*;
                public final class Norms {
                    @ParallelFor static void all(double[] x) {
                        for (int i = 0; i < x.length; i++) { x[i] = Grid.norm(x[i], 1); }
                    }
                    public static void run() { NormsParallel.all(new double[10]); }
                }
                """);
        int failures = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-processor",
                        "dev.parfor.processor.ParforProcessor,dev.parfor.processor.ClaimProcessor",
                        "-cp",
                        classPath(),
                        "-d",
                        classes.toString(),
                        file.toString());
        assertThat(failures).isZero();
        Path changed = Files.writeString(
                Files.createDirectories(sources.resolve("lib")).resolve("Grid.java"),
                GRID.replace("return SCALE * ", "return calls++ * "));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", newer.toString(), changed.toString()))
                .isZero();
        run(true, classes, library);
        run(false, classes, newer);
        assertThatThrownBy(() -> run(true, classes, newer))
                .cause()
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("stale proof: lib/Grid.class");
    }

    private void run(boolean assertions, Path... roots) throws Exception {
        URL[] urls = {roots[0].toUri().toURL(), roots[1].toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            loader.setDefaultAssertionStatus(assertions);
            loader.loadClass("Norms").getMethod("run").invoke(null);
        }
    }
}
