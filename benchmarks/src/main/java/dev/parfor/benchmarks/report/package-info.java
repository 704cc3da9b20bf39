/** From JMH's result files to a Markdown table. Start with {@link dev.parfor.benchmarks.report.Report}. */
package dev.parfor.benchmarks.report;
