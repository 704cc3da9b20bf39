package dev.parfor.processor.corpus;

import static org.assertj.core.api.Assertions.fail;

import dev.parfor.processor.corpus.CorpusLoop.Expected;
import dev.parfor.processor.judge.Soundness;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every condition that makes an acceptance a theorem is needed: with it switched off, by itself, some loop of the corpus that is
 * not safe is accepted, or one that needs a guard goes without. The other way round, a condition without such a loop is
 * either not a condition or not tested.
 */
public class MutationTest {

    @ParameterizedTest
    @EnumSource
    void conditionIsNeeded(Soundness condition) {
        for (String theme : Corpus.themes()) {
            Compiled[] compiled = new Compiled[1];
            without(condition, () -> compiled[0] = Compiled.with(List.of(Corpus.source(theme))));
            for (CorpusLoop loop : Corpus.loops(theme)) {
                if (isWronglyAccepted(loop, compiled[0].verdict(loop.file(), loop.firstLine(), loop.lastLine()))) {
                    return;
                }
            }
        }
        fail("nothing is wrongly accepted without " + condition);
    }

    private static boolean isWronglyAccepted(CorpusLoop loop, Verdict verdict) {
        return loop.expected() == Expected.UNSAFE && verdict.isAccepted()
                || loop.expected() == Expected.GUARDED && verdict.isAccepted() && !verdict.isGuarded();
    }

    /** The switch is not for other packages. */
    public static void without(Soundness condition, Runnable action) {
        try {
            Method method = Soundness.class.getDeclaredMethod("without", Soundness.class, Runnable.class);
            method.setAccessible(true);
            method.invoke(null, condition, action);
        } catch (InvocationTargetException e) {
            throw new AssertionError(condition + " switched off", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
