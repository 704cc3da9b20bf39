package dev.parfor.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Takes the place of the true entry point in tests: runs the chunks of a region on the calling thread, in the worst orders that its
 * contract allows, and counts which path was taken. What it does depends on {@link #seed} alone.
 */
public final class Parfor {

    /** Chooses the order. */
    public static long seed;

    /** Regions of at least two iterations run since this was last set to zero. */
    public static int regions;

    /** Loops with at least two iterations that were not run as a region since this was last set to zero. */
    public static int sequential;

    private Parfor() {}

    /** As where there is too little work. */
    public static boolean isSmall(Team team, LoopSite site, long tripCount, int block) {
        boolean small = seed % 5 == 3 && tripCount <= block;
        sequential += small && tripCount > 1 ? 1 : 0;
        return small;
    }

    public static void run(Team team, LoopSite site, long tripCount, LoopBody body) {
        run(team, site, tripCount, tripCount, body);
    }

    private static void run(Team team, LoopSite site, long iterations, long tripCount, LoopBody body) {
        String failed = null;
        try {
            // As where there is too little work: the loop runs alone, and nobody asks for its guards.
            failed = seed % 5 == 3 ? "too little work" : body.failedGuard(iterations);
        } catch (RuntimeException e) {
            failed = e.toString();
        }
        if (failed != null) {
            sequential(team, site, tripCount, body, failed);
            return;
        }
        regions += tripCount > 1 ? 1 : 0;
        Random random = new Random(seed);
        List<long[]> chunks = new ArrayList<>();
        long widest = seed % 3 == 0 ? 1 : 1 + tripCount / 5;
        for (long lo = 0; lo < tripCount; ) {
            long least = 1 + tripCount / 500;
            long hi = Math.min(tripCount, lo + least + (long) (random.nextDouble() * (widest - 1)));
            chunks.add(new long[] {lo, hi});
            lo = hi;
        }
        if (seed % 2 == 0) {
            Collections.reverse(chunks);
        } else {
            Collections.shuffle(chunks, random);
        }
        if (body instanceof OrderedBody<?> ordered) {
            inOrder(ordered, chunks);
            return;
        }
        long failedAt = Long.MAX_VALUE;
        Throwable failure = null;
        for (long[] chunk : chunks) {
            if (chunk[0] < failedAt) {
                try {
                    body.run(chunk[0], chunk[1]);
                } catch (Throwable t) {
                    failedAt = chunk[0];
                    failure = t;
                }
            }
        }
        if (failure != null) {
            throw sneaky(failure);
        }
    }

    /** What stands before the blocks in any order, the blocks in that of the iterations, as soon as they can or at the very end. */
    private static <H> void inOrder(OrderedBody<H> body, List<long[]> chunks) {
        TreeMap<Long, List<H>> handed = new TreeMap<>();
        TreeMap<Long, Throwable> failures = new TreeMap<>();
        for (long[] chunk : chunks) {
            if (failures.isEmpty() || chunk[0] < failures.firstKey()) {
                // one by one where an iteration must have run its block before the next one begins: not in this order then
                List<H> all = new ArrayList<>();
                try {
                    if (!body.isOneByOne()) {
                        body.ahead(chunk[0], chunk[1], all);
                    }
                } catch (Throwable t) {
                    failures.put(chunk[0], t);
                }
                handed.put(chunk[0], all);
            }
        }
        chunks.sort(Comparator.comparingLong(c -> c[0]));
        for (long[] chunk : chunks) {
            try {
                for (long k = chunk[0]; body.isOneByOne() && k < chunk[1]; k++) {
                    List<H> one = new ArrayList<>();
                    body.ahead(k, k + 1, one);
                    body.inOrder(one);
                }
                body.inOrder(handed.get(chunk[0]));
            } catch (Throwable t) {
                throw sneaky(t);
            }
            if (failures.containsKey(chunk[0])) {
                throw sneaky(failures.get(chunk[0]));
            }
        }
    }

    public static void sequential(Team team, LoopSite site, long tripCount, LoopBody body, String why) {
        sequential += tripCount > 1 ? 1 : 0;
        try {
            body.run(0, tripCount);
        } catch (Throwable t) {
            throw sneaky(t);
        }
    }

    public static void initialize(Class<?> type) {
        Initialization.of(type);
    }

    public static void run(Team team, LoopSite site, Blocks blocks, LoopBody body) {
        run(team, site, blocks.tripCount(), blocks.count(), body);
    }

    public static void runNotSmall(Team team, LoopSite site, Blocks blocks, LoopBody body) {
        run(team, site, blocks, body);
    }

    public static void sequential(Team team, LoopSite site, Blocks blocks, LoopBody body, String why) {
        sequential(team, site, blocks.count(), body, why);
    }

    /** Tiles in any order in which each comes after the one above it and the one to its left. */
    public static void wavefront(Team team, LoopSite site, long rows, long columns, int skew, RowsBody body) {
        String failed = null;
        try {
            failed = seed % 5 == 3 ? "too little work" : body.failedGuard(rows);
        } catch (RuntimeException e) {
            failed = e.toString();
        }
        boolean several = rows > 1;
        if (failed != null || !several || columns < 2) {
            sequential += several ? 1 : 0;
            try {
                for (long row = 0; row < rows; row++) {
                    body.run(row, 0, columns);
                }
            } catch (Throwable t) {
                throw sneaky(t);
            }
            return;
        }
        regions++;
        Random random = new Random(seed);
        long height = Math.max(1 + rows / 100, seed % 4);
        long width = Math.max(1 + columns / 100, seed % 7);
        int bands = (int) ((rows + height - 1) / height);
        long[] next = new long[bands];
        long[] last = new long[bands];
        for (int b = 0; b < bands; b++) {
            next[b] = skew * b * height / width;
            last[b] = (skew * (Math.min(rows, (b + 1) * height) - 1) + columns - 1) / width;
        }
        long end = rows;
        Throwable failure = null;
        List<Integer> ready = new ArrayList<>();
        while (true) {
            ready.clear();
            for (int b = 0; b < bands && b * height < end; b++) {
                boolean above = b == 0 || next[b - 1] > Math.min(next[b], last[b - 1]);
                if (next[b] <= last[b] && above) {
                    ready.add(b);
                }
            }
            if (ready.isEmpty()) {
                break;
            }
            // The leftmost, the uppermost or any: columns first is as far from the sequential order as it gets.
            int b = seed % 3 == 0
                    ? ready.get(ready.size() - 1)
                    : seed % 3 == 1 ? ready.get(0) : ready.get(random.nextInt(ready.size()));
            long tile = next[b]++;
            long row = b * height;
            try {
                for (; row < Math.min(end, (b + 1) * height); row++) {
                    long from = Math.max(0, tile * width - skew * row);
                    long to = Math.min(columns, (tile + 1) * width - skew * row);
                    if (from < to) {
                        body.run(row, from, to);
                    }
                }
            } catch (Throwable t) {
                end = row;
                failure = t;
            }
        }
        if (failure != null) {
            throw sneaky(failure);
        }
    }

    static RuntimeException sneaky(Throwable thrown) {
        return Parfor.<RuntimeException>unchecked(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
