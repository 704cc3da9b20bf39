package dev.parfor.examples;

import dev.parfor.ParallelFor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Compresses a photograph by matrix products, in both ways people store a matrix.
 *
 * <p>The cosine transform of a picture {@code X} is {@code C·X·Cᵀ} with a fixed matrix {@code C}. Most of a
 * photograph sits in few of the transformed values; dropping nineteen in twenty and transforming back gives almost
 * the same picture. JPEG does this in blocks of eight by eight; here the whole picture is one block, which makes the
 * products large.
 *
 * <p><b>An array of rows</b>, {@code double[][]}: iteration {@code i} writes row {@code c[i]}. Java allows one row to
 * stand in an array twice, or in two arrays, so the variant first checks that the rows written are distinct and that
 * none is also read.
 *
 * <p><b>One flat array</b>: iteration {@code i} writes {@code c[i * columns + j]} for {@code 0 <= j < columns}. No
 * aliases among rows here; the proof is arithmetic, and the check is that {@code c} is neither {@code a} nor {@code
 * b}.
 */
final class Ex05MatrixProduct {

    private Ex05MatrixProduct() {}

    /** Sets {@code c} to the product of {@code a} and {@code b}. */
    @ParallelFor
    static void multiply(double[][] a, double[][] b, double[][] c) {
        for (int i = 0; i < a.length; i++) {
            double[] row = c[i];
            for (int j = 0; j < row.length; j++) {
                row[j] = 0;
            }
            for (int k = 0; k < b.length; k++) {
                double factor = a[i][k];
                double[] other = b[k];
                for (int j = 0; j < row.length; j++) {
                    row[j] += factor * other[j];
                }
            }
        }
    }

    /** The same for matrices that are stored row after row: {@code c} has as many rows as {@code a}. */
    @ParallelFor
    static void multiplyFlat(double[] a, double[] b, double[] c, int rows, int inner, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                c[i * columns + j] = 0;
            }
            for (int k = 0; k < inner; k++) {
                double factor = a[i * inner + k];
                for (int j = 0; j < columns; j++) {
                    c[i * columns + j] += factor * b[k * columns + j];
                }
            }
        }
    }

    /** The orthogonal matrix of the cosine transform (DCT-II); its inverse is its transpose. */
    static double[][] cosines(int size) {
        double[][] matrix = new double[size][size];
        for (int k = 0; k < size; k++) {
            double norm = Math.sqrt((k == 0 ? 1.0 : 2.0) / size);
            for (int i = 0; i < size; i++) {
                matrix[k][i] = norm * Math.cos(Math.PI * (i + 0.5) * k / size);
            }
        }
        return matrix;
    }

    static double[][] transpose(double[][] matrix) {
        double[][] transposed = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }

    static double[] flatten(double[][] matrix) {
        int columns = matrix[0].length;
        double[] flat = new double[matrix.length * columns];
        for (int i = 0; i < matrix.length; i++) {
            System.arraycopy(matrix[i], 0, flat, i * columns, columns);
        }
        return flat;
    }

    static double[][] rows(double[] flat, int columns) {
        double[][] matrix = new double[flat.length / columns][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = Arrays.copyOfRange(flat, i * columns, (i + 1) * columns);
        }
        return matrix;
    }

    /** What {@link #multiply} or its variant is, so that both go through the same code. */
    interface Product {
        void multiply(double[][] a, double[][] b, double[][] c);
    }

    /** What {@link #multiplyFlat} or its variant is. */
    interface FlatProduct {
        void multiply(double[] a, double[] b, double[] c, int rows, int inner, int columns);
    }

    /** {@code a·b·c}. */
    static double[][] product(double[][] a, double[][] b, double[][] c, Product product) {
        double[][] ab = new double[a.length][b[0].length];
        double[][] abc = new double[a.length][c[0].length];
        product.multiply(a, b, ab);
        product.multiply(ab, c, abc);
        return abc;
    }

    /** {@code a·b·c} for a square {@code a} of {@code height} and a square {@code c} of {@code width} columns. */
    static double[] productFlat(double[] a, double[] b, double[] c, int height, int width, FlatProduct product) {
        double[] ab = new double[height * width];
        double[] abc = new double[height * width];
        product.multiply(a, b, ab, height, height, width);
        product.multiply(ab, c, abc, height, width, width);
        return abc;
    }

    /** Sets small values to zero; returns how many are left. */
    static int dropSmall(double[] values, double least) {
        int kept = 0;
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) < least) {
                values[i] = 0;
            } else {
                kept++;
            }
        }
        return kept;
    }

    /** The channels of a picture as they come back from transforming, dropping small values and transforming back. */
    static double[][] compress(double[][] channels, int height, int width, double least, Product product) {
        double[][] left = cosines(height);
        double[][] right = cosines(width);
        double[][] result = new double[channels.length][];
        for (int c = 0; c < channels.length; c++) {
            double[][] transformed = product(left, rows(channels[c], width), transpose(right), product);
            for (double[] row : transformed) {
                dropSmall(row, least);
            }
            result[c] = flatten(product(transpose(left), transformed, right, product));
        }
        return result;
    }

    /** The same with flat matrices. */
    static double[][] compressFlat(double[][] channels, int height, int width, double least, FlatProduct product) {
        double[] left = flatten(cosines(height));
        double[] right = flatten(cosines(width));
        double[] leftBack = flatten(transpose(cosines(height)));
        double[] rightBack = flatten(transpose(cosines(width)));
        double[][] result = new double[channels.length][];
        for (int c = 0; c < channels.length; c++) {
            double[] transformed = productFlat(left, channels[c], rightBack, height, width, product);
            dropSmall(transformed, least);
            result[c] = productFlat(leftBack, transformed, right, height, width, product);
        }
        return result;
    }

    /** Red, green and blue of a picture. */
    static double[][] channels(Image image) {
        int[] pixels = image.pixels();
        double[][] channels = new double[3][pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            channels[0][i] = Image.red(pixels[i]);
            channels[1][i] = Image.green(pixels[i]);
            channels[2][i] = Image.blue(pixels[i]);
        }
        return channels;
    }

    static List<Comparison.Row> show() throws IOException {
        Image photo = Examples.photograph();
        int width = photo.width();
        int height = photo.height();
        double[][] channels = channels(photo);
        double least = 40;
        Comparison.Row byRows = Comparison.of(
                "Ex05 matrix products, double[][]",
                () -> compress(channels, height, width, least, Ex05MatrixProduct::multiply),
                () -> compress(channels, height, width, least, Ex05MatrixProductParallel::multiply),
                Comparison.sameBits());
        Comparison.Row flat = Comparison.of(
                "Ex05 matrix products, double[]",
                () -> compressFlat(channels, height, width, least, Ex05MatrixProduct::multiplyFlat),
                () -> compressFlat(channels, height, width, least, Ex05MatrixProductParallel::multiplyFlat),
                Comparison.sameBits());

        double[][] back = compress(channels, height, width, least, Ex05MatrixProductParallel::multiply);
        int[] pixels = new int[width * height];
        double error = 0;
        int kept = 0;
        double[] left = flatten(cosines(height));
        double[] right = flatten(transpose(cosines(width)));
        for (int c = 0; c < 3; c++) {
            kept += dropSmall(
                    productFlat(left, channels[c], right, height, width, Ex05MatrixProductParallel::multiplyFlat),
                    least);
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Image.rgb(back[0][i], back[1][i], back[2][i]);
            for (int c = 0; c < 3; c++) {
                error += Math.abs(back[c][i] - channels[c][i]);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "kept %.1f %% of the values; a channel of a pixel is off by %.1f of 255 on average%n",
                100.0 * kept / (3 * pixels.length),
                error / (3 * pixels.length));
        new Image(width, height, pixels).write(Examples.output("ex05-compressed.png"));
        return List.of(byRows, flat);
    }

    public static void main(String[] args) throws IOException {
        Comparison.print(show());
    }
}
