package dev.parfor.runtime;

/** Loops for tests: their sites, and bodies from lambdas. */
final class Loops {

    /** One iteration. */
    @FunctionalInterface
    interface Iteration {
        void run(long i) throws Throwable;
    }

    private Loops() {}

    static LoopSite site(Schedule schedule, int chunk) {
        return LoopSite.of("Loops.test", "Loops.java", 1, schedule, chunk);
    }

    static LoopBody body(Iteration iteration) {
        return new LoopBody() {
            @Override
            protected void run(long lo, long hi) throws Throwable {
                for (long i = lo; i < hi; i++) {
                    iteration.run(i);
                }
            }
        };
    }

    /** Takes some time that no compiler removes. */
    static long work(long units) {
        long x = units + 1;
        for (long i = 0; i < units; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }
}
