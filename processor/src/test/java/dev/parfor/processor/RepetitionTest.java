package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said once is not said again at each place. */
final class RepetitionTest {

    private static List<String> errors(String members) {
        Compilation compilation = Compiler.javac()
                .withProcessors(new ParforProcessor(), new ClaimProcessor())
                .compile(JavaFileObjects.forSourceString("A", "class A { " + members + " }"));
        return compilation.errors().stream()
                .map(d -> d.getMessage(null).lines().findFirst().orElseThrow())
                .toList();
    }

    @Test
    void effectsOfRecursion() {
        assertThat(errors("""
                static int f(int n) { System.out.println(n); return n < 2 ? 1 : f(n - 1) + f(n - 2); }
                static int g(int n) { return n < 2 ? f(n) : g(n - 1) + g(n - 2) + g(n - 3); }
                @dev.parfor.ParallelFor static void run(int[] x) {
                    for (int i = 0; i < x.length; i++) { x[i] = f(i) + g(i); }
                }
                """)).hasSize(2).allMatch(e -> e.contains("[PF411]") && e.contains("`PrintStream.println`"));
    }

    @Test
    void twoWaysToOneEffect() {
        assertThat(errors("""
                static int both(int n) { return first(n) + second(n); }
                static int first(int n) { System.out.println(n); return n; }
                static int second(int n) { System.out.println(n); return n; }
                @dev.parfor.ParallelFor static void run(int[] x) {
                    for (int i = 0; i < x.length; i++) { x[i] = both(i); }
                }
                """)).hasSize(2).allMatch(e -> e.contains("[PF411]"));
    }

    @Test
    void tooMuchToFollow() {
        StringBuilder methods = new StringBuilder("static int m0(int n) { return n > 3 ? n + 1 : n - 1; }\n");
        for (int i = 1; i <= 9; i++) {
            String inner = "m" + (i - 1);
            methods.append("static int m%d(int n) { return %s(n) + %s(n + 1) + %s(n + 2) + %s(n - 3); }\n"
                    .formatted(i, inner, inner, inner, inner));
        }
        assertThat(errors(methods + """
                @dev.parfor.ParallelFor static void run(int[] x) {
                    for (int i = 0; i < x.length; i++) { x[i] = m8(i) + m9(i); x[i] += m9(i + 1); x[i] += m7(2); }
                }
                """)).singleElement().asString().contains("[PF403]");
    }
}
