package dev.parfor.processor.judgement;

import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Path;
import java.util.List;

/** A fact left to run time: checked before the region, without side effects; where it fails the loop runs sequentially. */
public sealed interface Guard {

    /** Two references are not the same object, or one of them is null. */
    record NotSame(Path first, Path second) implements Guard {}

    /** No element at nesting depth {@code depth} (1: the rows) occurs twice in the array. */
    record DistinctRows(Path array, int depth) implements Guard {}

    /** No element at depth {@code firstDepth} of the first is one at depth {@code secondDepth} of the second; depth 0: the object itself. */
    record DisjointRows(Path first, int firstDepth, Path second, int secondDepth) implements Guard {}

    /** The values of an {@code int} (or {@code long}) expression over the whole loop stay in its type: nothing wraps around. */
    record Fits(RangeExpr values, int bits) implements Guard {}

    /** All values of an expression lie in one window that is narrower than the stride, and the stride is positive. */
    record Narrower(RangeExpr values, RangeExpr stride) implements Guard {}

    /** Every value of the expression is at least {@code least}. */
    record AtLeast(RangeExpr values, long least) implements Guard {}

    /** The object is null, or its class is exactly this one. */
    record ExactClass(Path object, String className) implements Guard {}

    /** The class of the object does not override the method. */
    record NotOverridden(Path object, MethodRef method) implements Guard {}

    /** An expression over whole ranges of values: evaluated by interval arithmetic before the loop. */
    sealed interface RangeExpr {

        /** A number known now. */
        record Constant(long value) implements RangeExpr {}

        /** The value of an integer path. */
        record OfPath(Path path) implements RangeExpr {}

        /** All values of the parallel loop's index. */
        record LoopIndex() implements RangeExpr {}

        /** From the least value of one to the greatest value of the other. */
        record Between(RangeExpr lo, RangeExpr hi) implements RangeExpr {}

        /** The sum; at least one term. */
        record Sum(List<RangeExpr> terms) implements RangeExpr {
            public Sum {
                terms = List.copyOf(terms);
            }
        }

        /** The product; at least one factor. */
        record Product(List<RangeExpr> factors) implements RangeExpr {
            public Product {
                factors = List.copyOf(factors);
            }
        }
    }
}
