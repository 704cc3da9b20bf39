/** What the processor adds to the time of a compilation. Start with {@link dev.parfor.benchmarks.compile.CompileCost}. */
package dev.parfor.benchmarks.compile;
