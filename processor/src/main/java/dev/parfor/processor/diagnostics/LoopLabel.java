package dev.parfor.processor.diagnostics;

import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.LoopNest.Header;

/**
 * How messages call a loop.
 *
 * @param name its index or element variable; empty where it has none
 * @param counted whether iterations are told by the value of an index, not by their position
 */
record LoopLabel(String name, boolean counted) {

    static LoopLabel of(LoopNest nest) {
        return new LoopLabel(nest.name(), nest.header() instanceof Header.Counted);
    }

    /** {@code loop `i`}. */
    @Override
    public String toString() {
        return name.isEmpty() ? "the loop" : "loop `" + name + "`";
    }

    String mustStay(String cause) {
        return this + " must stay sequential: " + cause;
    }

    String notProved(String cause) {
        return this + " was not proved parallel: " + cause;
    }

    /** {@code iteration i = 3}, or {@code iteration 3} of a for-each loop. */
    String iteration(long value) {
        return counted && !name.isEmpty() ? "iteration " + name + " = " + value : "iteration " + value;
    }
}
