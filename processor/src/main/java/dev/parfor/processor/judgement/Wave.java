package dev.parfor.processor.judgement;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;

/**
 * How a loop over rows with a loop over columns inside is made parallel where rows build on earlier ones: in tiles of rows and
 * columns, each after the tile above it and the one to its left.
 *
 * <p>Rows and columns are numbered in the order in which the two loops come to them. Of two iterations in different rows, the one
 * in the upper row is run first wherever its {@code column + skew * row} is not greater; iterations of one row keep their order.
 * The columns are the same in all rows, and what stands before the loop over them may be run more than once in a row.
 *
 * @param at the inner loop
 * @param column its index, declared in its header
 * @param start where the index starts, in all rows
 * @param condition the test of the inner loop as a whole: {@code column relation bound}
 * @param bound the same in all rows
 * @param step 1 or -1
 * @param skew by how many columns a tile leans to the left from row to row
 */
public record Wave(Span at, Var column, Expr start, Span condition, Operator relation, Expr bound, int step, int skew) {

    public Wave leaning(int columns) {
        return new Wave(at, column, start, condition, relation, bound, step, columns);
    }
}
