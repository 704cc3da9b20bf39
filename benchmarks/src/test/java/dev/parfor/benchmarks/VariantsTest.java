package dev.parfor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.runtime.Schedule;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares what the four forms of each kernel in Java give: a benchmark of a wrong result measures nothing. */
class VariantsTest {

    private static final List<Class<?>> KERNELS = List.of(
            Saxpy.class,
            Dot.class,
            IntSum.class,
            Max.class,
            ArgMax.class,
            MatrixProduct.class,
            Jacobi.class,
            Alignment.class,
            Blur.class,
            Mandelbrot.class,
            BlackScholes.class,
            NBody.class,
            KMeans.class,
            SparseProduct.class,
            Triangular.class,
            Histogram.class,
            Scan.class,
            Objects.class,
            MonteCarlo.class,
            Filter.class,
            Transpose.class);

    static Stream<Class<?>> kernels() {
        return KERNELS.stream();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void allFormsGiveTheSame(Class<?> kernel) throws ReflectiveOperationException {
        for (int size : new int[] {3, 57, 2100}) {
            if (size > 300
                    && (kernel == MatrixProduct.class || kernel == Mandelbrot.class || kernel == Transpose.class)) {
                continue;
            }
            double[] expected = numbers(result(kernel, size, "sequential"));
            assertSame(numbers(result(kernel, size, "stream")), expected);
            Workers workers = new Workers();
            assertSame(numbers(result(kernel, size, "executor", workers)), expected);
            workers.close();
            for (Schedule schedule : Schedule.values()) {
                Scheduled on = new Scheduled();
                on.schedule = schedule;
                on.open();
                assertSame(numbers(result(kernel, size, "parfor", on)), expected);
            }
        }
    }

    /** Each form starts from inputs of its own. */
    private static Object result(Class<?> kernel, int size, String form, Object... states)
            throws ReflectiveOperationException {
        Object benchmark = kernel.getConstructor().newInstance();
        kernel.getField("size").setInt(benchmark, size);
        kernel.getMethod("setUp").invoke(benchmark);
        Method method = kernel.getMethod(
                form, Arrays.stream(states).map(Object::getClass).toArray(Class<?>[]::new));
        return method.invoke(benchmark, states);
    }

    private static double[] numbers(Object result) {
        List<Double> all = new ArrayList<>();
        collect(result, all);
        return all.stream().mapToDouble(d -> d).toArray();
    }

    private static void collect(Object part, List<Double> into) {
        if (part instanceof Number number) {
            into.add(number.doubleValue());
            return;
        }
        for (int i = 0; i < Array.getLength(part); i++) {
            collect(Array.get(part, i), into);
        }
    }

    private static void assertSame(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            if (Double.compare(actual[i], expected[i]) != 0) {
                assertThat(Math.abs(actual[i] - expected[i]))
                        .as("%s and %s at %s", actual[i], expected[i], i)
                        .isLessThanOrEqualTo(1e-10 * Math.max(1, Math.abs(expected[i])));
            }
        }
    }
}
