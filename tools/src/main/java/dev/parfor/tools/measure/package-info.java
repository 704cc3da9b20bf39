/**
 * What a variant gains: {@link dev.parfor.tools.measure.Measure} runs methods and variants of a class and says how fast each is, on how many
 * threads, and what keeps it from being faster.
 */
package dev.parfor.tools.measure;
