/**
 * Can two iterations of a loop meet in one memory cell?
 *
 * <p>In comes a {@link dev.parfor.processor.dependence.DependenceProblem}: integer unknowns with bounds, equations that
 * say that the two accesses hit the same cell, and conditions that say when both happen. Out comes a
 * {@link dev.parfor.processor.dependence.Verdict}: {@code Independent} and {@code Dependent} are theorems, the latter
 * with a point that satisfies everything; {@code Unknown} is neither. One file holds one published test, and each test
 * states its question, its answer, its arithmetic and its source.
 *
 * <p>Not this package's business: where the equations come from. Java's arithmetic wraps; a subscript that may leave
 * {@code int} must be handed over with a wrap variable of coefficient 2^32, and one that is not affine must not be handed
 * over at all. Whether a dependence is flow, anti or output is for the caller to say. Read
 * {@link dev.parfor.processor.dependence.DependenceTests} first.
 */
package dev.parfor.processor.dependence;
