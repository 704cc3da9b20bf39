package dev.parfor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final class Node {
        private final double[] values;
        private Node next;

        Node(double... values) {
            this.values = values;
            this.next = this;
        }
    }

    private static String difference(Object a, Object b, double tolerance) {
        return Difference.of("v", a, b, tolerance).orElse("");
    }

    @Test
    void fieldsAndElementsAreNamed() {
        assertThat(difference(new Node(1, 2), new Node(1, 2), 0)).isEmpty();
        assertThat(difference(new Node(1, 2), new Node(1, 3), 0)).isEqualTo("v.values[1] is 3.0, not 2.0");
        assertThat(difference(new ArrayList<>(List.of(1, 2)), new ArrayList<>(List.of(1, 2, 3)), 0))
                .isEqualTo("v has length 3, not 2");
        assertThat(difference(new AtomicInteger(1), new AtomicInteger(2), 0)).isEqualTo("v is 2, not 1");
        assertThat(difference(null, 1, 0)).isEqualTo("v is 1, not null");
    }

    @Test
    void orderOfMapsCounts() {
        Map<String, Integer> ab = new LinkedHashMap<>();
        ab.put("a", 1);
        ab.put("b", 2);
        Map<String, Integer> ba = new LinkedHashMap<>();
        ba.put("b", 2);
        ba.put("a", 1);
        assertThat(difference(ab, ba, 0)).isEqualTo("v keys [0] is b, not a");
    }

    @Test
    void numbersAreComparedByBitsOrWithATolerance() {
        assertThat(difference(0.0, -0.0, 0)).isNotEmpty();
        assertThat(difference(Double.NaN, Double.NaN, 0)).isEmpty();
        assertThat(difference(1.0, 1 + 1e-12, 0)).isNotEmpty();
        assertThat(difference(1.0, 1 + 1e-12, 1e-9)).isEmpty();
        assertThat(difference(1.0, Double.NaN, 1e-9)).isNotEmpty();
        assertThat(difference(1f, 1.00001f, 1e-9)).isEmpty();
        assertThat(difference(1f, 1.00001f, 0)).isNotEmpty();
        assertThat(difference(1, 2, 10)).isNotEmpty();
    }
}
