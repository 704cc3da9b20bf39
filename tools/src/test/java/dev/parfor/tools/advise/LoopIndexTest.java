package dev.parfor.tools.advise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.advice.Advice.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopIndexTest {

    private static Loop loop(String type, int line, int lastLine, int depth) {
        return new Loop(
                type + ".java", type, line, 1, lastLine, type + ".f", "for", depth, Verdict.PROVED, "", "", List.of());
    }

    private final Loop outer = loop("a.Out", 3, 9, 0);
    private final Loop inner = loop("a.Out", 4, 5, 1);
    private final Loop sameLine = loop("a.Out", 4, 5, 2);
    private final Loop dollar = loop("a.B$C", 3, 9, 0);
    private final LoopIndex index = new LoopIndex(List.of(outer, inner, sameLine, dollar));

    @Test
    void innermostComesFirst() {
        assertThat(index.at("a.Out", 4)).containsExactly(sameLine, inner, outer);
        assertThat(index.at("a.Out", 9)).containsExactly(outer);
        assertThat(index.at("a.Out", 10)).isEmpty();
        assertThat(index.at("a.Out", 2)).isEmpty();
    }

    @Test
    void membersAreFoundByTheirTopLevelClass() {
        assertThat(index.at("a.Out$1", 9)).containsExactly(outer);
        assertThat(index.at("a.Out$Member$2", 9)).containsExactly(outer);
        assertThat(index.at("a.B$C", 3)).containsExactly(dollar);
        assertThat(index.at("a.B$C$1", 3)).containsExactly(dollar);
        assertThat(index.at("a.B", 3)).isEmpty();
        assertThat(index.at("a.Outer", 4)).isEmpty();
        assertThat(index.at("Out", 4)).isEmpty();
    }
}
