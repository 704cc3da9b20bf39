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
 * products large. Their results go into the same arrays each time: the rows that a core writes stay in its cache, while
 * those of a new array come out of the cache of the thread that made it.
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

    /** Sets {@code abc} to {@code a·b·c}, by way of {@code ab}. */
    static void product(double[][] a, double[][] b, double[][] c, double[][] ab, double[][] abc, Product product) {
        product.multiply(a, b, ab);
        product.multiply(ab, c, abc);
    }

    /** The same for a square {@code a} of {@code height} and a square {@code c} of {@code width} columns. */
    static void productFlat(
            double[] a, double[] b, double[] c, double[] ab, double[] abc, int height, int width, FlatProduct product) {
        product.multiply(a, b, ab, height, height, width);
        product.multiply(ab, c, abc, height, width, width);
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

    /** The matrices of the transformation of a picture, and of the way back. */
    record Transform(double[][] left, double[][] right, double[][] leftBack, double[][] rightBack) {

        static Transform of(int height, int width) {
            double[][] left = cosines(height);
            double[][] rightBack = cosines(width);
            return new Transform(left, transpose(rightBack), transpose(left), rightBack);
        }

        FlatTransform flat() {
            return new FlatTransform(flatten(left), flatten(right), flatten(leftBack), flatten(rightBack));
        }
    }

    /** The same matrices, stored row after row. */
    record FlatTransform(double[] left, double[] right, double[] leftBack, double[] rightBack) {}

    /**
     * Sets {@code result} to the channels of a picture as they come back from transforming, dropping small values and
     * transforming back.
     */
    static double[][][] compress(
            double[][][] channels, double[][][] result, Transform by, double least, Product product) {
        double[][] half = new double[by.left.length][by.right.length];
        double[][] transformed = new double[by.left.length][by.right.length];
        for (int i = 0; i < channels.length; i++) {
            product(by.left, channels[i], by.right, half, transformed, product);
            for (double[] row : transformed) {
                dropSmall(row, least);
            }
            product(by.leftBack, transformed, by.rightBack, half, result[i], product);
        }
        return result;
    }

    /** The same with flat matrices. */
    static double[][] compressFlat(
            double[][] channels,
            double[][] result,
            int height,
            int width,
            FlatTransform by,
            double least,
            FlatProduct product) {
        double[] half = new double[height * width];
        double[] transformed = new double[height * width];
        for (int i = 0; i < channels.length; i++) {
            productFlat(by.left, channels[i], by.right, half, transformed, height, width, product);
            dropSmall(transformed, least);
            productFlat(by.leftBack, transformed, by.rightBack, half, result[i], height, width, product);
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
        double[][][] channelsOfRows = new double[channels.length][][];
        for (int b = 0; b < channels.length; b++) {
            channelsOfRows[b] = rows(channels[b], width);
        }
        double least = 40;
        Transform matrices = Transform.of(height, width);
        FlatTransform flatMatrices = matrices.flat();
        double[][][] one = new double[channels.length][height][width];
        double[][][] two = new double[channels.length][height][width];
        Comparison.Row byRows = Comparison.of(
                "Ex05 matrix products, double[][]",
                () -> compress(channelsOfRows, one, matrices, least, Ex05MatrixProduct::multiply),
                () -> compress(channelsOfRows, two, matrices, least, Ex05MatrixProductParallel::multiply),
                Comparison.sameBits());
        double[][] flatOne = new double[channels.length][height * width];
        double[][] flatTwo = new double[channels.length][height * width];
        Comparison.Row flat = Comparison.of(
                "Ex05 matrix products, double[]",
                () -> compressFlat(
                        channels, flatOne, height, width, flatMatrices, least, Ex05MatrixProduct::multiplyFlat),
                () -> compressFlat(
                        channels, flatTwo, height, width, flatMatrices, least, Ex05MatrixProductParallel::multiplyFlat),
                Comparison.sameBits());
        describe(photo, channels, flatTwo, flatMatrices, least);
        return List.of(byRows, flat);
    }

    /** How many values were kept, what that did to the picture, and the picture. */
    private static void describe(
            Image photo, double[][] channels, double[][] back, FlatTransform matrices, double least)
            throws IOException {
        int width = photo.width();
        int height = photo.height();
        double[] half = new double[height * width];
        double[] transformed = new double[height * width];
        double error = 0;
        int kept = 0;
        for (int b = 0; b < channels.length; b++) {
            productFlat(
                    matrices.left,
                    channels[b],
                    matrices.right,
                    half,
                    transformed,
                    height,
                    width,
                    Ex05MatrixProductParallel::multiplyFlat);
            kept += dropSmall(transformed, least);
            for (int i = 0; i < channels[b].length; i++) {
                error += Math.abs(back[b][i] - channels[b][i]);
            }
        }
        int values = channels.length * height * width;
        System.out.printf(
                Locale.ROOT,
                "kept %.1f %% of the values; a channel of a pixel is off by %.1f of 255 on average%n",
                100.0 * kept / values,
                error / values);
        Image result = new Image(width, height);
        for (int i = 0; i < height * width; i++) {
            result.pixels()[i] = Image.rgb(back[0][i], back[1][i], back[2][i]);
        }
        result.write(Examples.output("ex05-compressed.png"));
    }

    public static void main(String[] args) throws IOException {
        Comparison.print(show());
    }
}
