package dev.parfor.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the corpus must be for the other tests to mean something; none of it needs the processor. */
class CorpusFilesTest {

    static List<String> themes() {
        return Corpus.themes();
    }

    @Test
    void coversEveryVerdictWithManyLoops() {
        List<CorpusLoop> all = new ArrayList<>();
        themes().forEach(theme -> all.addAll(Corpus.loops(theme)));
        for (CorpusLoop.Expected expected : CorpusLoop.Expected.values()) {
            assertThat(all.stream().filter(loop -> loop.expected() == expected))
                    .as(expected.name())
                    .hasSizeGreaterThan(40);
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void markersAreComplete(String theme) {
        Set<String> names = new HashSet<>();
        for (CorpusLoop loop : Corpus.loops(theme)) {
            boolean accepted =
                    loop.expected() == CorpusLoop.Expected.SAFE || loop.expected() == CorpusLoop.Expected.GUARDED;
            assertThat(loop.codes().isEmpty()).as("codes of " + loop).isEqualTo(accepted);
            assertThat(accepted || !loop.reason().isBlank())
                    .as("reason of " + loop)
                    .isTrue();
            assertThat(names.add(loop.className() + "." + loop.method()))
                    .as("one method of this name: " + loop)
                    .isTrue();
        }
    }

    /** Every safe loop runs to its end on some input that is not trivial, and not one input is beyond the generator. */
    @ParameterizedTest
    @MethodSource("themes")
    void safeLoopsRunOnGeneratedInputs(String theme) {
        ClassLoader loader = Compiled.plainly(List.of(Corpus.source(theme))).loader();
        for (CorpusLoop loop : Corpus.loops(theme)) {
            if (loop.expected() == CorpusLoop.Expected.SAFE || loop.expected() == CorpusLoop.Expected.GUARDED) {
                var method = Corpus.method(loop, loader);
                Twins twins = new Twins(method, method, 0, loop.single());
                int completed = 0;
                for (Scenario scenario : Scenario.upTo(300)) {
                    Twins.Outcome outcome = twins.runOriginal(Inputs.of(method, scenario));
                    completed += outcome.thrown() == null && scenario.size() > 3 ? 1 : 0;
                }
                assertThat(completed > 0 || loop.reason().contains("always throws"))
                        .as("completes: " + loop)
                        .isTrue();
            }
        }
    }
}
