package dev.parfor.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.Snippet;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** Wrong uses of annotations and options, and what refusals do to the build. */
class MisuseTest {

    private static final String CARRIED = """
            class Snippet {
                @ParallelFor static void run(double[] x) {
                    for (int i = 1; i < 10; i++) {
                        // PF201: must stay sequential
                        x[i] = x[i - 1];
                    }
                }
            }
            """;

    @Test
    void refusalStopsTheBuild() {
        assertThat(Snippet.check(CARRIED).compiled()).isFalse();
    }

    @Test
    void refusalIsAWarningWhereAsked() {
        Snippet.Result result = Snippet.check(CARRIED, "-Aparfor.refused=warn");
        assertThat(result.compiled()).isTrue();
        assertThat(result.found()).anySatisfy(found -> {
            assertThat(found.code()).isEqualTo("PF201");
            assertThat(found.kind()).isEqualTo(Diagnostic.Kind.WARNING);
            assertThat(found.text()).contains("this loop of the variant runs sequentially");
        });
    }

    @Test
    void annotationWinsOverTheOption() {
        String warned = CARRIED.replace("@ParallelFor", "@ParallelFor(refused = Refused.WARN)");
        assertThat(Snippet.check(warned, "-Aparfor.refused=error").compiled()).isTrue();
        String strict = CARRIED.replace("@ParallelFor", "@ParallelFor(refused = Refused.ERROR)");
        assertThat(Snippet.check(strict, "-Aparfor.refused=warn").compiled()).isFalse();
    }

    @Test
    void emptyReasonOfAMethod() {
        Snippet.check("""
                class Snippet {
                    // PF804: gives no reason
                    @Pure("") static int twice(int k) { return 2 * k; }
                    @ParallelFor static void run(int[] x) {
                        for (int i = 0; i < x.length; i++) { x[i] = twice(i); }
                    }
                }
                """);
    }

    @Test
    void scratchArrayThatTheHeaderReads() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void run(double[] x, @Scratch("filled first") double[] work) {
                        // PF805: expected: an array that the header does not read
                        for (int i = 0; i < work.length; i++) {
                            // PF202: every iteration writes the same cell of `work`
                            work[0] = i;
                            x[i] = work[0];
                        }
                    }
                }
                """);
    }

    @Test
    void scratchArrayThatIsStoredOrCompared() {
        Snippet.check("""
                class Snippet {
                    static void keep(int[][] into, int at, int[] what) { into[at] = what; }
                    @ParallelFor static void stored(int[][] rows, @Scratch("filled first") int[] work) {
                        for (int i = 0; i < rows.length; i++) {
                            work[0] = i;
                            // PF805: expected: an array of which the body does nothing but read and write elements
                            keep(rows, i, work);
                        }
                    }
                    @ParallelFor static void compared(int[][] rows, boolean[] x, @Scratch("filled first") int[] work) {
                        for (int i = 0; i < rows.length; i++) {
                            work[0] = i;
                            // PF805: expected: an array of which the body does nothing but read and write elements
                            x[i] = rows[i] == work;
                        }
                    }
                    @ParallelFor static int[] handedOut(int[] x, @Scratch("filled first") int[] work) {
                        int[] last = null;
                        for (int i = 0; i < x.length; i++) {
                            work[0] = i;
                            // PF805: expected: an array of which the body does nothing but read and write elements
                            last = work;
                        }
                        return last;
                    }
                }
                """);
    }

    @Test
    void summaryIsPrinted() {
        assertThat(Snippet.compile(CARRIED, "-Aparfor.refused=warn").found())
                .anySatisfy(found -> assertThat(found.text()).isEqualTo("parfor: 1 loop, 0 parallel, 1 refused"));
    }
}
