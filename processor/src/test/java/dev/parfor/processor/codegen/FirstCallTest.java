package dev.parfor.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.parfor.processor.ClaimProcessor;
import dev.parfor.processor.ParforProcessor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What generated code knows before its first loop has run: how long an iteration takes at most, and whether its class must be initialized. */
class FirstCallTest {

    private static final Pattern SITE = Pattern.compile("LoopSite\\s*\\.of\\(\"\\w+\\.(\\w+)\"[^;]*;");
    private static final Pattern NANOS = Pattern.compile("\\.expectingNanos\\((\\d+)\\)");

    private static String kernels(String name, String source) {
        Compilation compilation = Compiler.javac()
                .withProcessors(new ParforProcessor(), new ClaimProcessor())
                .withOptions("-Aparfor.report=summary")
                .compile(JavaFileObjects.forSourceString(
                        "demo." + name, "package demo;\nimport dev.parfor.*;\n" + source));
        assertThat(compilation.status()).as("%s", compilation.errors()).isEqualTo(Compilation.Status.SUCCESS);
        try {
            return compilation
                    .generatedSourceFile("demo." + name + "ParallelKernels")
                    .orElseThrow()
                    .getCharContent(false)
                    .toString();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** By method: what an iteration is expected to take, 0 where nothing is. */
    private static Map<String, Integer> expected(String members) {
        Map<String, Integer> nanos = new LinkedHashMap<>();
        Matcher sites = SITE.matcher(kernels("Loops", "class Loops {\n" + members + "\n}"));
        while (sites.find()) {
            Matcher number = NANOS.matcher(sites.group());
            nanos.put(sites.group(1), number.find() ? Integer.parseInt(number.group(1)) : 0);
        }
        return nanos;
    }

    @Test
    void straightBodiesTellHowLongTheyTake() {
        assertThat(expected("""
                @ParallelFor static void copy(int[] y, int[] x, int n) { for (int i = 0; i < n; i++) y[i] = x[i]; }
                @ParallelFor static void axpy(double[] y, double[] x, double a, int n) {
                    for (int i = 0; i < n; i++) y[i] += a * x[i];
                }
                @ParallelFor static void divided(double[] y, double[] x, int n) {
                    for (int i = 0; i < n; i++) y[i] = Math.sqrt(x[i]) / 3;
                }
                @ParallelFor static void checked(int[] y, int[] x, int n) {
                    for (int i = 0; i < n; i++) {
                        if (x[i] < 0) throw new IllegalArgumentException("negative " + i);
                        y[i] = x[i];
                    }
                }
                """))
                .containsEntry("copy", 2)
                .containsEntry("axpy", 3)
                .containsEntry("divided", 14)
                .containsEntry("checked", 6)
                .hasSize(4);
    }

    @Test
    void otherBodiesTellNothing() {
        assertThat(expected("""
                @ParallelFor static void nested(int[][] y, int n) {
                    for (int i = 0; i < n; i++) for (int j = 0; j < y[i].length; j++) y[i][j]++;
                }
                @ParallelFor static void called(double[] y, int n) { for (int i = 0; i < n; i++) y[i] = own(i); }
                static double own(int i) { return i; }
                @ParallelFor static void powers(double[] y, int n) { for (int i = 0; i < n; i++) y[i] = Math.pow(i, 3); }
                @ParallelFor static void made(int[][] y, int n) { for (int i = 0; i < n; i++) y[i] = new int[i]; }
                @ParallelFor static void text(String[] y, int n) { for (int i = 0; i < n; i++) y[i] = "at " + i; }
                @ParallelFor static void boxes(Integer[] y, int n) { for (int i = 0; i < n; i++) y[i] = i; }
                @ParallelFor(schedule = Schedule.DYNAMIC) static void inside(int[] y, int n) {
                    for (int i = 0; i < n; i++) { int k = i; while (k > 0) k /= 2; y[i] = k; }
                }
                """))
                .hasSize(7)
                .allSatisfy((name, nanos) -> assertThat(nanos).as(name).isZero());
    }

    private static final String METHOD =
            "@ParallelFor static void zero(int[] x) { for (int i = 0; i < x.length; i++) x[i] = 0; }\n";

    private static boolean initializes(String declaration) {
        return kernels("Owner", declaration).contains("Parfor.initialize(");
    }

    @Test
    void aClassWhoseInitializationRunsNothingIsNotAskedForIt() {
        assertThat(initializes("class Owner {" + METHOD + "}")).isFalse();
        assertThat(initializes("class Owner { static final int SIZE = 3; static int counter; int own = 5; { own++; } "
                        + METHOD + "}"))
                .isFalse();
    }

    @Test
    void allOthersAre() {
        assertThat(initializes("class Owner { static { System.out.print(\"\"); } " + METHOD + "}"))
                .isTrue();
        assertThat(initializes("class Owner { static final int[] TABLE = {1}; " + METHOD + "}"))
                .isTrue();
        assertThat(initializes("class Owner { static final Integer BOXED = 1; " + METHOD + "}"))
                .isTrue();
        assertThat(initializes("class Owner extends java.util.ArrayList<String> { " + METHOD + "}"))
                .isTrue();
        assertThat(initializes("class Owner implements Cloneable { " + METHOD + "}"))
                .isTrue();
        assertThat(initializes("interface Owner { " + METHOD + "}")).isTrue();
        assertThat(initializes("enum Owner { ONE; " + METHOD + "}")).isTrue();
        assertThat(initializes("@FunctionalInterface interface Owner { void f(); " + METHOD + "}"))
                .isTrue();
        assertThat(initializes("@Deprecated class Owner { " + METHOD + "}")).isTrue();
    }
}
