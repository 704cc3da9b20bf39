package dev.parfor.processor.diagnostics;

import dev.parfor.processor.Snippet;
import org.junit.jupiter.api.Test;

/** Loops that carry a value in a local variable, beside those on the pages. */
class ScalarRefusalsTest {

    @Test
    void quotient() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static int run(int[] x) {
                        int s = 0;
                        for (int i = 0; i < x.length; i++) {
                            // PF301: `s` brings a value from one iteration into another
                            s = x[i] / (s | 1);
                        }
                        return s;
                    }
                }
                """);
    }

    @Test
    void sumUsedInACondition() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static int run(int[] x, int[] y) {
                        int s = 0;
                        for (int i = 0; i < x.length; i++) {
                            s += x[i];
                            // PF311: `s` is used before it is complete
                            if (s > 10) {
                                y[i] = 1;
                            }
                        }
                        return s;
                    }
                }
                """);
    }

    @Test
    void floatSumOfDoubles() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static float run(double[] x) {
                        float s = 0;
                        for (int i = 0; i < x.length; i++) {
                            // PF312: each step of `s` computes in `double` and converts the result back
                            s += x[i];
                        }
                        return s;
                    }
                }
                """);
    }

    @Test
    void strictProduct() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor(floating = FloatingReduction.STRICT) static float run(float[] x) {
                        float p = 1;
                        for (int i = 0; i < x.length; i++) {
                            // PF313: `floating = STRICT` forbids to reorder it
                            p *= x[i];
                        }
                        return p;
                    }
                }
                """);
    }

    @Test
    void strictLeavesIntegersAlone() {
        Snippet.accepts("""
                class Snippet {
                    @ParallelFor(floating = FloatingReduction.STRICT) static int run(int[] x) {
                        int s = 0;
                        for (int i = 0; i < x.length; i++) {
                            s += x[i];
                        }
                        return s;
                    }
                }
                """);
    }
}
