package dev.parfor.runtime.soak;

import dev.parfor.runtime.Blocks;
import dev.parfor.runtime.LoopBody;
import dev.parfor.runtime.LoopCancelledException;
import dev.parfor.runtime.LoopSite;
import dev.parfor.runtime.OrderedBody;
import dev.parfor.runtime.Parfor;
import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.soak.Counts.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Loops whose result, not whose iterations, is checked: sums by blocks, and ordered blocks. */
final class Others {

    private static final LoopSite SUM = LoopSite.of("Others.sum", "Others.java", 1, Schedule.AUTO, 0);
    private static final LoopSite ORDERED = LoopSite.of("Others.ordered", "Others.java", 2, Schedule.AUTO, 0);

    private Others() {}

    /** A sum of doubles in blocks: the same bits as block by block on one thread. */
    static void sum(Counts counts, Members members, Random random) {
        int n = 1 + random.nextInt(20_000);
        double[] x = random.doubles(n).toArray();
        Blocks blocks = Blocks.of(n, 64);
        double[] parts = new double[blocks.count()];
        double[] expected = new double[blocks.count()];
        for (int b = 0; b < expected.length; b++) {
            expected[b] = part(x, blocks, b);
        }
        counts.add(What.LOOPS);
        try {
            Parfor.run(members.team(), SUM, blocks, new LoopBody() {
                @Override
                protected void run(long lo, long hi) {
                    for (int b = (int) lo; b < hi; b++) {
                        parts[b] = part(x, blocks, b);
                    }
                }
            });
        } catch (LoopCancelledException ended) {
            closed(counts, members, ended);
            return;
        }
        counts.add(What.COMPLETED);
        counts.add(What.ITERATIONS, n);
        counts.add(What.REDUCTIONS);
        for (int b = 0; b < parts.length; b++) {
            if (parts[b] != expected[b]) {
                counts.violation("block " + b + " of " + parts.length + " is " + parts[b] + ", not " + expected[b]);
            }
        }
    }

    private static double part(double[] x, Blocks blocks, int block) {
        double sum = -0.0;
        for (int i = (int) blocks.start(block); i < blocks.end(block); i++) {
            sum += x[i];
        }
        return sum;
    }

    /** Ordered blocks, of which one may throw: those below it have run, in order, and none above it. */
    static void ordered(Counts counts, Members members, Random random) {
        int n = 1 + random.nextInt(400);
        int failing = random.nextInt(3) == 0 ? random.nextInt(n) : n;
        boolean ahead = random.nextBoolean();
        int work = random.nextInt(200);
        IllegalStateException thrown = new IllegalStateException("ordered");
        List<Integer> seen = new ArrayList<>();
        counts.add(What.LOOPS);
        try {
            Parfor.run(
                    members.team(),
                    ORDERED,
                    n,
                    new Ordered(seen, work, ahead ? failing : n, ahead ? n : failing, thrown));
        } catch (LoopCancelledException ended) {
            closed(counts, members, ended);
            checkOrder(counts, seen, seen.size());
            return;
        } catch (IllegalStateException failure) {
            counts.add(What.FAILED);
            counts.add(What.INJECTED);
            if (failure != thrown || failing == n) {
                counts.violation("an ordered loop threw " + failure);
            }
            checkOrder(counts, seen, failing);
            return;
        }
        counts.add(What.COMPLETED);
        counts.add(What.ORDERED);
        counts.add(What.ITERATIONS, n);
        if (failing < n) {
            counts.violation("an ordered loop returned although iteration " + failing + " threw");
        }
        checkOrder(counts, seen, n);
    }

    private static final class Ordered extends OrderedBody<Integer> {
        private final List<Integer> seen;
        private final int work;
        private final int failsAhead;
        private final int failsInOrder;
        private final RuntimeException thrown;

        Ordered(List<Integer> seen, int work, int failsAhead, int failsInOrder, RuntimeException thrown) {
            this.seen = seen;
            this.work = work;
            this.failsAhead = failsAhead;
            this.failsInOrder = failsInOrder;
            this.thrown = thrown;
        }

        @Override
        protected void alone(long lo, long hi) {
            for (long i = lo; i < hi; i++) {
                before((int) i);
                block((int) i);
            }
        }

        @Override
        protected void ahead(long lo, long hi, List<Integer> handed) {
            for (long i = lo; i < hi; i++) {
                before((int) i);
                handed.add((int) i);
            }
        }

        @Override
        protected void inOrder(List<Integer> handed) {
            handed.forEach(this::block);
        }

        private void before(int i) {
            Soak.spin(work);
            if (i == failsAhead) {
                throw thrown;
            }
        }

        private void block(int i) {
            if (i == failsInOrder) {
                throw thrown;
            }
            seen.add(i);
        }
    }

    private static void checkOrder(Counts counts, List<Integer> seen, int expected) {
        if (seen.size() != expected) {
            counts.violation(seen.size() + " ordered blocks ran, not " + expected);
        }
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i) != i) {
                counts.violation("the ordered block of " + seen.get(i) + " ran in place " + i);
                return;
            }
        }
    }

    private static void closed(Counts counts, Members members, LoopCancelledException ended) {
        counts.add(What.TEAM_CLOSED);
        if (!members.isClosing() || ended.reason() != LoopCancelledException.Reason.TEAM_CLOSED) {
            counts.violation("ended: " + ended);
        }
    }
}
