package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parfor.runtime.Shadow.Iteration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is recorded, and which pair is told. */
class ShadowTest {

    private static final LoopSite SITE = LoopSite.of("Test.loop", "Test.java", 1, Schedule.DYNAMIC, 1);

    private interface Body {
        void run(long index, Iteration iteration) throws Throwable;
    }

    private static Shadow shadow(long start, long step) {
        return new Shadow(SITE, "i", start, step, "", "p0", "p1", "p2");
    }

    private static CollisionException run(Team team, int tripCount, long start, long step, Body body) {
        Shadow shadow = shadow(start, step);
        return catchThrowableOfType(
                CollisionException.class,
                () -> shadow.run(team, tripCount, new LoopBody() {
                    @Override
                    protected void run(long lo, long hi) throws Throwable {
                        for (long k = lo; k < hi; k++) {
                            body.run(start + k * step, shadow.at(start + k * step));
                        }
                    }
                }));
    }

    private static void write(Iteration iteration, Object array, int index) {
        iteration.array(array);
        iteration.writes(index, 0);
    }

    private static void read(Iteration iteration, Object array, int index) {
        iteration.array(array);
        iteration.reads(index, 1);
    }

    /** All pairs by enumeration, on teams and in whatever order they run. */
    @Test
    void theLowestPairIsTold() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int n = 2 + random.nextInt(12);
            int cells = 1 + random.nextInt(30);
            int[][] writes = new int[n][random.nextInt(3)];
            int[][] reads = new int[n][random.nextInt(4)];
            for (int i = 0; i < n; i++) {
                writes[i] = random.ints(writes[i].length, 0, cells).toArray();
                reads[i] = random.ints(reads[i].length, 0, cells).toArray();
            }
            int[] array = new int[cells];
            CollisionException told = run(Team.of(1 + random.nextInt(4)), n, 0, 1, (i, iteration) -> {
                for (int cell : reads[(int) i]) {
                    read(iteration, array, cell);
                }
                for (int cell : writes[(int) i]) {
                    write(iteration, array, cell);
                }
            });
            long[] expected = lowest(writes, reads);
            if (expected == null) {
                assertThat(told).isNull();
            } else {
                assertThat(told).isNotNull();
                assertThat(new long[] {told.firstIteration(), told.secondIteration()})
                        .isEqualTo(expected);
            }
        }
    }

    private static long[] lowest(int[][] writes, int[][] reads) {
        for (int later = 0; later < writes.length; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (meet(writes[later], writes[earlier])
                        || meet(writes[later], reads[earlier])
                        || meet(reads[later], writes[earlier])) {
                    return new long[] {earlier, later};
                }
            }
        }
        return null;
    }

    private static boolean meet(int[] some, int[] others) {
        for (int a : some) {
            for (int b : others) {
                if (a == b) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void manyReadersAreNoCollision() {
        double[] shared = new double[3];
        assertThat(run(Team.of(3), 500, 0, 1, (i, iteration) -> {
                    read(iteration, shared, 1);
                    iteration.reads("a", "Text.field", 1);
                }))
                .isNull();
    }

    @Test
    void anIterationMayMeetItself() {
        long[] cells = new long[100];
        assertThat(run(Team.of(3), 100, 0, 1, (i, iteration) -> {
                    write(iteration, cells, (int) i);
                    read(iteration, cells, (int) i);
                    write(iteration, cells, (int) i);
                }))
                .isNull();
    }

    @Test
    void indicesAreToldAsTheLoopHasThem() {
        int[] array = new int[4];
        CollisionException e = run(Team.of(2), 10, Long.MAX_VALUE - 3, -1_000_000_000_000_000_000L, (i, iteration) -> {
            if (i > Long.MIN_VALUE / 2) {
                write(iteration, array, 2);
            }
        });
        assertThat(e)
                .hasMessageContaining("meet in element 2 of an int[4]")
                .hasMessageContaining("iteration i = 9223372036854775804 writes p0")
                .hasMessageContaining("iteration i = 8223372036854775804 writes p0")
                .hasMessageContaining("fault of Parfor");
        assertThat(e.firstIteration()).isZero();
        assertThat(e.secondIteration()).isEqualTo(1);
    }

    @Test
    void fieldsOfOneObjectAreApart() {
        Object object = new Object();
        String[] names = new String[64];
        for (int k = 0; k < names.length; k++) {
            names[k] = "Some.field" + k;
        }
        assertThat(run(Team.of(4), 64, 0, 1, (i, iteration) -> iteration.writes(object, names[(int) i], 0)))
                .isNull();
        assertThat(run(Team.of(4), 64, 0, 1, (i, iteration) -> iteration.<Object>writesStatic(names[(int) i / 2], 0)))
                .hasMessageContaining("meet in the static field Some.field0");
    }

    @Test
    void equalObjectsAreTwo() {
        assertThat(run(Team.of(4), 64, 0, 1, (i, iteration) -> iteration.writes(List.of(1), "List.size", 0)))
                .isNull();
    }

    /** A page of cells has 256. */
    @Test
    void longArraysHavePages() {
        byte[] array = new byte[100_000];
        assertThat(run(Team.of(3), 1000, 0, 1, (i, iteration) -> {
                    iteration.array(array);
                    iteration.from((int) i * 100);
                    iteration.writesTo((int) i * 100 + 100, 0);
                }))
                .isNull();
        assertThat(run(Team.of(3), 1000, 0, 1, (i, iteration) -> {
                    iteration.array(array);
                    iteration.from((int) i * 100);
                    iteration.writesTo(Math.min(array.length, (int) i * 100 + 101), 0);
                }))
                .hasMessageContaining("element 100 of a byte[100000]");
    }

    @Test
    void whatFailsIsNotRecorded() {
        int[] array = new int[3];
        assertThat(run(Team.of(2), 9, 0, 1, (i, iteration) -> {
                    write(iteration, array, 3);
                    write(iteration, array, -1);
                    write(iteration, null, 0);
                    iteration.writes(null, "A.b", 0);
                    iteration.array(array);
                    iteration.from(2);
                    iteration.writesTo(4, 0);
                }))
                .isNull();
    }

    @Test
    void ownArraysAndWhatIsUnderLocksAreNot() {
        int[][] own = {new int[2], null, new int[3]};
        Shadow shadow = shadow(0, 1);
        assertThatCode(() -> shadow.run(Team.of(2), 10, new LoopBody() {
                    @Override
                    protected void run(long lo, long hi) {
                        shadow.own(own);
                        for (long i = lo; i < hi; i++) {
                            write(shadow.at(i), own, 0);
                            write(shadow.at(i), own[2], 1);
                        }
                    }
                }))
                .doesNotThrowAnyException();
        Object lock = new Object();
        int[] counts = new int[1];
        assertThat(run(Team.of(2), 10, 0, 1, (i, iteration) -> {
                    iteration.locks(lock);
                    write(iteration, counts, 0);
                    iteration.unlocks(lock);
                }))
                .isNull();
    }

    @Test
    void whereAGuardFailsNothingIs() {
        int[] array = new int[1];
        List<Long> order = new ArrayList<>();
        Shadow shadow = shadow(0, 1);
        shadow.run(Team.of(3), 20, new LoopBody() {
            @Override
            protected String failedGuard(long tripCount) {
                return "no";
            }

            @Override
            protected void run(long lo, long hi) {
                for (long i = lo; i < hi; i++) {
                    write(shadow.at(i), array, 0);
                    order.add(i);
                }
            }
        });
        assertThat(order).isSorted().hasSize(20);
    }

    @Test
    void lambdasOnOtherThreadsHaveAStackOfTheirOwn() {
        int[] array = new int[64];
        assertThat(run(Team.of(2), 8, 0, 1, (i, iteration) -> {
                    iteration.array(array);
                    Thread other = new Thread(() -> write(iteration, new int[1], 0));
                    other.start();
                    other.join();
                    iteration.writes((int) i, 0);
                }))
                .isNull();
    }
}
