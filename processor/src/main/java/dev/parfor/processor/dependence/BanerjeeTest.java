package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * Banerjee test: can the difference of the subscripts become zero within the bounds?
 *
 * <p><b>Question.</b> {@code a1*x1 + ... + an*xn + c = 0}, each {@code xi} within its bounds, and for source and sink of
 * one loop their distance within its bounds (which is how a direction {@code <} or {@code >} is given). Are there real
 * numbers that satisfy it?
 *
 * <p><b>Answer.</b> There are none when the sum is positive throughout or negative throughout. The sum is split into one
 * part per loop, {@code a*s + b*t}, and one per other variable; no two parts share a variable, so the bounds add up. With
 * the distance {@code d = t - s} a part is also {@code (a+b)*s + b*d} and {@code (a+b)*t - a*d}. Each of the three
 * spellings bounds it by interval arithmetic, and the tightest of them is the true bound over the reals: an optimum of a
 * linear function in the plane lies where two of the three kinds of bounds are met, and the spelling in those two gives
 * it. As the integers are not asked, the test can prove independence but never dependence.
 *
 * <p><b>Arithmetic.</b> Unbounded integers; where a bound is missing, so is that of the sum.
 *
 * <p><b>Source.</b> U. Banerjee, "Dependence Analysis for Supercomputing", 1988, whose bounds per direction are the three
 * spellings worked out for loops with equal bounds of source and sink.
 */
final class BanerjeeTest implements SubscriptTest {

    @Override
    public String name() {
        return "Banerjee";
    }

    @Override
    public boolean appliesTo(SubscriptPair pair) {
        return pair.form() != SubscriptPair.Form.ZIV;
    }

    @Override
    public Verdict test(SubscriptPair pair, PreparedProblem problem) {
        Interval sum = bounds(pair, problem);
        if (!sum.contains(BigInteger.ZERO)) {
            return new Verdict.Independent("Banerjee: the subscripts differ throughout the iteration space");
        }
        return new Verdict.Unknown("Banerjee: there are real solutions within the bounds, integers or not");
    }

    static Interval bounds(SubscriptPair pair, PreparedProblem problem) {
        Map<Integer, BigInteger> terms = new HashMap<>(pair.terms());
        Interval sum = Interval.exactly(pair.constant());
        for (int level = 0; level < problem.problem().levels().size(); level++) {
            Level loop = problem.problem().levels().get(level);
            if (loop.source() != loop.sink()) {
                BigInteger a = terms.remove(loop.source());
                BigInteger b = terms.remove(loop.sink());
                BigInteger zero = BigInteger.ZERO;
                sum = sum.plus(part(problem, level, a == null ? zero : a, b == null ? zero : b));
            }
        }
        for (Map.Entry<Integer, BigInteger> term : terms.entrySet()) {
            sum = sum.plus(problem.range(term.getKey()).times(term.getValue()));
        }
        return sum;
    }

    /** Bounds of {@code a*source + b*sink} of one level. */
    private static Interval part(PreparedProblem problem, int level, BigInteger a, BigInteger b) {
        Interval source = problem.range(problem.problem().levels().get(level).source());
        Interval sink = problem.range(problem.problem().levels().get(level).sink());
        Interval distance = problem.distance(level);
        // Folded variables are not in the terms, but a source that is folded still bounds its sink: a = 0 is no
        // shortcut.
        BigInteger both = a.add(b);
        return source.times(a)
                .plus(sink.times(b))
                .intersect(source.times(both).plus(distance.times(b)))
                .intersect(sink.times(both).plus(distance.times(a.negate())));
    }
}
