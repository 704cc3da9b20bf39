package dev.parfor.processor.corpus;

import static org.assertj.core.api.Assertions.fail;

import dev.parfor.processor.corpus.CorpusLoop.Expected;
import dev.parfor.processor.judge.Soundness;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
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
    void conditionIsNeeded(Soundness condition) throws IOException {
        for (String theme : themes(condition)) {
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

    /** All of them, the one in front in which such a loop was found last: that saves minutes. */
    private static List<String> themes(Soundness condition) throws IOException {
        List<String> themes = new ArrayList<>(Corpus.themes());
        Properties found = new Properties();
        try (InputStream in = MutationTest.class.getResourceAsStream("/mutation.properties")) {
            found.load(in);
        }
        String first = found.getProperty(condition.name(), "");
        themes.sort(Comparator.comparing(theme -> !theme.equals(first)));
        return themes;
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
