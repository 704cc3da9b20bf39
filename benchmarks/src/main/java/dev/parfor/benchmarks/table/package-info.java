/** All kernels in all forms, C included, side by side in turns of milliseconds, and one table of it in some minutes. */
package dev.parfor.benchmarks.table;
