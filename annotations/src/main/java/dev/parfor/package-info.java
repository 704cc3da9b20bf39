/**
 * What users of Parfor write.
 *
 * <p>{@link dev.parfor.ParallelFor} marks the loops to make parallel; {@link dev.parfor.Schedule} says how their
 * iterations are dealt out. The others are <em>assertions</em>: facts that the checker could not find by itself, each
 * with a reason, each listed as <em>trusted</em> in the report of the loops that rest on it. An assertion never
 * overrides a refutation, that is, two concrete iterations that the checker has seen to collide.
 */
package dev.parfor;
