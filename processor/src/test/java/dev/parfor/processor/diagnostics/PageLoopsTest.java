package dev.parfor.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.Snippet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loops on the pages of the catalogue do what the pages say. */
class PageLoopsTest {

    /** What no Java text provokes under javac; {@link MessagesTest} feeds these by hand. */
    private static final Set<Code> BY_HAND = EnumSet.of(Code.PF831, Code.PF844, Code.PF901);

    @ParameterizedTest
    @EnumSource(Code.class)
    void loopOfThePageGetsTheCodeAndNoOther(Code code) {
        List<Page.Block> blocks = Page.of(code).blocks().stream()
                .filter(b -> b.heading().equals(Page.GETS_IT))
                .toList();
        assertThat(blocks).hasSize(BY_HAND.contains(code) ? 0 : 1);
        for (Page.Block block : blocks) {
            Snippet.Result result = Snippet.check(block.source(), block.optionArray());
            assertThat(code.severity() == Severity.NOTE ? result.codes() : result.refusals())
                    .as("%s", result.found())
                    .containsExactly(code.name());
        }
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void otherLoopsOfThePageAreAccepted(Code code) {
        for (Page.Block block : Page.of(code).blocks()) {
            if (block.isMarked()) {
                Snippet.check(block.source(), block.optionArray());
            } else {
                Snippet.accepts(block.source(), block.optionArray());
            }
        }
    }
}
