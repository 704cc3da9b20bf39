package corpus;

import dev.parfor.Associative;
import dev.parfor.ParallelFor;
import java.util.Map;

/** Reductions by methods of the user's, and what their identities may name. */
final class Identities {

    record Span(double least, double most) {
        static final Span NONE = new Span(java.lang.Double.POSITIVE_INFINITY, java.lang.Double.NEGATIVE_INFINITY);

        record Inner(int value) {}
    }

    /** What the library calls so, too. */
    static final class Double {
        static final double ZERO = 0;
    }

    static final Span EMPTY = Span.NONE;

    static final int LEAST = Integer.MIN_VALUE;

    static Span none() {
        return Span.NONE;
    }

    @Associative(value = "minimum and maximum are", identity = "Span.NONE")
    static Span join(Span a, Span b) {
        return new Span(Math.min(a.least(), b.least()), Math.max(a.most(), b.most()));
    }

    @Associative(value = "minimum and maximum are", identity = " new Span(1 / Double . ZERO, -1 / Identities.Double.ZERO)")
    static Span joinMade(Span a, Span b) {
        return join(a, b);
    }

    @Associative(value = "minimum and maximum are", identity = "EMPTY")
    static Span joinField(Span a, Span b) {
        return join(a, b);
    }

    @Associative(value = "minimum and maximum are", identity = "none()")
    static Span joinCall(Span a, Span b) {
        return join(a, b);
    }

    @Associative(value = "minimum and maximum are", identity = "corpus.Identities.Span.NONE")
    static Span joinWhole(Span a, Span b) {
        return join(a, b);
    }

    @Associative(value = "a maximum is", identity = "\"EMPTY\".length() - 5 + LEAST")
    static int greater(int a, int b) {
        return Math.max(a, b);
    }

    @Associative(value = "a maximum is", identity = "new Span.Inner(LEAST)")
    static Span.Inner greater(Span.Inner a, Span.Inner b) {
        return a.value() >= b.value() ? a : b;
    }

    static final class Sums {
        @Associative(value = "a sum is", identity = "Map.of().size() + LEAST - Integer.MIN_VALUE")
        static int sum(int a, int b) {
            return a + b;
        }
    }

    // SAFE: a nested class
    @ParallelFor
    static Span nested(double[] x) {
        Span s = Span.NONE;
        for (int i = 0; i < x.length; i++) {
            s = join(s, new Span(x[i], x[i]));
        }
        return s;
    }

    // SAFE: made, of a class that is called as one of the library
    @ParallelFor
    static Span made(double[] x) {
        Span s = Span.NONE;
        for (int i = 0; i < x.length; i++) {
            s = joinMade(s, new Span(x[i], x[i]));
        }
        return s;
    }

    // SAFE
    @ParallelFor
    static Span field(double[] x) {
        Span s = Span.NONE;
        for (int i = 0; i < x.length; i++) {
            s = joinField(s, new Span(x[i], x[i]));
        }
        return s;
    }

    // SAFE
    @ParallelFor
    static Span called(double[] x) {
        Span s = Span.NONE;
        for (int i = 0; i < x.length; i++) {
            s = joinCall(s, new Span(x[i], x[i]));
        }
        return s;
    }

    // SAFE
    @ParallelFor
    static Span whole(double[] x) {
        Span s = Span.NONE;
        for (int i = 0; i < x.length; i++) {
            s = joinWhole(s, new Span(x[i], x[i]));
        }
        return s;
    }

    // SAFE: no name in a string is one
    @ParallelFor
    static int quoted(int[] x) {
        int s = 3;
        for (int i = 0; i < x.length; i++) {
            s = greater(s, x[i]);
        }
        return s;
    }

    // SAFE
    @ParallelFor
    static Span.Inner deeper(int[] x) {
        Span.Inner s = new Span.Inner(3);
        for (int i = 0; i < x.length; i++) {
            s = greater(s, new Span.Inner(x[i]));
        }
        return s;
    }

    // SAFE: of a class inside, whose names are those around it and those of the imports
    @ParallelFor
    static int around(int[] x) {
        int s = 3;
        for (int i = 0; i < x.length; i++) {
            s = Sums.sum(s, x[i]);
        }
        return s;
    }

    // UNSAFE PF301: asked for on the way
    @ParallelFor
    static int asked(int[] x, int[] out) {
        int s = 3;
        for (int i = 0; i < x.length && i < out.length; i++) {
            s = greater(s, x[i]);
            out[i] = s;
        }
        return s;
    }
}
