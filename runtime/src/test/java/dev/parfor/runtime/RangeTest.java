package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** Against exact arithmetic: every check is true exactly if it holds for every value. */
class RangeTest {

    /** Small values and the ends of int and long: every pair of them is a range. */
    private static final long[] ENDS = {
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1,
        Long.MIN_VALUE / 2,
        -(1L << 32),
        Integer.MIN_VALUE - 1L,
        Integer.MIN_VALUE,
        -2,
        -1,
        0,
        1,
        3,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE + 1L,
        1L << 32,
        Long.MAX_VALUE / 2 + 1,
        Long.MAX_VALUE - 1,
        Long.MAX_VALUE
    };

    private record Exact(BigInteger lo, BigInteger hi) {
        boolean within(long min, long max) {
            return BigInteger.valueOf(min).compareTo(lo) <= 0 && hi.compareTo(BigInteger.valueOf(max)) <= 0;
        }
    }

    private static Exact exact(long lo, long hi) {
        return new Exact(BigInteger.valueOf(lo), BigInteger.valueOf(hi));
    }

    private static Exact corners(Exact a, Exact b, BinaryOperator<BigInteger> operator) {
        BigInteger lo = null;
        BigInteger hi = null;
        for (BigInteger x : new BigInteger[] {a.lo, a.hi}) {
            for (BigInteger y : new BigInteger[] {b.lo, b.hi}) {
                BigInteger z = operator.apply(x, y);
                lo = lo == null ? z : lo.min(z);
                hi = hi == null ? z : hi.max(z);
            }
        }
        return new Exact(lo, hi);
    }

    private static void assertAgrees(String what, Range range, Exact exact) {
        assertThat(range.fitsInt())
                .as("%s = %s fits int", what, range)
                .isEqualTo(exact.within(Integer.MIN_VALUE, Integer.MAX_VALUE));
        assertThat(range.fitsLong())
                .as("%s = %s fits long", what, range)
                .isEqualTo(exact.within(Long.MIN_VALUE, Long.MAX_VALUE));
        for (long[] window : new long[][] {{0, Long.MAX_VALUE}, {-1, 1}, {Long.MIN_VALUE, 0}, {5, 2}}) {
            assertThat(range.within(window[0], window[1]))
                    .as("%s = %s within %d, %d", what, range, window[0], window[1])
                    .isEqualTo(exact.within(window[0], window[1]));
        }
        for (long stride : new long[] {1, 2, 100, 1L << 33, Long.MAX_VALUE}) {
            boolean narrower = exact.within(Long.MIN_VALUE, Long.MAX_VALUE)
                    && exact.hi.subtract(exact.lo).compareTo(BigInteger.valueOf(stride)) < 0;
            assertThat(range.narrowerThan(Range.of(stride, Long.MAX_VALUE)))
                    .as("%s = %s narrower than %d", what, range, stride)
                    .isEqualTo(narrower);
        }
        assertThat(range.narrowerThan(Range.of(0, 5))).isFalse();
        assertThat(range.narrowerThan(Range.of(-5, 5))).isFalse();
    }

    @Test
    void oneOperationAgreesWithExactArithmetic() {
        for (long a : ENDS) {
            for (long b : ENDS) {
                for (long c : ENDS) {
                    for (long d : ENDS) {
                        if (a <= b && c <= d) {
                            Range x = Range.of(a, b);
                            Range y = Range.of(c, d);
                            String pair = x + ", " + y;
                            assertAgrees(
                                    "sum of " + pair, x.plus(y), corners(exact(a, b), exact(c, d), BigInteger::add));
                            assertAgrees(
                                    "difference of " + pair,
                                    x.minus(y),
                                    corners(exact(a, b), exact(c, d), BigInteger::subtract));
                            assertAgrees(
                                    "product of " + pair,
                                    x.times(y),
                                    corners(exact(a, b), exact(c, d), BigInteger::multiply));
                        }
                    }
                }
            }
        }
    }

    /** After an end was lost nothing may come back that was not there: the checks may only say no too often. */
    @Test
    void twoOperationsNeverSayYesWrongly() {
        List<BinaryOperator<Range>> operators = List.of(Range::plus, Range::minus, Range::times);
        List<BinaryOperator<BigInteger>> exactly = List.of(BigInteger::add, BigInteger::subtract, BigInteger::multiply);
        long[] few = {Long.MIN_VALUE, -(1L << 40), -1, 0, 2, 1L << 40, Long.MAX_VALUE};
        List<long[]> ranges = new ArrayList<>();
        for (long a : few) {
            for (long b : few) {
                if (a <= b) {
                    ranges.add(new long[] {a, b});
                }
            }
        }
        for (int first = 0; first < 3; first++) {
            for (int second = 0; second < 3; second++) {
                for (long[] x : ranges) {
                    for (long[] y : ranges) {
                        for (long[] z : ranges) {
                            Range got = operators
                                    .get(second)
                                    .apply(
                                            operators.get(first).apply(Range.of(x[0], x[1]), Range.of(y[0], y[1])),
                                            Range.of(z[0], z[1]));
                            Exact want = corners(
                                    corners(exact(x[0], x[1]), exact(y[0], y[1]), exactly.get(first)),
                                    exact(z[0], z[1]),
                                    exactly.get(second));
                            assertThat(!got.fitsLong() || want.within(Long.MIN_VALUE, Long.MAX_VALUE))
                                    .as("%s", got)
                                    .isTrue();
                            assertThat(!got.fitsInt() || want.within(Integer.MIN_VALUE, Integer.MAX_VALUE))
                                    .as("%s", got)
                                    .isTrue();
                            assertThat(!got.within(0, 1L << 50) || want.within(0, 1L << 50))
                                    .as("%s", got)
                                    .isTrue();
                        }
                    }
                }
            }
        }
    }

    @Test
    void theEmptyRangePassesEveryCheck() {
        Range empty = Range.of(3, 2);
        for (Range range : List.of(
                empty,
                empty.plus(Range.of(1)),
                Range.of(1).minus(empty),
                empty.times(empty),
                Range.of(Long.MAX_VALUE).plus(1).times(empty))) {
            assertThat(range.fitsInt()).isTrue();
            assertThat(range.within(7, 6)).isTrue();
            assertThat(range.narrowerThan(Range.of(0))).isTrue();
            assertThat(range).hasToString("empty");
        }
        assertThat(Range.of(Long.MAX_VALUE).plus(1).narrowerThan(empty)).isTrue();
    }

    @Test
    void nothingComesBackFromBeyondLong() {
        Range beyond = Range.of(Long.MAX_VALUE).plus(1);
        assertThat(beyond.minus(Range.of(1)).fitsLong()).isFalse();
        assertThat(beyond.times(0).fitsInt()).isTrue();
        assertThat(beyond.narrowerThan(Range.of(Long.MAX_VALUE))).isFalse();
        assertThat(Range.of(5).narrowerThan(beyond)).isTrue();
        assertThat(Range.of(5).narrowerThan(Range.of(Long.MIN_VALUE).plus(-1))).isFalse();
    }

    @Test
    void anExample() {
        // a[i*n + j], 0 <= i < 10, 0 <= j < n, n = 100
        Range j = Range.of(0, 99);
        assertThat(Range.of(0, 9).times(100).plus(j).within(0, 999)).isTrue();
        assertThat(j.narrowerThan(Range.of(100))).isTrue();
        assertThat(j.narrowerThan(Range.of(99))).isFalse();
        assertThat(j).hasToString("[0, 99]");
    }

    @Test
    void upToGoesFromTheSmallestToTheLargest() {
        assertThat(Range.of(2, 5).upTo(Range.of(3, 9))).hasToString("[2, 9]");
        assertThat(Range.of(2, 5).upTo(Range.of(0, 2))).hasToString("[2, 2]");
        assertThat(Range.of(2, 5).upTo(Range.of(0, 1))).hasToString("empty");
        assertThat(Range.of(1, 0).upTo(Range.of(3))).hasToString("empty");
        assertThat(Range.of(3).upTo(Range.of(1, 0))).hasToString("empty");
        Range huge = Range.of(Long.MAX_VALUE).times(2);
        assertThat(Range.of(7).upTo(huge)).hasToString("[7, +inf)");
        assertThat(huge.times(-1).upTo(Range.of(7))).hasToString("(-inf, 7]");
    }

    @Test
    void quotientsByARangeHoldThoseByEachOfItsNumbers() {
        for (long lo = -9; lo <= 9; lo++) {
            for (long hi = lo; hi <= 9; hi++) {
                Range quotients = Range.of(lo, hi).dividedBy(Range.of(2, 4));
                for (long value = lo; value <= hi; value++) {
                    for (long divisor = 2; divisor <= 4; divisor++) {
                        assertThat(quotients.lo()).isLessThanOrEqualTo(Math.floorDiv(value, divisor));
                        assertThat(quotients.hi()).isGreaterThanOrEqualTo(value / divisor);
                    }
                }
            }
        }
        assertThat(Range.of(1, 5).dividedBy(Range.of(0, 4)).fitsLong()).isFalse();
        assertThat(Range.of(1, 0).dividedBy(Range.of(0, 4)).isEmpty()).isTrue();
    }
}
