package dev.parfor.runtime;

/**
 * Takes what a thread has in thread-locals along to the workers of its loops: a logging context, a transaction, a tenant.
 *
 * <p>{@code capture} runs on the thread that calls a loop, once for each loop that goes to the team, before any iteration.
 * The snapshot is installed on each worker before its first iteration of that loop, and what it returns is closed there
 * after its last one, before the loop returns, also when iterations have failed. A worker that comes too late to run any
 * iteration is not waited for: it may have the snapshot installed for a moment after the loop has returned. On the calling
 * thread itself nothing is installed.
 *
 * <p>The shape is that of the usual libraries. Micrometer's is {@code () -> ContextSnapshotFactory.builder().build()
 * .captureAll()::setThreadLocals}; for SLF4J, {@code () -> { var map = MDC.getCopyOfContextMap(); return () -> { MDC.setContextMap(map);
 * return MDC::clear; }; }}.
 */
@FunctionalInterface
public interface ContextCarrier {

    /**
     * What the calling thread has now. An exception of it is thrown by the loop, before its first iteration.
     *
     * @return never {@code null}
     */
    Snapshot capture();

    /** What was captured. It may be installed on several workers at once. */
    @FunctionalInterface
    interface Snapshot {

        /**
         * Puts it in place on the current thread. A worker on which this throws takes no part in the loop, so no iteration
         * runs without its context; the others, and the caller, do its share.
         *
         * @return undoes it, on the same thread
         */
        Scope install();
    }

    /** A snapshot in place. */
    @FunctionalInterface
    interface Scope extends AutoCloseable {

        /** Takes it away. What this throws is ignored: the iterations have run. */
        @Override
        void close();
    }

    /** Both: this one is installed first and taken away last. */
    default ContextCarrier and(ContextCarrier other) {
        return () -> {
            Snapshot first = capture();
            Snapshot second = other.capture();
            return () -> {
                Scope outer = first.install();
                try {
                    Scope inner = second.install();
                    return () -> {
                        try {
                            inner.close();
                        } finally {
                            outer.close();
                        }
                    };
                } catch (Throwable failed) {
                    outer.close();
                    throw failed;
                }
            };
        };
    }
}
