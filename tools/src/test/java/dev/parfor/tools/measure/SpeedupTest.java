package dev.parfor.tools.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SpeedupTest {

    @Test
    void serialFractionIsThatOfKarpAndFlatt() {
        // The table of their paper: speed-ups of Amdahl's law with a tenth serial give a tenth, whatever the threads.
        for (int threads : new int[] {2, 3, 8, 1000}) {
            double speedup = threads * Speedup.efficiencyWithSerialShare(0.1, threads);
            assertThat(Speedup.serialFraction(speedup, threads).orElseThrow()).isCloseTo(0.1, within(1e-12));
        }
        assertThat(Speedup.serialFraction(8, 8)).hasValue(0);
        assertThat(Speedup.serialFraction(1, 8)).hasValue(1);
        assertThat(Speedup.serialFraction(9, 8).orElseThrow()).isNegative();
        assertThat(Speedup.serialFraction(1, 1)).isEmpty();
    }

    @Test
    void efficiencyIsSpeedupPerThread() {
        assertThat(Speedup.efficiency(3, 4)).isEqualTo(0.75);
        assertThat(Speedup.efficiencyWithSerialShare(0, 16)).isEqualTo(1);
        assertThat(Speedup.efficiencyWithSerialShare(1, 4)).isEqualTo(0.25);
    }

    private static TreeMap<Integer, Double> speedups(double... bySize) {
        TreeMap<Integer, Double> all = new TreeMap<>();
        for (int i = 0; i < bySize.length; i++) {
            all.put((int) Math.pow(10, i + 1), bySize[i]);
        }
        return all;
    }

    @Test
    void breakEvenLiesBetweenTheSizesMeasured() {
        assertThat(Speedup.breakEven(speedups(0.5, 2)).orElseThrow()).isCloseTo(Math.pow(10, 1.5), within(1e-9));
        assertThat(Speedup.breakEven(speedups(0.5, 1, 2)).orElseThrow()).isCloseTo(100, within(1e-9));
        assertThat(Speedup.breakEven(speedups(1.5, 2))).hasValue(10);
        assertThat(Speedup.breakEven(speedups(1.5, 0.5, 2)).orElseThrow()).isBetween(100.0, 1000.0);
        assertThat(Speedup.breakEven(speedups(1.5, 0.5))).isEmpty();
    }
}
