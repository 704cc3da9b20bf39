/**
 * From facts to a decision: the last value before text and code.
 *
 * <p>A {@link dev.parfor.processor.judgement.Judgement} says whether a loop runs in parallel, by which {@link
 * dev.parfor.processor.judgement.Plan}, on which proof, under which guards, and what was taken on trust; or why not.
 */
package dev.parfor.processor.judgement;
