package dev.parfor.examples;

import dev.parfor.ParallelFor;
import java.io.IOException;
import java.util.List;

/**
 * Blurs a photograph with a Gaussian, first along the rows and then along the columns.
 *
 * <p>Pictures are stored row after row in one array, so the checker meets subscripts such as {@code y * width + x}.
 * That two different pairs {@code (x, y)} never give the same cell is true only because {@code 0 <= x < width}: the
 * inner loop says so. Reading goes anywhere ({@code clamp} picks the nearest pixel at the border), and that is no
 * harm as long as the target is another array than the source. Whether it is, is checked before the loop; blurring a
 * picture onto itself takes the sequential way and gives what the sequential loop gives.
 */
final class Ex02ImageBlur {

    private Ex02ImageBlur() {}

    @ParallelFor
    static void blurRows(Image in, Image out, double[] kernel) {
        int width = in.width();
        int height = in.height();
        int[] source = in.pixels();
        int[] target = out.pixels();
        int radius = kernel.length / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double red = 0;
                double green = 0;
                double blue = 0;
                for (int k = -radius; k <= radius; k++) {
                    int pixel = source[y * width + clamp(x + k, width)];
                    double weight = kernel[k + radius];
                    red += weight * Image.red(pixel);
                    green += weight * Image.green(pixel);
                    blue += weight * Image.blue(pixel);
                }
                target[y * width + x] = Image.rgb(red, green, blue);
            }
        }
    }

    @ParallelFor
    static void blurColumns(Image in, Image out, double[] kernel) {
        int width = in.width();
        int height = in.height();
        int[] source = in.pixels();
        int[] target = out.pixels();
        int radius = kernel.length / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double red = 0;
                double green = 0;
                double blue = 0;
                for (int k = -radius; k <= radius; k++) {
                    int pixel = source[clamp(y + k, height) * width + x];
                    double weight = kernel[k + radius];
                    red += weight * Image.red(pixel);
                    green += weight * Image.green(pixel);
                    blue += weight * Image.blue(pixel);
                }
                target[y * width + x] = Image.rgb(red, green, blue);
            }
        }
    }

    /** The nearest of {@code 0} to {@code size - 1}. */
    static int clamp(int position, int size) {
        return Math.max(0, Math.min(size - 1, position));
    }

    /** Weights of a Gaussian, three standard deviations to each side, that sum to one. */
    static double[] gaussian(double deviation) {
        int radius = (int) Math.ceil(3 * deviation);
        double[] kernel = new double[2 * radius + 1];
        double sum = 0;
        for (int k = -radius; k <= radius; k++) {
            kernel[k + radius] = Math.exp(-k * k / (2 * deviation * deviation));
            sum += kernel[k + radius];
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= sum;
        }
        return kernel;
    }

    static Image blur(Image photo, double[] kernel) {
        Image between = new Image(photo.width(), photo.height());
        Image blurred = new Image(photo.width(), photo.height());
        blurRows(photo, between, kernel);
        blurColumns(between, blurred, kernel);
        return blurred;
    }

    static Image blurParallel(Image photo, double[] kernel) {
        Image between = new Image(photo.width(), photo.height());
        Image blurred = new Image(photo.width(), photo.height());
        Ex02ImageBlurParallel.blurRows(photo, between, kernel);
        Ex02ImageBlurParallel.blurColumns(between, blurred, kernel);
        return blurred;
    }

    static List<Comparison.Row> show() throws IOException {
        Image photo = Examples.photograph();
        double[] kernel = gaussian(5);
        Comparison.Row row = Comparison.of(
                "Ex02 Gaussian blur, 600 x 400 pixels",
                () -> blur(photo, kernel).pixels(),
                () -> blurParallel(photo, kernel).pixels(),
                Comparison.sameBits());
        blurParallel(photo, kernel).write(Examples.output("ex02-blurred.png"));
        return List.of(row);
    }

    public static void main(String[] args) throws IOException {
        Comparison.print(show());
    }
}
