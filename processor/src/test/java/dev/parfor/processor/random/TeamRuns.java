package dev.parfor.processor.random;

import dev.parfor.processor.corpus.Twins;
import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.Team;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs an accepted random loop on true teams. */
final class TeamRuns {

    private static final List<Team> TEAMS = List.of(
            Team.of(2).withSchedule(Schedule.DYNAMIC, 1),
            Team.of(3).withSchedule(Schedule.STEALING),
            Team.of(7).withSchedule(Schedule.STATIC, 2),
            Team.of(2));

    private TeamRuns() {}

    static Optional<String> difference(Program program, Method method, Method variant) {
        boolean sums = program.result().kind() == Kind.DOUBLE || Twins.merges(variant);
        double tolerance = sums ? 1e-9 : 0;
        Twins twins = new Twins(method, variant, tolerance, program.comparesAfterThrow());
        for (int round = 0; round < 6; round++) {
            Map<String, Object> input = RandomInputs.make(program, round, round % 3 == 2, round < 3 ? 11 : 60);
            if (Checker.interpret(program, method.getDeclaringClass(), input, new AccessLog())
                    .isPresent()) {
                Twins.Outcome expected =
                        twins.runOriginal(Checker.arguments(program, method.getDeclaringClass(), input));
                for (Team team : TEAMS) {
                    Object[] arguments = Checker.arguments(program, method.getDeclaringClass(), input);
                    Optional<String> difference = twins.difference(
                            expected,
                            twins.runVariant(team, arguments),
                            () -> Checker.arguments(program, method.getDeclaringClass(), input));
                    if (difference.isPresent()) {
                        return difference.map(text -> "on " + team + ": " + text);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
