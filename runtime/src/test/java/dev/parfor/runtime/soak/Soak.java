package dev.parfor.runtime.soak;

import dev.parfor.runtime.soak.Counts.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Calls loops from several threads on teams of several sizes, which are closed, some of them while loops run, and replaced.
 *
 * <p>The arguments of the program are how many minutes, and a number that decides what is drawn at random (what the threads
 * make of it differs from run to run). It ends with status 1, and says why, if anything was lost, was done twice, leaked, or
 * did not come to an end.
 */
final class Soak {

    private static final int[] SIZES = {1, 2, 3, 4, 8};
    private static final int CALLERS = 4;
    /** No loop here takes a second; one that takes this long hangs. */
    private static final long HANGS_NANOS = 120_000_000_000L;

    final Counts counts = new Counts();
    private final long seed;
    private final AtomicReferenceArray<Members> teams = new AtomicReferenceArray<>(SIZES.length);
    private final AtomicLongArray since = new AtomicLongArray(CALLERS);
    private final List<Members> replaced = new ArrayList<>();
    private volatile boolean isEnding;

    Soak(long seed) {
        this.seed = seed;
        for (int i = 0; i < SIZES.length; i++) {
            teams.set(i, new Members(SIZES[i]));
        }
    }

    public static void main(String[] args) throws InterruptedException {
        double minutes = args.length > 0 ? Double.parseDouble(args[0]) : 1;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        long before = heap();
        Soak soak = new Soak(seed);
        boolean ended = soak.run((long) (minutes * 60e9));
        System.out.println("| in " + minutes + " minutes, Java " + System.getProperty("java.version") + ", seed " + seed
                + " | |\n|---|---|\n" + soak.counts);
        System.out.printf("heap in use before %.1f MB, after %.1f MB%n", before / 1e6, heap() / 1e6);
        soak.counts.violations().forEach(v -> System.out.println("VIOLATION: " + v));
        System.out.println(soak.counts.violations().size() + " violations");
        System.exit(ended && soak.counts.violations().isEmpty() ? 0 : 1);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** {@code false} if a loop hangs. */
    boolean run(long nanos) throws InterruptedException {
        long start = System.nanoTime();
        List<Thread> callers = new ArrayList<>();
        for (int c = 0; c < CALLERS; c++) {
            int caller = c;
            Thread thread = new Thread(() -> call(caller), "soak-caller-" + c);
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((t, thrown) -> counts.violation("a caller died: " + thrown));
            thread.start();
            callers.add(thread);
        }
        Random random = new Random(seed);
        while (System.nanoTime() - start < nanos) {
            Thread.sleep(20 + random.nextInt(200));
            replace(random.nextInt(SIZES.length));
            if (hangs()) {
                return false;
            }
        }
        isEnding = true;
        for (Thread thread : callers) {
            while (thread.isAlive()) {
                thread.join(1000);
                if (hangs()) {
                    return false;
                }
            }
        }
        for (int i = 0; i < SIZES.length; i++) {
            close(teams.get(i));
        }
        noThreadsOf(replaced);
        return true;
    }

    private void call(int caller) {
        Random random = new Random(seed * 31 + caller);
        while (!isEnding) {
            Members members = teams.get(random.nextInt(SIZES.length));
            since.set(caller, System.nanoTime());
            switch (random.nextInt(12)) {
                case 0 -> Others.sum(counts, members, random);
                case 1 -> Others.ordered(counts, members, random);
                default -> Trial.run(this, members, 0, null, random);
            }
        }
        since.set(caller, 0);
    }

    /** A loop inside of an iteration, on the same team or on another. */
    void inner(Members outer, int depth, Object parent, Random random) {
        Members members = random.nextInt(4) == 0 ? teams.get(random.nextInt(SIZES.length)) : outer;
        Trial.run(this, members, depth, parent, random);
    }

    private void replace(int place) {
        Members old = teams.get(place);
        counts.add(What.CLOSED_WHILE_USED);
        close(old);
        teams.set(place, new Members(SIZES[place]));
        if (replaced.size() >= 200) {
            noThreadsOf(replaced);
            replaced.clear();
        }
    }

    private void close(Members members) {
        counts.add(What.TEAMS);
        members.close();
        replaced.add(members);
    }

    /** Closing waits for workers, so that none can be there any more. */
    private void noThreadsOf(List<Members> closed) {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            for (Members members : closed) {
                if (thread.getName().startsWith(members.prefix())) {
                    counts.violation("left behind: " + thread);
                }
            }
        }
    }

    private boolean hangs() {
        for (int c = 0; c < CALLERS; c++) {
            long began = since.get(c);
            if (began != 0 && System.nanoTime() - began > HANGS_NANOS) {
                counts.violation("caller " + c + " hangs");
                for (Map.Entry<Thread, StackTraceElement[]> stack :
                        Thread.getAllStackTraces().entrySet()) {
                    System.out.println(stack.getKey());
                    for (StackTraceElement element : stack.getValue()) {
                        System.out.println("    at " + element);
                    }
                }
                return true;
            }
        }
        return false;
    }

    /** Takes some time that no compiler removes. */
    static long spin(int units) {
        long x = units + 1;
        for (int i = 0; i < units; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        if (x == 0) {
            throw new IllegalStateException("a xorshift never becomes 0");
        }
        return x;
    }
}
