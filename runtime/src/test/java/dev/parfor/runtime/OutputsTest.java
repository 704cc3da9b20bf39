package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OutputsTest {

    @Test
    void partGrowsUpToTheRoomAndNoFurther() {
        int[] part = Outputs.part(new int[0], 1, 40);
        for (int k = 0; k < 40; k++) {
            (part = Outputs.next(part, k, 40))[k] = k;
        }
        assertThat(part).hasSize(40).endsWith(38, 39);
        int[] full = part;
        assertThatThrownBy(() -> Outputs.next(full, 40, 40)).isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }

    @Test
    void partWithoutRoomIsEmpty() {
        assertThat(Outputs.part(new double[3], 1000, 0)).isEmpty();
    }

    @Test
    void partHasTheClassOfTheArray() {
        Object[] array = new String[2];
        Object[] part = Outputs.next(Outputs.part(array, 1, 100), 16, 100);
        assertThatThrownBy(() -> part[0] = 1).isInstanceOf(ArrayStoreException.class);
    }

    @Test
    void partsAreCopiedOneAfterTheOther() {
        int[] array = {9, 9, 9, 9, 9, 9};
        int[] counts = {2, 0, 1};
        Outputs.copy(new Object[] {new int[] {1, 2, 0}, new int[5], new int[] {3}}, counts, array, 1);
        assertThat(array).containsExactly(9, 1, 2, 3, 9, 9);
        assertThat(Outputs.total(counts)).isEqualTo(3);
    }

    @Test
    void roomIsNegativeWithoutAPosition() {
        assertThat(Outputs.room(5, 2)).isEqualTo(3);
        assertThat(Outputs.room(5, 7)).isEqualTo(-2);
        assertThat(Outputs.room(5, -1)).isNegative();
        assertThat(Outputs.room(5, Integer.MIN_VALUE)).isNegative();
    }
}
