package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;

/**
 * A read of a variable that may still hold the value of the previous iteration.
 *
 * @param certain every iteration makes this read, and the variable surely holds the old value then
 */
public record CarriedUse(Var var, Span at, boolean certain) {}
