package dev.parfor.runtime;

/** Calls a {@link ProgressListener}, not too often; used by the thread that called the loop only. */
final class Progress {

    private static final long INTERVAL_NANOS = 50_000_000;

    private final LoopSite site;
    private final long tripCount;
    private ProgressListener listener;
    private long last = System.nanoTime();

    private Progress(ProgressListener listener, LoopSite site, long tripCount) {
        this.listener = listener;
        this.site = site;
        this.tripCount = tripCount;
    }

    /** {@code null} for {@code null}: most teams have no listener. */
    static Progress of(ProgressListener listener, LoopSite site, long tripCount) {
        return listener == null ? null : new Progress(listener, site, tripCount);
    }

    void tell(long completed, boolean now) {
        if (listener == null || !now && System.nanoTime() - last < INTERVAL_NANOS) {
            return;
        }
        try {
            listener.progress(site.toString(), site.iterations(completed), site.iterations(tripCount));
        } catch (Throwable thrown) {
            listener = null;
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        }
        last = System.nanoTime();
    }
}
