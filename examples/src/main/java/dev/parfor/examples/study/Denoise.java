package dev.parfor.examples.study;

import dev.parfor.ParallelFor;
import java.util.Arrays;

/** Takes the noise out of a picture. */
final class Denoise {

    private Denoise() {}

    /**
     * The mean of pixels whose surroundings look alike. Source: A. Buades, B. Coll and J.-M. Morel, "A Non-Local Algorithm
     * for Image Denoising", CVPR 2005.
     */
    @ParallelFor
    static Plane nonLocalMeans(Plane in, int search, int patch, double strength) {
        int width = in.width();
        int height = in.height();
        double[] result = new double[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                double weights = 0;
                for (int dy = -search; dy <= search; dy++) {
                    for (int dx = -search; dx <= search; dx++) {
                        double distance = 0;
                        for (int py = -patch; py <= patch; py++) {
                            for (int px = -patch; px <= patch; px++) {
                                double difference = in.at(x + px, y + py) - in.at(x + dx + px, y + dy + py);
                                distance += difference * difference;
                            }
                        }
                        double weight = Math.exp(-distance / (strength * strength));
                        sum += weight * in.at(x + dx, y + dy);
                        weights += weight;
                    }
                }
                result[y * width + x] = sum / weights;
            }
        }
        return new Plane(width, height, result);
    }

    /** The median of nine pixels. */
    @ParallelFor
    static Plane median(Plane in) {
        Plane out = new Plane(in.width(), in.height());
        double[] nine = new double[9];
        for (int y = 0; y < in.height(); y++) {
            for (int x = 0; x < in.width(); x++) {
                int count = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        nine[count++] = in.at(x + dx, y + dy);
                    }
                }
                Arrays.sort(nine);
                out.values()[y * in.width() + x] = nine[4];
            }
        }
        return out;
    }

    /** Noise of a standard deviation, the same in each run. */
    static Plane addNoise(Plane in, double deviation, long seed) {
        Plane out = new Plane(in.width(), in.height());
        java.util.Random random = new java.util.Random(seed);
        for (int i = 0; i < in.values().length; i++) {
            out.values()[i] = in.values()[i] + deviation * random.nextGaussian();
        }
        return out;
    }

    /** Root of the mean square of the differences. */
    static double difference(Plane a, Plane b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            double d = a.values()[i] - b.values()[i];
            sum += d * d;
        }
        return Math.sqrt(sum / a.values().length);
    }
}
