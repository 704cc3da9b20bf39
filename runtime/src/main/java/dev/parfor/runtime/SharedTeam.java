package dev.parfor.runtime;

import java.util.Locale;

/** The shared team, or why there is none: an error in a static initializer would be told once and then hidden. */
final class SharedTeam {

    static final Team TEAM;
    static final String PROBLEM;

    static {
        Team team = null;
        String problem = null;
        try {
            team = make(System.getProperty("parfor.threads"), System.getProperty("parfor.schedule"));
            if (wantsStatistics(System.getProperty("parfor.statistics"))) {
                team = printingAtExit(team);
            }
        } catch (IllegalArgumentException wrong) {
            team = null;
            problem = wrong.getMessage();
        }
        TEAM = team;
        PROBLEM = problem;
    }

    private SharedTeam() {}

    static Team make(String threads, String schedule) {
        int number = threads == null
                ? Runtime.getRuntime().availableProcessors()
                : number("parfor.threads", threads, threads, 1, Short.MAX_VALUE);
        Team team = Team.of(number, true);
        if (schedule == null) {
            return team;
        }
        String[] parts = schedule.split(",", 2);
        int chunk = parts.length == 1 ? 0 : number("parfor.schedule", schedule, parts[1], 0, Integer.MAX_VALUE);
        for (Schedule known : Schedule.values()) {
            if (known.name().equals(parts[0].trim().toUpperCase(Locale.ROOT))) {
                return team.withSchedule(known, chunk);
            }
        }
        throw new IllegalArgumentException("property parfor.schedule is \"" + schedule
                + "\": not one of auto, static, dynamic, guided, stealing, with or without a chunk (dynamic,64)");
    }

    static boolean wantsStatistics(String value) {
        if (value == null || value.trim().equals("false")) {
            return false;
        }
        if (value.isBlank() || value.trim().equals("true")) {
            return true;
        }
        throw new IllegalArgumentException("property parfor.statistics is \"" + value + "\": not true or false");
    }

    private static Team printingAtExit(Team team) {
        Statistics statistics = new Statistics();
        Thread printer = new Thread(() -> System.err.print(statistics), "parfor-statistics");
        try {
            Runtime.getRuntime().addShutdownHook(printer);
        } catch (IllegalStateException alreadyEnding) {
            return team;
        }
        return team.withStatistics(statistics);
    }

    private static int number(String property, String value, String text, int min, int max) {
        try {
            int number = Integer.parseInt(text.trim());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new IllegalArgumentException(
                "property " + property + " is \"" + value + "\": not a number from " + min + " to " + max);
    }
}
