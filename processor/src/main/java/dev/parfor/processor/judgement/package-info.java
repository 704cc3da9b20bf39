/**
 * The decision about a loop: the last value before text and code.
 *
 * <p>Values only; {@code judge} makes them. A {@link dev.parfor.processor.judgement.Judgement} says whether a loop runs in parallel, by which {@link
 * dev.parfor.processor.judgement.Plan}, on which proof, under which guards, and what was taken on trust; or why not.
 *
 * <p>A plan says of each variable what {@link dev.parfor.processor.judgement.Plan.Role} it has, and of each thing that the iterations
 * only add to, a field, an array, how the blocks' private ones are {@linkplain dev.parfor.processor.judgement.Merge merged}.
 */
package dev.parfor.processor.judgement;
