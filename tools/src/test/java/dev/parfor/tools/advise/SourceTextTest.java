package dev.parfor.tools.advise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void tabsGoToTheNextMultipleOfEight() {
        assertThat(SourceText.index("abc", 1)).isZero();
        assertThat(SourceText.index("abc", 3)).isEqualTo(2);
        assertThat(SourceText.index("\tx", 9)).isEqualTo(1);
        assertThat(SourceText.index("ab\tx", 9)).isEqualTo(3);
        assertThat(SourceText.index("\t\tx", 17)).isEqualTo(2);
        assertThat(SourceText.index("abc", 99)).isEqualTo(3);
    }

    @Test
    void anEndIsKnownWhereTheSourceStandsAsItIs() {
        assertThat(SourceText.end("  x[i] = 1", 2, "x[i]")).hasValue(6);
        assertThat(SourceText.end("  x[ i ]", 2, "x[i]")).isEmpty();
        assertThat(SourceText.end("  x[i]", 2, "")).isEmpty();
    }

    @Test
    void whatIsNotThereHasNoLines() {
        SourceText text = new SourceText(Map.of());
        assertThat(text.lines("no/such/File.java")).isEmpty();
        assertThat(text.line("no/such/File.java", 3)).isEmpty();
    }
}
