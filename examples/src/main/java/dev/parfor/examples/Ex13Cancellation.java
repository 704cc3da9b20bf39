package dev.parfor.examples;

import dev.parfor.runtime.CancellationToken;
import dev.parfor.runtime.LoopCancelledException;
import dev.parfor.runtime.Team;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Ends a loop that takes too long, and watches one that takes its time.
 *
 * <p>Nothing is added to the loop for this. Whoever calls the variant of {@link Ex04Mandelbrot#draw} passes a team, and a
 * team can come with a deadline, with a token that another thread cancels (a "Stop" button) or with a listener that is told
 * of the progress. A loop that is ended throws; its result must not be used, and the team serves the next loop.
 */
final class Ex13Cancellation {

    private Ex13Cancellation() {}

    /** Draws a picture so deep that it takes a long time; how deep is in {@code limit}. */
    static int[] draw(Team team, int limit) {
        return Ex04MandelbrotParallel.draw(team, 600, 400, -0.748, 0.1, 2e-5, limit);
    }

    static List<Comparison.Row> show() throws IOException {
        try (Team team = Team.of(2)) {
            try {
                draw(team.withDeadline(Duration.ofMillis(100)), 100_000);
                System.out.println("a fast machine: done before the deadline");
            } catch (LoopCancelledException late) {
                System.out.println(late.getMessage());
            }

            CancellationToken token = new CancellationToken();
            Thread user = new Thread(token::cancel);
            user.start();
            try {
                draw(team.withToken(token), 100_000);
                System.out.println("done before the user could stop it");
            } catch (LoopCancelledException stopped) {
                System.out.println(stopped.getMessage());
            }

            int[] pixels;
            long[] told = new long[1];
            try (Bar bar = Bar.onTerminal("Mandelbrot")) {
                pixels = draw(
                        team.withProgress((loop, completed, rows) -> {
                            told[0]++;
                            bar.progress(loop, completed, rows);
                        }),
                        4000);
            }
            System.out.println("told of progress " + (told[0] > 1 ? told[0] + " times" : "once"));
            new Image(600, 400, pixels).write(Examples.output("ex13-detail.png"));
        }
        return List.of();
    }

    public static void main(String[] args) throws IOException {
        show();
    }
}
