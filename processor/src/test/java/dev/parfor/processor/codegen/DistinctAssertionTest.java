package dev.parfor.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.Snippet;
import org.junit.jupiter.api.Test;

/** What the user calls distinct is checked before the loop where assertions are enabled. */
class DistinctAssertionTest {

    private static String kernels(String parameter) {
        return Snippet.accepts(
                        """
                        class Snippet {
                            @ParallelFor
                            static void run(double[] y, @Distinct("numbered") %s) {
                                for (int i = 0; i < a.length; i++) {
                                    %s
                                }
                            }
                        }
                        """.formatted(parameter, parameter.contains("[][]") ? "a[i][0] = i;" : "y[(int) a[i]] = i;"))
                .generated()
                .stream()
                .filter(text -> text.contains("SnippetParallelKernels {"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void indexArray() {
        assertThat(kernels("int[] a")).contains("assert Guards.distinct(a, 0, a.length) :");
    }

    @Test
    void rows() {
        assertThat(kernels("double[][] a")).contains("assert Guards.distinctRows(a, 1) :");
    }
}
