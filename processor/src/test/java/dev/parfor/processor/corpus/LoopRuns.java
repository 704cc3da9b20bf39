package dev.parfor.processor.corpus;

import dev.parfor.processor.corpus.Scenario.Sharing;
import dev.parfor.processor.corpus.Scenario.Values;
import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.Team;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Runs an accepted loop of the corpus in many ways: over all scenarios, in reordered chunks, and on teams with each schedule. Which ways these
 * are is fixed for each loop and does not depend on the time that it takes: see {@link #tooFew}.
 * Floating-point reductions are compared with the plain loop by a tolerance and with each other by their bits.
 */
final class LoopRuns {

    private static final int[] THREADS = {1, 2, 3, 7};
    private static final int LARGEST = 3500;
    private static final List<List<Team>> COVERS = covers();

    /** Of the largest size: two covers, and two orders of each of two scenarios. */
    private static final int LEAST_LARGE_RUNS = 18;

    /** On the team with the most threads, of whatever size. */
    private static final int LEAST_RUNS_ON_MOST = 20;

    /** Of the largest size on that team. */
    private static final int LEAST_LARGE_RUNS_ON_MOST = 3;

    private static final int LEAST_RUNS = 280;

    private final CorpusLoop loop;
    private final ReorderedRuntime reordered;
    private final Twins twins;
    private final Twins reorderedTwins;
    private final Method method;
    private final Method reorderedMethod;
    private final List<String> differences = new ArrayList<>();
    private int regions;
    private int cover;
    private int turn;
    private int runs;
    private int largeRuns;
    private int runsOnMost;
    private int largeRunsOnMost;

    LoopRuns(CorpusLoop loop, ReorderedRuntime reordered, ClassLoader loader) {
        this.loop = loop;
        this.reordered = reordered;
        this.method = Corpus.method(loop, loader);
        this.reorderedMethod = Corpus.method(loop, reordered.loader());
        this.twins = twins(method);
        this.reorderedTwins = twins(reorderedMethod);
        this.cover = Math.floorMod(method.getName().hashCode(), COVERS.size());
        this.turn = Math.floorMod(
                method.getName().hashCode(), COVERS.size() * COVERS.get(0).size());
    }

    private Twins twins(Method original) {
        Method variant = Compiled.variantOf(original).orElseThrow(() -> new AssertionError("no variant of " + loop));
        return new Twins(original, variant, loop.approximate() ? 1e-9 : 0, loop.single());
    }

    /**
     * Lists of teams, in each of which every number of threads and every schedule occurs; together they have all combinations, and one
     * with many threads comes first.
     */
    private static List<List<Team>> covers() {
        List<UnaryOperator<Team>> schedules = new ArrayList<>();
        for (Schedule schedule : Schedule.values()) {
            schedules.add(team -> team.withSchedule(schedule));
        }
        schedules.add(team -> team.withSchedule(Schedule.DYNAMIC, 1));
        schedules.add(team -> team.withSchedule(Schedule.STATIC, 100_000));
        List<Team> teams = Arrays.stream(THREADS).mapToObj(Team::of).toList();
        List<List<Team>> covers = new ArrayList<>();
        for (int shift = 0; shift < teams.size(); shift++) {
            List<Team> cover = new ArrayList<>();
            for (int i = 0; i < schedules.size(); i++) {
                int threads = (i + shift) % teams.size();
                cover.add(schedules.get(i).apply(teams.get(threads)));
            }
            covers.add(cover);
        }
        return covers;
    }

    List<String> differences() {
        for (Scenario scenario : Scenario.upTo(LARGEST)) {
            if (differences.isEmpty()) {
                Twins.Outcome expected = twins.runOriginal(Inputs.of(method, scenario));
                inOtherOrders(scenario);
                onTeams(scenario, expected);
            }
        }
        if (differences.isEmpty() && regions == 0 && !loop.reason().contains("never in parallel")) {
            differences.add(loop + " never ran as a region");
        }
        if (differences.isEmpty() && tooFew()) {
            differences.add(loop + " ran " + runs + " times, " + largeRuns + " times of the largest size, " + runsOnMost
                    + " times on the most threads, " + largeRunsOnMost + " times both");
        }
        return differences;
    }

    /** Whether something has kept the loop from being run as often as every loop is. */
    private boolean tooFew() {
        return runs < LEAST_RUNS
                || largeRuns < LEAST_LARGE_RUNS
                || runsOnMost < LEAST_RUNS_ON_MOST
                || largeRunsOnMost < LEAST_LARGE_RUNS_ON_MOST;
    }

    private void count(Scenario scenario, boolean onMost) {
        boolean isLarge = scenario.size() == LARGEST;
        runs++;
        largeRuns += isLarge ? 1 : 0;
        runsOnMost += onMost ? 1 : 0;
        largeRunsOnMost += isLarge && onMost ? 1 : 0;
    }

    private void inOtherOrders(Scenario scenario) {
        Twins.Outcome expected = reorderedTwins.runOriginal(Inputs.of(reorderedMethod, scenario));
        for (int seed = 0; seed < (scenario.size() <= 64 ? 5 : 2); seed++) {
            reordered.start(seed);
            Twins.Outcome actual = reorderedTwins.runVariant(reordered.team(), Inputs.of(reorderedMethod, scenario));
            regions += reordered.regions();
            count(scenario, false);
            report(
                    reorderedTwins.difference(expected, actual, () -> Inputs.of(reorderedMethod, scenario)),
                    scenario,
                    "in order " + seed);
        }
    }

    /** Each cover in turn where there is enough to share out and no two names are one; else two teams, so that all get theirs. */
    private void onTeams(Scenario scenario, Twins.Outcome expected) {
        boolean covered = scenario.sharing() == Sharing.APART && (scenario.size() == 64 || scenario.size() == LARGEST);
        boolean all = covered && scenario.values() != Values.EXTREME;
        List<Team> teams = all ? COVERS.get(cover++ % COVERS.size()) : List.of(next(), next());
        Twins.Outcome first = null;
        for (Team team : teams) {
            if (differences.isEmpty()) {
                Twins.Outcome actual = twins.runVariant(team, Inputs.of(method, scenario));
                count(scenario, team.threads() == THREADS[THREADS.length - 1]);
                report(twins.difference(expected, actual, () -> Inputs.of(method, scenario)), scenario, "on " + team);
                first = first == null ? actual : first;
                report(twins.differenceInBits(first, actual), scenario, "between two teams, the second " + team);
            }
        }
    }

    private Team next() {
        List<Team> teams = COVERS.get(turn % COVERS.size());
        return teams.get(turn++ / COVERS.size() % teams.size());
    }

    private void report(Optional<String> difference, Scenario scenario, String how) {
        difference.ifPresent(text -> differences.add(loop + " " + how + ", " + scenario + ": " + text));
    }
}
