/**
 * What could become of each loop of a compilation, marked or not: the verdict, what stands in the way, and what to write.
 *
 * <p>Reads with the frontend, judges, and has its words from the diagnostics; nothing is generated.
 */
package dev.parfor.processor.advice;
