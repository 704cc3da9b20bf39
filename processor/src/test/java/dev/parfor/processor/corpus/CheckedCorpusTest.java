package dev.parfor.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.parfor.processor.corpus.Scenario.Sharing;
import dev.parfor.processor.corpus.Scenario.Values;
import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.Team;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Accepted loops in checked mode: they do what the method does, and no two iterations meet. All of the corpus takes minutes:
 * {@code -Dparfor.checked.all=true}.
 */
class CheckedCorpusTest {

    private static final boolean ALL = Boolean.getBoolean("parfor.checked.all");

    /** Those in which most of what is not recorded stands beside what is. */
    private static final List<String> THEMES = ALL
            ? Corpus.themes()
            : List.of(
                    "Aliasing", "Exits", "IndexArrays", "Locking", "Ordered", "Running", "Wavefronts", "WorkAndMerges");

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario(7, Sharing.APART, Values.GRID, 1),
            new Scenario(64, Sharing.APART, Values.GRID, 2),
            new Scenario(64, Sharing.SAME, Values.GRID, 3),
            new Scenario(64, Sharing.ROWS, Values.GRID, 4));

    /** So large that there are several blocks. */
    private static final Scenario LARGE = new Scenario(3500, Sharing.APART, Values.GRID, 5);

    private static final List<Team> TEAMS =
            List.of(Team.of(3).withSchedule(Schedule.DYNAMIC, 1), Team.of(2).withSchedule(Schedule.STATIC));

    @Test
    void noTwoIterationsOfTheCorpusMeet() {
        Compiled compiled = Compiled.with(THEMES.stream().map(Corpus::source).toList(), "-Aparfor.checked=true");
        assertThat(compiled.succeeded()).as(compiled.errors()).isTrue();
        ClassLoader loader = compiled.loader();
        List<String> wrong = new ArrayList<>();
        for (String theme : THEMES) {
            assertThat(compiled.generated("corpus." + theme + "ParallelKernels"))
                    .contains("Shadow.Iteration");
            for (CorpusLoop loop : Corpus.loops(theme)) {
                if (compiled.verdict(loop.file(), loop.firstLine(), loop.lastLine())
                        .isAccepted()) {
                    wrong.addAll(differences(loop, loader));
                }
            }
        }
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
    }

    private static List<String> differences(CorpusLoop loop, ClassLoader loader) {
        Method method = Corpus.method(loop, loader);
        Method variant = Compiled.variantOf(method).orElseThrow(() -> new AssertionError("no variant of " + loop));
        Twins twins = new Twins(method, variant, loop.approximate() ? 1e-9 : 0, loop.single());
        List<Scenario> scenarios = new ArrayList<>(SCENARIOS);
        if (Twins.merges(variant)) {
            scenarios.add(LARGE);
        }
        return differences(twins, method, scenarios);
    }

    private static List<String> differences(Twins twins, Method method, List<Scenario> scenarios) {
        List<String> differences = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            Twins.Outcome expected = twins.runOriginal(Inputs.of(method, scenario));
            for (Team team : TEAMS) {
                Twins.Outcome actual = twins.runVariant(team, Inputs.of(method, scenario));
                twins.difference(expected, actual, () -> Inputs.of(method, scenario))
                        .ifPresent(text -> differences.add(method + ", " + scenario + ", on " + team + ": " + text));
            }
        }
        return differences;
    }

    /** Among them some that throw, which is not changed either. */
    @Test
    void loopsThatAreHardToTakeApart() throws ClassNotFoundException {
        Compiled compiled =
                Compiled.with(List.of(JavaFileObjects.forResource("checked/Nasty.java")), "-Aparfor.checked=true");
        assertThat(compiled.succeeded()).as(compiled.errors()).isTrue();
        assertThat(compiled.accepted()).isEqualTo(25);
        Class<?> nasty = compiled.loader().loadClass("checked.Nasty");
        List<String> wrong = new ArrayList<>();
        for (Method method : nasty.getDeclaredMethods()) {
            Compiled.variantOf(method)
                    .ifPresent(variant -> wrong.addAll(differences(
                            new Twins(method, variant, 1e-9, false),
                            method,
                            Arrays.asList(SCENARIOS.get(0), SCENARIOS.get(1), LARGE))));
        }
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
    }
}
