package dev.parfor.examples.study;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds straight lines among the pixels of edges. Source: R. Duda and P. Hart, "Use of the Hough Transformation to Detect Lines
 * and Curves in Pictures", CACM 15(1), 1972.
 */
final class Lines {

    /** All points with {@code x * cos(angle) + y * sin(angle) == distance}. */
    record Line(int angle, int distance, int votes) {}

    private Lines() {}

    /** The columns of the pixels, or with {@code rows} their rows. */
    static int[] places(boolean[] edge, int width, boolean rows) {
        int count = 0;
        for (boolean is : edge) {
            if (is) {
                count++;
            }
        }
        int[] places = new int[count];
        int k = 0;
        for (int at = 0; at < edge.length; at++) {
            if (edge[at]) {
                places[k++] = rows ? at / width : at % width;
            }
        }
        return places;
    }

    /** How many of the points lie on each line: {@code votes[angle][distance + reach]}. */
    static int[][] vote(int[] x, int[] y, int angles, int reach) {
        int[][] votes = new int[angles][2 * reach + 1];
        for (int a = 0; a < angles; a++) {
            double cos = Math.cos(Math.PI * a / angles);
            double sin = Math.sin(Math.PI * a / angles);
            for (int i = 0; i < x.length; i++) {
                votes[a][(int) Math.round(x[i] * cos + y[i] * sin) + reach]++;
            }
        }
        return votes;
    }

    /** The lines with the most votes among their neighbours. */
    static List<Line> peaks(int[][] votes, int least) {
        List<Line> lines = new ArrayList<>();
        for (int a = 1; a < votes.length - 1; a++) {
            for (int d = 1; d < votes[a].length - 1; d++) {
                int here = votes[a][d];
                boolean peak = here >= least;
                for (int da = -1; da <= 1; da++) {
                    for (int dd = -1; dd <= 1; dd++) {
                        peak &= votes[a + da][d + dd] <= here;
                    }
                }
                if (peak) {
                    lines.add(new Line(a, d - votes[a].length / 2, here));
                }
            }
        }
        return lines;
    }
}
