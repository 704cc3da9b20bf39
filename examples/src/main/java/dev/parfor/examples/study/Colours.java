package dev.parfor.examples.study;

import dev.parfor.ParallelFor;
import java.awt.image.BufferedImage;

/** Finds a few colours that a picture can be painted with: k-means in the space of red, green and blue. */
final class Colours {

    final int[] red;
    final int[] green;
    final int[] blue;

    Colours(int count) {
        red = new int[count];
        green = new int[count];
        blue = new int[count];
    }

    static int[] pixels(BufferedImage picture) {
        int width = picture.getWidth();
        int[] pixels = new int[width * picture.getHeight()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = picture.getRGB(i % width, i / width) & 0xffffff;
        }
        return pixels;
    }

    /** Pixels at equal distances to start with. */
    static Colours start(int[] pixels, int count) {
        Colours colours = new Colours(count);
        for (int c = 0; c < count; c++) {
            int pixel = pixels[(int) ((long) c * pixels.length / count)];
            colours.red[c] = pixel >> 16;
            colours.green[c] = pixel >> 8 & 255;
            colours.blue[c] = pixel & 255;
        }
        return colours;
    }

    /** The nearest colour of each pixel; returns how many pixels have got another one. */
    @ParallelFor
    int assign(int[] pixels, int[] nearest) {
        int changed = 0;
        for (int i = 0; i < pixels.length; i++) {
            int best = 0;
            int least = Integer.MAX_VALUE;
            for (int c = 0; c < red.length; c++) {
                int dr = (pixels[i] >> 16) - red[c];
                int dg = (pixels[i] >> 8 & 255) - green[c];
                int db = (pixels[i] & 255) - blue[c];
                int distance = dr * dr + dg * dg + db * db;
                if (distance < least) {
                    least = distance;
                    best = c;
                }
            }
            if (nearest[i] != best) {
                changed++;
            }
            nearest[i] = best;
        }
        return changed;
    }

    /** Each colour becomes the mean of its pixels. */
    void move(int[] pixels, int[] nearest) {
        long[] r = new long[red.length];
        long[] g = new long[red.length];
        long[] b = new long[red.length];
        long[] count = new long[red.length];
        for (int i = 0; i < pixels.length; i++) {
            int c = nearest[i];
            r[c] += pixels[i] >> 16;
            g[c] += pixels[i] >> 8 & 255;
            b[c] += pixels[i] & 255;
            count[c]++;
        }
        for (int c = 0; c < red.length; c++) {
            if (count[c] > 0) {
                red[c] = (int) (r[c] / count[c]);
                green[c] = (int) (g[c] / count[c]);
                blue[c] = (int) (b[c] / count[c]);
            }
        }
    }

    /** The picture in these colours alone. */
    int[] paint(int[] nearest) {
        int[] painted = new int[nearest.length];
        for (int i = 0; i < painted.length; i++) {
            int c = nearest[i];
            painted[i] = red[c] << 16 | green[c] << 8 | blue[c];
        }
        return painted;
    }
}
