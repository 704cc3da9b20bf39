package dev.parfor.processor.diagnostics;

import dev.parfor.processor.Snippet;
import org.junit.jupiter.api.Test;

/** Loops whose iterations meet in memory, or may, beside those on the pages. */
class MemoryRefusalsTest {

    @Test
    void readOfThePreviousCell() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(double[] x) {
                        for (int i = 1; i < 10; i++) {
                            // PF201: must stay sequential: the next iteration reads the cell of `x` written here
                            x[i] = x[i - 1];
                        }
                    }
                }
                """);
    }

    @Test
    void readOfACellThatIsWrittenLater() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(double[] x) {
                        for (int i = 0; i < 10; i++) {
                            // PF201: write the new ones into a second array
                            x[i] = x[i + 2];
                        }
                    }
                }
                """);
    }

    @Test
    void stepsCountInTheWitness() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(double[] x) {
                        for (int i = 20; i > 2; i -= 2) {
                            // PF201: iteration i = 6 writes x[6]; iteration i = 4 reads x[6]
                            x[i] = x[i + 2];
                        }
                    }
                }
                """);
    }

    @Test
    void writeInAHelper() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(String[] x) {
                        for (int i = 0; i < 10; i++) {
                            // PF202: every iteration writes the same cell
                            put(x, "a");
                        }
                    }
                    static void put(String[] a, String value) {
                        a[0] = value;
                    }
                }
                """);
    }

    @Test
    void staticCounter() {
        Snippet.check("""
                class Snippet {
                    static int count;
                    @ParallelFor static void run(int[] x) {
                        for (int i = 0; i < 10; i++) {
                            // PF211: every iteration writes the same field
                            count += x[i];
                            x[i] = count;
                        }
                    }
                }
                """);
    }

    @Test
    void indexFromAMethodOfTheData() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(String[] words, int[] count) {
                        for (int i = 0; i < words.length; i++) {
                            // PF231: depends on the data
                            count[words[i].length() & 15] = i;
                        }
                    }
                }
                """);
    }

    @Test
    void trustTakesWhatIsNotProved() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor(trust = "next is a permutation") static void run(int[] next, double[] y) {
                        // PF003: next is a permutation
                        for (int i = 0; i < next.length; i++) {
                            y[next[i]] = i;
                        }
                    }
                }
                """);
    }

    @Test
    void trustDoesNotOverrideAWitness() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor(trust = "I know better") static void run(double[] x) {
                        for (int i = 1; i < 10; i++) {
                            // PF201: must stay sequential
                            x[i] = x[i - 1];
                        }
                    }
                }
                """);
    }

    @Test
    void halvesAreSharedByTwo() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(int[] x) {
                        for (int i = 0; i < 10; i++) {
                            // PF201: iteration i = 0 writes x[0]; iteration i = 1 writes x[0]
                            x[i / 2] = i;
                        }
                    }
                }
                """);
    }

    /** The remainder of a square is not known to any test: there must be no witness that is a guess. */
    @Test
    void squaresInARing() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(double[] ring, int n) {
                        for (int i = 0; i < n; i++) {
                            // PF232: was not proved parallel
                            ring[(i * i) & 1023] = i;
                        }
                    }
                }
                """);
    }

    @Test
    void conditionMayKeepThemApart() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(int[] x) {
                        for (int i = 1; i < 10; i++) {
                            if (x[i] > 0) {
                                // PF234: was not proved parallel
                                x[i] = x[i - 1];
                            }
                        }
                    }
                }
                """);
    }
}
