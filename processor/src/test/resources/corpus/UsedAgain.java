package corpus;

import dev.parfor.ParallelFor;

/** Variables of the method that several loops use one after the other: what one leaves in them the next one does not read. */
final class UsedAgain {

    // SAFE: each sets it before it reads it
    @ParallelFor
    static void twice(int[] x) {
        int v;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < 2 && x[i] > 3; j++) {
                v = x[i];
                x[i] = v * v;
            }
        }
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 7) {
                v = x[i] - 1;
                if (v > 20) {
                    x[i] = v;
                }
            }
        }
    }

    // SAFE: set by the statement behind the loop
    static int setBehind(int[] x) {
        int v = 0;
        for (@ParallelFor int i = 0; i < x.length; i++) {
            for (int j = 0; j < 2 && x[i] > 3; j++) {
                v = x[i];
                x[i] = v * v;
            }
        }
        v = x.length;
        while (v > 10) {
            v -= 7;
        }
        return v;
    }

    // SAFE: set by the header of another loop
    static int setByHeader(int[] x) {
        int v = 0;
        int s = 0;
        for (@ParallelFor int i = 0; i < x.length; i++) {
            for (int j = 0; j < 2 && x[i] > 3; j++) {
                v = x[i];
                x[i] = v * v;
            }
        }
        if (x.length > 2) {
            for (v = 1; v < 3; v++) {
                s = 3 * s + x[v];
            }
        }
        return s;
    }

    // SAFE: in each round of a loop around it
    static void inRounds(int[] x, int n) {
        int v = 0;
        for (int r = 0; r < n % 5; r++) {
            v = r + 1;
            x[0] = v;
            for (@ParallelFor int i = 1; i < x.length; i++) {
                for (int j = 0; j < 2 && x[i] > 3; j++) {
                    v = x[i];
                    x[i] = v - 1;
                }
            }
        }
    }

    // SAFE: with the last value, for it is read in the same round
    static void readInRound(int[] x, int n) {
        int v = 0;
        for (int r = 0; r < n % 5; r++) {
            v = r + 1;
            for (@ParallelFor int i = 1; i < x.length; i++) {
                for (int j = 0; j < 2 && x[i] > 3; j++) {
                    v = x[i];
                    x[i] = v - 1;
                }
            }
            x[0] += v;
        }
    }

    // SAFE: with the last value, for it is read in the next round, before it is set
    static void readInNextRound(int[] x, int n) {
        int v = 0;
        for (int r = 0; r < n % 5; r++) {
            x[0] += v;
            v = r + 1;
            for (@ParallelFor int i = 1; i < x.length; i++) {
                for (int j = 0; j < 2 && x[i] > 3; j++) {
                    v = x[i];
                    x[i] = v - 1;
                }
            }
        }
    }

    // SAFE: with the last value, for it is set before a loop in which it is read, and the loop is in there as well
    static void setTooEarly(int[] x, int n) {
        int v;
        v = 5;
        for (int r = 0; r < n % 5; r++) {
            x[0] += v;
            for (@ParallelFor int i = 1; i < x.length; i++) {
                for (int j = 0; j < 2 && x[i] > 3; j++) {
                    v = x[i];
                    x[i] = v - 1;
                }
            }
        }
    }

    // SAFE: with the last value, for it is set where x is long
    static int setSometimes(int[] x) {
        int v = 0;
        for (@ParallelFor int i = 0; i < x.length; i++) {
            for (int j = 0; j < 2 && x[i] > 3; j++) {
                v = x[i];
                x[i] = v * v;
            }
        }
        if (x.length > 20) {
            v = 1;
        }
        return v;
    }

    // SAFE: with the last value, for what sets it reads it
    static int setByItself(int[] x) {
        int v = 0;
        for (@ParallelFor int i = 0; i < x.length; i++) {
            for (int j = 0; j < 2 && x[i] > 3; j++) {
                v = x[i];
                x[i] = v * v;
            }
        }
        v = v + 1;
        return v;
    }

    // SAFE: with the last value, for it is added to
    static int addedTo(int[] x) {
        int v = 0;
        for (@ParallelFor int i = 0; i < x.length; i++) {
            for (int j = 0; j < 2 && x[i] > 3; j++) {
                v = x[i];
                x[i] = v * v;
            }
        }
        v += 1;
        return v;
    }

    // SAFE: with the last value, for it is read by the condition, set by the body
    static int readByCondition(int[] x) {
        int v = 0;
        int n = 0;
        for (@ParallelFor int i = 0; i < x.length; i++) {
            for (int j = 0; j < 2 && x[i] > 3; j++) {
                v = x[i];
                x[i] = v * v;
            }
        }
        while (v > 10) {
            v = n;
            n++;
        }
        return n;
    }

    // SAFE: with the last value, for a group of a switch may be jumped over
    static int inSwitch(int[] x) {
        int v = 0;
        for (@ParallelFor int i = 0; i < x.length; i++) {
            for (int j = 0; j < 2 && x[i] > 3; j++) {
                v = x[i];
                x[i] = v * v;
            }
        }
        switch (x.length) {
            case 1:
                v = 8;
            default:
                return v;
        }
    }

    // SAFE: with the last value, for where something is thrown it is not set
    static int inTry(int[] x) {
        int v = 0;
        for (@ParallelFor int i = 0; i < x.length; i++) {
            for (int j = 0; j < 2 && x[i] > 3; j++) {
                v = x[i];
                x[i] = v * v;
            }
        }
        try {
            v = x[20];
        } catch (ArrayIndexOutOfBoundsException e) {
            x[0] = 1;
        }
        return v;
    }

    // UNSAFE PF301: what an iteration leaves is read by the next one
    @ParallelFor
    static int readFirst(int[] x) {
        int v = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] += v;
            for (int j = 0; j < 2 && x[i] > 3; j++) {
                v = x[i];
                x[i] = v * 3;
            }
        }
        v = 3;
        return v;
    }
}
