package dev.parfor.benchmarks.compile;

import java.lang.management.ManagementFactory;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles once in this, young, Java machine, with the arguments of javac, and prints what that has cost. */
final class OneCompilation {

    private OneCompilation() {}

    public static void main(String[] arguments) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        long begin = System.nanoTime();
        int status = compiler.run(null, System.err, System.err, arguments);
        long elapsed = System.nanoTime() - begin;
        if (status != 0) {
            System.exit(status);
        }
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        // All of the process: start of the machine, its compiler threads and the garbage collector are part of the
        // price.
        long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        System.out.println("cost " + system.getProcessCpuTime() / 1_000_000 + " " + thread / 1_000_000 + " "
                + elapsed / 1_000_000);
    }
}
