package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parfor.runtime.LoopCancelledException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiles run after those they build on, each column once; what rows throw is what the uppermost one does. */
@Timeout(120)
class WavefrontTest {

    /** A column of a row. */
    @FunctionalInterface
    private interface Cell {
        void run(int row, int column) throws Throwable;
    }

    private static RowsBody rows(Cell cell) {
        return new RowsBody() {
            @Override
            protected void run(long row, long from, long to) throws Throwable {
                for (long column = from; column < to; column++) {
                    cell.run((int) row, (int) column);
                }
            }
        };
    }

    /** Which cells have run; complains about one that comes before what it may build on, and one that comes twice. */
    private static final class Grid implements Cell {
        private final int columns;
        private final int skew;
        private final boolean[][] ran;

        Grid(int rows, int columns, int skew) {
            this.columns = columns;
            this.skew = skew;
            this.ran = new boolean[rows][columns];
        }

        @Override
        public void run(int row, int column) {
            boolean left = column == 0 || ran[row][column - 1];
            // the one above at the same x, or the last one of that row; it had the ones left of it itself
            boolean above = row == 0 || ran[row - 1][Math.min(columns - 1, column + skew)];
            if (!left || !above || ran[row][column]) {
                throw new AssertionError("(" + row + ", " + column + ") is out of order");
            }
            ran[row][column] = true;
        }

        boolean isComplete(int rows) {
            for (int row = 0; row < rows; row++) {
                for (boolean cell : ran[row]) {
                    if (!cell) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private static Stream<int[]> shapes() {
        List<int[]> shapes = new ArrayList<>();
        for (int[] size :
                new int[][] {{1, 1}, {1, 50}, {50, 1}, {2, 2}, {5, 3}, {3, 200}, {200, 3}, {100, 90}, {64, 257}}) {
            for (int skew = 0; skew < 3; skew++) {
                for (int threads : new int[] {1, 2, 3, 8}) {
                    shapes.add(new int[] {size[0], size[1], skew, threads});
                }
            }
        }
        return shapes.stream();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void tilesComeInOrder(int[] shape) {
        try (Team team = Team.of(shape[3])) {
            for (Schedule schedule : Schedule.values()) {
                for (int chunk : new int[] {0, 1, 7}) {
                    Grid grid = new Grid(shape[0], shape[1], shape[2]);
                    LoopSite site = Loops.site(schedule, chunk);
                    Parfor.wavefront(team, site, shape[0], shape[1], shape[2], rows(grid));
                    assertThat(grid.isComplete(shape[0])).isTrue();
                }
            }
        }
    }

    @Test
    void tilesOfAnySizeComeInOrder() {
        Random random = new Random(5);
        try (Team team = Team.of(4)) {
            for (int k = 0; k < 300; k++) {
                int rows = 2 + random.nextInt(60);
                int columns = 2 + random.nextInt(60);
                int skew = random.nextInt(4);
                long height = 1 + random.nextInt(8);
                Grid grid = new Grid(rows, columns, skew);
                Wavefront wavefront =
                        new Wavefront(rows(grid), rows, columns, skew, height, 1 + random.nextInt(2 * columns));
                int bands = (int) Blocks.ceilDiv(rows, height);
                LoopSite site = Loops.site(Schedule.DYNAMIC, 0).inBands(Blocks.ofSize(rows, height));
                Launch.run(team, site, bands, wavefront);
                assertThat(grid.isComplete(rows)).isTrue();
            }
        }
    }

    @Test
    void aTeamLargerThanTheMachineComputesWhatOneThreadDoes() {
        int n = 400;
        long[][] expected = new long[n][n];
        fill(expected).accept(null);
        try (Team team = Team.of(16)) {
            for (int k = 0; k < 30; k++) {
                long[][] cells = new long[n][n];
                fill(cells).accept(k % 2 == 0 ? team : team.withSchedule(Schedule.GUIDED, 1 + k));
                assertThat(cells).isDeepEqualTo(expected);
            }
        }
    }

    private static final LoopSite FILL = Loops.site(Schedule.AUTO, 0);

    private static java.util.function.Consumer<Team> fill(long[][] cells) {
        RowsBody body = rows((i, j) -> {
            long up = i == 0 ? 1 : cells[i - 1][j];
            long left = j == 0 ? 1 : cells[i][j - 1];
            long corner = i == 0 || j == 0 ? 1 : cells[i - 1][j - 1];
            cells[i][j] = (up * 31 + left * 17 + corner) ^ i ^ j;
        });
        return team -> {
            if (team != null) {
                Parfor.wavefront(team, FILL, cells.length, cells[0].length, 0, body);
                return;
            }
            try {
                for (int i = 0; i < cells.length; i++) {
                    body.run(i, 0, cells[0].length);
                }
            } catch (Throwable impossible) {
                throw new AssertionError(impossible);
            }
        };
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void whereAGuardFailsRowsRunInOrderOnTheirThread(Schedule schedule) {
        List<Integer> order = new ArrayList<>();
        List<Long> asked = new ArrayList<>();
        RowsBody body = new RowsBody() {
            @Override
            protected void run(long row, long from, long to) {
                assertThat(from).isZero();
                assertThat(to).isEqualTo(40);
                order.add((int) row);
            }

            @Override
            protected String failedGuard(long rows) {
                asked.add(rows);
                return "two rows are one";
            }
        };
        try (Team team = Team.of(3)) {
            Parfor.wavefront(team, Loops.site(schedule, 0), 100, 40, 1, body);
        }
        assertThat(order).isSorted().hasSize(100);
        assertThat(asked).containsExactly(100L);
    }

    @Test
    void aRowWithoutColumnsIsARow() {
        try (Team team = Team.of(2)) {
            for (Schedule schedule : Schedule.values()) {
                AtomicInteger rows = new AtomicInteger();
                Parfor.wavefront(team, Loops.site(schedule, 0), 9, 0, 0, new RowsBody() {
                    @Override
                    protected void run(long row, long from, long to) {
                        assertThat(from).isEqualTo(to);
                        rows.incrementAndGet();
                    }
                });
                assertThat(rows).hasValue(9);
                Parfor.wavefront(team, Loops.site(schedule, 0), 0, 9, 0, rows((i, j) -> rows.incrementAndGet()));
                assertThat(rows).hasValue(9);
            }
        }
    }

    @Test
    void negativeNumbersAreNoLoops() {
        RowsBody body = rows((i, j) -> {});
        LoopSite site = Loops.site(Schedule.AUTO, 0);
        try (Team team = Team.of(2)) {
            assertThatThrownBy(() -> Parfor.wavefront(team, site, -1, 1, 0, body))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Parfor.wavefront(team, site, 1, -1, 0, body))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Parfor.wavefront(team, site, 1, 1, -1, body))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    // ---- ends before the end --------------------------------------------------------------------------------------

    /** Says where it was thrown. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
        private final int row;
        private final int column;

        Failed(int row, int column) {
            this.row = row;
            this.column = column;
        }
    }

    @Test
    void theFirstFailureInSequentialOrderIsThrownAndAllRowsAboveItAreComplete() {
        Random random = new Random(11);
        try (Team team = Team.of(4)) {
            for (int k = 0; k < 400; k++) {
                int rows = 2 + random.nextInt(40);
                int columns = 2 + random.nextInt(40);
                int skew = random.nextInt(3);
                int height = 1 + random.nextInt(6);
                int rate = 1 + random.nextInt(rows * columns);
                long seed = random.nextLong();
                Grid grid = new Grid(rows, columns, skew);
                Cell cell = (i, j) -> {
                    if (fails(seed, i, j, rate)) {
                        throw new Failed(i, j);
                    }
                    grid.run(i, j);
                };
                int[] first = first(rows, columns, (i, j) -> fails(seed, i, j, rate));
                Schedule schedule = Schedule.values()[random.nextInt(Schedule.values().length)];
                LoopSite site = Loops.site(schedule, height);
                Throwable thrown = catchThrowable(() -> Parfor.wavefront(team, site, rows, columns, skew, rows(cell)));
                if (first == null) {
                    assertThat(thrown).isNull();
                    assertThat(grid.isComplete(rows)).isTrue();
                } else {
                    assertThat(thrown).isInstanceOf(Failed.class);
                    assertThat(((Failed) thrown).row).isEqualTo(first[0]);
                    assertThat(((Failed) thrown).column).isEqualTo(first[1]);
                    assertThat(thrown.getSuppressed()).allMatch(Failed.class::isInstance);
                    assertThat(grid.isComplete(first[0])).isTrue();
                    for (int j = 0; j < first[1]; j++) {
                        assertThat(grid.ran[first[0]][j]).isTrue();
                    }
                }
            }
        }
    }

    private static boolean fails(long seed, int i, int j, int rate) {
        return Math.floorMod(new Random(seed + i * 1009L + j).nextInt(), rate) == 0;
    }

    @FunctionalInterface
    private interface Place {
        boolean is(int row, int column);
    }

    private static int[] first(int rows, int columns, Place place) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (place.is(i, j)) {
                    return new int[] {i, j};
                }
            }
        }
        return null;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void aTokenEndsIt(int threads) {
        try (Team team = Team.of(threads)) {
            for (int k = 0; k < 100; k++) {
                CancellationToken token = new CancellationToken();
                int at = 37 * k;
                AtomicInteger ran = new AtomicInteger();
                LoopSite site = Loops.site(Schedule.DYNAMIC, 1);
                LoopCancelledException e = catchThrowableOfType(
                        LoopCancelledException.class,
                        () -> Parfor.wavefront(team.withToken(token), site, 1000, 20, 1, rows((i, j) -> {
                            if (ran.getAndIncrement() == at) {
                                token.cancel();
                            }
                        })));
                assertThat(e.reason()).isEqualTo(Reason.TOKEN);
                assertThat(e.tripCount()).isEqualTo(20_000);
                assertThat(e.completedIterations()).isBetween(0L, 20_000L);
                Grid grid = new Grid(50, 50, 0);
                Parfor.wavefront(team, Loops.site(Schedule.DYNAMIC, 2), 50, 50, 0, rows(grid));
                assertThat(grid.isComplete(50)).isTrue();
            }
        }
    }

    @Test
    void aDeadlineEndsOneThatWouldTakeForEver() {
        try (Team team = Team.of(3)) {
            Team late = team.withDeadline(Duration.ofMillis(20));
            LoopCancelledException e = catchThrowableOfType(
                    LoopCancelledException.class,
                    () -> Parfor.wavefront(
                            late, Loops.site(Schedule.AUTO, 0), 1L << 30, 100, 0, rows((i, j) -> Loops.work(3))));
            assertThat(e.reason()).isEqualTo(Reason.DEADLINE);
        }
    }

    @Test
    void anInterruptIsKeptAndEndsOnlyWhatIsInterruptible() {
        try (Team team = Team.of(3)) {
            for (int k = 0; k < 20; k++) {
                Grid grid = new Grid(200, 60, 1);
                Thread.currentThread().interrupt();
                Parfor.wavefront(team, Loops.site(Schedule.DYNAMIC, 3), 200, 60, 1, rows(grid));
                assertThat(Thread.interrupted()).isTrue();
                assertThat(grid.isComplete(200)).isTrue();

                Thread.currentThread().interrupt();
                Throwable thrown = catchThrowable(() -> Parfor.wavefront(
                        team.interruptible(), Loops.site(Schedule.DYNAMIC, 3), 1 << 20, 60, 1, rows((i, j) -> {})));
                assertThat(Thread.interrupted()).isTrue();
                assertThat(thrown).isInstanceOf(LoopCancelledException.class);
            }
        }
    }

    @Test
    void closingTheTeamEndsIt() throws InterruptedException {
        Team team = Team.of(3);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicInteger ran = new AtomicInteger();
        Thread caller = new Thread(() -> thrown.set(catchThrowable(
                () -> Parfor.wavefront(team, Loops.site(Schedule.DYNAMIC, 1), 1 << 20, 100, 0, rows((i, j) -> {
                    ran.incrementAndGet();
                    Loops.work(5);
                })))));
        caller.start();
        while (ran.get() < 1000) {
            Thread.onSpinWait();
        }
        team.close();
        caller.join();
        assertThat(thrown.get()).isInstanceOf(LoopCancelledException.class);
    }

    // ---- loops in loops -------------------------------------------------------------------------------------------

    @Test
    void wavefrontsNestInLoopsAndInEachOther() {
        try (Team team = Team.of(4)) {
            for (int k = 0; k < 20; k++) {
                Grid[] grids = new Grid[24];
                Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), grids.length, Loops.body(g -> {
                    Grid grid = new Grid(40, 30, 1);
                    Parfor.wavefront(team, Loops.site(Schedule.DYNAMIC, 2), 40, 30, 1, rows(grid));
                    grids[(int) g] = grid;
                }));
                assertThat(grids).allMatch(g -> g.isComplete(40));

                Grid outer = new Grid(12, 16, 0);
                Parfor.wavefront(team, Loops.site(Schedule.DYNAMIC, 1), 12, 16, 0, rows((i, j) -> {
                    Grid inner = new Grid(10, 10, 0);
                    Parfor.wavefront(team, Loops.site(Schedule.DYNAMIC, 1), 10, 10, 0, rows(inner));
                    assertThat(inner.isComplete(10)).isTrue();
                    outer.run(i, j);
                }));
                assertThat(outer.isComplete(12)).isTrue();
            }
        }
    }

    @Test
    void severalCallersShareATeam() throws InterruptedException {
        try (Team team = Team.of(3)) {
            List<Thread> callers = new ArrayList<>();
            AtomicInteger complete = new AtomicInteger();
            for (int c = 0; c < 5; c++) {
                Thread caller = new Thread(() -> {
                    for (int k = 0; k < 40; k++) {
                        Grid grid = new Grid(60, 60, 1);
                        Parfor.wavefront(team, Loops.site(Schedule.DYNAMIC, 4), 60, 60, 1, rows(grid));
                        complete.addAndGet(grid.isComplete(60) ? 1 : 0);
                    }
                });
                callers.add(caller);
                caller.start();
            }
            for (Thread caller : callers) {
                caller.join();
            }
            assertThat(complete).hasValue(200);
        }
    }
}
