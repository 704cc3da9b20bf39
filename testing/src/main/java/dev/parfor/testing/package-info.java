/**
 * What generated tests and benchmarks call. {@link dev.parfor.testing.Inputs} makes arguments from their types, the same ones each time;
 * {@link dev.parfor.testing.Equivalence} runs a method and its variant on them and compares all that comes out.
 */
package dev.parfor.testing;
