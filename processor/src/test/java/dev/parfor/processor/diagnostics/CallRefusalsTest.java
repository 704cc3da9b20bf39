package dev.parfor.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.Snippet;
import org.junit.jupiter.api.Test;

/** Loops refused for what they call, beside those on the pages: the chain of calls, and what to write instead. */
class CallRefusalsTest {

    @Test
    void effectThreeCallsDown() {
        Snippet.Result result = Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(double[] x) {
                        for (int i = 0; i < x.length; i++) {
                            // PF411: acts on the world outside the program
                            x[i] = first(i);
                        }
                    }
                    static double first(int i) {
                        return second(i) + 1;
                    }
                    static double second(int k) {
                        System.out.println(k);
                        return k;
                    }
                }
                """);
        assertThat(result.found().toString()).contains("by way of `second(i)`  line 9");
    }

    @Test
    void randomNumbers() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(double[] x) {
                        for (int i = 0; i < x.length; i++) {
                            // PF414: new SplittableRandom(seed + i)
                            x[i] = Math.random();
                        }
                    }
                }
                """);
    }

    @Test
    void randomNumbersOfEachIteration() {
        Snippet.accepts("""
                import java.util.SplittableRandom;
                class Snippet {
                    @ParallelFor static void run(double[] x, long seed) {
                        for (int i = 0; i < x.length; i++) {
                            x[i] = new SplittableRandom(seed + i).nextDouble();
                        }
                    }
                }
                """);
    }

    @Test
    void synchronizedBlock() {
        Snippet.check("""
                class Snippet {
                    private final Object lock = new Object();
                    private double last;
                    @ParallelFor void run(double[] x) {
                        for (int i = 0; i < x.length; i++) {
                            synchronized (lock) {
                                // PF421: the last iteration to write `last` under the lock wins
                                last = x[i];
                            }
                        }
                    }
                }
                """);
    }

    @Test
    void threadSafeButOrdered() {
        Snippet.check("""
                class Snippet {
                    interface Sink {
                        @ThreadSafe("locks inside") void put(int value);
                    }
                    @ParallelFor static void run(int[] x, Sink sink) {
                        for (int i = 0; i < x.length; i++) {
                            // PF414: orderMatters = false
                            sink.put(x[i]);
                        }
                    }
                }
                """);
    }

    @Test
    void threadSafeAndUnordered() {
        Snippet.check("""
                class Snippet {
                    interface Sink {
                        @ThreadSafe(value = "adds to a total", orderMatters = false) void put(int value);
                    }
                    @ParallelFor static void run(int[] x, Sink sink) {
                        // PF003: `@ThreadSafe` on `Sink.put`, because "adds to a total"
                        for (int i = 0; i < x.length; i++) {
                            sink.put(x[i]);
                        }
                    }
                }
                """);
    }

    @Test
    void initializerThatChangesAnArrayOfAnotherClass() {
        Snippet.check("""
                class Snippet {
                    static int[] log = new int[100];
                    static class Table { static final int SIZE = ++log[50]; }
                    @ParallelFor static void run(int[] x) {
                        for (int i = 0; i < 100; i++) {
                            log[i] = 7;
                            // PF415: the first use of `Snippet.Table` may run its class initializer
                            x[i] = Table.SIZE;
                        }
                    }
                }
                """);
    }

    @Test
    void initializerOfASuperclass() {
        Snippet.check("""
                class Snippet {
                    static class Base { static { System.out.println("here"); } }
                    static class Table extends Base { static int size = 3; }
                    @ParallelFor static void run(int[] x) {
                        for (int i = 0; i < 100; i++) {
                            // PF415: the first use of `Snippet.Table` may run its class initializer
                            x[i] = Table.size;
                        }
                    }
                }
                """);
    }

    @Test
    void initializerThatFillsItsOwnTable() {
        Snippet.accepts("""
                class Snippet {
                    static class Base { static final int SIZE = 16; }
                    static class Table extends Base {
                        static final int[] SQUARES = new int[SIZE];
                        static {
                            for (int k = 0; k < SQUARES.length; k++) {
                                SQUARES[k] = k * k;
                            }
                        }
                    }
                    @ParallelFor static void run(long[] x) {
                        for (int i = 0; i < 16; i++) {
                            x[i] = Table.SQUARES[i];
                        }
                    }
                }
                """);
    }

    @Test
    void initializerThatMakesALogger() {
        Snippet.check("""
                class Snippet {
                    static class Table {
                        static final java.util.logging.Logger LOGGER = java.util.logging.Logger.getLogger("table");
                        static int next(int v) { return v + 1; }
                    }
                    @ParallelFor static void run(int[] x) {
                        for (int i = 0; i < 100; i++) {
                            // PF415: the first use of `Snippet.Table` may run its class initializer
                            x[i] = Table.next(x[i]);
                        }
                    }
                }
                """);
    }
}
