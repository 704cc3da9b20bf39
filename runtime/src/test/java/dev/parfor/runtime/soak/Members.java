package dev.parfor.runtime.soak;

import dev.parfor.runtime.Team;

/** A team that may be closed at any time, and whether that has begun. */
final class Members {

    private final Team team;
    private volatile boolean isClosing;

    Members(int threads) {
        this.team = Team.of(threads);
    }

    Team team() {
        return team;
    }

    boolean isClosing() {
        return isClosing;
    }

    void close() {
        isClosing = true;
        team.close();
    }

    /** What the names of its threads begin with. */
    String prefix() {
        String text = team.toString();
        return text.substring(0, text.indexOf(' ')) + "-worker-";
    }

    @Override
    public String toString() {
        return "team of " + team.threads();
    }
}
