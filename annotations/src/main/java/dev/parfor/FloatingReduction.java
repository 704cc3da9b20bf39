package dev.parfor;

/** What may be done to a floating-point sum or product to make it parallel. */
public enum FloatingReduction {
    /**
     * Combine partial results of blocks in block order. The blocks depend on the trip count alone, so the result has the
     * same bits on any number of threads, in every run and on every JDK; they may differ from those of the plain loop in
     * the last places. The default.
     */
    REPRODUCIBLE,
    /** Never reorder: a loop with a floating-point sum or product is refused. */
    STRICT
}
