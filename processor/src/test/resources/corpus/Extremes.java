package corpus;

import dev.parfor.FloatingReduction;
import dev.parfor.ParallelFor;

/** The smallest and the greatest of what the iterations compute, where it is, and the traps beside it. */
final class Extremes {

    // SAFE
    @ParallelFor
    static int min(int[] x) {
        int m = Integer.MAX_VALUE;
        for (int i = 0; i < x.length; i++) {
            m = Math.min(m, x[i]);
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static double max(double[] x) {
        double m = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            m = Math.max(x[i], m);
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static double maxByIf(double[] x) {
        double m = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > m) {
                m = x[i];
            }
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static int minByIfCommuted(int[] x) {
        int m = 1000;
        for (int i = 0; i < x.length; i++) {
            if (m > x[i]) m = x[i];
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static double maxByTernary(double[] x) {
        double m = x[0];
        for (int i = 1; i < x.length; i++) {
            m = x[i] > m ? x[i] : m;
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static int minByTernaryOther(int[] x) {
        int m = 50;
        for (int i = 0; i < x.length; i++) {
            m = m <= x[i] ? m : x[i];
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static double maxOfExpression(double[] x, double[] y) {
        double m = 0;
        for (int i = 0; i < x.length; i++) {
            double d = Math.abs(x[i] - y[i]);
            if (d > m) {
                m = d;
            }
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static int argMax(double[] x) {
        int at = -1;
        double m = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > m) {
                m = x[i];
                at = i;
            }
        }
        return at;
    }

    // SAFE
    @ParallelFor
    static int argMaxLast(int[] x) {
        int at = -1;
        int m = Integer.MIN_VALUE;
        for (int i = 0; i < x.length; i++) {
            if (x[i] >= m) {
                m = x[i];
                at = i;
            }
        }
        return at;
    }

    // SAFE
    @ParallelFor
    static int argMinLastKeepsStart(int[] x) {
        int at = -1;
        int m = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] <= m) {
                m = x[i];
                at = i;
            }
        }
        return at * 100 + m;
    }

    // SAFE
    @ParallelFor
    static int argMinDown(int[] x) {
        int at = 0;
        int m = Integer.MAX_VALUE;
        for (int i = x.length - 1; i >= 0; i--) {
            if (x[i] < m) {
                at = i;
                m = x[i];
            }
        }
        return at;
    }

    // SAFE
    @ParallelFor
    static int argMaxThroughArray(int[] x) {
        int at = 0;
        for (int i = 1; i < x.length; i++) {
            if (x[i] > x[at]) {
                at = i;
            }
        }
        return at;
    }

    // SAFE
    @ParallelFor(floating = FloatingReduction.STRICT)
    static double strictMax(double[] x) {
        double m = 0;
        for (int i = 0; i < x.length; i++) {
            m = Math.max(m, x[i]);
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static int minAndMax(int[] x) {
        int lo = Integer.MAX_VALUE;
        int hi = Integer.MIN_VALUE;
        for (int v : x) {
            if (v < lo) {
                lo = v;
            }
            if (v > hi) {
                hi = v;
            }
        }
        return lo ^ hi;
    }

    // SAFE: a new minimum is kept from the maximum, but only up to the first value that is none
    @ParallelFor
    static int minElseMax(int[] x) {
        int lo = Integer.MAX_VALUE;
        int hi = Integer.MIN_VALUE;
        for (int v : x) {
            if (v < lo) {
                lo = v;
            } else if (v > hi) {
                hi = v;
            }
        }
        return lo ^ hi;
    }

    // UNSAFE PF301: the second candidate is kept only beside the first
    @ParallelFor
    static int secondLargest(int[] x) {
        int first = Integer.MIN_VALUE;
        int second = Integer.MIN_VALUE;
        for (int v : x) {
            if (v > first) {
                second = first;
                first = v;
            } else if (v > second) {
                second = v;
            }
        }
        return second;
    }

    // UNSAFE PF301: compares one value and keeps another
    @ParallelFor
    static int comparesAnother(int[] x, int[] y) {
        int m = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > m) {
                m = y[i];
            }
        }
        return m;
    }

    // UNSAFE PF301: a comparison with a part that decides alone
    @ParallelFor
    static int comparesOrElse(int[] x) {
        int m = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > m || x[i] == -3) {
                m = x[i];
            }
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static int comparesAndCondition(int[] x, int[] y) {
        int m = 0;
        int at = -1;
        for (int i = 0; i < x.length; i++) {
            if ((y[i] & 1) == 0 && x[i] > m) {
                m = x[i];
                at = i;
            }
        }
        return at;
    }

    // REFUSED PF301: rounding is monotone, so the order does not show
    @ParallelFor
    static float narrowedMax(double[] x) {
        float m = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > m) {
                m = (float) x[i];
            }
        }
        return m;
    }

    // SAFE
    @ParallelFor
    static long payloadOfTwo(int[] x, int[] y) {
        int best = Integer.MIN_VALUE;
        int at = -1;
        int other = 0;
        for (int i = 0; i < x.length; i++) {
            int score = x[i] * 3 - y[i];
            if (score > best) {
                best = score;
                at = i;
                other = y[i];
            }
        }
        return at * 1_000_000L + other;
    }

    // UNSAFE PF301: the number of improvements depends on the order
    @ParallelFor
    static int recordBreakers(int[] x) {
        int best = Integer.MIN_VALUE;
        int records = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > best) {
                best = x[i];
                records++;
            }
        }
        return records;
    }

    // SAFE: what a string says of itself is the same twice
    @ParallelFor
    static int longest(String[] x) {
        int longest = 0;
        int where = -1;
        for (int i = 0; i < x.length; i++) {
            if (x[i].length() > longest) {
                longest = x[i].length();
                where = i;
            }
        }
        return longest + 100 * where;
    }

    private static int asked;

    private static int next(int v) {
        return v + ++asked;
    }

    // UNSAFE PF301: asked twice, it says something else
    @ParallelFor
    static int askedTwice(int[] x) {
        int most = 0;
        for (int i = 0; i < x.length; i++) {
            if (next(x[i]) > most) {
                most = next(x[i]);
            }
        }
        return most;
    }
}
