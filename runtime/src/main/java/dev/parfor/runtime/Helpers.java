package dev.parfor.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for loops whose iterations wait: virtual ones where the JDK has them, else daemon threads of a pool that all such loops
 * share. They are not the workers of a team, which would be kept from other loops.
 *
 * <p><b>States.</b> A helper that comes takes part in the region it was called for, and goes. None is waited for before it has
 * claimed something, and the caller runs what nobody claims: so a loop ends, whoever comes.
 *
 * <p><b>Failure.</b> Where there is no thread left, or the pool is busy, fewer come.
 *
 * <p><b>Source.</b> JEP 444, Virtual Threads, of JDK 21. The method is looked up, since this runs on JDK 17, too.
 */
final class Helpers {

    /** So many iterations of a loop are under way at most; property {@code parfor.blocking.threads}. */
    static final int MOST = Math.max(1, Math.min(Short.MAX_VALUE, Integer.getInteger("parfor.blocking.threads", 128)));

    /** So many threads the pool has at most, for all loops together. */
    private static final int POOL = Math.max(MOST, 256);

    private static final MethodHandle START_VIRTUAL = startVirtual();

    private Helpers() {}

    private static MethodHandle startVirtual() {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (ReflectiveOperationException older) {
            return null;
        }
    }

    private static final class Pool {
        private static final AtomicInteger NUMBER = new AtomicInteger();
        private static final ThreadPoolExecutor THREADS =
                new ThreadPoolExecutor(0, POOL, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(null, task, "parfor-blocking-" + NUMBER.incrementAndGet(), 0, false);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Calls so many helpers to a region; fewer may come. */
    static void call(Region region, int count) {
        for (int i = 0; i < count; i++) {
            if (!call(region::help)) {
                return;
            }
        }
    }

    private static boolean call(Runnable help) {
        try {
            if (START_VIRTUAL != null) {
                Object ignored = START_VIRTUAL.invoke(help);
                return true;
            }
        } catch (UnsupportedOperationException preview) {
            // JDK 19 and 20 have them as a preview, which somebody has to switch on
        } catch (OutOfMemoryError | SecurityException noThread) {
            return false;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
        try {
            Pool.THREADS.execute(help);
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            return false;
        }
    }
}
