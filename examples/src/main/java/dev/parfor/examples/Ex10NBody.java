package dev.parfor.examples;

import dev.parfor.ParallelFor;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Two disc galaxies meet: every body attracts every other.
 *
 * <p>The loop over time can't be parallel, since each step starts from the one before. The loops inside it can: they
 * are marked where they stand, at their variables. In the first, a body sums up the pull of all others and writes its
 * own acceleration; the three sums are locals of the iteration, so they keep their order and the result has the same
 * bits as the sequential one. In the second, each body moves itself.
 *
 * <p>One array per coordinate ({@code x[i]}, {@code y[i]}, …) instead of objects with fields is how such codes are
 * written for speed. For the proof it means: ten private arrays, three of them written in the first loop and six in
 * the second; that they are ten <em>different</em> arrays is checked before each loop.
 */
final class Ex10NBody {

    /** Keeps close encounters finite. */
    private static final double SOFTENING = 0.05 * 0.05;

    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final double[] vx;
    private final double[] vy;
    private final double[] vz;
    private final double[] ax;
    private final double[] ay;
    private final double[] az;
    private final double[] mass;

    Ex10NBody(int bodies) {
        x = new double[bodies];
        y = new double[bodies];
        z = new double[bodies];
        vx = new double[bodies];
        vy = new double[bodies];
        vz = new double[bodies];
        ax = new double[bodies];
        ay = new double[bodies];
        az = new double[bodies];
        mass = new double[bodies];
    }

    /** Moves all bodies by {@code steps} of length {@code dt} (semi-implicit Euler, which bounds the energy). */
    void simulate(int steps, double dt) {
        for (int step = 0; step < steps; step++) {
            for (@ParallelFor int i = 0; i < x.length; i++) {
                double sx = 0;
                double sy = 0;
                double sz = 0;
                for (int j = 0; j < x.length; j++) {
                    double dx = x[j] - x[i];
                    double dy = y[j] - y[i];
                    double dz = z[j] - z[i];
                    double square = dx * dx + dy * dy + dz * dz + SOFTENING;
                    double pull = mass[j] / (square * Math.sqrt(square));
                    sx += pull * dx;
                    sy += pull * dy;
                    sz += pull * dz;
                }
                ax[i] = sx;
                ay[i] = sy;
                az[i] = sz;
            }
            for (@ParallelFor int i = 0; i < x.length; i++) {
                vx[i] += dt * ax[i];
                vy[i] += dt * ay[i];
                vz[i] += dt * az[i];
                x[i] += dt * vx[i];
                y[i] += dt * vy[i];
                z[i] += dt * vz[i];
            }
        }
    }

    /** Two discs of bodies on circular orbits around a heavy centre, on course to pass each other. */
    static Ex10NBody galaxies(int bodies) {
        Ex10NBody all = new Ex10NBody(bodies);
        all.disc(0, bodies / 2, -1.6, -0.5, 0.45, 0.3);
        all.disc(bodies / 2, bodies, 1.6, 0.5, -0.45, 1.2);
        return all;
    }

    private void disc(int from, int to, double centerX, double centerY, double speed, double tilt) {
        double heavy = 1;
        for (int i = from; i < to; i++) {
            int number = i - from;
            double radius = i == from ? 0 : 0.2 + 0.8 * number / (to - from);
            double angle = number * Math.PI * (3 - Math.sqrt(5));
            double orbit = i == from ? 0 : Math.sqrt(heavy / radius);
            x[i] = centerX + radius * Math.cos(angle);
            y[i] = centerY + radius * Math.sin(angle) * Math.cos(tilt);
            z[i] = radius * Math.sin(angle) * Math.sin(tilt);
            vx[i] = speed - orbit * Math.sin(angle);
            vy[i] = orbit * Math.cos(angle) * Math.cos(tilt);
            vz[i] = orbit * Math.cos(angle) * Math.sin(tilt);
            mass[i] = i == from ? heavy : 0.05 / (to - from);
        }
    }

    /** Kinetic and potential energy; stays the same but for the error of the steps. */
    double energy() {
        double energy = 0;
        for (int i = 0; i < x.length; i++) {
            energy += 0.5 * mass[i] * (vx[i] * vx[i] + vy[i] * vy[i] + vz[i] * vz[i]);
            for (int j = 0; j < i; j++) {
                double dx = x[j] - x[i];
                double dy = y[j] - y[i];
                double dz = z[j] - z[i];
                energy -= mass[i] * mass[j] / Math.sqrt(dx * dx + dy * dy + dz * dz + SOFTENING);
            }
        }
        return energy;
    }

    double[][] positions() {
        return new double[][] {x, y, z};
    }

    static List<Comparison.Row> show() throws IOException {
        int bodies = 2000;

        // Each side has its own galaxies and is run equally often, so both end at the same time.
        Ex10NBody one = galaxies(bodies);
        Ex10NBody two = galaxies(bodies);
        Comparison.Row row = Comparison.of(
                "Ex10 n-body, 2000 bodies, 20 steps",
                () -> {
                    one.simulate(20, 0.01);
                    return one.positions();
                },
                () -> {
                    Ex10NBodyParallel.simulate(two, 20, 0.01);
                    return two.positions();
                },
                Comparison.sameBits());

        Ex10NBody meeting = galaxies(bodies);
        double before = meeting.energy();
        Ex10NBodyParallel.simulate(meeting, 210, 0.01);
        System.out.printf(
                Locale.ROOT, "energy at the start %.5f, when the galaxies meet %.5f%n", before, meeting.energy());
        meeting.picture(800, 500).write(Examples.output("ex10-galaxies.png"));
        return List.of(row);
    }

    /** The bodies seen from above, one galaxy orange, the other blue. */
    Image picture(int width, int height) {
        Image image = new Image(width, height);
        for (int i = 0; i < x.length; i++) {
            int column = (int) Math.round(width / 2.0 + x[i] * 150);
            int line = (int) Math.round(height / 2.0 - y[i] * 150);
            int color = i < x.length / 2 ? 0xffb060 : 0x80c0ff;
            for (int py = Math.max(0, line); py < Math.min(height, line + 2); py++) {
                for (int px = Math.max(0, column); px < Math.min(width, column + 2); px++) {
                    image.pixels()[py * width + px] = color;
                }
            }
        }
        return image;
    }

    public static void main(String[] args) throws IOException {
        Comparison.print(show());
    }
}
