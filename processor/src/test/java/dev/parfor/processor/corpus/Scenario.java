package dev.parfor.processor.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * What the inputs of one run look like. The same scenario always gives equal inputs.
 *
 * @param size what bounds and array lengths are near to
 * @param seed of everything that is drawn
 */
public record Scenario(int size, Sharing sharing, Values values, long seed) {

    /** Which references lead to one object. */
    public enum Sharing {
        /** None. */
        APART,
        /** All of one type: the same array for every parameter and field. */
        SAME,
        /** Rows and elements occur several times or are null, within one array and between two. */
        ROWS
    }

    /** Which numbers occur. */
    public enum Values {
        /** Small; floating-point sums of them are exact in any order. */
        GRID,
        /** Floating-point numbers with all their digits. */
        ROUGH,
        /** NaN, infinities, signed zeros; offsets near the ends of their type. */
        EXTREME
    }

    private static final boolean ALL = Boolean.getBoolean("parfor.corpus.all");

    /**
     * Scenarios up to a size, small ones first: fewer of the large ones, unless {@code -Dparfor.corpus.all=true}. The largest has several
     * blocks of a reduction.
     */
    static List<Scenario> upTo(int size) {
        List<Scenario> scenarios = new ArrayList<>();
        for (int n : new int[] {0, 1, 2, 3, 7, 64, 300, 1000, 3500, 9000}) {
            for (Sharing sharing : Sharing.values()) {
                for (Values values : Values.values()) {
                    boolean usual = switch (n) {
                        case 7, 64 -> true;
                        case 1000, 9000 -> false;
                        case 3500 -> sharing == Sharing.APART && values != Values.EXTREME;
                        default -> sharing == Sharing.APART || values == Values.GRID;
                    };
                    if (n <= size && (usual || ALL)) {
                        scenarios.add(new Scenario(n, sharing, values, 31L * n + scenarios.size()));
                    }
                }
            }
        }
        return scenarios;
    }
}
