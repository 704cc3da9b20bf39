package dev.parfor.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InputsTest {

    @Test
    void sameSeedSameInputs() {
        assertThat(Inputs.of(50, 1).of(double[][].class))
                .isDeepEqualTo(Inputs.of(50, 1).of(double[][].class));
        assertThat(Inputs.of(50, 2).list(String.class))
                .isEqualTo(Inputs.of(50, 2).list(String.class));
        assertThat(Inputs.of(50, 1).of(double[].class))
                .isNotEqualTo(Inputs.of(50, 2).of(double[].class));
    }

    @Test
    void indicesAreDistinctForOddSeeds() {
        int[] indices = Inputs.of(100, 1).of(int[].class);
        assertThat(Arrays.stream(indices).sorted())
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        assertThat(Arrays.stream(Inputs.of(100, 2).of(int[].class)).distinct().count())
                .isLessThan(100);
        assertThat(Arrays.stream(Inputs.of(100, 2).of(int[].class))).allMatch(i -> i >= 0 && i < 100);
    }

    @Test
    void scalarsAreTheSize() {
        assertThat(Inputs.of(7, 1).of(int.class)).isEqualTo(7);
        assertThat(Inputs.of(7, 1).of(Long.class)).isEqualTo(7L);
        assertThat(Inputs.of(0, 1).of(float[][].class)).isEmpty();
        assertThat(Inputs.of(3, 1).of(Thread.State[].class)).hasSize(3).doesNotContainNull();
    }

    @Test
    void whatCannotBeMadeIsSaid() {
        assertThat(Inputs.canMake(Object[].class)).isFalse();
        assertThatThrownBy(() -> Inputs.of(1, 1).of(Thread.class)).hasMessageContaining("java.lang.Thread");
    }
}
