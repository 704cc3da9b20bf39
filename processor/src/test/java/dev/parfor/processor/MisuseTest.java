package dev.parfor.processor;

import org.junit.jupiter.api.Test;

/** Marks and assertions where they can't mean what they say. No mark is ever ignored. */
final class MisuseTest {

    @Test
    void marksInPlacesWithoutVariants() {
        Snippet.check("""
                class Snippet {
                    int[] x = new int[3];
                    Snippet() {
                        // PF111: a loop in a constructor
                        for (@ParallelFor int i = 0; i < 3; i++) { x[i] = 1; }
                    }
                    static {
                        // PF111: a loop in an initializer
                        for (@ParallelFor int i = 0; i < 3; i++) { }
                    }
                    {
                        // PF111: a loop in an initializer
                        for (@ParallelFor int y : x) { }
                    }
                    Runnable r = () -> {
                        // PF111: a loop in a lambda
                        for (@ParallelFor int i = 0; i < 3; i++) { }
                    };
                    void m() {
                        Runnable q = () -> {
                            // PF111: a loop in a lambda
                            for (@ParallelFor int i = 0; i < 3; i++) { }
                        };
                        class Local {
                            // PF111: a loop in a local class
                            @ParallelFor void f() { for (int i = 0; i < 3; i++) { } }
                        }
                        new Object() {
                            void g() {
                                // PF111: a loop in an anonymous class
                                for (@ParallelFor int i = 0; i < 3; i++) { }
                            }
                        };
                    }
                }
                """);
    }

    @Test
    void marksOnOtherVariables() {
        Snippet.check("""
                class Snippet {
                    void m(Object o) {
                        // PF805: `@ParallelFor` means nothing here
                        @ParallelFor int n = 3;
                        while (n > 3) {
                            // PF805: `@ParallelFor` means nothing here
                            @ParallelFor int k = 4;
                        }
                    }
                }
                """);
    }

    @Test
    void attributes() {
        Snippet.check("""
                class Snippet {
                    // PF801: `-1` is not a size
                    @ParallelFor(chunk = -1)
                    static void a(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = 1; } }
                    static void b(int[] x) {
                        // PF801: `-2` is not a size
                        for (@ParallelFor(chunk = -2) int i = 0; i < x.length; i++) { x[i] = 1; }
                    }
                    @ParallelFor(name = "1st")
                    // PF803: `name = 1st`
                    static void c(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = 1; } }
                }
                """);
    }

    @Test
    void methodsWithoutBodies() {
        Snippet.check("""
                abstract class Snippet {
                    @ParallelFor
                    // PF102: method `a`
                    abstract void a();
                    @ParallelFor
                    // PF102: method `b`
                    native void b();
                    @ParallelFor
                    // PF101: method `c`
                    void c() { }
                    @ParallelFor
                    // PF101: method `d`
                    void d(int[] x) { Runnable r = () -> { for (int i = 0; i < 3; i++) x[i] = 1; }; }
                }
                """);
    }

    @Test
    void assertionsWithoutReasons() {
        Snippet.check("""
                // PF804: `@ThreadSafe` gives no reason
                @ThreadSafe("  ")
                class Snippet {
                    // PF804: `@Pure` gives no reason
                    @Pure("") int p() { return 1; }
                    // PF804: `@Distinct` gives no reason
                    @Distinct("") int[] f;
                    void m() {
                        // PF804: `@Scratch` gives no reason
                        @Scratch("" + "") int[] t = null;
                    }
                }
                """);
    }

    @Test
    void assertionsOnOtherThings() {
        Snippet.check("""
                class Snippet {
                    // PF805: `@Associative` means nothing here
                    @Associative(value = "r", identity = "0") int one(int a, int b) { return a; }
                    // PF805: `@Associative` means nothing here
                    @Associative(value = "r", identity = "0") static int two(int a, long b) { return a; }
                    @Associative(value = "r", identity = "0") static int three(int a, int b) { return a; }
                    private static final int NONE = 0;
                    // PF805: `@Associative` means nothing here
                    @Associative(value = "r", identity = "NONE") static int four(int a, int b) { return a; }
                    // PF805: `@Associative` means nothing here
                    @Associative(value = "r", identity = "1 - new Hidden().one()") static int five(int a, int b) { return a; }
                    private static class Hidden { int one() { return 1; } }
                    // PF805: `@Distinct` means nothing here
                    void m(@Distinct("r") int n) {
                        // PF805: `@Scratch` means nothing here
                        @Scratch("r") int[][] t = null;
                        // PF805: `@Scratch` means nothing here
                        @Scratch("r") Object o = null;
                        @Scratch("r") double[] d = null;
                        @Scratch("r") var v = new int[3];
                    }
                }
                """);
    }

    @Test
    void privateTypes() {
        Snippet.check("""
                class Snippet {
                    private static class Hidden { }
                    private static class Nest {
                        @ParallelFor
                        // PF821: type `Nest`
                        static void f(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = 1; } }
                    }
                    @ParallelFor
                    // PF821: type `Hidden`
                    static void g(java.util.List<Hidden[]> h, int[] x) { for (int i = 0; i < x.length; i++) { x[i] = 1; } }
                }
                """);
    }

    @Test
    void twoVariantsOfOneSignature() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor void f(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = 1; } }
                    @ParallelFor
                    // PF812: `f(Snippet,int[])`
                    static void f(Snippet s, int[] x) { for (int i = 0; i < x.length; i++) { x[i] = 1; } }
                    @ParallelFor static void g(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = 1; } }
                    @ParallelFor(name = "h")
                    static void g(Snippet s, int[] x) { for (int i = 0; i < x.length; i++) { x[i] = 1; } }
                    static void k(dev.parfor.runtime.Team t, int[] x) {
                        for (@ParallelFor int i = 0; i < x.length; i++) { x[i] = 1; }
                    }
                    @ParallelFor
                    // PF812: `k(dev.parfor.runtime.Team,int[])`
                    static void k(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = 1; } }
                }
                """);
    }

    @Test
    void companionsOfOneName() {
        Snippet.check("""
                class Outer {
                    static class Inner {
                        @ParallelFor static void f(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = 1; } }
                    }
                }
                // PF811: `Outer_InnerParallel`
                class Outer_Inner {
                    @ParallelFor static void f(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = 1; } }
                }
                """);
    }

    @Test
    void optionsThatDoNotExist() {
        Snippet.Result result = Snippet.compile(
                "class Snippet { @ParallelFor static void f(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = 1; } } }",
                "-Aparfor.refusd=warn",
                "-Aparfor.report=some");
        org.assertj.core.api.Assertions.assertThat(result.codes()).contains("PF802", "PF803");
    }
}
