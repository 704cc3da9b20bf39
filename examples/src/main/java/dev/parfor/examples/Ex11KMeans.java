package dev.parfor.examples;

import static dev.parfor.Schedule.DYNAMIC;

import dev.parfor.ParallelFor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds regions of the United States by the places of their airports: k-means, the loop of data analysis.
 *
 * <p>K-means ends in a local optimum that depends on where it starts, and it doesn't say how many clusters there are.
 * So it is run many times, from many starts, for every number of clusters in question, and those runs have nothing to
 * do with each other. This is the loop to make parallel, rather than the ones inside: the outermost loop has the most
 * work per iteration.
 *
 * <p>An iteration calls {@code lloyd}, which allocates arrays, loops until nothing changes and returns a new object.
 * The checker looks into it: all it writes is what it has just made. What comes out goes to {@code runs[r]}, one cell
 * an iteration. Runs take unequal time, hence {@code DYNAMIC}.
 *
 * <p>Source: S. Lloyd, "Least Squares Quantization in PCM", IEEE Transactions on Information Theory 28(2), 1982;
 * starts by D. Arthur and S. Vassilvitskii, "k-means++: The Advantages of Careful Seeding", SODA 2007.
 */
final class Ex11KMeans {

    private Ex11KMeans() {}

    /** Where the clusters are, and the sum of the squared distances from the points to the nearest of them. */
    record Clustering(double[] centerX, double[] centerY, double inertia) {}

    /** One run for each start and each number of clusters from 1 to {@code most}. */
    @ParallelFor(schedule = DYNAMIC, chunk = 1)
    static Clustering[] runs(double[] x, double[] y, int most, int starts) {
        Clustering[] runs = new Clustering[most * starts];
        for (int r = 0; r < runs.length; r++) {
            runs[r] = lloyd(x, y, 1 + r / starts, r);
        }
        return runs;
    }

    /** Moves centers to the mean of their points until no point changes its center. */
    static Clustering lloyd(double[] x, double[] y, int clusters, long seed) {
        double[] centerX = new double[clusters];
        double[] centerY = new double[clusters];
        start(x, y, centerX, centerY, seed);
        int[] label = new int[x.length];
        double[] sumX = new double[clusters];
        double[] sumY = new double[clusters];
        int[] count = new int[clusters];
        double inertia = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            inertia = 0;
            for (int c = 0; c < clusters; c++) {
                sumX[c] = 0;
                sumY[c] = 0;
                count[c] = 0;
            }
            for (int i = 0; i < x.length; i++) {
                int nearest = nearest(x[i], y[i], centerX, centerY, clusters);
                changed |= label[i] != nearest;
                label[i] = nearest;
                sumX[nearest] += x[i];
                sumY[nearest] += y[i];
                count[nearest]++;
                inertia += square(x[i], y[i], centerX[nearest], centerY[nearest]);
            }
            for (int c = 0; c < clusters; c++) {
                if (count[c] > 0) {
                    centerX[c] = sumX[c] / count[c];
                    centerY[c] = sumY[c] / count[c];
                }
            }
        }
        return new Clustering(centerX, centerY, inertia);
    }

    /** The nearest of the first {@code clusters} centers. */
    static int nearest(double x, double y, double[] centerX, double[] centerY, int clusters) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < clusters; c++) {
            double distance = square(x, y, centerX[c], centerY[c]);
            if (distance < least) {
                least = distance;
                nearest = c;
            }
        }
        return nearest;
    }

    private static double square(double x, double y, double centerX, double centerY) {
        return (x - centerX) * (x - centerX) + (y - centerY) * (y - centerY);
    }

    /** Takes points as centers, each with a probability that grows with its distance from those taken before. */
    private static void start(double[] x, double[] y, double[] centerX, double[] centerY, long seed) {
        long state = Ex09MonteCarlo.mix(seed + 1);
        int first = (int) (Ex09MonteCarlo.uniform(Ex09MonteCarlo.mix(state)) * x.length);
        centerX[0] = x[first];
        centerY[0] = y[first];
        double[] distance = new double[x.length];
        for (int c = 1; c < centerX.length; c++) {
            double total = 0;
            for (int i = 0; i < x.length; i++) {
                int nearest = nearest(x[i], y[i], centerX, centerY, c);
                distance[i] = square(x[i], y[i], centerX[nearest], centerY[nearest]);
                total += distance[i];
            }
            double rest = Ex09MonteCarlo.uniform(Ex09MonteCarlo.mix(state + c)) * total;
            int taken = 0;
            while (taken < x.length - 1 && rest >= distance[taken]) {
                rest -= distance[taken];
                taken++;
            }
            centerX[c] = x[taken];
            centerY[c] = y[taken];
        }
    }

    /** Longitudes, shrunk to the scale of the latitudes in the middle of the country, and latitudes. */
    static double[][] airports() throws IOException {
        List<double[]> places = new ArrayList<>();
        String[] lines = Examples.text("airports.csv").split("\n");
        for (int i = 1; i < lines.length; i++) {
            // A name may hold a comma, so count from the end: latitude and longitude come last.
            String[] cells = lines[i].trim().split(",");
            double latitude = Double.parseDouble(cells[cells.length - 2]);
            double longitude = Double.parseDouble(cells[cells.length - 1]);
            if (latitude > 24 && latitude < 50 && longitude > -125 && longitude < -66) {
                places.add(new double[] {longitude * Math.cos(Math.toRadians(38)), latitude});
            }
        }
        double[] x = new double[places.size()];
        double[] y = new double[places.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = places.get(i)[0];
            y[i] = places.get(i)[1];
        }
        return new double[][] {x, y};
    }

    static Clustering best(Clustering[] runs, int clusters, int starts) {
        Clustering best = runs[(clusters - 1) * starts];
        for (int s = 1; s < starts; s++) {
            Clustering other = runs[(clusters - 1) * starts + s];
            if (other.inertia() < best.inertia()) {
                best = other;
            }
        }
        return best;
    }

    /** The numbers of all runs: arrays, so that two results can be compared bit by bit. */
    static double[][] numbers(Clustering[] runs) {
        double[][] numbers = new double[3 * runs.length][];
        for (int r = 0; r < runs.length; r++) {
            numbers[3 * r] = runs[r].centerX();
            numbers[3 * r + 1] = runs[r].centerY();
            numbers[3 * r + 2] = new double[] {runs[r].inertia()};
        }
        return numbers;
    }

    static List<Comparison.Row> show() throws IOException {
        double[][] places = airports();
        double[] x = places[0];
        double[] y = places[1];
        int most = 10;
        int starts = 16;
        Comparison.Row row = Comparison.of(
                "Ex11 k-means, 160 runs, " + x.length + " places",
                () -> numbers(runs(x, y, most, starts)),
                () -> numbers(Ex11KMeansParallel.runs(x, y, most, starts)),
                Comparison.sameBits());

        Clustering[] runs = Ex11KMeansParallel.runs(x, y, most, starts);
        System.out.println("clusters   mean distance from an airport to its center, in degrees");
        for (int k = 1; k <= most; k++) {
            double distance = Math.sqrt(best(runs, k, starts).inertia() / x.length);
            System.out.printf(Locale.ROOT, "%8d   %5.2f %s%n", k, distance, "#".repeat((int) (distance * 4)));
        }
        map(x, y, best(runs, 8, starts)).write(Examples.output("ex11-regions.png"));
        return List.of(row);
    }

    /** A map of the airports, colored by cluster, with a white cross at each center. */
    static Image map(double[] x, double[] y, Clustering clustering) {
        int[] colors = {0xe6194b, 0x3cb44b, 0xffe119, 0x4363d8, 0xf58231, 0x911eb4, 0x46f0f0, 0xf032e6};
        Image image = new Image(800, 480);
        for (int i = 0; i < x.length; i++) {
            double[] centerX = clustering.centerX();
            int cluster = nearest(x[i], y[i], centerX, clustering.centerY(), centerX.length);
            dot(image, x[i], y[i], colors[cluster % colors.length], 1, 1);
        }
        for (int c = 0; c < clustering.centerX().length; c++) {
            dot(image, clustering.centerX()[c], clustering.centerY()[c], 0xffffff, 5, 0);
            dot(image, clustering.centerX()[c], clustering.centerY()[c], 0xffffff, 0, 5);
        }
        return image;
    }

    private static void dot(Image image, double x, double y, int color, int halfWidth, int halfHeight) {
        int column = (int) ((x + 99.5) * 16.2);
        int line = (int) ((50 - y) * 17.5);
        for (int dy = -halfHeight; dy <= halfHeight; dy++) {
            for (int dx = -halfWidth; dx <= halfWidth; dx++) {
                int px = Ex02ImageBlur.clamp(column + dx, image.width());
                int py = Ex02ImageBlur.clamp(line + dy, image.height());
                image.pixels()[py * image.width() + px] = color;
            }
        }
    }

    public static void main(String[] args) throws IOException {
        Comparison.print(show());
    }
}
