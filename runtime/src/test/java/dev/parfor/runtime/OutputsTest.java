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

    @Test
    void partsAreCopiedDownwards() {
        int[] array = {9, 9, 9, 9, 9, 9};
        int[] counts = {-2, 0, -1};
        Outputs.copyDown(new Object[] {new int[] {1, 2, 0}, new int[5], new int[] {3}}, counts, array, 4);
        assertThat(array).containsExactly(9, 9, 3, 2, 1, 9);
        assertThat(Outputs.total(counts)).isEqualTo(-3);
    }

    @Test
    void partsOfAnyTypeAreCopiedDownwards() {
        int[] counts = {-3};
        char[] chars = new char[3];
        Outputs.copyDown(new Object[] {new char[] {'a', 'b', 'c', 'd'}}, counts, chars, 2);
        assertThat(chars).containsExactly('c', 'b', 'a');
        long[] longs = new long[3];
        Outputs.copyDown(new Object[] {new long[] {1, 2, 3}}, counts, longs, 2);
        assertThat(longs).containsExactly(3, 2, 1);
        double[] doubles = new double[4];
        Outputs.copyDown(new Object[] {new double[] {1, 2, 3}}, counts, doubles, 3);
        assertThat(doubles).containsExactly(0, 3, 2, 1);
        String[] strings = new String[3];
        Outputs.copyDown(new Object[] {new String[] {"a", "b", "c"}}, counts, strings, 2);
        assertThat(strings).containsExactly("c", "b", "a");
    }

    @Test
    void roomBelowAPosition() {
        assertThat(Outputs.roomBelow(5, 4)).isEqualTo(5);
        assertThat(Outputs.roomBelow(5, -1)).isZero();
        assertThat(Outputs.roomBelow(5, 5)).isNegative();
        assertThat(Outputs.roomBelow(5, -2)).isNegative();
        assertThat(Outputs.roomBelow(5, Integer.MAX_VALUE)).isNegative();
    }
}
