package dev.parfor.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is a lost write after a loop that threw, and what a later iteration may have done. */
class GraphsTest {

    private static final class Node {
        int[] data;

        Node(int[] data) {
            this.data = data;
        }
    }

    private static Object[] state(int[] shared, Object cell) {
        return new Object[] {shared, cell};
    }

    @Test
    void laterIterationMayReplaceWhatWasChangedThroughAnotherName() {
        int[] before = {1, 2};
        int[] expected = {1, 3};
        assertThat(Graphs.lostWrite(
                        state(before, new Node(before)),
                        state(expected, new Node(expected)),
                        state(new int[] {1, 3}, new Node(null))))
                .isEmpty();
    }

    @Test
    void contentOfAnotherObjectIsLost() {
        assertThat(Graphs.lostWrite(
                        state(new int[] {1, 2}, new Node(new int[] {1, 2})),
                        state(new int[] {1, 3}, new Node(new int[] {1, 3})),
                        state(new int[] {1, 3}, new Node(null))))
                .hasValueSatisfying(text -> assertThat(text).contains("[1].data: replaced"));
    }

    @Test
    void newObjectIsLost() {
        int[] before = {1, 2};
        int[] expected = {1, 2};
        assertThat(Graphs.lostWrite(
                        state(before, new Node(before)),
                        state(expected, new Node(new int[] {5})),
                        state(new int[] {1, 2}, new Node(null))))
                .isPresent();
    }

    @Test
    void newObjectOfAnotherClassIsThere() {
        Object[] before = {new int[] {1}};
        assertThat(Graphs.lostWrite(before, new Object[] {new Node(null)}, new Object[] {new Node(null)}))
                .isEmpty();
        assertThat(Graphs.lostWrite(before, new Object[] {new Node(null)}, new Object[] {new int[] {1}}))
                .isPresent();
    }

    @Test
    void laterIterationMayPutAnObjectWhereAnotherOneStood() {
        Node other = new Node(null);
        Node copy = new Node(null);
        assertThat(Graphs.lostWrite(
                        new Object[] {new Node(null), null, new Node(null)},
                        new Object[] {new Node(null), other, other},
                        new Object[] {copy, copy, copy}))
                .isEmpty();
    }
}
