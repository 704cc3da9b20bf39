package dev.parfor.processor.walk;

import dev.parfor.processor.symbolic.Poly;

/**
 * What the walk has recorded of a loop inside that ends by a test of its index.
 *
 * @param index its index in an iteration
 * @param start the index's first value
 * @param limit what it is compared with
 * @param first the first access of its body, by number
 * @param end one past the last one
 */
public record InnerRun(Poly index, Poly start, Poly limit, int first, int end) {}
