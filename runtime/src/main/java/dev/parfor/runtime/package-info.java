/**
 * Runs the loops that the checker has accepted: what generated code calls.
 *
 * <p>In comes a trip count, a {@link dev.parfor.runtime.LoopBody} and a {@link dev.parfor.runtime.Team}; out comes the
 * loop done: every iteration exactly once, or the exception of the lowest iteration that failed. Nothing here knows
 * whether a loop <em>may</em> run in parallel; that was decided at compile time, but for the facts that {@link
 * dev.parfor.runtime.Guards}, {@link dev.parfor.runtime.Range} and {@link dev.parfor.runtime.TripCount} establish before
 * the loop. Read {@link dev.parfor.runtime.Parfor} first, then {@code Region}, one execution of one loop.
 */
package dev.parfor.runtime;
