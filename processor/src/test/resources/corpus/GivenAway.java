package corpus;

import dev.parfor.ParallelFor;
import java.util.Arrays;

/** Arrays that the method has made, and that have a second name before the loop begins. */
final class GivenAway {

    // GUARDED fill keeps what it is given, and that is an array here
    @ParallelFor
    static int[] filledIn(int[] x) {
        int[][] all = new int[3][x.length + 1];
        int[] out = new int[x.length + 1];
        if (x.length % 3 == 1) {
            Arrays.fill(all, out);
        }
        int[] other = all[1];
        for (int i = 0; i < x.length; i++) {
            other[i + 1] = out[i] + 1;
        }
        return out;
    }

    // GUARDED the same in a part of it, as an object
    @ParallelFor
    static int[] filledInPart(int[] x) {
        Object[] all = new int[3][x.length + 1];
        int[] out = new int[x.length + 1];
        Arrays.fill(all, 0, x.length % 3, out);
        int[] other = (int[]) all[1];
        for (int i = 0; i < x.length; i++) {
            out[i + 1] = other[i] + x[i];
        }
        return out;
    }

    // SAFE nobody can see that the array was filled
    @ParallelFor
    static int[] filled(int[] x) {
        int[] out = new int[x.length + 1];
        Arrays.fill(out, 0, out.length, 7);
        for (int i = 0; i < x.length; i++) {
            out[i + 1] += x[i];
        }
        return out;
    }

    // UNSAFE PF201 iteration 1 reads what iteration 0 has written
    @ParallelFor
    static int[] filledAndCarried(int[] x) {
        int[] out = new int[x.length + 1];
        Arrays.fill(out, 7);
        for (int i = 0; i < x.length; i++) {
            out[i + 1] = out[i] + x[i];
        }
        return out;
    }

    // GUARDED the header gives it another name: never in parallel
    @ParallelFor
    static int[] namedInHeader(int[] x) {
        int[] out = new int[x.length];
        for (int i = 1, other[] = out; i < x.length; i++) {
            out[i] = other[i - 1] + x[i];
        }
        return out;
    }

    private static int[] last = new int[300];

    // GUARDED the header gives it away: never in parallel
    @ParallelFor
    static int[] givenInHeader(int[] x) {
        int[] out = new int[x.length];
        int i;
        for (last = out, i = 1; i < x.length; i++) {
            out[i] = last[i - 1] + x[i];
        }
        return out;
    }
}
