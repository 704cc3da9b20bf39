package dev.parfor.examples;

import dev.parfor.ParallelFor;
import java.io.IOException;
import java.util.List;

/**
 * Finds the edges in a photograph: the length of the brightness gradient by Sobel's operator, a stencil of three by
 * three pixels.
 *
 * <p>A stencil reads its neighbours. Into another array that is harmless; in place it would be the classic mistake,
 * since a neighbour may or may not have been replaced already (the gallery shows how the compiler refuses that). The
 * result array is born inside the method, so nobody else can hold it and nothing has to be checked at run time.
 *
 * <p>The border stays black: the loops run over the inner pixels only.
 */
final class Ex03EdgeDetection {

    private Ex03EdgeDetection() {}

    @ParallelFor
    static double[] sobel(double[] gray, int width, int height) {
        double[] edges = new double[gray.length];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                double above =
                        gray[(y - 1) * width + x - 1] + 2 * gray[(y - 1) * width + x] + gray[(y - 1) * width + x + 1];
                double below =
                        gray[(y + 1) * width + x - 1] + 2 * gray[(y + 1) * width + x] + gray[(y + 1) * width + x + 1];
                double left =
                        gray[(y - 1) * width + x - 1] + 2 * gray[y * width + x - 1] + gray[(y + 1) * width + x - 1];
                double right =
                        gray[(y - 1) * width + x + 1] + 2 * gray[y * width + x + 1] + gray[(y + 1) * width + x + 1];
                double dx = right - left;
                double dy = below - above;
                edges[y * width + x] = Math.sqrt(dx * dx + dy * dy);
            }
        }
        return edges;
    }

    static List<Comparison.Row> show() throws IOException {
        Image photo = Examples.photograph();
        int width = photo.width();
        int height = photo.height();
        Comparison.Row luminance = Comparison.of(
                "Ex03 luminance, 600 x 400 pixels",
                photo::luminance,
                () -> ImageParallel.luminance(photo),
                Comparison.sameBits());
        double[] gray = photo.luminance();
        Comparison.Row sobel = Comparison.of(
                "Ex03 Sobel edges, 600 x 400 pixels",
                () -> sobel(gray, width, height),
                () -> Ex03EdgeDetectionParallel.sobel(gray, width, height),
                Comparison.sameBits());
        Image.gray(width, height, Ex03EdgeDetectionParallel.sobel(gray, width, height))
                .write(Examples.output("ex03-edges.png"));
        return List.of(luminance, sobel);
    }

    public static void main(String[] args) throws IOException {
        Comparison.print(show());
    }
}
