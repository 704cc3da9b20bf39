package dev.parfor.benchmarks.table;

import dev.parfor.benchmarks.Scheduled;
import dev.parfor.benchmarks.Workers;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.List;

/** The forms of one kernel at one size, each with inputs of its own. */
final class Forms {

    static final List<String> NAMES = List.of("sequential", "stream", "executor", "parfor");

    private final Object[] kernels = new Object[NAMES.size()];
    private final Method[] methods = new Method[NAMES.size()];
    private final Object[][] arguments = new Object[NAMES.size()][];

    Forms(Class<?> kernel, int size, Workers workers) throws ReflectiveOperationException {
        Scheduled on = new Scheduled();
        on.open();
        for (int f = 0; f < kernels.length; f++) {
            kernels[f] = kernel.getConstructor().newInstance();
            kernel.getField("size").setInt(kernels[f], size);
            kernel.getMethod("setUp").invoke(kernels[f]);
            String name = NAMES.get(f);
            arguments[f] = switch (name) {
                case "executor" -> new Object[] {workers};
                case "parfor" -> new Object[] {on};
                default -> new Object[] {};
            };
            methods[f] = switch (name) {
                case "executor" -> kernel.getMethod(name, Workers.class);
                case "parfor" -> kernel.getMethod(name, Scheduled.class);
                default -> kernel.getMethod(name);
            };
        }
    }

    Object call(int form) throws ReflectiveOperationException {
        return methods[form].invoke(kernels[form], arguments[form]);
    }

    /** The sum of the absolute values of a result; what is not finite counts for nothing. */
    static double total(Object result) {
        if (result instanceof Number number) {
            double value = Math.abs(number.doubleValue());
            return Double.isFinite(value) ? value : 0;
        }
        double sum = 0;
        if (result instanceof double[] doubles) {
            for (double value : doubles) {
                sum += Double.isFinite(value) ? Math.abs(value) : 0;
            }
            return sum;
        }
        for (int i = 0; i < Array.getLength(result); i++) {
            sum += total(Array.get(result, i));
        }
        return sum;
    }
}
