/**
 * Benchmarks of whole loops. Each class is one kernel in four forms, measured in one run: the sequential method itself, the
 * parallel stream that people would write, an executor used with care, and the variant that Parfor generates, under each
 * schedule. All give the same result, which a test holds. Start with {@link dev.parfor.benchmarks.Saxpy}.
 */
package dev.parfor.benchmarks;
