package dev.parfor.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.corpus.MutationTest;
import dev.parfor.processor.judge.Soundness;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle finds what a checker without one of its conditions accepts, in few loops. */
class SensitivityTest {

    @ParameterizedTest
    @CsvSource({
        "ARRAY_PAIRS, ELEMENTWISE, 20",
        "ARRAY_ALIASES, ELEMENTWISE, 60",
        "ROW_ALIASES, ROWS, 60",
        "FIELDS, FIELDS, 60",
        "MERGED_ALONE, LABELS, 60",
        "ROW_ALIASES, ELEMENTS, 40"
    })
    void findsWhatIsWronglyAccepted(Soundness condition, Theme theme, int loops) {
        List<Program> programs = Stream.iterate(7_000_000L, seed -> seed + 1)
                .map(seed -> LoopGenerator.make(seed).named("m" + seed))
                .filter(program -> program.theme().equals(theme.name()))
                .limit(loops)
                .toList();
        Batch[] batch = new Batch[1];
        MutationTest.without(condition, () -> batch[0] = new Batch(programs));
        assertThat(batch[0].compiles()).as(batch[0].errors()).isTrue();
        assertThat(programs.stream()
                        .map(program -> batch[0].check(program).finding())
                        .flatMap(Optional::stream)
                        .map(Checker.Finding::fault))
                .contains(Checker.Fault.WRONGLY_ACCEPTED)
                .doesNotContain(Checker.Fault.WRONG_ORACLE);
    }
}
