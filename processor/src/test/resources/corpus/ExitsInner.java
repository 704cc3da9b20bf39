package corpus;

import dev.parfor.ParallelFor;

/** Searches with a loop inside: may an iteration be begun that never was? */
final class ExitsInner {

    private static boolean isPrime(int n) {
        if (n < 2) {
            return false;
        }
        for (int d = 2; d * d <= n; d++) {
            if (n % d == 0) {
                return false;
            }
        }
        return true;
    }

    // SAFE: squares outgrow what is known to be small
    @ParallelFor
    static int firstPrime() {
        for (int i = 114; i < 2000; i++) {
            if (isPrime(i)) {
                return i;
            }
        }
        return -1;
    }

    // GUARDED: no limit whose square root is the greatest
    @ParallelFor
    static int firstPrimeFrom(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isPrime(i)) {
                return i;
            }
        }
        return -1;
    }

    // SAFE: squares of long
    @ParallelFor
    static int firstWithoutDivisor(int[] x) {
        for (int i = 0; i < x.length; i++) {
            boolean divides = false;
            for (long d = 3; d * d <= x[i] && !divides; d += 2) {
                divides = x[i] % d == 0;
            }
            if (!divides) {
                return i;
            }
        }
        return -1;
    }

    // SAFE: up to a root
    @ParallelFor
    static int upToRoot(int[] x) {
        for (int i = 0; i < x.length; i++) {
            int root = (int) Math.sqrt(x[i]);
            int divisors = 0;
            for (int d = 1; d <= root; d++) {
                divisors += x[i] % d == 0 ? 1 : 0;
            }
            for (int d = 1; d <= Math.sqrt(x[i]); d++) {
                divisors += x[i] % d == 0 ? 1 : 0;
            }
            if (divisors == 2) {
                return i;
            }
        }
        return -1;
    }

    // UNSAFE PF118: the square of an int may wrap around
    @ParallelFor
    static int squaresThatWrap(int[] x) {
        for (int i = 0; i < x.length; i++) {
            int d = 2;
            while (d * d <= x[i]) {
                d++;
            }
            if (d == 7) {
                return i;
            }
        }
        return -1;
    }

    // UNSAFE PF118: from a number whose square wraps around already
    @ParallelFor
    static int squaresFromFar(int[] x) {
        for (int i = 0; i < 100; i++) {
            for (int d = 46341; d * d <= i; d++) {
                if (d == 50000) {
                    return i;
                }
            }
        }
        return -1;
    }

    // UNSAFE PF118: the limit grows as well
    @ParallelFor
    static int limitThatGrows(int[] x) {
        for (int i = 0; i < 100; i++) {
            int n = i;
            for (int d = 2; d * d <= n; d++) {
                n += 2 * d + 1;
            }
            if (n == 7) {
                return i;
            }
        }
        return -1;
    }

    // UNSAFE PF118: a product of two that do not grow together
    @ParallelFor
    static int noSquare(int k) {
        for (int i = 0; i < 100; i++) {
            for (int d = 2; d * k <= i; d++) {
                if (d == 9) {
                    return i;
                }
            }
        }
        return -1;
    }
}
