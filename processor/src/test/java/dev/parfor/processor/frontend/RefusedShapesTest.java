package dev.parfor.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Loops that have no form to judge, with all reasons at once. */
final class RefusedShapesTest {

    /** The reasons for the one loop of a method. */
    private static void refuses(String parameters, String body, String... reasons) {
        String printed = Reading.method(parameters, body);
        assertThat(printed.lines().skip(1).map(String::strip)).containsExactly(reasons);
    }

    @Test
    void everythingThatIsWrongWithTheBody() {
        refuses(
                "int[] a, int m",
                """
                for (int i = 0; i < m; i++) {
                  m--; i = 3; i++;
                  Function<Integer, int[]> f = int[]::new;
                }
                """,
                "BOUND_CHANGES `m` at `m`, see m--",
                "INDEX_ASSIGNED `i` at `i = 3`",
                "INDEX_ASSIGNED `i` at `i++`",
                "UNREAD `int[]::new` at `int[]::new`");
    }

    @Test
    void jumpsInsideLambdasAndInnerLoopsAreNone() {
        assertThat(Reading.method("int[] a", """
                for (int i = 0; i < 9; i++) {
                  for (int x : a) { if (x == 0) break; }
                  IntSupplier s = () -> { for (;;) { return 1; } };
                  switch (i) { case 1: break; }
                }
                """)).startsWith("loop 1 i in A.run(int[])\n");
    }

    @Test
    void exitsInsideOfATry() {
        assertThat(Reading.members("""
                static void run(int[] x) {
                  outer: for (int k = 0; k < 3; k++) for (@ParallelFor int i = 0; i < 9; i++) {
                    try { if (x[i] > 0) continue outer; if (x[i] < -1) break; if (x[i] < 0) return; } finally { }
                    if (x[i] > 0) continue outer;
                    if (x[i] < 0) return;
                  }
                }
                """)).isEqualTo("""
                loop 1 i in A.run refused:
                  EARLY_EXIT `continue` at `continue outer;`
                  EARLY_EXIT `break` at `break;`
                  EARLY_EXIT `return` at `return;`
                """);
    }

    @Test
    void whileLoops() {
        refuses("int k", "while (k < 3) k *= 2;", "WHILE_LOOP `while` at `while (k < 3)`");
        refuses(
                "int k",
                "while (k < 3) { if (k == 1) continue; k++; }",
                "WHILE_LOOP `while` at `while (k < 3)`, see continue;");
        refuses("int k", "do { k++; } while (k < 3);", "WHILE_LOOP `do` at `do`");
    }

    @Test
    void headersThatDoNotCount() {
        refuses("int n", "for (;;) { }", "HEADER `for (;;)` at `for (;;)`");
        refuses(
                "int n",
                "for (int i = 0; i < n; ) { i++; n = i; }",
                "HEADER `for (int i = 0; i < n; )` at `for (int i = 0; i < n; )`");
    }

    @Test
    void headersWhoseExtrasCanNotMove() {
        refuses(
                "int n",
                "for (int i = 0, j = i + 1; i < n; i++) { }",
                "HEADER `int i = 0, j = i + 1` at `int i = 0, j = i + 1`");
        refuses(
                "int n, int k",
                "for (int i = 6 / k, j = 7 / n; i < n; i++) { }",
                "HEADER `int i = 6 / k, j = 7 / n` at `int i = 6 / k, j = 7 / n`");
        refuses("int n, int k, int i", "for (i = k, k = n; i < n; i++) { }", "HEADER `k = n` at `k = n`");
        refuses("int n, int k", "for (int i = 0; i < n; i++, k = i) { }", "HEADER `k = i` at `k = i`");
        refuses(
                "int n, int k",
                "for (int i = 0; i < n; i++, k++) { if (k == 3) continue; k += 2; }",
                "HEADER `k++` at `k++`");
        refuses(
                "int n, int k",
                "for (int i = 0; i < n; i++, k++) { throw new IllegalStateException(); }",
                "HEADER `k++` at `k++`");
        refuses("int n", "for (int i = 0; i < n; i++, i++) { }", "HEADER `i++` at `i++`");
    }

    @Test
    void headersWhoseExtrasMoveTheBound() {
        refuses("int n", "for (int i = 0, j = n; i < j; i++, j -= 2) { }", "BOUND_CHANGES `j` at `j`, see j -= 2");
    }

    @Test
    void headersWithoutEnd() {
        refuses("int n", "for (int i = 0; i < n; i--) { }", "ENDLESS `-1` at `i--`");
        refuses("int n", "for (int i = n; i > 0; i += 0) { }", "ENDLESS `0` at `i += 0`");
        refuses("int n", "for (int i = n; i != 0; i += 0) { }", "ENDLESS `0` at `i += 0`");
    }

    @Test
    void headersWithOtherConditions() {
        refuses(
                "int n, boolean b",
                "for (int i = 0; i < n && b; i++) { }",
                "HEADER `for (int i = 0; i < n && b; i++)` at `for (int i = 0; i < n && b; i++)`");
        refuses(
                "int n",
                "for (int i = 1; i < n; i *= 2) { }",
                "HEADER `for (int i = 1; i < n; i *= 2)` at `for (int i = 1; i < n; i *= 2)`");
        refuses(
                "int n",
                "for (int i = 0; i == n; i++) { }",
                "HEADER `for (int i = 0; i == n; i++)` at `for (int i = 0; i == n; i++)`");
        refuses("double n", "for (int i = 0; i < n; i++) { }", "HEADER `n` at `n`");
        refuses("int n, long s", "for (int i = 0; i < n; i += s) { }", "HEADER `i += s` at `i += s`");
        refuses("int n", "for (int i = 0; i < n--; i++) { }", "HEADER `n--` at `n--`");
        refuses("int n, int k", "for (int i = k++; i < n; i++) { }", "HEADER `k++` at `k++`");
    }

    @Test
    void boundsThatChange() {
        refuses("int n", "for (int i = 0; i < n - i; i++) { }", "BOUND_CHANGES `i` at `n - i`, see i++");
        refuses("int n, int s", "for (int i = 0; i < n; i += s) { s = 2; }", "BOUND_CHANGES `s` at `s`, see s = 2");
    }

    @Test
    void indicesThatAreNoIntegers() {
        refuses(
                "int n",
                "for (double d = 0; d < 1; d += 0.1) { }",
                "INDEX_TYPE `double` at `for (double d = 0; d < 1; d += 0.1)`");
        refuses(
                "int n",
                "for (Integer i = 0; i < n; i++) { }",
                "INDEX_TYPE `java.lang.Integer` at `for (Integer i = 0; i < n; i++)`");
    }

    @Test
    void forEachOverOthers() {
        refuses("java.nio.file.Path p", "for (Object s : p) { }", "ITERABLE `java.nio.file.Path` at `p`");
    }

    @Test
    void markedInsideMarked() {
        assertThat(Reading.members("""
                static void run(int[] x) {
                  for (@ParallelFor int i = 0; i < 9; i++) for (@ParallelFor int j = 0; j < i; j++) { }
                }
                """)).contains("loop 2 j in A.run refused:\n  NESTED `a loop` at");
    }
}
