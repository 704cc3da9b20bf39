package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardsTest {

    @Test
    void rowsAreComparedByIdentity() {
        double[] row = {1};
        assertThat(Guards.distinctRows(new double[][] {row, {1}}, 1)).isTrue();
        assertThat(Guards.distinctRows(new double[][] {row, {1}, row}, 1)).isFalse();
        String equal = new String("a");
        assertThat(Guards.distinctRows(new String[] {"a", equal}, 1)).isTrue();
    }

    @Test
    void nullsAreNoRows() {
        assertThat(Guards.distinctRows(null, 1)).isTrue();
        assertThat(Guards.distinctRows(new Object[] {null, null}, 1)).isTrue();
        assertThat(Guards.distinctRows(new Object[][] {null, null, {null}}, 2)).isTrue();
        assertThat(Guards.disjointRows(null, new Object[] {"a"}, 1)).isTrue();
        assertThat(Guards.disjointRows(new Object[] {null}, new Object[] {null}, 1))
                .isTrue();
    }

    @Test
    void theSecondLevelIsOneSpace() {
        double[] row = {1};
        assertThat(Guards.distinctRows(new double[][][] {{row}, {{1}}}, 2)).isTrue();
        assertThat(Guards.distinctRows(new double[][][] {{row}, {row}}, 2)).isFalse();
        assertThat(Guards.distinctRows(new double[][][] {{{2}, row}, {{1}, row}}, 2))
                .isFalse();
        double[][] plane = {{1}};
        assertThat(Guards.distinctRows(new double[][][] {plane, plane}, 2)).isFalse();
        assertThat(Guards.disjointRows(new double[][][] {{row}}, new double[][][] {{{1}}, {row}}, 2))
                .isFalse();
    }

    @Test
    void elementsWithoutElementsProveNothing() {
        assertThat(Guards.distinctRows(new Object[] {new double[1]}, 2)).isFalse();
        assertThat(Guards.disjointRows(new Object[] {"a"}, new Object[] {"b"}, 2))
                .isFalse();
        assertThat(Guards.distinctRows(new Object[0], 0)).isFalse();
    }

    @Test
    void oneSideMayRepeatItself() {
        Object a = new Object();
        Object b = new Object();
        assertThat(Guards.disjointRows(new Object[] {a, a, a}, new Object[] {b, b}, 1))
                .isTrue();
        assertThat(Guards.disjointRows(new Object[] {b, b}, new Object[] {a, a, b, a}, 1))
                .isFalse();
        assertThat(Guards.disjointRows(new Object[] {a}, new Object[0], 1)).isTrue();
    }

    @Test
    void manyRowsAgreeWithASet() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int n = random.nextInt(600);
            Object[] pool = new Object[n * 20 + 1];
            Object[] a = new Object[n];
            Object[] b = new Object[random.nextInt(20)];
            Set<Object> inA = new HashSet<>();
            boolean distinct = true;
            boolean disjoint = true;
            for (int i = 0; i < n; i++) {
                a[i] = pick(pool, random);
                distinct &= inA.add(a[i]);
            }
            for (int i = 0; i < b.length; i++) {
                b[i] = pick(pool, random);
                disjoint &= !inA.contains(b[i]);
            }
            assertThat(Guards.distinctRows(a, 1)).isEqualTo(distinct);
            assertThat(Guards.disjointRows(a, b, 1)).isEqualTo(disjoint);
            assertThat(Guards.disjointRows(b, a, 1)).isEqualTo(disjoint);
        }
    }

    private static Object pick(Object[] pool, Random random) {
        int at = random.nextInt(pool.length);
        if (pool[at] == null) {
            pool[at] = new Object();
        }
        return pool[at];
    }

    @Test
    void indicesAgreeWithASet() {
        Random random = new Random(11);
        long[] spreads = {1, 10, 1000, 100_000, Integer.MAX_VALUE, Long.MAX_VALUE};
        for (int round = 0; round < 2000; round++) {
            int n = random.nextInt(60);
            long spread = spreads[random.nextInt(spreads.length)];
            long[] longs = new long[n];
            int[] ints = new int[n];
            for (int i = 0; i < n; i++) {
                longs[i] = random.nextLong() % spread;
                ints[i] = (int) longs[i];
            }
            int from = random.nextInt(n + 1);
            int to = from + random.nextInt(n - from + 1);
            Set<Long> seenLongs = new HashSet<>();
            Set<Integer> seenInts = new HashSet<>();
            boolean distinctLongs = true;
            boolean distinctInts = true;
            for (int i = from; i < to; i++) {
                distinctLongs &= seenLongs.add(longs[i]);
                distinctInts &= seenInts.add(ints[i]);
            }
            assertThat(Guards.distinct(longs, from, to)).isEqualTo(distinctLongs);
            assertThat(Guards.distinct(ints, from, to)).isEqualTo(distinctInts);
        }
    }

    @Test
    void indicesAtTheEnds() {
        long min = Long.MIN_VALUE;
        long max = Long.MAX_VALUE;
        assertThat(Guards.distinct(new long[] {max, min, 0}, 0, 3)).isTrue();
        assertThat(Guards.distinct(new long[] {max, min, 0, min}, 0, 4)).isFalse();
        assertThat(Guards.distinct(new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, 5, 5}, 0, 4))
                .isFalse();
        assertThat(Guards.distinct(new int[] {3, 2, 1}, 0, 3)).isTrue();
    }

    /** The loop itself will say what is wrong with such an array, if it comes to that. */
    @Test
    void indicesThatAreNotThereProveNothing() {
        assertThat(Guards.distinct((int[]) null, 0, 1)).isFalse();
        assertThat(Guards.distinct((long[]) null, 5, 5)).isTrue();
        assertThat(Guards.distinct(new int[3], -1, 2)).isFalse();
        assertThat(Guards.distinct(new int[] {1, 2}, 0, 3)).isFalse();
        assertThat(Guards.distinct(new int[] {1, 2}, min(), Long.MAX_VALUE)).isFalse();
        assertThat(Guards.distinct(new long[] {1, 2}, 1, 0)).isTrue();
    }

    private static long min() {
        return Long.MIN_VALUE;
    }

    @Test
    void exactClassIsExact() {
        assertThat(Guards.exactClass(new ArrayList<>(), ArrayList.class)).isTrue();
        assertThat(Guards.exactClass(new ArrayList<>(), List.class)).isFalse();
        assertThat(Guards.exactClass(null, ArrayList.class)).isFalse();
    }

    private static class Base {
        double f(double x) {
            return x;
        }

        Object g(List<?> list) {
            return list;
        }
    }

    private static class Same extends Base {
        double f(int x) {
            return x;
        }
    }

    private static class Other extends Base {
        @Override
        double f(double x) {
            return -x;
        }

        @Override
        String g(List<?> list) {
            return "";
        }
    }

    private static class BelowOther extends Other {}

    @Test
    void anOverriddenMethodIsFound() {
        for (int twice = 0; twice < 2; twice++) {
            assertThat(Guards.usesMethod(new Base(), Base.class, "f", double.class))
                    .isTrue();
            assertThat(Guards.usesMethod(new Same(), Base.class, "f", double.class))
                    .isTrue();
            assertThat(Guards.usesMethod(new Other(), Base.class, "f", double.class))
                    .isFalse();
            assertThat(Guards.usesMethod(new BelowOther(), Base.class, "f", double.class))
                    .isFalse();
            assertThat(Guards.usesMethod(new BelowOther(), Other.class, "f", double.class))
                    .isTrue();
            assertThat(Guards.usesMethod(new Other(), Base.class, "g", List.class))
                    .isFalse();
            assertThat(Guards.usesMethod(new Base() {}, Base.class, "g", List.class))
                    .isTrue();
            assertThat(Guards.usesMethod(null, Base.class, "f", double.class)).isTrue();
            assertThat(Guards.usesMethod("unrelated", Base.class, "f", double.class))
                    .isFalse();
        }
    }

    private abstract static class Box<T> {
        void put(T t) {}
    }

    private static final class Names extends Box<String> {
        @Override
        void put(String s) {}
    }

    /** The analysed method is put(Object) after erasure; the override is put(String) and a bridge. */
    @Test
    void anOverrideWithOtherErasedTypesIsFound() {
        assertThat(Guards.usesMethod(new Names(), Box.class, "put", Object.class))
                .isFalse();
        assertThat(Guards.usesMethod(new Box<String>() {}, Box.class, "put", Object.class))
                .isTrue();
    }

    private interface Shape {
        default double area() {
            return 0;
        }
    }

    private interface Round extends Shape {
        @Override
        default double area() {
            return 3;
        }
    }

    private static final class Plain implements Shape {}

    private static final class Circle implements Round {}

    private static final class Square implements Shape {
        @Override
        public double area() {
            return 1;
        }
    }

    @Test
    void defaultMethodsAreOverriddenByClassesAndInterfaces() {
        assertThat(Guards.usesMethod(new Plain(), Shape.class, "area")).isTrue();
        assertThat(Guards.usesMethod(new Circle(), Shape.class, "area")).isFalse();
        assertThat(Guards.usesMethod(new Square(), Shape.class, "area")).isFalse();
    }

    /** All arrays of up to four small numbers, and all parts of them, some beyond their ends. */
    @Test
    void partsOfIndexArrays() {
        for (int code = 0; code < 4 * 4 * 4 * 4 * 5; code++) {
            int length = code % 5;
            int[] values = new int[length];
            long[] longs = new long[length];
            for (int k = 0, rest = code / 5; k < length; k++, rest /= 4) {
                values[k] = rest % 4 == 3 ? Integer.MAX_VALUE : rest % 4 - 1;
                longs[k] = rest % 4 == 3 ? Long.MIN_VALUE : values[k];
            }
            for (int lo = -1; lo <= length; lo++) {
                for (int hi = lo - 1; hi <= length; hi++) {
                    Range part = Range.of(lo, hi);
                    boolean inside = lo > hi || lo >= 0 && hi < length;
                    assertThat(Guards.distinct(values, part))
                            .isEqualTo(inside && repeatsNothing(longs(values), lo, hi));
                    assertThat(Guards.distinct(longs, part)).isEqualTo(inside && repeatsNothing(longs, lo, hi));
                    assertThat(Guards.nondecreasing(values, part))
                            .isEqualTo(inside && neverFalls(longs(values), lo, hi));
                    assertThat(Guards.nondecreasing(longs, part)).isEqualTo(inside && neverFalls(longs, lo, hi));
                    for (int k = Math.max(lo, 0); k <= Math.min(hi, length - 1); k++) {
                        assertThat(Guards.values(values, part).within(values[k], values[k]))
                                .isEqualTo(inside && allAre(longs(values), lo, hi, values[k]));
                        assertThat(Guards.values(longs, part).within(longs[k], longs[k]))
                                .isEqualTo(inside && allAre(longs, lo, hi, longs[k]));
                    }
                }
            }
        }
        assertThat(Guards.distinct((int[]) null, Range.of(0, 1))).isFalse();
        assertThat(Guards.nondecreasing((int[]) null, Range.of(0, 1))).isFalse();
        assertThat(Guards.values((int[]) null, Range.of(0, 1)).fitsLong()).isFalse();
        assertThat(Guards.distinct(new int[] {1}, Range.EVERYTHING)).isFalse();
        assertThat(Guards.nondecreasing(new long[] {1}, Range.EVERYTHING)).isFalse();
    }

    private static long[] longs(int[] values) {
        return java.util.Arrays.stream(values).asLongStream().toArray();
    }

    private static boolean repeatsNothing(long[] values, int lo, int hi) {
        return hi < lo || java.util.Arrays.stream(values, lo, hi + 1).distinct().count() == hi - lo + 1;
    }

    private static boolean neverFalls(long[] values, int lo, int hi) {
        for (int k = lo + 1; k <= hi; k++) {
            if (values[k] < values[k - 1]) {
                return false;
            }
        }
        return true;
    }

    private static boolean allAre(long[] values, int lo, int hi, long value) {
        return java.util.Arrays.stream(values, lo, hi + 1).allMatch(v -> v == value);
    }

    @Test
    void classesOfOneObjectAreCompared() {
        assertThat(Guards.oneOf(null)).isTrue();
        assertThat(Guards.oneOf("a", Integer.class, String.class)).isTrue();
        assertThat(Guards.oneOf(1L, Integer.class, String.class)).isFalse();
        assertThat(Guards.oneOf(1, Number.class)).as("exactly").isFalse();
    }

    @Test
    void everyElementIsAsked() {
        assertThat(Guards.each(null, o -> false)).isTrue();
        assertThat(Guards.each(new Object[] {null, 1, 2}, Integer.class::isInstance))
                .isTrue();
        assertThat(Guards.each(new Object[] {1, "b"}, Integer.class::isInstance))
                .isFalse();
        assertThat(Guards.each(new int[] {1}, o -> true))
                .as("no array of objects")
                .isFalse();
        assertThat(Guards.with(null, o -> false)).isTrue();
        assertThat(Guards.with("a", o -> o.equals("b"))).isFalse();
    }

    @Test
    void smallIndicesAreComparedAsNumbers() {
        Range three = Range.of(0, 2);
        assertThat(Guards.distinct(new short[] {3, -3, 2, 3}, three)).isTrue();
        assertThat(Guards.distinct(new short[] {3, -3, 3}, three)).isFalse();
        assertThat(Guards.distinct(new byte[] {-1, 127, -128}, three)).isTrue();
        assertThat(Guards.distinct(new byte[] {-1, 127, -1}, three)).isFalse();
        assertThat(Guards.distinct(new char[] {0, 65535, 1}, three)).isTrue();
        assertThat(Guards.distinct(new char[] {65535, 0, 65535}, three)).isFalse();
        assertThat(Guards.distinct(new byte[2], three)).isFalse();
        assertThat(Guards.distinct((char[]) null, three)).isFalse();
        assertThat(Guards.distinct((short[]) null, Range.of(1, 0))).isTrue();
        assertThat(Guards.distinct(new short[70_000], Range.of(0, 69_999))).isFalse();
        assertThat(Guards.nondecreasing(new short[] {-3, -3, 2, 0}, three)).isTrue();
        assertThat(Guards.nondecreasing(new short[] {-3, -4, 2}, three)).isFalse();
        assertThat(Guards.nondecreasing(new byte[] {-128, 0, 127}, three)).isTrue();
        assertThat(Guards.nondecreasing(new byte[] {127, -128, 0}, three)).isFalse();
        assertThat(Guards.nondecreasing(new char[] {0, 40_000, 65_535}, three)).isTrue();
        assertThat(Guards.nondecreasing(new char[] {0, 65_535, 40_000}, three)).isFalse();
        assertThat(Guards.nondecreasing(new char[2], three)).isFalse();
        assertThat(Guards.nondecreasing((byte[]) null, three)).isFalse();
    }
}
