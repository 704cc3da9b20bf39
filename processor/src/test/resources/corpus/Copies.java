package corpus;

import dev.parfor.ParallelFor;
import dev.parfor.Scratch;
import java.util.Arrays;
import java.util.Map;

/** Arrays of which each chunk works on one of its own. */
final class Copies {

    /** A cell with an array. */
    static final class Cell {
        final int[] data;

        Cell(int[] data) {
            this.data = data;
        }
    }

    // SAFE: trusted, and checked not to be the other array: where it is, the loop runs in order on the array itself
    @ParallelFor
    static void scratchOrTheArray(int[] x, int n) {
        @Scratch("the first cell is set before it is read")
        int[] t = n % 2 == 0 ? x : new int[4];
        for (int i = 0; i < x.length; i++) {
            t[0] = i;
            x[i] = x[i] + 2 * t[0];
        }
    }

    // SAFE: trusted, and checked to be no row
    @ParallelFor
    static void scratchOrARow(int[][] x, int n) {
        @Scratch("the first cell is set before it is read")
        int[] t = n % 2 == 0 && x.length > 0 && x[0].length > 0 ? x[0] : new int[4];
        for (int i = 0; i < x.length; i++) {
            t[0] = i;
            for (int k = 0; k < x[i].length; k++) {
                x[i][k] += t[0];
            }
        }
    }

    // SAFE: trusted, and checked to be in none of the cells: where it is, the loop runs in order on the array itself
    @ParallelFor
    static void scratchInACellRead(Cell[] cells, int n) {
        @Scratch("the first cell is set before it is read")
        int[] t = n % 2 == 0 && cells.length > 0 ? cells[cells.length - 1].data : new int[1];
        long[] y = new long[cells.length];
        for (int i = 0; i < cells.length; i++) {
            if (t.length > 0 && cells[i].data.length > 0) {
                y[i] = cells[i].data[0];
                t[0] = i;
            }
        }
        if (cells.length > 0 && t.length > 0) {
            t[0] = Arrays.hashCode(y);
        }
    }

    // UNSAFE PF221: what the map holds may be the scratch array
    @ParallelFor
    static void scratchInAMap(Map<Integer, int[]> map, long[] y) {
        @Scratch("the first cell is set before it is read")
        int[] t = map.isEmpty() ? new int[1] : map.get(0);
        for (int i = 0; i < y.length; i++) {
            y[i] = map.get(i)[0];
            t[0] = i;
        }
    }
}
