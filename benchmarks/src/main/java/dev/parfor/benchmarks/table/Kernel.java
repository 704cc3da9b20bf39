package dev.parfor.benchmarks.table;

import dev.parfor.benchmarks.ArgMax;
import dev.parfor.benchmarks.BlackScholes;
import dev.parfor.benchmarks.Blur;
import dev.parfor.benchmarks.Dot;
import dev.parfor.benchmarks.Filter;
import dev.parfor.benchmarks.Histogram;
import dev.parfor.benchmarks.IntSum;
import dev.parfor.benchmarks.Jacobi;
import dev.parfor.benchmarks.KMeans;
import dev.parfor.benchmarks.Mandelbrot;
import dev.parfor.benchmarks.MatrixProduct;
import dev.parfor.benchmarks.Max;
import dev.parfor.benchmarks.MonteCarlo;
import dev.parfor.benchmarks.NBody;
import dev.parfor.benchmarks.Objects;
import dev.parfor.benchmarks.Saxpy;
import dev.parfor.benchmarks.Scan;
import dev.parfor.benchmarks.SparseProduct;
import dev.parfor.benchmarks.Transpose;
import dev.parfor.benchmarks.Triangular;
import java.util.List;

/**
 * A kernel and what limits it.
 *
 * @param small the size of a problem of some tenths of a millisecond to two
 * @param large the size of a problem that does not fit the caches, or takes long
 */
record Kernel(Class<?> type, String kind, int small, int large) {

    static final List<Kernel> ALL = List.of(
            new Kernel(Saxpy.class, "memory", 1_000_000, 5_000_000),
            new Kernel(Transpose.class, "memory", 700, 3_000),
            new Kernel(Dot.class, "reduction", 300_000, 5_000_000),
            new Kernel(IntSum.class, "reduction", 1_000_000, 10_000_000),
            new Kernel(Max.class, "reduction", 300_000, 5_000_000),
            new Kernel(ArgMax.class, "reduction", 300_000, 5_000_000),
            new Kernel(MonteCarlo.class, "reduction", 20_000, 500_000),
            new Kernel(Histogram.class, "histogram", 300_000, 5_000_000),
            new Kernel(Scan.class, "scan", 300_000, 5_000_000),
            new Kernel(Filter.class, "filter", 300_000, 5_000_000),
            new Kernel(MatrixProduct.class, "nest", 96, 384),
            new Kernel(Jacobi.class, "stencil", 700, 3_000),
            new Kernel(Blur.class, "stencil", 250, 1_500),
            new Kernel(Mandelbrot.class, "imbalance", 60, 200),
            new Kernel(Triangular.class, "imbalance", 700, 5_000),
            new Kernel(BlackScholes.class, "arithmetic", 10_000, 300_000),
            new Kernel(NBody.class, "arithmetic", 300, 1_500),
            new Kernel(KMeans.class, "arithmetic", 20_000, 500_000),
            new Kernel(SparseProduct.class, "sparse", 40_000, 1_000_000),
            new Kernel(Objects.class, "objects", 30_000, 1_000_000));

    String name() {
        return type.getSimpleName();
    }
}
