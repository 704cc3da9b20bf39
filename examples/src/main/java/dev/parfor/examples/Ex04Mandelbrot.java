package dev.parfor.examples;

import static dev.parfor.Schedule.DYNAMIC;

import dev.parfor.ParallelFor;
import java.io.IOException;
import java.util.List;

/**
 * Draws the Mandelbrot set: for each pixel {@code c}, how long {@code z = z² + c} stays near zero.
 *
 * <p>Pixels don't know of each other, so the loop is easy to prove; what it needs is a schedule. Rows through the set
 * take up to a thousand steps a pixel, rows outside take a few, so that equal shares of rows are unequal shares of
 * work: {@code DYNAMIC} hands the rows out as workers become free.
 *
 * <p>The loop inside {@code escape} ends early, and may: it is an inner loop, in a helper method. Only the loop that
 * is made parallel has to run through.
 */
final class Ex04Mandelbrot {

    private Ex04Mandelbrot() {}

    @ParallelFor(schedule = DYNAMIC)
    static int[] draw(int width, int height, double centerX, double centerY, double pixelSize, int limit) {
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            double im = centerY - (y - height / 2) * pixelSize;
            for (int x = 0; x < width; x++) {
                double re = centerX + (x - width / 2) * pixelSize;
                pixels[y * width + x] = color(escape(re, im, limit), limit);
            }
        }
        return pixels;
    }

    /** Steps until the orbit of zero leaves the circle of radius two, at most {@code limit}. */
    static int escape(double re, double im, int limit) {
        double x = 0;
        double y = 0;
        int steps = 0;
        while (steps < limit && x * x + y * y <= 4) {
            double next = x * x - y * y + re;
            y = 2 * x * y + im;
            x = next;
            steps++;
        }
        return steps;
    }

    /** Black inside the set; outside, three waves of different lengths over the logarithm of the steps. */
    static int color(int steps, int limit) {
        if (steps == limit) {
            return 0;
        }
        double t = Math.log(1 + steps);
        return Image.rgb(wave(t, 0), wave(t, 1), wave(t, 2));
    }

    private static double wave(double t, int channel) {
        return 127.5 * (1 - Math.cos(1.7 * t + 0.6 * channel));
    }

    static List<Comparison.Row> show() throws IOException {
        int width = 900;
        int height = 600;
        int limit = 500;
        Comparison.Row row = Comparison.of(
                "Ex04 Mandelbrot set, 900 x 600 pixels",
                () -> draw(width, height, -0.75, 0, 3.5 / width, limit),
                () -> Ex04MandelbrotParallel.draw(width, height, -0.75, 0, 3.5 / width, limit),
                Comparison.sameBits());
        int[] pixels = Ex04MandelbrotParallel.draw(width, height, -0.75, 0, 3.5 / width, limit);
        new Image(width, height, pixels).write(Examples.output("ex04-mandelbrot.png"));
        return List.of(row);
    }

    public static void main(String[] args) throws IOException {
        Comparison.print(show());
    }
}
