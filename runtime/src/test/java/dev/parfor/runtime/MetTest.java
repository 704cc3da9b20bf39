package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetTest {

    @Test
    void tellsObjectsApartThatAreEqual() {
        String a = new String("a");
        String b = new String("a");
        assertThat(Met.nothing(met -> met.first(a) && met.first(b))).isTrue();
        assertThat(Met.nothing(met -> met.first(a) && met.first(b) && met.first(a)))
                .isFalse();
    }

    @Test
    void twoWaysHaveNothingInCommon() {
        Object[] one = {new Object(), new Object()};
        Object[] other = {new Object(), one[1]};
        assertThat(Met.nothing(met -> Guards.each(one, met::any) && Guards.each(other, met::never)))
                .isFalse();
        other[1] = other[0];
        assertThat(Met.nothing(met -> Guards.each(one, met::any) && Guards.each(other, met::never)))
                .isTrue();
        one[1] = one[0];
        assertThat(Met.nothing(met -> Guards.each(one, met::any))).isTrue();
    }

    @Test
    void remembersNothingOfAnEarlierQuestion() {
        Object o = new Object();
        assertThat(List.of(Met.nothing(met -> met.first(o)), Met.nothing(met -> met.first(o))))
                .containsOnly(true);
        assertThat(Met.nothing(met -> met.never(o) && met.never(o) && met.first(o)))
                .isTrue();
    }
}
