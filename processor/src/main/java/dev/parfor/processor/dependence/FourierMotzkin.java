package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Fourier-Motzkin elimination of one integer unknown from inequalities: real shadow, dark shadow and splinters.
 *
 * <p><b>Question.</b> For which values of the other unknowns is there an integer {@code x} that satisfies all
 * inequalities? Those with {@code x} are lower bounds {@code b*x >= L} and upper bounds {@code a*x <= U}, {@code a, b >
 * 0}.
 *
 * <p><b>Answer.</b> Only where {@code b*U - a*L >= 0} for each pair of bounds: the <i>real shadow</i>. Certainly where {@code
 * b*U - a*L >= (a-1)*(b-1)} for each pair: the <i>dark shadow</i>. Where in each pair {@code a = 1} or {@code b = 1}, the
 * two are the same. A solution over the real shadow that does not lie over the dark one is close to a lower bound: {@code
 * b*x = L + i} for some lower bound and {@code 0 <= i <= (a*b - a - b) / a}, where {@code a} is the largest coefficient of
 * an upper bound; by symmetry also close to an upper bound. Each such equation is a <i>splinter</i>. Thus the inequalities
 * have a solution exactly when the dark shadow or one of the splinters has.
 *
 * <p><b>Arithmetic.</b> Unbounded integers.
 *
 * <p><b>Source.</b> W. Pugh, "The Omega test: a fast and practical integer programming algorithm for dependence analysis",
 * Supercomputing '91; Communications of the ACM 35(8), 1992.
 */
final class FourierMotzkin {
    private final int variable;
    private final List<Row> lower = new ArrayList<>();
    private final List<Row> upper = new ArrayList<>();
    private final List<Row> others = new ArrayList<>();

    FourierMotzkin(List<Row> rows, int variable) {
        this.variable = variable;
        for (Row row : rows) {
            int sign = row.coefficient(variable).signum();
            (sign > 0 ? lower : sign < 0 ? upper : others).add(row);
        }
    }

    /** Is there nothing to eliminate? */
    boolean isAbsent() {
        return lower.isEmpty() && upper.isEmpty();
    }

    /** Without bounds on one side any values of the other unknowns will do. */
    boolean isOneSided() {
        return lower.isEmpty() || upper.isEmpty();
    }

    /** Are real and dark shadow the same? */
    boolean isExact() {
        return largest(lower).equals(BigInteger.ONE) || largest(upper).equals(BigInteger.ONE);
    }

    /** By how many rows the system grows. */
    long growth() {
        return (long) lower.size() * upper.size() - lower.size() - upper.size();
    }

    List<Row> realShadow(WorkBudget work) {
        return shadow(work, false);
    }

    List<Row> darkShadow(WorkBudget work) {
        return shadow(work, true);
    }

    private List<Row> shadow(WorkBudget work, boolean dark) {
        List<Row> shadow = new ArrayList<>(others);
        for (Row low : lower) {
            for (Row high : upper) {
                BigInteger b = low.coefficient(variable);
                BigInteger a = high.coefficient(variable).negate();
                work.spend(1 + (a.bitLength() + b.bitLength()) / Long.SIZE);
                Row row = Row.combine(a, low, b, high);
                BigInteger gap = a.subtract(BigInteger.ONE).multiply(b.subtract(BigInteger.ONE));
                shadow.add(dark ? row.plus(gap.negate()) : row);
            }
        }
        return shadow;
    }

    /** How many splinters there are. */
    BigInteger splinterCount() {
        return splinterCount(lower, upper).min(splinterCount(upper, lower));
    }

    /** Equations of which each solution outside the dark shadow satisfies at least one. */
    List<Row> splinters() {
        boolean below = splinterCount(lower, upper).compareTo(splinterCount(upper, lower)) <= 0;
        List<Row> near = below ? lower : upper;
        BigInteger a = largest(below ? upper : lower);
        List<Row> splinters = new ArrayList<>();
        for (Row bound : near) {
            long last = lastOffset(bound, a).longValueExact();
            for (long offset = 0; offset <= last; offset++) {
                splinters.add(bound.plus(Integers.of(-offset)));
            }
        }
        return splinters;
    }

    private BigInteger splinterCount(List<Row> near, List<Row> far) {
        BigInteger a = largest(far);
        BigInteger count = BigInteger.ZERO;
        for (Row bound : near) {
            count = count.add(lastOffset(bound, a)).add(BigInteger.ONE);
        }
        return count;
    }

    /** {@code (a*b - a - b) / a}, rounded down; -1 where the bound's coefficient {@code b} is 1. */
    private BigInteger lastOffset(Row bound, BigInteger a) {
        BigInteger b = bound.coefficient(variable).abs();
        return Integers.floorDiv(a.multiply(b).subtract(a).subtract(b), a);
    }

    private BigInteger largest(List<Row> bounds) {
        BigInteger largest = BigInteger.ONE;
        for (Row bound : bounds) {
            largest = largest.max(bound.coefficient(variable).abs());
        }
        return largest;
    }

    /** The values of the unknown that go with the values of the others. */
    Interval range(BigInteger[] point) {
        Interval range = Interval.ALL;
        BigInteger[] rest = point.clone();
        rest[variable] = BigInteger.ZERO;
        for (List<Row> bounds : List.of(lower, upper)) {
            for (Row bound : bounds) {
                Interval term = Interval.atLeast(bound.at(rest).negate());
                range = range.intersect(term.quotient(bound.coefficient(variable)));
            }
        }
        return range;
    }
}
