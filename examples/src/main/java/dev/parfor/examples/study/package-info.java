/**
 * The program of the case study, {@code docs/case-study.md}: it looks for edges, lines and colours in a photograph. It was
 * written without a thought of parallel loops, and has three annotations now, on the loops that the advice named first.
 */
package dev.parfor.examples.study;
