package dev.parfor.examples.study;

import java.awt.image.BufferedImage;

/** One channel of a picture, row after row, each value from 0 to 255. */
record Plane(int width, int height, double[] values) {

    Plane(int width, int height) {
        this(width, height, new double[width * height]);
    }

    /** The value at a place, or at the nearest one of the picture. */
    double at(int x, int y) {
        return values[clamp(y, height) * width + clamp(x, width)];
    }

    static int clamp(int position, int size) {
        return Math.max(0, Math.min(size - 1, position));
    }

    /** How bright a picture is (the weights of ITU-R BT.709). */
    static Plane luminance(BufferedImage picture) {
        Plane plane = new Plane(picture.getWidth(), picture.getHeight());
        for (int y = 0; y < plane.height; y++) {
            for (int x = 0; x < plane.width; x++) {
                int pixel = picture.getRGB(x, y);
                plane.values[y * plane.width + x] =
                        0.2126 * (pixel >> 16 & 255) + 0.7152 * (pixel >> 8 & 255) + 0.0722 * (pixel & 255);
            }
        }
        return plane;
    }

    double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Stretches the values to all of 0 to 255. */
    void stretch() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double range = Math.max(1e-9, most - least);
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - least) / range * 255;
        }
    }

    /** How many values round to each of 0 to 255. */
    int[] histogram() {
        int[] counts = new int[256];
        for (double value : values) {
            counts[clamp((int) Math.round(value), 256)]++;
        }
        return counts;
    }

    /** Bits of information in a pixel (Shannon). */
    double entropy() {
        double bits = 0;
        for (int count : histogram()) {
            if (count > 0) {
                double share = (double) count / values.length;
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }
}
