package dev.parfor.processor.frontend;

import static dev.parfor.processor.frontend.Reading.reads;
import static dev.parfor.processor.frontend.Reading.readsMembers;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import javax.lang.model.element.VariableElement;
import org.junit.jupiter.api.Test;

/** The printed form of loops, as read from source: which are meant, their headers and what surrounds them. */
final class NestReaderTest {

    @Test
    void sumOfProducts() {
        reads(
                "double[] a, double[] b",
                "double sum = 0; for (int i = 0; i < a.length; i++) sum += a[i] * b[i]; use(sum); } static void use(double d) {",
                """
                loop 1 i in A.run(double[],double[])
                for#1 (int i = 0; i < a.length; i += 1) {
                  sum += a[i] * b[i];
                }
                live after: sum
                """);
    }

    @Test
    void nestOfLoops() {
        reads("double[][] c, double[][] a, double[][] b, int n", """
                for (int i = 0; i < n; i++) {
                  for (int j = 0; j <= i; j++) {
                    double s = 0;
                    for (int k = n; --k >= 0; ) { s += a[i][k] * b[k][j]; }
                    c[i][j] = s;
                  }
                }
                """, """
                loop 1 i in A.run(double[][],double[][],double[][],int)
                for#1 (int i = 0; i < n; i += 1) {
                  for#2 (int j = 0; j <= i; j++) {
                    double s = 0;
                    for#3 (int k = n; --k >= 0; ) {
                      s += a[i][k] * b[k][j];
                    }
                    c[i][j] = s;
                  }
                }
                """);
    }

    @Test
    void countingDownAndEverySpellingOfAStep() {
        reads("int[] x, int n, long m, short s", """
                for (int i = n - 1; i >= 0; i--) x[i] = 1;
                for (int i = n; 0 < i; --i) x[i] = 1;
                for (long i = 0; n >= i; i = i + s) x[(int) i] = 1;
                for (int i = 0; i != n; i = 2 + i) x[i] = 1;
                for (int i = n; i > -1; i = i - 3) x[i] = 1;
                for (long i = m; i > 0; i -= s) x[(int) i] = 1;
                for (byte i = 0; i < 100; i += 2) x[i] = 1;
                for (char c = 'a'; c <= 'z'; c++) x[c] = 1;
                for (int i = 0; i < m; i -= -2) x[i] = 1;
                """, """
                loop 1 i in A.run(int[],int,long,short)
                for#1 (int i = n - 1; i >= 0; i += -1) {
                  x[i] = 1;
                }
                live after: m, n, s, x
                loop 2 i in A.run(int[],int,long,short)
                for#2 (int i = n; i > 0; i += -1) {
                  x[i] = 1;
                }
                live after: m, n, s, x
                loop 3 i in A.run(int[],int,long,short)
                for#3 (long i = 0; i <= n; i += s) {
                  x[(int) i] = 1;
                }
                live after: m, n, s, x
                loop 4 i in A.run(int[],int,long,short)
                for#4 (int i = 0; i != n; i += 2) {
                  x[i] = 1;
                }
                live after: m, n, s, x
                loop 5 i in A.run(int[],int,long,short)
                for#5 (int i = n; i > -1; i += -3) {
                  x[i] = 1;
                }
                live after: m, s, x
                loop 6 i in A.run(int[],int,long,short)
                for#6 (long i = m; i > 0; i += -((long) s)) {
                  x[(int) i] = 1;
                }
                live after: m, x
                loop 7 i in A.run(int[],int,long,short)
                for#7 (byte i = 0; i < 100; i += 2) {
                  x[i] = 1;
                }
                live after: m, x
                loop 8 c in A.run(int[],int,long,short)
                for#8 (char c = 'a'; c <= 'z'; c += 1) {
                  x[c] = 1;
                }
                live after: m, x
                loop 9 i in A.run(int[],int,long,short)
                for#9 (int i = 0; i < m; i += 2) {
                  x[i] = 1;
                }
                """);
    }

    @Test
    void indexDeclaredBeforeTheLoop() {
        reads("int[] x, int n", """
                int i;
                for (i = 0; i < n; i++) { x[i] = i; }
                int k = 5;
                for (; k < n; k++) x[k] = i;
                """, """
                loop 1 i in A.run(int[],int)
                for#1 (i = 0; i < n; i += 1) {
                  x[i] = i;
                }
                live after: i, n, x
                unassigned before: i
                loop 2 k in A.run(int[],int)
                for#2 (k = k; k < n; k += 1) {
                  x[k] = i;
                }
                """);
    }

    @Test
    void extrasOfTheHeaderMoveOut() {
        reads("int[] x, int n", """
                int k, m = 0;
                for (int i = 0, j = n; i < n; k = 2 * i, i++, j--) { for (int y : x) { if (y == 0) continue; x[i] = j; } }
                for (k = 1, m = 3; k < m; k++, n++) x[k] = m;
                """, """
                loop 1 i in A.run(int[],int)
                for#1 (int i = 0; i < n; i += 1) {
                   {
                    for#2 (int y : x) {
                      if (y == 0) {
                        continue #2;
                      }
                      x[i] = j;
                    }
                  }
                  k = 2 * i;
                  j--;
                }
                live after: n, x
                unassigned before: k
                loop 2 k in A.run(int[],int)
                for#3 (k = 1; k < m; k += 1) {
                  x[k] = m;
                  n++;
                }
                unassigned before: k
                """);
    }

    @Test
    void forEachOverArraysAndLists() {
        reads("int[] a, ArrayList<Integer> list, int[] out", """
                for (int x : a) out[x] = 1;
                for (int x : list) out[x] = 1;
                for (final Integer x : list.subList(0, 2)) out[x]++;
                """, """
                loop 1 x in A.run(int[],java.util.ArrayList,int[])
                for#1 (int x : array a) {
                  out[x] = 1;
                }
                live after: list, out
                loop 2 x in A.run(int[],java.util.ArrayList,int[])
                for#2 (int x : list list) {
                  out[x] = 1;
                }
                live after: list, out
                loop 3 x in A.run(int[],java.util.ArrayList,int[])
                for#3 (java.lang.Integer x : list list.subList(0, 2)) {
                  out[x]++;
                }
                """);
    }

    @Test
    void optionsOfTheLoopWinOverThoseOfTheMethod() {
        readsMembers("""
                @ParallelFor(schedule = Schedule.GUIDED, chunk = 7, trust = "method", floating = FloatingReduction.STRICT)
                static void run(int[] x) {
                  for (int i = 0; i < 9; i++) {
                    for (@ParallelFor(chunk = 2, trust = "loop", refused = Refused.WARN) int j = 0; j < 9; j++) x[j] = 1;
                  }
                  for (@ParallelFor int y : x) { }
                  for (int y : x) { }
                }
                """, """
                loop 1 j in A.run(int[])
                for#2 (int j = 0; j < 9; j += 1) {
                  x[j] = 1;
                }
                live after: i, x
                options: GUIDED, chunk 2, strict, trust "loop", warn
                loop 2 y in A.run(int[])
                for#3 (int y : array x) {
                }
                live after: x
                options: GUIDED, chunk 7, strict, trust "method"
                """);
    }

    @Test
    void loopsInBlocksAreMeantButNotThoseInLambdasAndClasses() {
        reads("int[] x, boolean b", """
                if (b) { label: for (int i = 0; i < 9; i++) { for (int y : x) { continue label; } } }
                Runnable r = () -> { for (int i = 0; i < 9; i++) x[i] = 1; };
                new Object() { void f() { for (int i = 0; i < 9; i++) x[i] = 1; } };
                int k = switch (x[0]) { case 1 -> { for (int e = 0; e < 3; e++) yield 4; yield 5; } default -> 6; };
                """, """
                loop 1 i in A.run(int[],boolean)
                for#1 (int i = 0; i < 9; i += 1) {
                  for#2 (int y : x) {
                    continue #1;
                  }
                }
                live after: x
                loop 2 e in A.run refused:
                  EARLY_EXIT `yield` at `yield 4;`
                """);
    }

    @Test
    void assertionsOnVariables() {
        StringBuilder trusts = new StringBuilder();
        Reading.compile(
                JavaFileObjects.forSourceString("A", """
                class A { void run(@dev.parfor.Distinct("sorted") int[] idx, @dev.parfor.Scratch("") int[] t) {
                  @dev.parfor.ThreadSafe(value = "checked", orderMatters = false) Object o = null;
                } }
                """),
                (frontend, path) -> new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitVariable(VariableTree tree, Void unused) {
                        var element = (VariableElement)
                                frontend.trees().element(getCurrentPath()).orElseThrow();
                        var trust = frontend.symbols().var(element).trust();
                        trusts.append(tree.getName() + ": " + trust.distinct() + trust.scratch() + trust.threadSafe()
                                + trust.orderMatters() + "\n");
                        return null;
                    }
                }.scan(path, null));
        assertThat(trusts.toString()).isEqualTo("""
                idx: Optional[sorted]Optional.emptyOptional.emptytrue
                t: Optional.emptyOptional.emptyOptional.emptytrue
                o: Optional.emptyOptional.emptyOptional[checked]false
                """);
    }

    @Test
    void methodsWithErrorsAreNotRead() {
        assertThat(Reading.method("int[] x", "for (int i = 0; i < x.length; i++) x[i] = missing(i);"))
                .isEqualTo("erroneous\n");
        assertThat(Reading.method("int[] x", "for (int i = 0; i < x.length; i++) x[i] = \"text\";"))
                .isEqualTo("erroneous\n");
        assertThat(Reading.method("Missing<int[]> x", "for (int i = 0; i < 3; i++) { List<Missing> y; }"))
                .isEqualTo("erroneous\n");
    }
}
