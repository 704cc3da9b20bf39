package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BlocksTest {

    private static final long[] TRIP_COUNTS = {
        0,
        1,
        2,
        255,
        256,
        257,
        511,
        512,
        513,
        1023,
        1024,
        1025,
        262143,
        262144,
        262145,
        1L << 31,
        1L << 40,
        (1L << 62) + 1,
        Long.MAX_VALUE - 1,
        Long.MAX_VALUE
    };

    @Test
    void mapsHaveFewBlocks() {
        assertThat(Blocks.ofMaps(1000, 1024).count()).isEqualTo(1);
        assertThat(Blocks.ofMaps(5000, 1024).count()).isEqualTo(5);
        Blocks many = Blocks.ofMaps(1_000_003, 1);
        assertThat(many.count()).isEqualTo(16);
        assertThat(many.end(15)).isEqualTo(1_000_003);
    }

    @Test
    void blocksCoverTheLoopInOrder() {
        for (long n : TRIP_COUNTS) {
            for (int minimum : new int[] {1, 2, 1000, 1024, Integer.MAX_VALUE}) {
                Blocks blocks = Blocks.of(n, minimum);
                assertThat(blocks.count()).isBetween(n == 0 ? 0 : 1, 256);
                long at = 0;
                for (int b = 0; b < blocks.count(); b++) {
                    assertThat(blocks.start(b)).isEqualTo(at);
                    assertThat(blocks.end(b)).isGreaterThan(at);
                    at = blocks.end(b);
                    if (b < blocks.count() - 1) {
                        assertThat(at - blocks.start(b)).isGreaterThanOrEqualTo(minimum);
                    }
                }
                assertThat(at).isEqualTo(n);
            }
        }
    }

    /** Written down: a change here changes the bits of every floating-point sum. */
    @Test
    void theCutIsFixed() {
        assertThat(Blocks.of(1000, 1024).count()).isEqualTo(1);
        assertThat(Blocks.of(1025, 1024).count()).isEqualTo(2);
        assertThat(Blocks.of(262144, 1024).count()).isEqualTo(256);
        assertThat(Blocks.of(262145, 1024).end(0)).isEqualTo(1025);
        assertThat(Blocks.of(262145, 1024).count()).isEqualTo(256);
        assertThat(Blocks.of(300, 1).end(0)).isEqualTo(2);
        assertThat(Blocks.of(300, 1).count()).isEqualTo(150);
    }

    @Test
    void aSumHasTheSameBitsOnEveryTeam() {
        double[] a = new double[100_003];
        for (int i = 0; i < a.length; i++) {
            a[i] = 1.0 / (i + 1) * (i % 3 - 1);
        }
        double expected = sum(Team.shared(), Loops.site(Schedule.AUTO, 0), a, true);
        for (int threads = 1; threads <= 5; threads++) {
            try (Team team = Team.of(threads)) {
                for (Schedule schedule : Schedule.values()) {
                    LoopSite site = Loops.site(schedule, threads % 3);
                    for (int round = 0; round < 20; round++) {
                        assertThat(sum(team, site, a, false))
                                .as("%d threads, %s", threads, schedule)
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    private static double sum(Team team, LoopSite site, double[] a, boolean sequentially) {
        Blocks blocks = Blocks.of(a.length, 1024);
        double[] partial = new double[blocks.count()];
        LoopBody body = Loops.body(b -> {
            double sum = b == 0 ? 0 : -0.0;
            for (int i = (int) blocks.start((int) b); i < blocks.end((int) b); i++) {
                sum += a[i];
            }
            partial[(int) b] = sum;
        });
        if (sequentially) {
            Parfor.sequential(team, site, blocks.count(), body, "reference");
        } else {
            Parfor.run(team, site, blocks.count(), body);
        }
        double sum = partial[0];
        for (int b = 1; b < partial.length; b++) {
            sum += partial[b];
        }
        return sum;
    }

    @Test
    void copiesAreFewAndWorthTheirCells() {
        for (long cells : new long[] {0, 1, 7, 256, 65_536, 1 << 20, 1 << 21, 1 << 22, 1L << 31}) {
            for (long tripCount : new long[] {0, 1, 2, 1023, 100_000, 10_000_000, Long.MAX_VALUE}) {
                Blocks blocks = Blocks.ofCopies(tripCount, 1024, cells, 1);
                if (blocks.count() > 1) {
                    assertThat(blocks.count() * cells).isLessThanOrEqualTo(1 << 22);
                    assertThat(blocks.size()).isGreaterThanOrEqualTo(4 * cells);
                } else {
                    assertThat(blocks.end(0)).isEqualTo(tripCount);
                }
            }
        }
        assertThat(Blocks.ofCopies(100_000, 1024, 256, 1).count()).isGreaterThan(50);
        assertThat(Blocks.ofCopies(1000, 1, 1000, 64).count()).isGreaterThan(10);
    }

    @Test
    void nonsenseIsRejected() {
        assertThatThrownBy(() -> Blocks.of(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Blocks.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void powersAreProducts() {
        for (long trips : new long[] {1, 2, 7, 1000, 4099}) {
            Blocks blocks = Blocks.of(trips, 5);
            for (long factor : new long[] {0, 1, -1, 2, 31, 1L << 40, Long.MIN_VALUE, -37}) {
                for (int block = 0; block < blocks.count(); block++) {
                    long product = 1;
                    for (long k = blocks.start(block); k < blocks.end(block); k++) {
                        product *= factor;
                    }
                    assertThat(blocks.power(block, factor)).isEqualTo(product);
                }
            }
        }
    }

    @Test
    void cellsOfRowsAreCountedTogether() {
        assertThat(Blocks.cells(new int[][] {{1, 2}, null, {}, {3}})).isEqualTo(4 + 3);
        assertThat(Blocks.cells(new double[0][])).isZero();
        assertThatThrownBy(() -> Blocks.cells(null)).isInstanceOf(NullPointerException.class);
    }
}
