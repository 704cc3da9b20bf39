package dev.parfor.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.corpus.MutationTest;
import dev.parfor.processor.judge.Soundness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle finds what a checker without one of its conditions accepts, in few loops. */
class SensitivityTest {

    @ParameterizedTest
    @CsvSource({"ARRAY_PAIRS, 20", "ARRAY_ALIASES, 100", "ROW_ALIASES, 100", "FIELDS, 100"})
    void findsWhatIsWronglyAccepted(Soundness condition, int loops) {
        List<Program> programs = new ArrayList<>();
        for (int i = 0; i < loops; i++) {
            programs.add(LoopGenerator.make(7_000_000 + i).named("m" + i));
        }
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
