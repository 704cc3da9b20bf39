package dev.parfor.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.Snippet;
import org.junit.jupiter.api.Test;

/** Messages speak in the words of the text that they are about, name two iterations where there are such, and tell each cause once. */
class OwnWordsTest {

    @Test
    void rowsMeetAsCellsDo() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(int[][] c) {
                        for (int i = 1; i < 10; i++) {
                            // PF201: iteration i = 1 writes c[1][0]; iteration i = 2 reads c[1][0]
                            c[i][0] = c[i - 1][0] + c[i - 1][9];
                        }
                    }
                }
                """);
    }

    @Test
    void objectsOfPairsMeet() {
        Snippet.check("""
                class Snippet {
                    static class Body { double x, force; }
                    @ParallelFor static void run(Body[] p) {
                        for (int i = 0; i < 9; i++) {
                            // PF212: iteration i = 0 writes p[1].force; iteration i = 1 reads p[1].force
                            p[i + 1].force -= p[i].force;
                        }
                    }
                }
                """);
    }

    @Test
    void elementsOfListsMeet() {
        Snippet.check("""
                import dev.parfor.ParallelFor;
                import java.util.List;
                class Snippet {
                    @ParallelFor static void run(List<int[]> rows) {
                        for (int i = 1; i < rows.size(); i++) {
                            // PF234: iteration i = 1 writes rows.get(1)[0]; iteration i = 2 reads rows.get(1)[0]
                            rows.get(i)[0] = rows.get(i - 1)[0] + 1;
                        }
                    }
                }
                """);
    }

    @Test
    void exampleSaysForWhichValues() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(int[] a) {
                        for (int i = 0; i < a.length; i++) {
                            int t = a[i];
                            a[i] = a[a.length - 1 - i];
                            // PF233: for example, if `a.length` is 2: iteration i = 0 writes a[1]; iteration i = 1 reads a[1]
                            a[a.length - 1 - i] = t;
                        }
                    }
                }
                """);
    }

    @Test
    void innerLoopIsTheOneToMark() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(double[] t) {
                        for (int step = 0; step < 100; step++) {
                            for (int k = 0; k < 9; k++) {
                                // PF202: every iteration writes the same cells of `t`
                                t[k] = (t[k] + t[9]) / 2;
                            }
                        }
                    }
                }
                """);
    }

    @Test
    void quotientsOfInvariantsAreNoData() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(int[] a, int[] b, int x, int y) {
                        for (int i = 0; i < b.length; i++) {
                            // PF202: every iteration writes the same cell of `a`
                            a[x / y] = b[i];
                            b[i] = a[x * y];
                        }
                    }
                }
                """);
    }

    @Test
    void remaindersOfTheIndexAreNoData() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(int[] ring, int[] in) {
                        for (int i = 0; i < in.length; i++) {
                            // PF232: the subscript of `ring`
                            ring[i % ring.length] = in[i];
                        }
                    }
                }
                """);
    }

    @Test
    void rowsThatDataChooseDependOnTheData() {
        Snippet.check("""
                import dev.parfor.FloatingReduction;
                import dev.parfor.ParallelFor;
                class Snippet {
                    @ParallelFor(floating = FloatingReduction.STRICT)
                    static void run(double[][] h, int[] key, double[] w) {
                        for (int i = 0; i < key.length; i++) {
                            // PF231: which cell of `h[key[i] & 15]` is written here depends on the data
                            h[key[i] & 15][0] += w[i];
                        }
                    }
                }
                """);
    }

    @Test
    void bothArraysAreNamed() {
        Snippet.check("""
                class Snippet {
                    double[] last;
                    static class Layer { double[] weight; }
                    @ParallelFor void run(Layer[] layers, double[] usual) {
                        for (int i = 0; i < layers.length; i++) {
                            if (layers[i].weight == null) {
                                layers[i].weight = usual;
                            }
                            // PF221: `layers[i].weight` may be one array in two iterations
                            layers[i].weight[0] *= 0.5;
                        }
                    }
                }
                """);
    }

    @Test
    void subscriptByACounterIsNotToldBesideTheCounter() {
        Snippet.check("""
                class Snippet {
                    int hits;
                    @ParallelFor void run(String[] s, int[] which) {
                        for (int i = 0; i < s.length; i++) {
                            if (s[i].isEmpty()) {
                                // PF211: every iteration writes the same field `hits`
                                which[hits++] = i;
                            }
                        }
                    }
                }
                """);
    }

    @Test
    void removalIsToldOnce() {
        Snippet.check("""
                import dev.parfor.ParallelFor;
                import java.util.List;
                class Snippet {
                    @ParallelFor static void run(List<Integer> l) {
                        // PF106: removeIf
                        for (int i = 0; i < l.size(); i++) {
                            if (l.get(i) < 0) {
                                l.remove(i);
                            }
                        }
                    }
                }
                """);
    }

    @Test
    void proofsAndGuardsQuoteTheText() {
        Snippet.Result result = Snippet.check("""
                import dev.parfor.ParallelFor;
                import java.util.Map;
                class Snippet {
                    @ParallelFor static void fill(int[] a, int w) {
                        // PF002: `(y+1)*w + x` stays within `int`
                        for (int y = 0; y < 10; y++) {
                            for (int x = 0; x < w; x++) {
                                a[(y+1)*w + x] = x;
                            }
                        }
                    }
                    @ParallelFor static void each(Map<String, int[]> m) {
                        // PF002: no element of `m.values()` stands twice in it
                        for (int[] e : m.values()) {
                            e[0]++;
                        }
                    }
                }
                """);
        assertThat(result.found())
                .extracting(Snippet.Found::text)
                .anySatisfy(t -> assertThat(t).contains("write e[0], write e[0]"))
                .anySatisfy(t -> assertThat(t).contains("write a[(y+1)*w + x]"));
    }
}
