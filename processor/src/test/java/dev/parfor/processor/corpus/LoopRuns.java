package dev.parfor.processor.corpus;

import dev.parfor.processor.corpus.Scenario.Sharing;
import dev.parfor.processor.corpus.Scenario.Values;
import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.Team;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs an accepted loop of the corpus in many ways: over all scenarios, in reordered chunks, and on teams with each schedule.
 * Floating-point reductions are compared with the plain loop by a tolerance and with each other by their bits.
 */
final class LoopRuns {

    private static final int[] THREADS = {1, 2, 3, 7};
    private static final List<Team> TEAMS = teams();
    /** A method that takes longer than this on inputs that are not small is not run on larger ones. */
    private static final long MAX_NANOS = 30_000_000;

    private static final long SHARE_NANOS = 200_000_000;

    private final CorpusLoop loop;
    private final ReorderedRuntime reordered;
    private final Twins twins;
    private final Twins reorderedTwins;
    private final Method method;
    private final Method reorderedMethod;
    private final List<String> differences = new ArrayList<>();
    private final long began = System.nanoTime();
    private int regions;
    private int turn;

    LoopRuns(CorpusLoop loop, ReorderedRuntime reordered, ClassLoader loader) {
        this.loop = loop;
        this.reordered = reordered;
        this.method = Corpus.method(loop, loader);
        this.reorderedMethod = Corpus.method(loop, reordered.loader());
        this.twins = twins(method);
        this.reorderedTwins = twins(reorderedMethod);
    }

    private Twins twins(Method original) {
        Method variant = Compiled.variantOf(original).orElseThrow(() -> new AssertionError("no variant of " + loop));
        return new Twins(original, variant, loop.approximate() ? 1e-9 : 0, loop.single());
    }

    private static List<Team> teams() {
        List<Team> teams = new ArrayList<>();
        for (int threads : THREADS) {
            Team team = Team.of(threads);
            for (Schedule schedule : Schedule.values()) {
                teams.add(team.withSchedule(schedule));
            }
            teams.add(team.withSchedule(Schedule.DYNAMIC, 1));
            teams.add(team.withSchedule(Schedule.STATIC, 100_000));
        }
        return teams;
    }

    List<String> differences() {
        int tooSlowFrom = Integer.MAX_VALUE;
        for (Scenario scenario : Scenario.upTo(9000)) {
            boolean isLarge = scenario.size() > 300;
            if (scenario.size() < tooSlowFrom && differences.isEmpty() && !(isLarge && isSlow())) {
                long start = System.nanoTime();
                Twins.Outcome expected = twins.runOriginal(Inputs.of(method, scenario));
                if (scenario.size() > 64 && System.nanoTime() - start > MAX_NANOS) {
                    tooSlowFrom = scenario.size() + 1;
                }
                inOtherOrders(scenario);
                onTeams(scenario, expected);
            }
        }
        if (differences.isEmpty() && regions == 0 && !loop.reason().contains("never in parallel")) {
            differences.add(loop + " never ran as a region");
        }
        return differences;
    }

    private void inOtherOrders(Scenario scenario) {
        Twins.Outcome expected = reorderedTwins.runOriginal(Inputs.of(reorderedMethod, scenario));
        for (int seed = 0; seed < (scenario.size() <= 64 ? 5 : 2); seed++) {
            reordered.start(seed);
            Twins.Outcome actual = reorderedTwins.runVariant(reordered.team(), Inputs.of(reorderedMethod, scenario));
            regions += reordered.regions();
            report(
                    reorderedTwins.difference(expected, actual, () -> Inputs.of(reorderedMethod, scenario)),
                    scenario,
                    "in order " + seed);
        }
    }

    private void onTeams(Scenario scenario, Twins.Outcome expected) {
        boolean all = scenario.sharing() == Sharing.APART && (scenario.size() == 64 || scenario.size() == 3500);
        int runs = all && scenario.values() != Values.EXTREME && !isSlow() ? TEAMS.size() : 2;
        Twins.Outcome first = null;
        for (int i = 0; i < runs && differences.isEmpty(); i++) {
            Team team = TEAMS.get(turn++ % TEAMS.size());
            Twins.Outcome actual = twins.runVariant(team, Inputs.of(method, scenario));
            report(twins.difference(expected, actual, () -> Inputs.of(method, scenario)), scenario, "on " + team);
            first = first == null ? actual : first;
            report(twins.differenceInBits(first, actual), scenario, "between two teams, the second " + team);
        }
    }

    /** Loops that make many objects have had their share sooner. */
    private boolean isSlow() {
        return System.nanoTime() - began > SHARE_NANOS;
    }

    private void report(Optional<String> difference, Scenario scenario, String how) {
        difference.ifPresent(text -> differences.add(loop + " " + how + ", " + scenario + ": " + text));
    }
}
