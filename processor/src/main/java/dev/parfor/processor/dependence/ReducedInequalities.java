package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Inequalities over the integers, without those that say nothing new.
 *
 * <p><b>Question.</b> Which fewer and tighter rows have the same integer solutions as the given ones, each at least zero?
 *
 * <p><b>Answer.</b> Each row is divided by the common divisor of its coefficients and its constant rounded down. Of rows
 * with equal coefficients the tightest stays. Two rows with opposite coefficients contradict each other or, when their
 * constants add up to zero, are one equation. A row that holds wherever the bounds of single variables hold goes; a row
 * that holds nowhere there shows that there is no solution.
 *
 * <p><b>Arithmetic.</b> Unbounded integers.
 *
 * <p><b>Source.</b> W. Pugh, "The Omega test: a fast and practical integer programming algorithm for dependence analysis",
 * Supercomputing '91 (normalisation, tight and opposite constraints).
 */
final class ReducedInequalities {
    private final List<Row> equalities = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private boolean infeasible;

    ReducedInequalities(List<Row> given) {
        Map<List<BigInteger>, Row> tightest = new LinkedHashMap<>();
        for (Row row : given) {
            BigInteger content = row.content();
            if (content.signum() == 0) {
                infeasible |= row.constant().signum() < 0;
            } else {
                Row divided = row.divide(content);
                tightest.merge(
                        divided.direction(), divided, (a, b) -> a.constant().compareTo(b.constant()) <= 0 ? a : b);
            }
        }
        if (!infeasible) {
            pairOpposites(tightest);
        }
        if (!infeasible && !rows.isEmpty()) {
            dropImplied();
        }
    }

    boolean infeasible() {
        return infeasible;
    }

    /** Rows that can only be zero. */
    List<Row> equalities() {
        return equalities;
    }

    /** The other rows. */
    List<Row> rows() {
        return rows;
    }

    /** The integers that the rows with one variable leave to each variable. */
    static Interval[] box(List<Row> rows) {
        Interval[] box = new Interval[rows.get(0).size()];
        Arrays.fill(box, Interval.ALL);
        for (Row row : rows) {
            if (row.terms() == 1) {
                int k = row.onlyVariable();
                Interval bound = Interval.atLeast(row.constant().negate()).quotient(row.coefficient(k));
                box[k] = box[k].intersect(bound);
            }
        }
        return box;
    }

    private void pairOpposites(Map<List<BigInteger>, Row> tightest) {
        for (Row row : tightest.values()) {
            Row opposite = tightest.get(row.negate().direction());
            int sign = opposite == null
                    ? 1
                    : row.constant().add(opposite.constant()).signum();
            if (sign < 0) {
                infeasible = true;
            } else if (sign > 0) {
                rows.add(row);
            } else if (row.coefficient(row.onlyVariable()).signum() > 0) {
                equalities.add(row);
            }
        }
    }

    private void dropImplied() {
        Interval[] box = box(rows);
        List<Row> kept = new ArrayList<>();
        for (Row row : rows) {
            Interval sum = Interval.exactly(row.constant());
            for (int k = 0; k < row.size(); k++) {
                if (row.coefficient(k).signum() != 0) {
                    sum = sum.plus(box[k].times(row.coefficient(k)));
                }
            }
            infeasible |= sum.hi() != null && sum.hi().signum() < 0;
            boolean implied = sum.lo() != null && sum.lo().signum() >= 0;
            if (row.terms() == 1 || !implied) {
                kept.add(row);
            }
        }
        rows.clear();
        rows.addAll(kept);
    }
}
