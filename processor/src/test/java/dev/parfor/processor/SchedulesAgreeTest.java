package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Generated code names a schedule of the annotation as one of the runtime, which does not depend on the annotations. */
class SchedulesAgreeTest {

    @Test
    void sameNamesInTheSameOrder() {
        assertThat(Arrays.stream(dev.parfor.runtime.Schedule.values()).map(Enum::name))
                .containsExactlyElementsOf(Arrays.stream(dev.parfor.Schedule.values())
                        .map(Enum::name)
                        .toList());
    }
}
