package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Integer feasibility of a system of linear equations and inequalities, with a solution.
 *
 * <p><b>Question.</b> Are there integers {@code x[0] .. x[n-1]} that make every equation zero and every inequality at least
 * zero, and which?
 *
 * <p><b>Answer.</b> Equations are eliminated first ({@link EqualityElimination}), then one unknown after the other ({@link
 * FourierMotzkin}), preferring one whose elimination is exact and adds few rows. Where none is exact: a solution over the
 * dark shadow is a solution; an empty real shadow proves that there is none; else each splinter is tried, or each value of
 * an unknown that has fewer values than there are splinters. On the way back each unknown gets the value nearest to zero
 * that its bounds allow. The procedure is exact; {@link WorkBudget.Exhausted} leaves the question open.
 *
 * <p><b>Arithmetic.</b> Unbounded integers.
 *
 * <p><b>Source.</b> W. Pugh, "The Omega test: a fast and practical integer programming algorithm for dependence analysis",
 * Supercomputing '91; Communications of the ACM 35(8), 1992. We differ in returning a solution and in trying values.
 */
final class IntegerSolver {
    private final int size;
    private final WorkBudget work;

    IntegerSolver(int size, WorkBudget work) {
        this.size = size;
        this.work = work;
    }

    /** A solution, or empty if there is none. */
    Optional<BigInteger[]> solve(List<Row> equalities, List<Row> inequalities) {
        Optional<EqualityElimination> elimination = EqualityElimination.of(equalities, inequalities, work);
        if (elimination.isEmpty()) {
            return Optional.empty();
        }
        return solve(elimination.get().inequalities()).map(elimination.get()::restore);
    }

    private Optional<BigInteger[]> solve(List<Row> inequalities) {
        work.spend(1 + inequalities.size() / 8);
        ReducedInequalities reduced = new ReducedInequalities(inequalities);
        if (reduced.infeasible()) {
            return Optional.empty();
        }
        List<Row> rows = reduced.rows();
        if (!reduced.equalities().isEmpty()) {
            return solve(reduced.equalities(), rows);
        }
        if (rows.isEmpty()) {
            BigInteger[] zeros = new BigInteger[size];
            Arrays.fill(zeros, BigInteger.ZERO);
            return Optional.of(zeros);
        }
        int variable = next(rows);
        FourierMotzkin elimination = new FourierMotzkin(rows, variable);
        if (elimination.isOneSided() || elimination.isExact()) {
            return solve(elimination.realShadow(work)).map(point -> extend(elimination, variable, point));
        }
        Optional<BigInteger[]> dark = solve(elimination.darkShadow(work));
        if (dark.isPresent()) {
            return dark.map(point -> extend(elimination, variable, point));
        }
        if (solve(elimination.realShadow(work)).isEmpty()) {
            return Optional.empty();
        }
        for (Row equation : cases(rows, elimination)) {
            Optional<BigInteger[]> point = solve(List.of(equation), rows);
            if (point.isPresent()) {
                return point;
            }
        }
        return Optional.empty();
    }

    private static BigInteger[] extend(FourierMotzkin elimination, int variable, BigInteger[] point) {
        Interval range = elimination.range(point);
        if (range.isEmpty()) {
            throw new IllegalStateException("the shadow promised an integer");
        }
        point[variable] = range.nearest(BigInteger.ZERO);
        return point;
    }

    /** The unknown to eliminate next. */
    private int next(List<Row> rows) {
        int best = -1;
        boolean bestExact = false;
        long bestGrowth = 0;
        BigInteger bestSplinters = BigInteger.ZERO;
        for (int k = 0; k < size; k++) {
            FourierMotzkin elimination = new FourierMotzkin(rows, k);
            if (elimination.isAbsent()) {
                continue;
            }
            if (elimination.isOneSided()) {
                return k;
            }
            boolean exact = elimination.isExact();
            BigInteger splinters = exact ? BigInteger.ZERO : elimination.splinterCount();
            int order = Boolean.compare(exact, bestExact);
            if (order == 0) {
                order = bestSplinters.compareTo(splinters);
            }
            if (order == 0) {
                order = Long.compare(bestGrowth, elimination.growth());
            }
            if (best < 0 || order > 0) {
                best = k;
                bestExact = exact;
                bestGrowth = elimination.growth();
                bestSplinters = splinters;
            }
        }
        return best;
    }

    /** Equations one of which every solution outside the dark shadow satisfies, as few as are known. */
    private List<Row> cases(List<Row> rows, FourierMotzkin elimination) {
        BigInteger count = elimination.splinterCount();
        int narrow = -1;
        Interval[] box = ReducedInequalities.box(rows);
        for (int k = 0; k < size; k++) {
            if (box[k].lo() != null && box[k].hi() != null) {
                BigInteger values = box[k].hi().subtract(box[k].lo()).add(BigInteger.ONE);
                if (values.compareTo(count) < 0) {
                    narrow = k;
                    count = values;
                }
            }
        }
        // Each case costs at least one row: without this check a stride of 2^32 would fill the memory.
        work.spend(Integers.fitsLong(count) ? count.longValue() : Long.MAX_VALUE);
        if (narrow < 0) {
            return elimination.splinters();
        }
        List<Row> values = new ArrayList<>();
        Row unknown = Row.zero(size).withCoefficient(narrow, BigInteger.ONE);
        for (BigInteger value = box[narrow].lo(); value.compareTo(box[narrow].hi()) <= 0; ) {
            values.add(unknown.plus(value.negate()));
            value = value.add(BigInteger.ONE);
        }
        return values;
    }
}
