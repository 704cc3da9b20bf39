package dev.parfor.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parfor.runtime.CancellationToken;
import dev.parfor.runtime.LoopCancelledException;
import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.Team;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every parallel variant against its twin, on small inputs, for teams of 1, 2, 3 and 7 threads and each schedule:
 * with the chunk that the schedule chooses, with chunks of one iteration and with one that is larger than the loop.
 */
class TwinTest {

    /** A team under one schedule, with a readable name. */
    record Setting(Team team, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Team> TEAMS = List.of(Team.of(1), Team.of(2), Team.of(3), Team.of(7));

    @AfterAll
    static void closeTeams() {
        TEAMS.forEach(Team::close);
    }

    static Stream<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (Team team : TEAMS) {
            for (Schedule schedule : Schedule.values()) {
                String name = team.threads() + " threads, " + schedule;
                settings.add(new Setting(team.withSchedule(schedule), name));
                settings.add(new Setting(team.withSchedule(schedule, 1), name + ", chunk 1"));
                settings.add(new Setting(team.withSchedule(schedule, 1_000_000), name + ", one chunk"));
            }
        }
        return settings.stream();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void saxpy(Setting setting) {
        double[] x = Ex01Saxpy.reciprocals(10_007);
        double[] expected = x.clone();
        double[] actual = x.clone();
        Ex01Saxpy.saxpy(0.3, x, expected);
        Ex01SaxpyParallel.saxpy(setting.team(), 0.3, x, actual);
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void saxpyOfAnArrayOnItself(Setting setting) {
        double[] expected = Ex01Saxpy.reciprocals(10_007);
        double[] actual = expected.clone();
        Ex01Saxpy.saxpy(0.3, expected, expected);
        Ex01SaxpyParallel.saxpy(setting.team(), 0.3, actual, actual);
        assertThat(actual).isEqualTo(expected);
    }

    /** The sum is associated in blocks, hence not the plain loop's bits, but the same bits in every setting. */
    @ParameterizedTest
    @MethodSource("settings")
    void dot(Setting setting) {
        double[] x = Ex01Saxpy.reciprocals(10_007);
        double plain = Ex01Saxpy.dot(x, x);
        double actual = Ex01SaxpyParallel.dot(setting.team(), x, x);
        assertThat(Math.abs(actual - plain)).isLessThanOrEqualTo(1e-13 * plain);
        assertThat(Double.doubleToLongBits(actual))
                .isEqualTo(Double.doubleToLongBits(Ex01SaxpyParallel.dot(TEAMS.get(0), x, x)));
    }

    @Test
    void dotOfNothingAndOfNegativeZero() {
        for (double[] x : new double[][] {{}, {-0.0}, {-0.0, -0.0}}) {
            double[] ones = new double[x.length];
            Arrays.fill(ones, 1);
            for (Team team : TEAMS) {
                assertThat(Double.doubleToLongBits(Ex01SaxpyParallel.dot(team, x, ones)))
                        .isEqualTo(Double.doubleToLongBits(Ex01Saxpy.dot(x, ones)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void blur(Setting setting) throws IOException {
        Image photo = thumbnail();
        double[] kernel = Ex02ImageBlur.gaussian(1.5);
        Image between = new Image(photo.width(), photo.height());
        Image blurred = new Image(photo.width(), photo.height());
        Ex02ImageBlurParallel.blurRows(setting.team(), photo, between, kernel);
        Ex02ImageBlurParallel.blurColumns(setting.team(), between, blurred, kernel);
        assertThat(blurred.pixels()).isEqualTo(Ex02ImageBlur.blur(photo, kernel).pixels());
    }

    /** In place the iterations meet, so this takes the sequential way and still gives the loop's result. */
    @ParameterizedTest
    @MethodSource("settings")
    void blurOntoItself(Setting setting) throws IOException {
        double[] kernel = Ex02ImageBlur.gaussian(1.5);
        Image expected = thumbnail();
        Image actual = thumbnail();
        Ex02ImageBlur.blurColumns(expected, expected, kernel);
        Ex02ImageBlurParallel.blurColumns(setting.team(), actual, actual, kernel);
        assertThat(actual.pixels()).isEqualTo(expected.pixels());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void edges(Setting setting) throws IOException {
        Image photo = thumbnail();
        double[] gray = ImageParallel.luminance(setting.team(), photo);
        assertThat(gray).isEqualTo(photo.luminance());
        assertThat(Ex03EdgeDetectionParallel.sobel(setting.team(), gray, photo.width(), photo.height()))
                .isEqualTo(Ex03EdgeDetection.sobel(gray, photo.width(), photo.height()));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void mandelbrot(Setting setting) {
        assertThat(Ex04MandelbrotParallel.draw(setting.team(), 90, 61, -0.75, 0, 0.04, 100))
                .isEqualTo(Ex04Mandelbrot.draw(90, 61, -0.75, 0, 0.04, 100));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void matrixProduct(Setting setting) {
        double[][] a = Ex05MatrixProduct.cosines(37);
        double[][] b = Ex05MatrixProduct.transpose(a);
        double[][] expected = new double[37][37];
        double[][] actual = new double[37][37];
        Ex05MatrixProduct.multiply(a, b, expected);
        Ex05MatrixProductParallel.multiply(setting.team(), a, b, actual);
        assertThat(actual).isDeepEqualTo(expected);

        double[] flat = new double[37 * 37];
        double[] flatA = Ex05MatrixProduct.flatten(a);
        double[] flatB = Ex05MatrixProduct.flatten(b);
        Ex05MatrixProductParallel.multiplyFlat(setting.team(), flatA, flatB, flat, 37, 37, 37);
        assertThat(flat).isEqualTo(Ex05MatrixProduct.flatten(expected));
    }

    /** Rows that stand in a matrix twice: the check before the loop sees them. */
    @ParameterizedTest
    @MethodSource("settings")
    void matrixProductWithSharedRows(Setting setting) {
        double[][] a = Ex05MatrixProduct.cosines(16);
        double[][] b = Ex05MatrixProduct.transpose(a);
        double[][] expected = new double[16][16];
        double[][] actual = new double[16][16];
        Arrays.fill(expected, 5, 9, expected[3]);
        Arrays.fill(actual, 5, 9, actual[3]);
        Ex05MatrixProduct.multiply(a, b, expected);
        Ex05MatrixProductParallel.multiply(setting.team(), a, b, actual);
        assertThat(actual).isDeepEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void gameOfLife(Setting setting) throws IOException {
        Ex06GameOfLife one = Ex06GameOfLife.board(50, 41);
        Ex06GameOfLife two = Ex06GameOfLife.board(50, 41);
        assertThat(two.runParallel(setting.team(), 40)).isDeepEqualTo(one.run(40));
    }

    @Test
    void theRPentominoLeaves116Cells() throws IOException {
        Ex06GameOfLife life = Ex06GameOfLife.board(640, 640);
        life.runParallel(TEAMS.get(1), 1103);
        assertThat(life.population()).isEqualTo(116);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void sparseProduct(Setting setting) {
        Ex07SparseSolver.SparseMatrix matrix = Ex07SparseSolver.SparseMatrix.poisson(30);
        double[] x = Ex01Saxpy.reciprocals(900);
        double[] expected = new double[900];
        double[] actual = new double[900];
        matrix.multiply(x, expected);
        Ex07SparseSolver_SparseMatrixParallel.multiply(setting.team(), matrix, x, actual);
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void conjugateGradients(Setting setting) {
        Ex07SparseSolver.SparseMatrix matrix = Ex07SparseSolver.SparseMatrix.poisson(40);
        double[] heat = Ex07SparseSolver.sources(40);
        double[] plain = Ex07SparseSolver.solve(matrix, heat, 1e-9);
        double[] actual = Ex07SparseSolver.solveParallel(setting.team(), matrix, heat, 1e-9);
        assertThat(Ex07SparseSolver.difference(plain, actual)).isLessThan(1e-8);
        assertThat(actual).isEqualTo(Ex07SparseSolver.solveParallel(TEAMS.get(0), matrix, heat, 1e-9));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void blackScholes(Setting setting) {
        Ex08BlackScholes.Book book = new Ex08BlackScholes.Book(3001);
        double[][] expected = new double[2][book.size()];
        double[][] actual = new double[2][book.size()];
        Ex08BlackScholes.price(book.spot, book.strike, book.years, 0.03, 0.2, expected[0], expected[1]);
        Ex08BlackScholesParallel.price(
                setting.team(), book.spot, book.strike, book.years, 0.03, 0.2, actual[0], actual[1]);
        assertThat(actual).isDeepEqualTo(expected);
        assertThat(Ex08BlackScholes.parity(book, actual[0], actual[1], 0.03)).isLessThan(1e-12);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void monteCarlo(Setting setting) {
        Ex09MonteCarlo.Market market = new Ex09MonteCarlo.Market(100, 105, 0.03, 0.2, 8);
        double[] plain = Ex09MonteCarlo.simulate(market, 2500);
        double[] actual = Ex09MonteCarloParallel.simulate(setting.team(), market, 2500);
        Comparison.within(1e-12).check(plain, actual);
        assertThat(actual).isEqualTo(Ex09MonteCarloParallel.simulate(TEAMS.get(0), market, 2500));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void nBody(Setting setting) {
        Ex10NBody one = Ex10NBody.galaxies(61);
        Ex10NBody two = Ex10NBody.galaxies(61);
        one.simulate(5, 0.01);
        Ex10NBodyParallel.simulate(setting.team(), two, 5, 0.01);
        assertThat(two.positions()).isDeepEqualTo(one.positions());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void kMeans(Setting setting) throws IOException {
        double[][] places = Ex11KMeans.airports();
        double[] x = Arrays.copyOf(places[0], 200);
        double[] y = Arrays.copyOf(places[1], 200);
        assertThat(Ex11KMeans.numbers(Ex11KMeansParallel.runs(setting.team(), x, y, 5, 3)))
                .isDeepEqualTo(Ex11KMeans.numbers(Ex11KMeans.runs(x, y, 5, 3)));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void wordCount(Setting setting) throws IOException {
        String text = Ex12WordCount.novel().substring(0, 20_000);
        Function<Integer, int[]> cuts = parts -> Ex12WordCount.cuts(text, parts);
        int parts = 13;
        int[] from = Arrays.copyOfRange(cuts.apply(parts), 0, parts);
        int[] to = Arrays.copyOfRange(cuts.apply(parts), 1, parts + 1);
        Map<String, Integer>[] counts = Ex12WordCount.tables(parts);
        Ex12WordCountParallel.countParts(setting.team(), text, from, to, counts);
        assertThat(Ex12WordCount.merge(counts)).isEqualTo(Ex12WordCount.countWords(text, 0, text.length()));
    }

    /** A loop that was ended throws, and the team serves the next one. */
    @ParameterizedTest
    @MethodSource("settings")
    void cancelled(Setting setting) {
        CancellationToken token = new CancellationToken();
        token.cancel();
        assertThatThrownBy(() -> Ex13Cancellation.draw(setting.team().withToken(token), 10))
                .isInstanceOfSatisfying(
                        LoopCancelledException.class,
                        ended -> assertThat(ended.reason()).isEqualTo(LoopCancelledException.Reason.TOKEN));
        mandelbrot(setting);
    }

    /** The same file, byte for byte, that unpacks to the text again. */
    @ParameterizedTest
    @MethodSource("settings")
    void compress(Setting setting) throws IOException {
        byte[] text = Examples.text("persuasion.txt").substring(0, 150_000).getBytes(StandardCharsets.UTF_8);
        long[] one = Ex14Compress.starts(text);
        long[] two = Ex14Compress.starts(text);
        ByteArrayOutputStream sequential = new ByteArrayOutputStream();
        ByteArrayOutputStream parallel = new ByteArrayOutputStream();
        long size = Ex14Compress.compress(text, one, sequential);
        assertThat(Ex14CompressParallel.compress(setting.team(), text, two, parallel))
                .isEqualTo(size);
        assertThat(two).isEqualTo(one);
        assertThat(parallel.toByteArray()).isEqualTo(sequential.toByteArray());
        assertThat(Ex14Compress.unpack(parallel.toByteArray())).isEqualTo(text);
    }

    /** The same lines, in their order. */
    @ParameterizedTest
    @MethodSource("settings")
    void fuzzySearch(Setting setting) throws IOException {
        String text = Examples.text("persuasion.txt").substring(0, 120_000);
        StringBuilder one = new StringBuilder();
        StringBuilder two = new StringBuilder();
        int found = Ex15FuzzySearch.search(new BufferedReader(new StringReader(text)), "miss eliot", 2, one);
        assertThat(Ex15FuzzySearchParallel.search(
                        setting.team(), new BufferedReader(new StringReader(text)), "miss eliot", 2, two))
                .isEqualTo(found)
                .isPositive();
        assertThat(two.toString()).isEqualTo(one.toString());
    }

    /** The middle of the photograph, 64 by 48 pixels. */
    private static Image thumbnail() throws IOException {
        Image photo = Examples.photograph();
        Image part = new Image(64, 48);
        for (int y = 0; y < 48; y++) {
            System.arraycopy(photo.pixels(), (y + 180) * photo.width() + 260, part.pixels(), y * 64, 64);
        }
        return part;
    }
}
