package dev.parfor.runtime;

import java.io.IOException;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A worker comes to a region, early, late or when it is over, while its caller runs it and returns. The second actor is the
 * worker. Where it is handed the region the team has no workers of its own, and where it looks for one there is one more,
 * which comes when an actor is held up.
 */
public class Regions {

    private static final Team TEAM = Team.of(1);
    private static final Team TWO = Team.of(2);
    private static final LoopSite SITE = LoopSite.of("Regions.run", "Regions.java", 1, Schedule.STEALING, 1);
    private static final int N = 4;

    /** Iterations write plain cells. */
    private static final class Cells extends LoopBody {
        final int[] cells = new int[N];

        @Override
        protected void run(long lo, long hi) {
            for (long i = lo; i < hi; i++) {
                cells[(int) i]++;
            }
        }

        int number() {
            int number = 0;
            for (int cell : cells) {
                number = number * 10 + cell;
            }
            return number;
        }
    }

    private static Region region(Team team, Schedule schedule, LoopBody body) {
        return new Region(team, SITE, body, 0, N, ChunkSource.of(schedule, N, 2, 1, true), null);
    }

    /** What the caller sees right after the return: everything, whoever ran it. */
    @JCStressTest
    @Outcome(id = "1111", expect = Expect.ACCEPTABLE, desc = "every iteration ran once and is visible")
    @Outcome(expect = Expect.FORBIDDEN, desc = "an iteration was lost, ran twice, or is not visible after the loop")
    @State
    public static class JoinAndFinish {
        private final Cells body = new Cells();
        private final Region region = region(TEAM, Schedule.STEALING, body);

        @Actor
        public void caller(I_Result r) {
            region.execute(false, null);
            r.r1 = body.number();
        }

        @Actor
        public void worker() {
            region.help();
        }
    }

    /** The same where chunks come from one counter. */
    @JCStressTest
    @Outcome(id = "1111", expect = Expect.ACCEPTABLE, desc = "every iteration ran once and is visible")
    @Outcome(expect = Expect.FORBIDDEN, desc = "an iteration was lost, ran twice, or is not visible after the loop")
    @State
    public static class JoinAndFinishDynamic {
        private final Cells body = new Cells();
        private final Region region = region(TEAM, Schedule.DYNAMIC, body);

        @Actor
        public void caller(I_Result r) {
            region.execute(false, null);
            r.r1 = body.number();
        }

        @Actor
        public void worker() {
            region.help();
        }
    }

    /** Two loops one after the other through the same slots; the worker may come to the first, the second, both, or neither. */
    @JCStressTest
    @Outcome(id = "1111, 1111", expect = Expect.ACCEPTABLE, desc = "both loops are complete")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a worker of the first loop has touched the second")
    @State
    public static class Reuse {
        private final Cells one = new Cells();
        private final Cells two = new Cells();

        @Actor
        public void caller(II_Result r) {
            region(TWO, Schedule.STEALING, one).execute(false, null);
            region(TWO, Schedule.STEALING, two).execute(false, null);
            r.r1 = one.number();
            r.r2 = two.number();
        }

        @Actor
        public void worker() {
            for (int i = 0; i < 2; i++) {
                Region region = TWO.workers().find(0);
                if (region != null) {
                    region.help();
                }
            }
        }
    }

    /** All iterations throw: the lowest one's exception comes out, with or without others. */
    @JCStressTest
    @Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "the exception of iteration 0")
    @Outcome(expect = Expect.FORBIDDEN, desc = "another one, or none")
    @State
    public static class Failing {
        private final Region region = region(TEAM, Schedule.STEALING, new LoopBody() {
            @Override
            protected void run(long lo, long hi) throws IOException {
                throw new IOException(Long.toString(lo));
            }
        });

        @Actor
        public void caller(I_Result r) {
            r.r1 = -1;
            try {
                region.execute(false, null);
            } catch (Throwable seen) {
                r.r1 = seen instanceof IOException ? Integer.parseInt(seen.getMessage()) : -2;
            }
        }

        @Actor
        public void worker() {
            region.help();
        }
    }

    /** The token is cancelled while the loop runs: it is complete, or it says how far it came, and that is so. */
    @JCStressTest
    @Outcome(id = "4, 4", expect = Expect.ACCEPTABLE, desc = "complete")
    @Outcome(
            id = {"0, 0", "1, 1", "2, 2", "3, 3"},
            expect = Expect.ACCEPTABLE,
            desc = "cancelled, with the true number of iterations")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a wrong number, or cancelled although complete")
    @State
    public static class Cancelling {
        private final CancellationToken token = new CancellationToken();
        private final Cells body = new Cells();
        private final Region region = region(TEAM.withToken(token), Schedule.STEALING, body);

        @Actor
        public void caller(II_Result r) {
            try {
                region.execute(false, null);
                r.r1 = N;
            } catch (LoopCancelledException ended) {
                r.r1 = ended.completedIterations() == N ? -1 : (int) ended.completedIterations();
            }
            int sum = 0;
            for (int cell : body.cells) {
                sum += cell;
            }
            r.r2 = sum;
        }

        @Actor
        public void worker() {
            token.cancel();
            region.help();
        }
    }

    /** Ordered blocks append to a plain number, in order. */
    @JCStressTest
    @Outcome(id = "1234", expect = Expect.ACCEPTABLE, desc = "in order, each visible to the next")
    @Outcome(expect = Expect.FORBIDDEN, desc = "out of order, lost or not visible")
    @State
    public static class OrderedBlocks {
        private int number;
        private final Region region = region(TWO, Schedule.DYNAMIC, new OrderedBody<Integer>() {
            @Override
            protected void alone(long lo, long hi) {
                throw new IllegalStateException("there is a region");
            }

            @Override
            protected void ahead(long lo, long hi, List<Integer> handed) {
                for (long i = lo; i < hi; i++) {
                    handed.add((int) i + 1);
                }
            }

            @Override
            protected void inOrder(List<Integer> handed) {
                handed.forEach(i -> number = number * 10 + i);
            }
        });

        @Actor
        public void caller(I_Result r) {
            region.execute(false, null);
            r.r1 = number;
        }

        @Actor
        public void worker() {
            Region found = TWO.workers().find(0);
            if (found != null) {
                found.help();
            }
        }
    }

    /** A callers' loop on a team with a real worker that spins, parks, is woken, and comes late. */
    @JCStressTest
    @Outcome(id = "1111, 1111", expect = Expect.ACCEPTABLE, desc = "both callers' loops are complete")
    @Outcome(expect = Expect.FORBIDDEN, desc = "an iteration was lost, ran twice, or is not visible after the loop")
    @State
    public static class TwoCallers {
        @Actor
        public void one(II_Result r) {
            Cells body = new Cells();
            Parfor.run(TWO, SITE, N, body);
            r.r1 = body.number();
        }

        @Actor
        public void two(II_Result r) {
            Cells body = new Cells();
            Parfor.run(TWO, SITE, N, body);
            r.r2 = body.number();
        }
    }
}
