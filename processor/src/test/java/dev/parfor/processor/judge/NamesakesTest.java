package dev.parfor.processor.judge;

import dev.parfor.processor.Snippet;
import org.junit.jupiter.api.Test;

/** Two values with one name are two values: their difference is not zero. */
class NamesakesTest {

    @Test
    void fieldThatHidesAnother() {
        Snippet.check("""
                class Snippet {
                    static class Base { int n; }
                    static class Derived extends Base { int n; }
                    @ParallelFor
                    static void run(int[] x, Derived d, int last) {
                        for (int i = 0; i < last; i++) {
                            // PF233: depends on
                            x[i + d.n] = x[i + ((Base) d).n] + 1;
                        }
                    }
                }
                """);
    }

    @Test
    void staticsOfNamesakeClasses() {
        Snippet.check("""
                class Snippet {
                    static class A { static class Conf { static int n; } }
                    static class B { static class Conf { static int n; } }
                    @ParallelFor
                    static void run(int[] x, int last) {
                        for (int i = 0; i < last; i++) {
                            // PF233: depends on
                            x[i + A.Conf.n] = x[i + B.Conf.n] + 1;
                        }
                    }
                }
                """);
    }
}
