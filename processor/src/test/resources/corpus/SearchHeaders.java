package corpus;

import dev.parfor.ParallelFor;
import java.util.List;

/** Conditions that ask for more than the index, that add a variable to it, or that say no to its opposite. */
final class SearchHeaders {

    // SAFE
    @ParallelFor
    static boolean untilFound(int[] x, int y) {
        boolean found = false;
        for (int i = 0; i < x.length && !found; i++) {
            if (x[i] == y) {
                found = true;
            }
        }
        return found;
    }

    // SAFE
    @ParallelFor
    static boolean aslongAsFine(int[] x) {
        boolean fine = true;
        for (int i = 1; fine && i < x.length; i++) {
            fine = x[i - 1] <= x[i];
        }
        return fine;
    }

    // SAFE: the test of before the loop may end it
    @ParallelFor
    static boolean perhapsFoundBefore(int[] x, boolean found) {
        for (int i = x.length - 1; i >= 0 && !found; i--) {
            found = x[i] > 3;
        }
        return found;
    }

    // SAFE
    @ParallelFor
    static int position(int[] x, int y) {
        int at = -1;
        for (int i = 0; i < x.length && at == -1; i++) {
            if (x[i] == y) {
                at = i;
            }
        }
        return at;
    }

    // SAFE
    @ParallelFor
    static int inclusive(int[] x, int y) {
        int at = -1;
        for (int i = 0; i <= x.length - 1 && -1 == at; i++) {
            if (x[i] == y) {
                at = i;
            }
        }
        return at;
    }

    // SAFE
    @ParallelFor
    static String text(String[] words, int length) {
        String hit = null;
        for (int i = 0; i < words.length && hit == null; i++) {
            String word = words[i];
            if (word != null && word.length() == length) {
                hit = word;
            }
        }
        return hit;
    }

    // REFUSED PF321: nobody has thought of what else is found at the end
    @ParallelFor
    static int besides(int[] x, int y) {
        boolean found = false;
        int where = -7;
        for (int i = 0; !(i >= x.length) && !found; i += 2) {
            if (x[i] == y) {
                found = true;
                where = i;
            }
        }
        return where;
    }

    // REFUSED PF104: the plain loop's index is one further
    @ParallelFor
    static int indexAfter(int[] x, int y) {
        boolean found = false;
        int i;
        for (i = 0; i < x.length && !found; i++) {
            found = x[i] == y;
        }
        return i;
    }

    // REFUSED PF117: writes up to where it ends
    @ParallelFor
    static void writes(int[] x, int[] y) {
        boolean found = false;
        int n = Math.min(x.length, y.length);
        for (int i = 0; i < n && !found; i++) {
            y[i] = x[i];
            found = x[i] == 3;
        }
    }

    // REFUSED PF104: a continue leaves out what would end the loop, and the test does not say what the variable holds
    @ParallelFor
    static int notSaid(int[] x) {
        int at = -1;
        for (int i = 0; i < x.length && at < 0; i++) {
            at = x[i] - 5;
        }
        return at;
    }

    // REFUSED PF104: zero is two numbers
    @ParallelFor
    static double twoZeros(double[] x, double at) {
        for (int i = 0; i < x.length && at == 0; i++) {
            if (x[i] > 1) {
                at = x[i];
            }
        }
        return 1 / at;
    }

    // REFUSED PF104: an iteration that continues leaves out the end of the body
    @ParallelFor
    static boolean continues(int[] x, int y) {
        boolean found = false;
        for (int i = 0; i < x.length && !found; i++) {
            if (x[i] < 0) {
                continue;
            }
            found = x[i] == y;
        }
        return found;
    }

    // UNSAFE PF301: what is found before is seen
    @ParallelFor
    static int carries(int[] x, int y) {
        boolean found = false;
        int run = 0;
        for (int i = 0; i < x.length && !found; i++) {
            run = run / 2 + x[i];
            found = run == y;
        }
        return run;
    }

    // ---- a window -----------------------------------------------------------------------------------------------------

    // SAFE
    @ParallelFor
    static int[] windows(int[] x, int w) {
        int[] sums = new int[x.length];
        for (int i = 0; i + w <= x.length; i++) {
            int sum = 0;
            for (int j = 0; j < w; j++) {
                sum += x[i + j];
            }
            sums[i] = sum;
        }
        return sums;
    }

    // SAFE: any numbers, those at the ends of int included
    @ParallelFor
    static long anyWindow(int start, int n, int w) {
        long count = 0;
        int from = Math.max(start, n - w - 50);
        for (int i = from; i + w < n; i++) {
            count += i;
            if (i - from > 40) {
                break;
            }
        }
        return count;
    }

    // SAFE
    @ParallelFor
    static int occurrences(String text) {
        String word = text.isEmpty() ? "a" : text.substring(text.length() - 1);
        int count = 0;
        for (int i = 0; i + word.length() <= text.length(); i++) {
            if (text.startsWith(word, i)) {
                count++;
            }
        }
        return count;
    }

    // GUARDED
    @ParallelFor
    static void mirrored(int[] x, int[] y, int by) {
        for (int i = 0; x.length > by + i; i++) {
            if (i < y.length) {
                y[i] = x[x.length - 1 - i] + by;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void back(int[] x, int by) {
        for (int i = x.length - 1; i - by >= 0; i -= 2) {
            if (i < x.length && i >= 0) {
                x[i] = i;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void steps(int[] x, int w, int step) {
        for (int i = 0; i + w <= x.length; i += step) {
            if (i < x.length && i >= 0) {
                x[i] += w;
            }
            if (step < 1) {
                throw new IllegalArgumentException();
            }
        }
    }

    // UNSAFE PF201: each iteration reads what the one before has written
    @ParallelFor
    static void overlapping(int[] x, int w) {
        for (int i = 1; i + w <= x.length; i++) {
            x[i] = x[i - 1] / 2 + w;
        }
    }

    // REFUSED PF106: the window grows
    @ParallelFor
    static void grows(int[] x, int w) {
        for (int i = 0; i + w <= x.length; i++) {
            x[i] = w;
            w++;
        }
    }

    // ---- the opposite of an opposite ----------------------------------------------------------------------------------

    // SAFE
    @ParallelFor
    static void notBeyond(int[] x) {
        for (int i = 0; !(i >= x.length); i++) {
            x[i] += i;
        }
    }

    // SAFE
    @ParallelFor
    static void notEqual(int[] x) {
        for (int i = x.length; !(i == 0); i--) {
            x[i - 1] += i;
        }
    }

    // SAFE
    @ParallelFor
    static void both(int[] x, int n) {
        for (int i = 0; !(i >= x.length) && i < n; i++) {
            x[i] -= i;
        }
    }

    // SAFE
    @ParallelFor
    static int extreme(int[] x) {
        int best = 0;
        for (int i = 0; !!(i < x.length); i++) {
            if (!(x[i] <= best)) {
                best = x[i];
            }
        }
        return best;
    }

    // GUARDED
    @ParallelFor
    static boolean anyLong(List<String> words) {
        boolean found = false;
        for (int i = 0; i < words.size() && !found; i++) {
            if (words.get(i) != null && words.get(i).length() > 3) {
                found = true;
            }
        }
        return found;
    }

    // GUARDED: tiles
    @ParallelFor
    static void inner(int[][] d, int m) {
        for (int i = 1; i < d.length; i++) {
            for (int j = 1; !(j >= m); j++) {
                d[i][j] = d[i - 1][j] + d[i][j - 1] + i;
            }
        }
    }
}
