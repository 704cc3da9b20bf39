package dev.parfor.examples.study;

import dev.parfor.runtime.Team;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/** What there is to see in a photograph: noise, edges, lines and colours. */
final class Survey {

    /** What was found; equal for equal pictures. */
    record Result(double noise, double entropy, int edges, List<Lines.Line> lines, int rounds, int painted) {}

    private static final int ANGLES = 720;
    private static final int LEAST_VOTES = 60;
    private static final int COLOURS = 24;
    private static final int MOST_ROUNDS = 30;

    private Survey() {}

    /** @param team for the variants of the three annotated methods; without one, these methods themselves */
    static Result of(BufferedImage picture, Optional<Team> team) {
        Plane plane = Plane.luminance(picture);
        Plane noisy = Denoise.addNoise(plane, 12, 1);
        Plane clean = team.map(t -> DenoiseParallel.nonLocalMeans(t, noisy, 4, 2, 120))
                .orElseGet(() -> Denoise.nonLocalMeans(noisy, 4, 2, 120));
        double noise = Denoise.difference(plane, clean);
        Plane calm = team.map(t -> DenoiseParallel.median(t, clean)).orElseGet(() -> Denoise.median(clean));
        Plane smooth = Edges.smooth(calm, 1.4);
        smooth.stretch();

        Plane thin = new Edges(smooth).thin();
        int threshold = Edges.threshold(thin.histogram());
        boolean[] edge = Edges.follow(thin, threshold, threshold / 2.0);

        int[] x = Lines.places(edge, plane.width(), false);
        int[] y = Lines.places(edge, plane.width(), true);
        int[][] votes = Lines.vote(x, y, ANGLES, plane.width() + plane.height());
        List<Lines.Line> lines = Lines.peaks(votes, LEAST_VOTES);

        int[] pixels = Colours.pixels(picture);
        Colours colours = Colours.start(pixels, COLOURS);
        int[] nearest = new int[pixels.length];
        int rounds = 0;
        int changed = 1;
        while (changed > 0 && rounds < MOST_ROUNDS) {
            changed = team.map(t -> ColoursParallel.assign(t, colours, pixels, nearest))
                    .orElseGet(() -> colours.assign(pixels, nearest));
            colours.move(pixels, nearest);
            rounds++;
        }
        return new Result(noise, smooth.entropy(), x.length, lines, rounds, Arrays.hashCode(colours.paint(nearest)));
    }

    static BufferedImage photograph() throws IOException {
        try (InputStream in = Survey.class.getResourceAsStream("/dev/parfor/examples/coffee.png")) {
            return ImageIO.read(in);
        }
    }

    /** Runs as it was written, as often as the argument says: the run to be recorded. */
    public static void main(String[] args) throws IOException {
        BufferedImage picture = photograph();
        for (int run = 0; run < Integer.parseInt(args[0]); run++) {
            Result result = of(picture, Optional.empty());
            System.out.printf(
                    Locale.ROOT,
                    "noise left %.3f, entropy %.3f, %d pixels of edges, %d lines, %d rounds, colours %08x%n",
                    result.noise(),
                    result.entropy(),
                    result.edges(),
                    result.lines().size(),
                    result.rounds(),
                    result.painted());
        }
    }
}
