/**
 * Tests and benchmarks of annotated methods, as source. {@link dev.parfor.processor.harness.HarnessReader} reads the variants of a class off its companion and
 * finds an input for each argument; {@link dev.parfor.processor.harness.EquivalenceWriter} and {@link dev.parfor.processor.harness.BenchmarkWriter}
 * write. Nothing is proved or decided here, and no body is read: what a harness tests is what the class path has.
 */
package dev.parfor.processor.harness;
