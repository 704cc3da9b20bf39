package dev.parfor.runtime;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads claim all units of a source: each unit goes to one of them. */
public class Claims {

    private static final int UNITS = 5;

    /** How often units were claimed by one thread: a digit for each. */
    private static int claimAll(ChunkSource source, int index) {
        Share share = new Share(index, 1);
        int claimed = 0;
        while (source.claim(share)) {
            for (long i = share.lo; i < share.hi; i++) {
                claimed += digit((int) i);
            }
        }
        return claimed;
    }

    private static int digit(int i) {
        int digit = 1;
        for (int k = 0; k < i; k++) {
            digit *= 10;
        }
        return digit;
    }

    /** What each of the two saw, and their sum. */
    public abstract static class Both {
        private final ChunkSource source;
        private int first;
        private int second;

        Both(Schedule schedule) {
            source = ChunkSource.of(schedule, UNITS, 2, 1, true);
        }

        void first() {
            first = claimAll(source, 0);
        }

        void second() {
            second = claimAll(source, 1);
        }

        void sum(II_Result r) {
            r.r1 = first + second;
            r.r2 = source.isExhausted() ? 1 : 0;
        }
    }

    /** The only outcome. */
    @Outcome(id = "11111, 1", expect = Expect.ACCEPTABLE, desc = "each unit was claimed once")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a unit was lost, or claimed twice")
    public static class OnceEach {}

    /** Owners take from the front of their range while the other steals from the back. */
    @JCStressTest
    @JCStressMeta(OnceEach.class)
    @State
    public static class Stealing extends Both {
        public Stealing() {
            super(Schedule.STEALING);
        }

        @Actor
        public void one() {
            first();
        }

        @Actor
        public void two() {
            second();
        }

        @Arbiter
        public void end(II_Result r) {
            sum(r);
        }
    }

    /** One counter. */
    @JCStressTest
    @JCStressMeta(OnceEach.class)
    @State
    public static class Dynamic extends Both {
        public Dynamic() {
            super(Schedule.DYNAMIC);
        }

        @Actor
        public void one() {
            first();
        }

        @Actor
        public void two() {
            second();
        }

        @Arbiter
        public void end(II_Result r) {
            sum(r);
        }
    }

    /** One counter, in chunks that shrink. */
    @JCStressTest
    @JCStressMeta(OnceEach.class)
    @State
    public static class Guided extends Both {
        public Guided() {
            super(Schedule.GUIDED);
        }

        @Actor
        public void one() {
            first();
        }

        @Actor
        public void two() {
            second();
        }

        @Arbiter
        public void end(II_Result r) {
            sum(r);
        }
    }

    /** Slots, of which one thread may take both. */
    @JCStressTest
    @JCStressMeta(OnceEach.class)
    @State
    public static class Static extends Both {
        public Static() {
            super(Schedule.STATIC);
        }

        @Actor
        public void one() {
            first();
        }

        @Actor
        public void two() {
            second();
        }

        @Arbiter
        public void end(II_Result r) {
            sum(r);
        }
    }

    /** One thread skips a chunk, and with it all of its range, while the other goes on claiming: the sum is that of all units. */
    @JCStressTest
    @Outcome(id = "5, 1", expect = Expect.ACCEPTABLE, desc = "each unit was run or skipped, once")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a unit was lost, or settled twice: the loop would hang or end early")
    @State
    public static class StealingAndAbandoning {
        private final ChunkSource source = ChunkSource.of(Schedule.STEALING, UNITS, 2, 1, true);
        private long first;
        private long second;

        @Actor
        public void claimer() {
            Share share = new Share(0, 1);
            while (source.claim(share)) {
                first += share.hi - share.lo;
            }
        }

        @Actor
        public void abandoner() {
            Share share = new Share(1, 1);
            while (source.claim(share)) {
                second += share.hi - share.lo + source.abandon(share);
            }
        }

        @Arbiter
        public void end(II_Result r) {
            r.r1 = (int) (first + second);
            r.r2 = source.isExhausted() ? 1 : 0;
        }
    }
}
