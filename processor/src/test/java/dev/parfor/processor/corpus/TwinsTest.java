package dev.parfor.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.parfor.processor.corpus.Scenario.Sharing;
import dev.parfor.processor.corpus.Scenario.Values;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The comparison of twins finds what a wrong variant does. The variants here are written by hand. */
class TwinsTest {

    private static final String ORIGINAL = """
            package hand;
            class Loops {
                static int calls;
                static void reset() { calls = 0; }
                static void copy(int[] x, int[] y) { for (int i = 1; i < x.length; i++) y[i] = x[i - 1] + 1; }
                static double sum(double[] x) { double s = 0; for (int i = 0; i < x.length; i++) s += x[i]; return s; }
                static void divide(int[] x, int k) { for (int i = 0; i < x.length; i++) x[i] = k / (i - 2); }
                static void count(int[] x) { for (int i = 0; i < x.length; i++) calls++; }
            }
            """;

    private static final String VARIANT = """
            package hand;
            import dev.parfor.runtime.*;
            class LoopsParallel {
                private static final LoopSite SITE = LoopSite.of("Loops", "Loops.java", 1, Schedule.DYNAMIC, 1);
                interface Chunk { void run(int lo, int hi); }
                static void go(Team team, int trips, Chunk chunk) {
                    Parfor.run(team, SITE, trips, new LoopBody() {
                        @Override protected void run(long lo, long hi) { chunk.run((int) lo, (int) hi); }
                    });
                }
                static void copy(Team team, int[] x, int[] y) {
                    GUARD
                    go(team, Math.max(0, x.length - 1), (lo, hi) -> {
                        for (int i = 1 + lo; i < 1 + hi; i++) y[i] = x[i - 1] + 1;
                    });
                }
                static double sum(Team team, double[] x) {
                    double[] s = new double[x.length + 1];
                    go(team, x.length, (lo, hi) -> { for (int i = lo; i < hi; i++) s[i] += x[i]; });
                    double total = 0;
                    for (int i = x.length; i >= 0; i--) total += s[i];
                    return total;
                }
                static void divide(Team team, int[] x, int k) {
                    go(team, x.length, (lo, hi) -> { for (int i = lo; i < hi; i++) x[i] = k / (i - 2); });

                }
                static void count(Team team, int[] x) {
                    go(team, x.length, (lo, hi) -> { Loops.calls += Math.min(2, hi - lo); });
                }
            }
            """;

    private static Optional<String> firstDifference(String method, Sharing sharing, Values values, String variant) {
        Compiled compiled = Compiled.plainly(List.of(
                JavaFileObjects.forSourceString("hand.Loops", ORIGINAL),
                JavaFileObjects.forSourceString("hand.LoopsParallel", variant)));
        assertThat(compiled.succeeded()).as(compiled.errors()).isTrue();
        ReorderedRuntime runtime = new ReorderedRuntime(compiled);
        Method original = Corpus.method("hand.Loops", method, runtime.loader());
        double tolerance = values == Values.ROUGH ? 1e-9 : 0;
        Twins twins = new Twins(original, Compiled.variantOf(original).orElseThrow(), tolerance, true);
        for (int seed = 0; seed < 6; seed++) {
            Scenario scenario = new Scenario(20, sharing, values, seed);
            runtime.start(seed);
            Optional<String> difference = twins.difference(
                    twins.runOriginal(Inputs.of(original, scenario)),
                    twins.runVariant(runtime.team(), Inputs.of(original, scenario)),
                    () -> Inputs.of(original, scenario));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    @Test
    void rightVariantsPass() {
        String guard = "if (x == y) { Loops.copy(x, y); return; }";
        String right = VARIANT.replace("GUARD", guard);
        for (Sharing sharing : Sharing.values()) {
            for (Values values : Values.values()) {
                for (String method : List.of("copy", "sum", "divide")) {
                    assertThat(firstDifference(method, sharing, values, right))
                            .as(method)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void missingGuardIsFound() {
        String unguarded = VARIANT.replace("GUARD", "");
        assertThat(firstDifference("copy", Sharing.APART, Values.GRID, unguarded))
                .isEmpty();
        assertThat(firstDifference("copy", Sharing.SAME, Values.GRID, unguarded))
                .isPresent();
    }

    @Test
    void wrongStaticStateIsFound() {
        String variant = VARIANT.replace("GUARD", "");
        assertThat(firstDifference("count", Sharing.APART, Values.GRID, variant))
                .hasValueSatisfying(text -> assertThat(text).contains("value"));
    }

    @Test
    void missingExceptionIsFound() {
        String swallowing = VARIANT.replace("GUARD", "").replace("x[i] = k / (i - 2)", "if (i != 2) x[i] = k");
        assertThat(firstDifference("divide", Sharing.APART, Values.GRID, swallowing))
                .hasValueSatisfying(text -> assertThat(text).contains("instead of java.lang.ArithmeticException"));
    }

    @Test
    void writeBeforeTheExceptionMustBeThere() {
        String forgetful = VARIANT.replace("GUARD", "").replace("x[i] = k / (i - 2)", "if (i > 1) x[i] = k / (i - 2)");
        assertThat(firstDifference("divide", Sharing.APART, Values.GRID, forgetful))
                .isPresent();
    }
}
