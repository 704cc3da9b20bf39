package dev.parfor.examples;

import dev.parfor.ParallelFor;
import dev.parfor.runtime.Team;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How warm is a plate that is heated in three spots and cooled at its rim? Poisson's equation on a grid gives a
 * linear system with five values in a row, solved by conjugate gradients, which needs nothing but products of the
 * matrix with a vector, dot products and saxpys.
 *
 * <p>The product with a sparse matrix reads {@code x[column[k]]}: where, only the data knows. That is no obstacle,
 * since it is only read. Written is {@code y[i]}, one cell an iteration. (The gallery has the opposite, a
 * <em>write</em> through an index array, which can't be proved.) The sum of a row is a local of the iteration, so it
 * keeps the order of the loop and the product has the bits of the sequential one.
 *
 * <p>The dot products are reductions: reproducible, but rounded differently from the plain loop. Conjugate gradients
 * amplifies that on its way and forgets it in the end: both solutions satisfy the equation to the same accuracy.
 */
final class Ex07SparseSolver {

    private Ex07SparseSolver() {}

    /** A square matrix by rows: row {@code i} has the entries {@code start[i]} to {@code start[i + 1] - 1}. */
    static final class SparseMatrix {

        private final int[] start;
        private final int[] column;
        private final double[] value;

        SparseMatrix(int[] start, int[] column, double[] value) {
            this.start = start;
            this.column = column;
            this.value = value;
        }

        /** Minus the Laplacian of a grid of {@code size * size} points, zero around it. */
        static SparseMatrix poisson(int size) {
            int[] start = new int[size * size + 1];
            int[] column = new int[5 * size * size];
            double[] value = new double[5 * size * size];
            int count = 0;
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    int[][] neighbours = {{x, y - 1}, {x - 1, y}, {x, y}, {x + 1, y}, {x, y + 1}};
                    for (int[] n : neighbours) {
                        if (n[0] >= 0 && n[0] < size && n[1] >= 0 && n[1] < size) {
                            column[count] = n[1] * size + n[0];
                            value[count] = n[0] == x && n[1] == y ? 4 : -1;
                            count++;
                        }
                    }
                    start[y * size + x + 1] = count;
                }
            }
            return new SparseMatrix(start, Arrays.copyOf(column, count), Arrays.copyOf(value, count));
        }

        int size() {
            return start.length - 1;
        }

        /** Sets {@code y} to the product of this matrix and {@code x}. */
        @ParallelFor
        void multiply(double[] x, double[] y) {
            for (int i = 0; i < y.length; i++) {
                double sum = 0;
                for (int k = start[i]; k < start[i + 1]; k++) {
                    sum += value[k] * x[column[k]];
                }
                y[i] = sum;
            }
        }
    }

    /** {@code y += a * x}. */
    @ParallelFor
    static void add(double a, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += a * x[i];
        }
    }

    /** {@code y = x + a * y}. */
    @ParallelFor
    static void scaleAndAdd(double a, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] + a * y[i];
        }
    }

    @ParallelFor
    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /**
     * Solves {@code matrix * x = b} by conjugate gradients until the residual has shrunk by {@code tolerance}.
     *
     * <p>Source: M. R. Hestenes and E. Stiefel, "Methods of Conjugate Gradients for Solving Linear Systems", Journal
     * of Research of the National Bureau of Standards 49(6), 1952.
     */
    static double[] solve(SparseMatrix matrix, double[] b, double tolerance) {
        double[] x = new double[b.length];
        double[] residual = b.clone();
        double[] direction = b.clone();
        double[] product = new double[b.length];
        double rr = dot(residual, residual);
        double enough = tolerance * tolerance * rr;
        while (rr > enough) {
            matrix.multiply(direction, product);
            double step = rr / dot(direction, product);
            add(step, direction, x);
            add(-step, product, residual);
            double next = dot(residual, residual);
            scaleAndAdd(next / rr, residual, direction);
            rr = next;
        }
        return x;
    }

    /** The same with every loop on a team. */
    static double[] solveParallel(Team team, SparseMatrix matrix, double[] b, double tolerance) {
        double[] x = new double[b.length];
        double[] residual = b.clone();
        double[] direction = b.clone();
        double[] product = new double[b.length];
        double rr = Ex07SparseSolverParallel.dot(team, residual, residual);
        double enough = tolerance * tolerance * rr;
        while (rr > enough) {
            Ex07SparseSolver_SparseMatrixParallel.multiply(team, matrix, direction, product);
            double step = rr / Ex07SparseSolverParallel.dot(team, direction, product);
            Ex07SparseSolverParallel.add(team, step, direction, x);
            Ex07SparseSolverParallel.add(team, -step, product, residual);
            double next = Ex07SparseSolverParallel.dot(team, residual, residual);
            Ex07SparseSolverParallel.scaleAndAdd(team, next / rr, residual, direction);
            rr = next;
        }
        return x;
    }

    /** Heat in three spots of the plate. */
    static double[] sources(int size) {
        double[] heat = new double[size * size];
        heat[size / 4 * size + size / 4] = 100;
        heat[size / 3 * size + 3 * size / 4] = 60;
        heat[3 * size / 4 * size + size / 2] = 120;
        return heat;
    }

    /** The largest difference, as a share of the largest value. */
    static double difference(double[] a, double[] b) {
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i]));
            difference = Math.max(difference, Math.abs(a[i] - b[i]));
        }
        return difference / largest;
    }

    static List<Comparison.Row> show() throws IOException {
        int size = 300;
        SparseMatrix matrix = SparseMatrix.poisson(size);
        double[] heat = sources(size);
        Team team = Team.shared();
        double[] y = new double[heat.length];
        double[] z = new double[heat.length];
        Comparison.Row product = Comparison.of(
                "Ex07 sparse matrix times vector, 90000",
                () -> {
                    matrix.multiply(heat, y);
                    return y;
                },
                () -> {
                    Ex07SparseSolver_SparseMatrixParallel.multiply(matrix, heat, z);
                    return z;
                },
                Comparison.sameBits());
        Comparison.Row solver = Comparison.of(
                "Ex07 conjugate gradients, 90000 unknowns",
                () -> solve(matrix, heat, 1e-9),
                () -> solveParallel(team, matrix, heat, 1e-9),
                (expected, actual) -> {
                    double difference = difference(expected, actual);
                    if (!(difference < 1e-7)) {
                        throw new IllegalStateException("the solutions differ by " + difference);
                    }
                    return String.format(Locale.ROOT, "within %.0e", difference);
                });

        double[] warmth = solveParallel(team, matrix, heat, 1e-9);
        try (Team one = Team.of(1)) {
            if (!Arrays.equals(warmth, solveParallel(one, matrix, heat, 1e-9))) {
                throw new IllegalStateException("the solution depends on the number of threads");
            }
        }
        picture(warmth, size).write(Examples.output("ex07-warm-plate.png"));
        return List.of(product, solver);
    }

    /** Black, red, yellow, white, in bands of equal warmth. */
    static Image picture(double[] warmth, int size) {
        int[] pixels = new int[warmth.length];
        for (int i = 0; i < warmth.length; i++) {
            double level = Math.log1p(warmth[i]) * 5;
            double shade = (int) level % 2 == 0 ? 0.85 : 1;
            pixels[i] = Image.rgb(shade * level * 30, shade * (level - 6) * 25, shade * (level - 12) * 25);
        }
        return new Image(size, size, pixels);
    }

    public static void main(String[] args) throws IOException {
        Comparison.print(show());
    }
}
