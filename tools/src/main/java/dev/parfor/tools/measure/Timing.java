package dev.parfor.tools.measure;

/**
 * What a call takes.
 *
 * @param nanos median
 * @param bytes allocated by all threads
 * @param processors busy on average, those that compile and collect garbage included
 */
public record Timing(double nanos, double bytes, double processors) {}
