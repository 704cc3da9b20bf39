package dev.parfor.processor.judge;

import dev.parfor.processor.Snippet;
import org.junit.jupiter.api.Test;

/** What follows, and what doesn't, from an index array that holds no value twice. */
class DistinctIndicesTest {

    private static void accepts(String body) {
        Snippet.check(loop("// PF003: `@Distinct` on `next`, because \"a permutation\"", "", body));
    }

    private static void guards(String body) {
        Snippet.check(loop("// PF002: proved parallel, given that", "", body));
    }

    private static void refuses(String body) {
        Snippet.check(loop("", "// PF231: depends on the data", body));
    }

    private static String loop(String before, String inside, String body) {
        return """
                class Snippet {
                    @ParallelFor
                    static void run(double[] y, @Distinct("a permutation") int[] next, int[] other, int k) {
                        %s
                        for (int i = 0; i < next.length / 2; i++) {
                            %s
                            %s
                        }
                    }
                }
                """.formatted(before, inside, body);
    }

    @Test
    void elementByElement() {
        accepts("y[next[i]] += i;");
    }

    @Test
    void offsetThatAllIterationsShare() {
        accepts("y[next[i] + k + 3] += i;");
        accepts("y[k - next[i]] += i;");
    }

    @Test
    void twoElementsOfEachIteration() {
        accepts("y[next[2 * i]] += y[next[2 * i + 1]];");
    }

    @Test
    void elementOfTheNextIteration() {
        refuses("y[next[i]] += y[next[i + 1]];");
    }

    @Test
    void sameElementTwice() {
        refuses("y[next[i / 2]] = i;");
    }

    @Test
    void valuesThatAreFolded() {
        refuses("y[next[i] & 7] = i;");
    }

    @Test
    void multiplesAreGuardedNotToWrapAround() {
        guards("y[65536 * next[i]] = i;");
    }

    @Test
    void sumsOfDistinctValuesRepeat() {
        refuses("y[next[i] - i] = i;");
    }

    @Test
    void sumsOfRisingValuesDoNot() {
        guards("y[next[i] + i] = i;");
    }

    @Test
    void differentOffsets() {
        refuses("y[next[i]] += y[next[i] + 1];");
    }

    @Test
    void anotherArrayMayHoldTheSameValues() {
        refuses("y[next[i]] += y[other[i]];");
    }
}
