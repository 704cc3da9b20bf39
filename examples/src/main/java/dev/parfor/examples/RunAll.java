package dev.parfor.examples;

import java.util.ArrayList;
import java.util.List;

/** Runs every example, in reading order, and ends with one table. */
final class RunAll {

    private RunAll() {}

    private interface Program {
        List<Comparison.Row> show() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        List<Comparison.Row> rows = new ArrayList<>();
        run("Saxpy and dot product", Ex01Saxpy::show, rows);
        run("Image blur", Ex02ImageBlur::show, rows);
        run("Edge detection", Ex03EdgeDetection::show, rows);
        run("Mandelbrot set", Ex04Mandelbrot::show, rows);
        run("Matrix product", Ex05MatrixProduct::show, rows);
        run("Game of Life", Ex06GameOfLife::show, rows);
        run("Sparse solver", Ex07SparseSolver::show, rows);
        run("Black-Scholes", Ex08BlackScholes::show, rows);
        run("Monte Carlo", Ex09MonteCarlo::show, rows);
        run("N-body", Ex10NBody::show, rows);
        run("K-means", Ex11KMeans::show, rows);
        run("Word count", Ex12WordCount::show, rows);
        run("Cancellation", Ex13Cancellation::show, rows);
        run("Compression", Ex14Compress::show, rows);
        run("Fuzzy search", Ex15FuzzySearch::show, rows);
        System.out.println();
        Comparison.print(rows);
        System.out.println(Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version().feature());
    }

    private static void run(String title, Program program, List<Comparison.Row> rows) throws Exception {
        System.out.println();
        System.out.println("== " + title);
        rows.addAll(program.show());
    }
}
