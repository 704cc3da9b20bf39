package dev.parfor.benchmarks.decades;

import java.util.List;

/** A loop as it stands, and its variant, both of any length up to that of their arrays. */
record Loop(String name, Run plain, Run parallel) {

    /** A loop of {@code n} iterations. */
    interface Run {
        double of(int n);
    }

    static final List<String> NAMES = List.of("saxpy", "dot", "int sum", "roots");

    /** On arrays of their own. */
    static Loop named(String name, int most) {
        double[] x = new double[most];
        double[] y = new double[most];
        int[] ints = new int[most];
        for (int i = 0; i < most; i++) {
            x[i] = i % 1000;
            ints[i] = i;
        }
        return switch (name) {
            case "saxpy" ->
                new Loop(
                        name,
                        n -> {
                            Kernels.saxpy(1e-9, x, y, n);
                            return 0;
                        },
                        n -> {
                            KernelsParallel.saxpy(1e-9, x, y, n);
                            return 0;
                        });
            case "dot" -> new Loop(name, n -> Kernels.dot(x, y, n), n -> KernelsParallel.dot(x, y, n));
            case "int sum" -> new Loop(name, n -> Kernels.intSum(ints, n), n -> KernelsParallel.intSum(ints, n));
            case "roots" ->
                new Loop(
                        name,
                        n -> {
                            Kernels.roots(x, y, n);
                            return 0;
                        },
                        n -> {
                            KernelsParallel.roots(x, y, n);
                            return 0;
                        });
            default -> throw new IllegalArgumentException(name + ": none of " + NAMES);
        };
    }
}
