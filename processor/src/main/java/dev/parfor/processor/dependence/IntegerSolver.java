package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Integer feasibility of a system of linear equations and inequalities, with a solution.
 *
 * <p><b>Question.</b> Are there integers {@code x[0] .. x[n-1]} that make every equation zero and every inequality at least
 * zero, and which?
 *
 * <p><b>Answer.</b> Equations are eliminated first ({@link EqualityElimination}), then one unknown after the other ({@link
 * FourierMotzkin}), preferring one whose elimination is exact and adds few rows. Where there is none such, two quick
 * attempts come first: a solution over the dark shadow of the dark shadow and so on is a solution; a real shadow of a real
 * shadow and so on that is empty proves that there is none. If both fail or grow too large, each value of a sum with few
 * values is tried, or else the dark shadow is solved exactly and each splinter tried. On the way back each unknown gets
 * the value nearest to zero that its bounds allow. The procedure is exact; {@link WorkBudget.Exhausted} leaves the
 * question open.
 *
 * <p><b>Arithmetic.</b> Unbounded integers.
 *
 * <p><b>Source.</b> W. Pugh, "The Omega test: a fast and practical integer programming algorithm for dependence analysis",
 * Supercomputing '91; Communications of the ACM 35(8), 1992. We differ in returning a solution,
 * in the quick attempts and in trying values.
 */
final class IntegerSolver {
    /** An exact elimination that adds at most so many rows is carried out without further thought. */
    private static final long EASY_GROWTH = 4;
    /** Rows that a quick attempt may form. */
    private static final long ATTEMPT = 250;
    /** So many values of a sum are tried rather than let the system grow. */
    private static final BigInteger FEW = BigInteger.valueOf(8);

    private final int size;
    private final WorkBudget work;

    IntegerSolver(int size, WorkBudget work) {
        this.size = size;
        this.work = work;
    }

    /** What to do where no unknown can be eliminated exactly. */
    private enum Mode {
        /** Go on until the answer is certain. */
        EXACT,
        /** Follow dark shadows only: a solution found is one, none found says nothing. */
        DARK,
        /** Follow real shadows only: none found proves that there is none, and what is found is no solution. */
        REAL
    }

    /** A solution, or empty if there is none. */
    Optional<BigInteger[]> solve(List<Row> equalities, List<Row> inequalities) {
        return solve(equalities, inequalities, Mode.EXACT);
    }

    private Optional<BigInteger[]> solve(List<Row> equalities, List<Row> inequalities, Mode mode) {
        Optional<EqualityElimination> elimination = EqualityElimination.of(equalities, inequalities, work);
        if (elimination.isEmpty()) {
            return Optional.empty();
        }
        return solve(elimination.get().inequalities(), mode).map(elimination.get()::restore);
    }

    private Optional<BigInteger[]> solve(List<Row> inequalities, Mode mode) {
        work.spend(1 + inequalities.size() / 8);
        ReducedInequalities reduced = new ReducedInequalities(inequalities);
        if (reduced.infeasible()) {
            return Optional.empty();
        }
        List<Row> rows = reduced.rows();
        if (!reduced.equalities().isEmpty()) {
            return solve(reduced.equalities(), rows, mode);
        }
        if (rows.isEmpty()) {
            BigInteger[] zeros = new BigInteger[size];
            Arrays.fill(zeros, BigInteger.ZERO);
            return Optional.of(zeros);
        }
        int variable = next(rows);
        FourierMotzkin elimination = new FourierMotzkin(rows, variable);
        if (mode == Mode.REAL) {
            return solve(elimination.realShadow(work), mode);
        }
        boolean easy = elimination.isOneSided() || elimination.isExact() && elimination.growth() <= EASY_GROWTH;
        if (mode == Mode.DARK || easy) {
            return solve(elimination.darkShadow(work), mode).map(point -> extend(elimination, variable, point));
        }
        Optional<BigInteger[]> quick = attempt(rows, Mode.DARK).orElse(Optional.empty());
        if (quick.isPresent()) {
            return quick;
        }
        Optional<Optional<BigInteger[]>> relaxed = attempt(rows, Mode.REAL);
        if (relaxed.isPresent() && relaxed.get().isEmpty()) {
            return Optional.empty();
        }
        return solveByCases(rows, variable, elimination);
    }

    /** What following one kind of shadow finds; empty if it takes too many rows. */
    private Optional<Optional<BigInteger[]>> attempt(List<Row> rows, Mode mode) {
        WorkBudget part = work.part(ATTEMPT);
        try {
            return Optional.of(new IntegerSolver(size, part).solve(rows, mode));
        } catch (WorkBudget.Exhausted tooLong) {
            return Optional.empty();
        } finally {
            work.spend(part.spent());
        }
    }

    /** The exact answer where both quick attempts have failed. */
    private Optional<BigInteger[]> solveByCases(List<Row> rows, int variable, FourierMotzkin elimination) {
        boolean exact = elimination.isExact();
        BigInteger splinters = elimination.splinterCount();
        List<Row> cases = narrowest(rows, exact ? FEW : splinters.max(FEW));
        if (cases.isEmpty()) {
            Optional<BigInteger[]> dark = solve(elimination.darkShadow(work), Mode.EXACT);
            if (dark.isPresent() || exact) {
                return dark.map(point -> extend(elimination, variable, point));
            }
            spend(splinters);
            cases = elimination.splinters();
        }
        for (Row equation : cases) {
            Optional<BigInteger[]> point = solve(List.of(equation), rows, Mode.EXACT);
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

    /**
     * The sum of unknowns with the fewest values that is bounded by two rows, one equation per value; empty if each has more
     * than {@code limit}. A variable of the original problem is such a sum, whatever the elimination of equations made of it.
     */
    private List<Row> narrowest(List<Row> rows, BigInteger limit) {
        Map<List<BigInteger>, Row> byDirection = new HashMap<>();
        rows.forEach(row -> byDirection.put(row.direction(), row));
        Row narrowest = null;
        BigInteger last = limit;
        for (Row row : rows) {
            Row opposite = byDirection.get(row.negate().direction());
            if (opposite != null && row.constant().add(opposite.constant()).compareTo(last) < 0) {
                narrowest = row;
                last = row.constant().add(opposite.constant());
            }
        }
        List<Row> values = new ArrayList<>();
        if (narrowest != null) {
            spend(last);
            for (long offset = 0; offset <= last.longValueExact(); offset++) {
                values.add(narrowest.plus(Integers.of(-offset)));
            }
        }
        return values;
    }

    /** Each case costs at least one row: without this check a stride of 2^32 would fill the memory. */
    private void spend(BigInteger cases) {
        work.spend(Integers.fitsLong(cases) ? cases.longValue() : Long.MAX_VALUE);
    }
}
