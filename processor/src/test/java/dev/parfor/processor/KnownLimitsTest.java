package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Loops that are safe, or could be made parallel in another form, and that are refused: the table of docs/limits.md, row by
 * row. A loop here that is accepted one day leaves this list and the table. A loop that is wrongly <em>accepted</em> is never a
 * known limit.
 */
class KnownLimitsTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (?!form \\|)([^|]+) \\| \\[(PF\\d{3})]\\(diagnostics/PF\\d{3}\\.md\\) \\|");

    /** @param form as it stands in the table */
    record Limit(String form, String code, String members) {
        @Override
        public String toString() {
            return form;
        }
    }

    static List<Limit> limits() {
        return List.of(
                new Limit("a loop that writes up to where it ends", "PF117", """
                        @ParallelFor static void untilZero(int[] x, int[] out) {
                            for (int i = 0; i < x.length; i++) {
                                if (x[i] == 0) {
                                    break;
                                }
                                out[i] = x[i];
                            }
                        }
                        """),
                new Limit("an exit inside of a try", "PF107", """
                        @ParallelFor static int divides(int[] x, int k) {
                            for (int i = 0; i < x.length; i++) {
                                try {
                                    if (k / x[i] == 0) {
                                        return i;
                                    }
                                } catch (ArithmeticException e) {
                                    continue;
                                }
                            }
                            return -1;
                        }
                        """),
                new Limit("a search with a loop inside that does not count", "PF118", """
                        @ParallelFor static int firstPrime(int[] x) {
                            for (int i = 0; i < x.length; i++) {
                                int d = 2;
                                while (d * d <= x[i] && x[i] % d != 0) {
                                    d++;
                                }
                                if (d * d > x[i]) {
                                    return i;
                                }
                            }
                            return -1;
                        }
                        """),
                new Limit("a running sum in the cells themselves", "PF201", """
                        @ParallelFor static void sums(int[] x) {
                            for (int i = 1; i < x.length; i++) {
                                x[i] += x[i - 1];
                            }
                        }
                        """),
                new Limit("a running sum that decides, or that calls or inner loops make", "PF311", """
                        @ParallelFor static void sums(int[] x, int[] out) {
                            int sum = 0;
                            for (int i = 0; i < x.length; i++) {
                                if (sum < 100) {
                                    sum += x[i];
                                }
                                out[i] = sum;
                            }
                        }
                        """),
                new Limit("a filter that looks at how much it has kept", "PF301", """
                        @ParallelFor static int positive(int[] x, int[] kept) {
                            int n = 0;
                            for (int i = 0; i < x.length; i++) {
                                if (x[i] > 0 && n < kept.length) {
                                    kept[n++] = x[i];
                                }
                            }
                            return n;
                        }
                        """),
                new Limit("a wavefront whose rows have different lengths", "PF201", """
                        @ParallelFor static void paths(int[] a) {
                            for (int i = 1; i < 9; i++) {
                                for (int j = 1; j < i; j++) {
                                    a[10 * i + j] = a[10 * (i - 1) + j] + a[10 * i + j - 1];
                                }
                            }
                        }
                        """),
                new Limit("a wavefront with a sum or an extreme outside of its columns", "PF201", """
                        @ParallelFor static int sum(int[] a) {
                            int sum = 0;
                            for (int i = 1; i < 9; i++) {
                                sum += i * i;
                                for (int j = 1; j < 9; j++) {
                                    a[10 * i + j] = a[10 * (i - 1) + j] + a[10 * i + j - 1];
                                }
                            }
                            return sum;
                        }
                        """),
                new Limit("time steps in place", "PF202", """
                        @ParallelFor static void steps(double[] x, int steps) {
                            for (int t = 0; t < steps; t++) {
                                for (int j = 1; j < 9; j++) {
                                    x[j] = (x[j - 1] + x[j] + x[j + 1]) / 3;
                                }
                            }
                        }
                        """),
                new Limit("a boxed sum", "PF315", """
                        @ParallelFor static Integer sum(int[] x) {
                            Integer sum = 0;
                            for (int i = 0; i < x.length; i++) {
                                sum += x[i];
                            }
                            return sum;
                        }
                        """),
                new Limit("a collection that the loop asks what is in it", "PF414", """
                        @ParallelFor static int distinct(int[] x, java.util.Set<Integer> seen) {
                            int distinct = 0;
                            for (int v : x) {
                                if (seen.add(v)) {
                                    distinct++;
                                }
                            }
                            return distinct;
                        }
                        """),
                new Limit(
                        "a collection that is not an `ArrayList`, `LinkedList`, `ArrayDeque`, `HashSet`, `LinkedHashSet` or `HashMap`,"
                                + " nor a `TreeMap`, `TreeSet`, `LinkedHashMap` or `EnumMap` that the method makes",
                        "PF401",
                        """
                        @ParallelFor static void sort(int[] x, java.util.PriorityQueue<Integer> sorted) {
                            for (int v : x) {
                                sorted.add(v);
                            }
                        }
                        """),
                new Limit("a work array of the caller of which iterations write different parts", "PF202", """
                        @ParallelFor static void rows(int[][] x, int[] out, int[] work) {
                            for (int i = 0; i < out.length; i++) {
                                for (int j = 0; j < i; j++) {
                                    work[j] = x[i][j];
                                }
                                for (int j = 0; j < i; j++) {
                                    out[i] += work[j];
                                }
                            }
                        }
                        """),
                new Limit("a packed triangle that is counted from its end", "PF232", """
                        @ParallelFor static void triangle(int[] x, int n) {
                            for (int i = 0; i < n; i++) {
                                for (int j = i + 1; j < n; j++) {
                                    x[n * (n - 1) / 2 - (n - i) * (n - i - 1) / 2 + j - i - 1] = i - j;
                                }
                            }
                        }
                        """),
                new Limit("a loop that tests at its end, or steps early", "PF103", """
                        @ParallelFor static void fill(int[] x) {
                            int i = 0;
                            do {
                                x[i] = i;
                                i++;
                            } while (i < x.length);
                        }
                        """),
                new Limit("a condition on a multiple of the index", "PF104", """
                        @ParallelFor static void pairs(int[] x) {
                            for (int i = 0; i * 2 < x.length - 1; i++) {
                                x[i] = x[i + 1];
                            }
                        }
                        """),
                new Limit("two indices that meet in one", "PF106", """
                        @ParallelFor static void mirror(int[] x) {
                            for (int i = 0, j = x.length - 1; i <= j; i++, j--) {
                                x[i] = x[j];
                            }
                        }
                        """),
                new Limit("a floating-point index", "PF108", """
                        @ParallelFor static void points(int[] x) {
                            for (double t = 0; t < 10; t += 1) {
                                x[(int) t] = 1;
                            }
                        }
                        """),
                new Limit("an Iterable that is no collection of the JDK", "PF109", """
                        @ParallelFor static int sum(java.nio.file.Path names) {
                            int sum = 0;
                            for (java.nio.file.Path name : names) {
                                sum += name.hashCode();
                            }
                            return sum;
                        }
                        """),
                new Limit("a loop inside a try that looks at the result", "PF110", """
                        @ParallelFor static int divide(int[] x, int d) {
                            try {
                                for (int i = 0; i < x.length; i++) {
                                    x[i] = x[i] / d;
                                }
                                return 0;
                            } catch (ArithmeticException e) {
                                return x[0];
                            }
                        }
                        """),
                new Limit("an iteration that ends a loop with an ordered block", "PF122", """
                        @ParallelFor static void f(int[] x, StringBuilder out) {
                            for (int i = 0; i < x.length; i++) {
                                if (x[i] == 0) break;
                                ordered: out.append(x[i]);
                            }
                        }
                        """),
                new Limit("a sum before an ordered block", "PF123", """
                        @ParallelFor static int f(int[] x, StringBuilder out) {
                            int sum = 0;
                            for (int i = 0; i < x.length; i++) {
                                sum += x[i];
                                ordered: out.append(x[i]);
                            }
                            return sum;
                        }
                        """),
                new Limit(
                        "a native method, one of the JDK that is not in the table, or of the class path that is not read",
                        "PF401",
                        """
                        @ParallelFor static void colors(float[] hue, int[] rgb) {
                            for (int i = 0; i < hue.length; i++) {
                                rgb[i] = java.awt.Color.HSBtoRGB(hue[i], 1, 1);
                            }
                        }
                        """),
                new Limit("a function passed in, a method of an interface without a class in sight", "PF402", """
                        interface Kernel { double at(double v); }
                        @ParallelFor static void apply(double[] x, Kernel kernel) {
                            for (int i = 0; i < x.length; i++) {
                                x[i] = kernel.at(x[i]);
                            }
                        }
                        """),
                new Limit("calls more than twelve deep", "PF403", """
                        static int layer1(int v) { return layer2(v) + 1; }
                        static int layer2(int v) { return layer3(v) + 1; }
                        static int layer3(int v) { return layer4(v) + 1; }
                        static int layer4(int v) { return layer5(v) + 1; }
                        static int layer5(int v) { return layer6(v) + 1; }
                        static int layer6(int v) { return layer7(v) + 1; }
                        static int layer7(int v) { return layer8(v) + 1; }
                        static int layer8(int v) { return layer9(v) + 1; }
                        static int layer9(int v) { return layer10(v) + 1; }
                        static int layer10(int v) { return layer11(v) + 1; }
                        static int layer11(int v) { return layer12(v) + 1; }
                        static int layer12(int v) { return layer13(v) + 1; }
                        static int layer13(int v) { return 2 * v; }
                        @ParallelFor static void layers(int[] x) {
                            for (int i = 0; i < x.length; i++) {
                                x[i] = layer1(x[i]);
                            }
                        }
                        """),
                new Limit("an object of an anonymous class", "PF404", """
                        @ParallelFor static void create(Runnable[] jobs, int[] done) {
                            for (int i = 0; i < jobs.length; i++) {
                                jobs[i] = new Runnable() {
                                    @Override public void run() {
                                        done[0]++;
                                    }
                                };
                            }
                        }
                        """),
                new Limit("a volatile field that is written", "PF412", """
                        volatile int last;
                        @ParallelFor void run(int[] x) {
                            for (int i = 0; i < x.length; i++) {
                                last = 1;
                            }
                        }
                        """),
                new Limit("a sum of floating-point numbers under a lock", "PF421", """
                        double sum;
                        @ParallelFor void run(double[] x) {
                            for (int i = 0; i < x.length; i++) {
                                synchronized (this) {
                                    sum += x[i];
                                }
                            }
                        }
                        """),
                new Limit("a lock for each object", "PF423", """
                        @ParallelFor static void run(int[][] bins, int[] x) {
                            for (int i = 0; i < x.length; i++) {
                                synchronized (bins[x[i]]) {
                                    bins[x[i]][0]++;
                                }
                            }
                        }
                        """),
                new Limit("a semaphore as a lock", "PF424", """
                        @ParallelFor static void run(int[] x, int[] sum) throws InterruptedException {
                            java.util.concurrent.Semaphore one = new java.util.concurrent.Semaphore(1);
                            for (int i = 0; i < x.length; i++) {
                                one.acquire();
                                sum[0] += x[i];
                                one.release();
                            }
                        }
                        """));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void isRefused(Limit limit) {
        Snippet.Result result = Snippet.compile("class Snippet {\n" + limit.members() + "}\n");
        assertThat(result.refusals()).as("%s", result.found()).contains(limit.code());
    }

    @Test
    void tableIsComplete() throws IOException {
        List<String> rows = ROW.matcher(Files.readString(Path.of("..", "docs", "limits.md")))
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(limits().stream()
                        .map(limit -> limit.form() + " " + limit.code())
                        .toList());
    }
}
