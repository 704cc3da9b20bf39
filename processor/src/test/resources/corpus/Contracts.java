package corpus;

import dev.parfor.ParallelFor;
import dev.parfor.Pure;
import dev.parfor.ThreadSafe;

/** What is asserted of methods, held against the implementations in sight. */
final class Contracts {

    interface Curve {
        @Pure("a mathematical function, by contract")
        double at(double t);
    }

    static class Line implements Curve {
        private final double slope;

        Line(double slope) {
            this.slope = slope;
        }

        @Override
        public double at(double t) {
            return slope * t;
        }
    }

    static class Smoothed implements Curve {
        private final double[] window = new double[3];

        @Override
        public double at(double t) {
            double[] own = window.clone();
            own[0] += t;
            return own[0] + own[1];
        }
    }

    // SAFE: both keep it
    @ParallelFor
    static void kept(Curve curve, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = curve.at(i);
        }
    }

    interface Noise {
        @Pure("a function of its argument")
        int at(int t);
    }

    static class Hash implements Noise {
        @Override
        public int at(int t) {
            return t * 31;
        }
    }

    static class Stepping implements Noise {
        private int last;

        @Override
        public int at(int t) {
            last = last * 31 + t;
            return last;
        }
    }

    // UNSAFE PF416: one of the two keeps its last value
    @ParallelFor
    static void oneRemembers(Noise noise, int[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = noise.at(i);
        }
    }

    abstract static class Model {
        private int cached;

        @Pure("the same for the same input")
        int value(int x) {
            if (cached == 0) {
                cached = x + 1;
            }
            return cached;
        }
    }

    static class Plain extends Model {}

    // UNSAFE PF416: the method itself keeps what it computes first
    @ParallelFor
    static void lazyCache(Plain model, int[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = model.value(i);
        }
    }

    @Pure("writes into what it is given")
    static void fill(int[] into, int v) {
        into[0] = v;
    }

    // UNSAFE PF416: an argument is written
    @ParallelFor
    static void writesArgument(int[] y) {
        for (int i = 0; i < y.length; i++) {
            fill(y, i);
            y[i] = y[0];
        }
    }

    @Pure("only its own objects")
    static int own(int x) {
        int[] cells = new int[4];
        cells[x & 3] = x;
        StringBuilder text = new StringBuilder();
        text.append(cells[0]).append(x);
        return text.length();
    }

    // SAFE: what it writes it has made
    @ParallelFor
    static void writesOwn(int[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = own(y[i]);
        }
    }

    @Pure("a type whose methods have no effects")
    static class Lens {
        int power;

        int through(int x) {
            return x + power;
        }
    }

    static class Counting extends Lens {
        static int uses;

        @Override
        int through(int x) {
            return x + ++uses;
        }
    }

    // UNSAFE PF416: a subclass counts
    @ParallelFor
    static void typeWithSubclass(Lens lens, int[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = lens.through(y[i]);
        }
    }

    static class Statistics {
        private int calls;
        private int total;

        @ThreadSafe(value = "counts under its own lock", orderMatters = false)
        synchronized void add(int v) {
            calls++;
            total += v;
        }

        @ThreadSafe(value = "nobody counts at the same time", orderMatters = false)
        void count() {
            calls++;
        }

        @ThreadSafe(value = "under the lock of the object", orderMatters = false)
        void under(int v) {
            synchronized (this) {
                total += v;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void threadSafe(Statistics statistics, int[] y) {
        for (int i = 0; i < y.length; i++) {
            statistics.add(y[i]);
        }
    }

    // SAFE
    @ParallelFor
    static void threadSafeUnderLock(Statistics statistics, int[] y) {
        for (int i = 0; i < y.length; i++) {
            statistics.under(y[i]);
        }
    }

    // UNSAFE PF416: counts without a lock
    @ParallelFor
    static void notThreadSafe(Statistics statistics, int[] y) {
        for (int i = 0; i < y.length; i++) {
            statistics.count();
        }
    }

    interface Source {
        int next();
    }

    static class Sequence implements Source {
        private int next;

        @Override
        public int next() {
            return next;
        }
    }

    // SAFE: what is passed in is trusted, whatever other classes of its type do
    @ParallelFor
    static void passedIn(@Pure("a constant, by the contract of this method") Source source, int[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = source.next();
        }
    }
}
