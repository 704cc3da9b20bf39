/** What being annotated costs a loop, from no iteration at all to ten million. */
package dev.parfor.benchmarks.decades;
