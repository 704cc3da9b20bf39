package corpus;

import dev.parfor.ParallelFor;

/** Two extremes of which the second one is asked about only where the first one does not change. */
final class ElseExtremes {

    // SAFE
    @ParallelFor
    static double range(double[] x) {
        double low = x[0];
        double high = x[0];
        for (int i = 1; i < x.length; i++) {
            if (x[i] < low) {
                low = x[i];
            } else if (x[i] > high) {
                high = x[i];
            }
        }
        return high - low;
    }

    // SAFE
    @ParallelFor
    static long given(int[] x, int low, int high) {
        for (int v : x) {
            if (v > high) high = v;
            else if (low > v) low = v;
        }
        return high * 1000L + low;
    }

    // SAFE: what sets one of them at first leaves out the other one
    @ParallelFor
    static long fromFarAway(int[] x) {
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < low) {
                low = x[i];
            } else if (x[i] > high) {
                high = x[i];
            }
        }
        return high * 1000L + low;
    }

    // SAFE
    @ParallelFor
    static int places(float[] x) {
        float low = 0;
        float high = 0;
        int lowAt = -1;
        int highAt = -1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < low) {
                low = x[i];
                lowAt = i;
            } else if (x[i] > high) {
                high = x[i];
                highAt = i;
            }
        }
        return lowAt * 100 + highAt;
    }

    // SAFE
    @ParallelFor
    static int beside(int[] x, int[] out) {
        int low = 0;
        int high = 0;
        int sum = 0;
        for (int i = 0; i < x.length && i < out.length; i++) {
            int v = x[i] % 100;
            if (v < low) {
                low = v;
            } else if (v > high) {
                high = v;
            }
            sum += v;
            out[i] = v;
        }
        return sum + high - low;
    }

    // UNSAFE PF301: with equals, the place of the second one is not set where the first one is
    @ParallelFor
    static int lastPlaces(int[] x) {
        int low = 0;
        int high = 0;
        int highAt = -1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] <= low) {
                low = x[i];
            } else if (x[i] >= high) {
                high = x[i];
                highAt = i;
            }
        }
        return highAt + low;
    }

    // UNSAFE PF301: another value is compared
    @ParallelFor
    static int two(int[] x, int[] y) {
        int low = 0;
        int high = 0;
        for (int i = 0; i < x.length && i < y.length; i++) {
            if (x[i] < low) {
                low = x[i];
            } else if (y[i] > high) {
                high = y[i];
            }
        }
        return high * 100 + low;
    }

    // UNSAFE PF301: how often the first one has not changed
    @ParallelFor
    static int counted(int[] x) {
        int low = 0;
        int others = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < low) {
                low = x[i];
            } else {
                others++;
            }
        }
        return others + low;
    }

    // UNSAFE PF301: both go the same way
    @ParallelFor
    static int second(int[] x) {
        int first = 0;
        int next = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > first) {
                first = x[i];
            } else if (x[i] > next) {
                next = x[i];
            }
        }
        return first * 100 + next;
    }

    // UNSAFE PF301: a third one is asked about only where neither changes
    @ParallelFor
    static int third(int[] x) {
        int low = 0;
        int high = 0;
        int inside = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < low) {
                low = x[i];
            } else if (x[i] > high) {
                high = x[i];
            } else {
                inside++;
            }
        }
        return inside + high + low;
    }

    static int least;
    static int most;

    // REFUSED PF202: kept in fields
    @ParallelFor
    static void inFields(int[] x) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] < least) {
                least = x[i];
            } else if (x[i] > most) {
                most = x[i];
            }
        }
    }
}
