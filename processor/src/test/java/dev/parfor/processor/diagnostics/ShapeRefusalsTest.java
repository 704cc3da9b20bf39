package dev.parfor.processor.diagnostics;

import dev.parfor.processor.Snippet;
import org.junit.jupiter.api.Test;

/** Loops of shapes that are not made parallel, beside those on the pages. */
class ShapeRefusalsTest {

    @Test
    void doLoop() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(double[] x, int i) {
                        // PF103: a `do` loop does not say how often it runs
                        do { x[i++] = 1; } while (i < x.length);
                    }
                }
                """);
    }

    @Test
    void twoIndices() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(double[] x) {
                        // PF106: `j` in its header changes
                        for (int i = 0, j = x.length - 1; i < j; i++, j /= 2) { x[i] = x[j]; }
                    }
                }
                """);
    }

    @Test
    void noCondition() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(double[] x) {
                        // PF104: its header does not count
                        for (int i = 0; ; i++) { x[i] = 1; }
                    }
                }
                """);
    }

    @Test
    void indexIsSteppedInTheCondition() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(double[] x, int from) {
                        // PF104: its header does not count
                        for (int i = x.length; i-- > from; ) { x[i] = 1; }
                    }
                }
                """);
    }

    @Test
    void indexIsAssignedInAnInnerLoop() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(double[] x) {
                        for (int i = 0; i < x.length; i++) {
                            for (int j = 0; j < 3; j++) {
                                x[i] += j;
                                // PF105: its body assigns the index `i`
                                i += 2;
                            }
                        }
                    }
                }
                """);
    }

    @Test
    void boundIsAFieldThatTheBodyWrites() {
        Snippet.check("""
                class Snippet {
                    int n;
                    @ParallelFor void run(double[] x) {
                        // PF106: in its header changes while it runs
                        for (int i = 0; i < n; i++) {
                            x[i] = 1;
                            // PF211: every iteration writes the same field `n`
                            n = 5;
                        }
                    }
                }
                """);
    }

    @Test
    void breakOutOfTheMarkedLoop() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(double[] x) {
                        outer:
                        for (int i = 0; i < x.length; i++) {
                            for (int j = 0; j < 3; j++) {
                                if (x[i] > j) {
                                    break outer;
                                }
                            }
                            // PF117: an iteration can end it, and later ones would write `x[i]` all the same
                            x[i] = 1;
                        }
                    }
                }
                """);
    }

    @Test
    void breakOutOfAnInnerLoopIsFine() {
        Snippet.accepts("""
                class Snippet {
                    @ParallelFor static void run(double[] x) {
                        for (int i = 0; i < x.length; i++) {
                            int n = 0;
                            for (int j = 0; j < 3; j++) {
                                if (x[i] > j) {
                                    break;
                                }
                                n++;
                            }
                            x[i] = n;
                        }
                    }
                }
                """);
    }

    @Test
    void finallyBlockAroundTheLoop() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(int[] x, int[] y) {
                        try {
                            // PF110: after an exception
                            for (int i = 0; i < x.length; i++) { x[i] = 100 / y[i]; }
                        } finally {
                            x[0] = 1;
                        }
                    }
                }
                """);
    }

    @Test
    void markInALambda() {
        Snippet.check("""
                class Snippet {
                    static Runnable run(double[] x) {
                        return () -> {
                            // PF111: gets no variant
                            for (@ParallelFor int i = 0; i < x.length; i++) { x[i] = 1; }
                        };
                    }
                }
                """);
    }

    @Test
    void zeroStep() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(double[] x) {
                        // PF114: its index never gets to its bound
                        for (int i = 0; i < x.length; i += 0) { x[i] = 1; }
                    }
                }
                """);
    }
}
