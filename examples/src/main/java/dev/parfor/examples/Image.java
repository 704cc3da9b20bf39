package dev.parfor.examples;

import dev.parfor.ParallelFor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A picture, held the way image libraries hold it: one array, row after row, one {@code int} a pixel with eight bits
 * each for red, green and blue; the pixel in column {@code x} of row {@code y} is {@code pixels[y * width + x]}.
 *
 * <p>The fields are private, and stay so: the parallel variant of {@link #luminance} reaches them nevertheless.
 */
final class Image {

    private final int width;
    private final int height;
    private final int[] pixels;

    /** A black picture. */
    Image(int width, int height) {
        this(width, height, new int[width * height]);
    }

    /** A picture over the given pixels, which are not copied. */
    Image(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    static Image read(InputStream png) throws IOException {
        BufferedImage read = ImageIO.read(png);
        int width = read.getWidth();
        int height = read.getHeight();
        return new Image(width, height, read.getRGB(0, 0, width, height, null, 0, width));
    }

    /** A grey picture; values outside 0 to 255 are clamped. */
    static Image gray(int width, int height, double[] luminance) {
        Image image = new Image(width, height);
        for (int i = 0; i < luminance.length; i++) {
            image.pixels[i] = rgb(luminance[i], luminance[i], luminance[i]);
        }
        return image;
    }

    void write(Path png) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(image, "png", png.toFile());
        System.out.println("wrote " + png);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int[] pixels() {
        return pixels;
    }

    /** How bright each pixel is, from 0 to 255 (the weights of ITU-R BT.709). */
    @ParallelFor
    double[] luminance() {
        double[] luminance = new double[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = pixels[y * width + x];
                luminance[y * width + x] = 0.2126 * red(pixel) + 0.7152 * green(pixel) + 0.0722 * blue(pixel);
            }
        }
        return luminance;
    }

    static int red(int pixel) {
        return pixel >> 16 & 0xff;
    }

    static int green(int pixel) {
        return pixel >> 8 & 0xff;
    }

    static int blue(int pixel) {
        return pixel & 0xff;
    }

    /** A pixel of three channels, each rounded and clamped to 0 to 255. */
    static int rgb(double red, double green, double blue) {
        return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
    }

    private static int clamp(double channel) {
        return (int) Math.min(255, Math.max(0, channel + 0.5));
    }
}
