package dev.parfor.processor.dependence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntegerSolverTest {
    private static final long SEED = 20260131;

    /** Random systems without any preparation, against all points of their box. */
    @Test
    void agreesWithBruteForce() {
        SplittableRandom random = new SplittableRandom(SEED);
        int feasible = 0;
        for (int round = 0; round < 20_000; round++) {
            int size = random.nextInt(1, 5);
            long limit = random.nextInt(1, 5);
            List<long[]> equalities = rows(random, size, random.nextInt(0, 3));
            List<long[]> inequalities = rows(random, size, random.nextInt(0, 6));
            feasible += check(size, limit, equalities, inequalities, "seed " + SEED + ", round " + round) ? 1 : 0;
        }
        assertThat(feasible).isBetween(4_000, 16_000);
    }

    /** Inequalities only, with large coefficients: here shadows differ and splinters decide. */
    @Test
    void agreesWithBruteForceOnThinStrips() {
        SplittableRandom random = new SplittableRandom(SEED);
        int infeasible = 0;
        for (int round = 0; round < 5_000; round++) {
            long a = random.nextInt(3, 20);
            long b = random.nextInt(3, 20);
            long c = random.nextInt(-40, 40);
            long width = random.nextInt(0, 5);
            long[] above = {a, -b, random.nextInt(-3, 4), -c};
            long[] below = {-above[0], -above[1], -above[2], c + width};
            long[] tilted = {random.nextInt(-7, 8), random.nextInt(-7, 8), random.nextInt(-7, 8), 0};
            String name = "seed " + SEED + ", round " + round;
            infeasible += check(3, 6, List.of(), List.of(above, below, tilted), name) ? 0 : 1;
        }
        assertThat(infeasible).isBetween(50, 4_950);
    }

    /** W. Pugh's example: real solutions in plenty, an empty dark shadow, no integer. */
    @Test
    void pughsExampleHasNoIntegers() {
        List<Row> rows = List.of(
                row(11, 13, -27), // 27 <= 11x + 13y
                row(-11, -13, 45), // 11x + 13y <= 45
                row(7, -9, 10), // -10 <= 7x - 9y
                row(-7, 9, 4)); // 7x - 9y <= 4
        assertThat(new IntegerSolver(2, new WorkBudget(1000)).solve(List.of(), rows))
                .isEmpty();
    }

    /** Pugh's example of equations: 7x + 12y + 31z = 17 and 3x + 5y + 14z = 7 with 1 <= x <= 40. */
    @Test
    void pughsEquations() {
        List<Row> equations = List.of(row(7, 12, 31, -17), row(3, 5, 14, -7));
        List<Row> bounds = List.of(row(1, 0, 0, -1), row(-1, 0, 0, 40), row(0, 1, 0, 50), row(0, -1, 0, 50));
        BigInteger[] point = new IntegerSolver(3, new WorkBudget(1000))
                .solve(equations, bounds)
                .orElseThrow();
        equations.forEach(row -> assertThat(row.at(point)).isZero());
        bounds.forEach(row -> assertThat(row.at(point)).isNotNegative());
    }

    @Test
    void coefficientsBeyondLong() {
        BigInteger big = BigInteger.ONE.shiftLeft(80);
        Row equation = Row.zero(2)
                .withCoefficient(0, big)
                .withCoefficient(1, big.add(BigInteger.ONE).negate())
                .plus(BigInteger.valueOf(-3));
        BigInteger[] point = new IntegerSolver(2, new WorkBudget(1000))
                .solve(List.of(equation), List.of())
                .orElseThrow();
        assertThat(equation.at(point)).isZero();
    }

    /** A thin wedge with 2^40 splinters and no sum with few values: they must not even be listed. */
    @Test
    void tooManySplintersEndTheSearch() {
        long a = (1L << 40) + 1;
        long b = (1L << 40) - 1;
        List<Row> wedge = List.of(row(a, -b, -7), row(-(a - 1), b - 1, 8), row(0, 1, 0), row(0, -1, 1L << 50));
        IntegerSolver solver = new IntegerSolver(2, new WorkBudget(1_000_000));
        assertThatThrownBy(() -> solver.solve(List.of(), wedge)).isInstanceOf(WorkBudget.Exhausted.class);
    }

    /** {@code 7 <= a*x - b*y <= 8}, neighbouring numbers around 2^40: as many splinters, but a sum with two values. */
    @Test
    void fewValuesAreTriedInsteadOfManySplinters() {
        long a = (1L << 40) + 1;
        long b = (1L << 40) - 1;
        List<Row> strip = List.of(row(a, -b, -7), row(-a, b, 8), row(0, 1, 0), row(0, -1, 3));
        assertThat(new IntegerSolver(2, new WorkBudget(1_000)).solve(List.of(), strip))
                .isEmpty();
    }

    @Test
    void budgetEndsTheSearch() {
        List<Row> rows = List.of(row(1L << 40, -(1L << 41) + 1, -1), row(-(1L << 40), (1L << 41) - 1, 2), row(1, 1, 0));
        IntegerSolver solver = new IntegerSolver(2, new WorkBudget(3));
        assertThatThrownBy(() -> solver.solve(List.of(), rows)).isInstanceOf(WorkBudget.Exhausted.class);
    }

    private static boolean check(
            int size, long limit, List<long[]> equalities, List<long[]> inequalities, String name) {
        List<Row> bounded = new ArrayList<>(
                inequalities.stream().map(IntegerSolverTest::row).toList());
        for (int k = 0; k < size; k++) {
            Row unknown = Row.zero(size).withCoefficient(k, BigInteger.ONE);
            bounded.add(unknown.plus(BigInteger.valueOf(limit)));
            bounded.add(unknown.negate().plus(BigInteger.valueOf(limit)));
        }
        List<Row> zero = equalities.stream().map(IntegerSolverTest::row).toList();
        Optional<BigInteger[]> point = new IntegerSolver(size, new WorkBudget(1_000_000)).solve(zero, bounded);
        assertThat(point.isPresent()).as(name).isEqualTo(hasPoint(new long[size], 0, limit, equalities, inequalities));
        point.ifPresent(found -> {
            assertThat(zero).as(name).allMatch(row -> row.at(found).signum() == 0);
            assertThat(bounded).as(name).allMatch(row -> row.at(found).signum() >= 0);
        });
        return point.isPresent();
    }

    private static boolean hasPoint(
            long[] point, int next, long limit, List<long[]> equalities, List<long[]> inequalities) {
        if (next == point.length) {
            return equalities.stream().allMatch(row -> at(row, point) == 0)
                    && inequalities.stream().allMatch(row -> at(row, point) >= 0);
        }
        for (long value = -limit; value <= limit; value++) {
            point[next] = value;
            if (hasPoint(point, next + 1, limit, equalities, inequalities)) {
                return true;
            }
        }
        return false;
    }

    private static long at(long[] row, long[] point) {
        long sum = row[point.length];
        for (int k = 0; k < point.length; k++) {
            sum += row[k] * point[k];
        }
        return sum;
    }

    private static List<long[]> rows(SplittableRandom random, int size, int count) {
        List<long[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long[] row = new long[size + 1];
            for (int k = 0; k < size; k++) {
                row[k] = random.nextInt(3) == 0 ? 0 : random.nextInt(-6, 7);
            }
            row[size] = random.nextInt(-8, 9);
            rows.add(row);
        }
        return rows;
    }

    private static Row row(long... numbers) {
        int size = numbers.length - 1;
        Row row = Row.zero(size).plus(BigInteger.valueOf(numbers[size]));
        for (int k = 0; k < size; k++) {
            row = row.withCoefficient(k, BigInteger.valueOf(numbers[k]));
        }
        return row;
    }
}
