package dev.parfor.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.corpus.CorpusLoop.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each loop of the corpus gets the verdict that stands above it, and each accepted one does what the method does. */
class CorpusTest {

    private static final Function<String, Compiled> COMPILED =
            Corpus.once(theme -> Compiled.with(List.of(Corpus.source(theme))));

    static List<String> themes() {
        return Corpus.themes();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void verdicts(String theme) {
        Compiled compiled = COMPILED.apply(theme);
        List<String> wrong = new ArrayList<>();
        for (CorpusLoop loop : Corpus.loops(theme)) {
            Verdict verdict = compiled.verdict(loop.file(), loop.firstLine(), loop.lastLine());
            if (!agrees(loop, verdict)) {
                wrong.add(loop + " is marked " + loop.expected() + " " + loop.codes() + ", got " + verdict);
            }
        }
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
    }

    /** Each code of the marker has one of its hundred among those reported; which one, the tests of the messages say. */
    private static boolean isOfTheKinds(Verdict verdict, CorpusLoop loop) {
        return loop.codes().stream()
                .allMatch(marked -> verdict.codes().stream().anyMatch(code -> code.startsWith(marked.substring(0, 3))));
    }

    private static boolean agrees(CorpusLoop loop, Verdict verdict) {
        return switch (loop.expected()) {
            case SAFE -> verdict.isAccepted() && !verdict.isGuarded();
            case GUARDED -> verdict.isGuarded();
            case UNSAFE, REFUSED -> !verdict.isAccepted() && isOfTheKinds(verdict, loop);
        };
    }

    @ParameterizedTest
    @MethodSource("themes")
    void acceptedLoopsDoWhatTheMethodDoes(String theme) {
        Compiled compiled = COMPILED.apply(theme);
        assertThat(compiled.succeeded()).as(compiled.errors()).isTrue();
        ReorderedRuntime reordered = new ReorderedRuntime(compiled);
        ClassLoader loader = compiled.loader();
        List<String> wrong = new ArrayList<>();
        for (CorpusLoop loop : Corpus.loops(theme)) {
            Verdict verdict = compiled.verdict(loop.file(), loop.firstLine(), loop.lastLine());
            if (verdict.isAccepted()) {
                wrong.addAll(new LoopRuns(loop, reordered, loader).differences());
            }
        }
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
    }

    /** A theme whose verdicts were all of one kind would test little; together they have all. */
    @ParameterizedTest
    @MethodSource("themes")
    void themesHaveLoopsToAcceptAndToRefuse(String theme) {
        List<CorpusLoop> loops = Corpus.loops(theme);
        assertThat(loops.stream().filter(l -> l.expected() == Expected.SAFE || l.expected() == Expected.GUARDED))
                .isNotEmpty();
        assertThat(loops.stream().filter(l -> l.expected() == Expected.UNSAFE)).isNotEmpty();
    }
}
