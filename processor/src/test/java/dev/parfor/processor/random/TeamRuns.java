package dev.parfor.processor.random;

import dev.parfor.processor.corpus.Twins;
import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.Team;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Runs an accepted random loop on true teams. */
final class TeamRuns {

    private static final List<Team> TEAMS = List.of(
            Team.of(2).withSchedule(Schedule.DYNAMIC, 1),
            Team.of(3).withSchedule(Schedule.STEALING),
            Team.of(7).withSchedule(Schedule.STATIC, 2),
            Team.of(2),
            Team.of(1));

    private static final Set<String> BLOCKS =
            Set.of(Theme.HASHES.name(), Theme.SUMS.name(), Theme.PHASES.name(), Theme.EXTREMES.name());

    private TeamRuns() {}

    /** Whether the variant puts blocks together, for which a loop has to be long; no input of such a size has rows or objects. */
    private static boolean hasBlocks(Program program) {
        boolean isAbout = program.theme().equals(Theme.FRACTIONS.name())
                || program.result().kind() != Kind.DOUBLE && BLOCKS.contains(program.theme());
        return isAbout
                && program.parameters().stream()
                        .allMatch(p -> p.kind().compareTo(Kind.DOUBLES) <= 0 || p.kind() == Kind.NUMBERS);
    }

    /** Which team runs a variant makes no difference at all. */
    private static Supplier<Optional<String>> bits(Twins twins, Twins.Outcome first, Twins.Outcome actual) {
        return () -> twins.differenceInBits(first, actual).map(text -> "not as on the first team: " + text);
    }

    static Optional<String> difference(Program program, Method method, Method variant) {
        boolean sums = program.result().kind() == Kind.DOUBLE || Twins.merges(variant);
        double tolerance = sums ? 1e-9 : 0;
        Twins twins = new Twins(method, variant, tolerance, program.comparesAfterThrow());
        int rounds = hasBlocks(program) ? 8 : 6;
        for (int round = 0; round < rounds; round++) {
            int size = round < 3 ? 11 : round < 6 ? 60 : 2500;
            Map<String, Object> input = RandomInputs.make(program, round, round % 3 == 2, size);
            if (Checker.interpret(program, method.getDeclaringClass(), input, new AccessLog(), false)
                    .isPresent()) {
                Twins.Outcome expected =
                        twins.runOriginal(Checker.arguments(program, method.getDeclaringClass(), input));
                Twins.Outcome first = null;
                for (Team team : TEAMS) {
                    Object[] arguments = Checker.arguments(program, method.getDeclaringClass(), input);
                    Twins.Outcome actual = twins.runVariant(team, arguments);
                    first = first == null ? actual : first;
                    Optional<String> difference = twins.difference(
                                    expected,
                                    actual,
                                    () -> Checker.arguments(program, method.getDeclaringClass(), input))
                            .or(bits(twins, first, actual));
                    if (difference.isPresent()) {
                        return difference.map(text -> "on " + team + ": " + text);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
