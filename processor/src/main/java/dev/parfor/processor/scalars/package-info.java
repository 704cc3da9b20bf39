/**
 * Reductions: variables that every iteration updates by one associative operation and otherwise leaves alone.
 *
 * <p>Recognition is by spelling: {@link dev.parfor.processor.scalars.ReductionMatcher} counts every mention of a variable and
 * accepts it only if each is part of an update that it knows. What a variable is otherwise (private, last value, induction,
 * carried) comes from the walk.
 */
package dev.parfor.processor.scalars;
